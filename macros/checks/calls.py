"""Calls: a telephone number stands in its contact and
is cited; typed in a sentence, no finger could call it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ..guide.content import Content, phone_of
from ..language.figures import words_of
from ..language.phones import Number, numbers_in
from ..model.contacts import Contact
from ..model.traversal import phrases_of
from ..places.faults import Fault
from ..places.source_file import Where
from .objects import placed

#: What is called by a number (« 115 – urgence sans abri »), and what people type: neither is a sentence.
_NAMES = ("name", "long_name")
_WORDS = "keywords"


def check(content: Content) -> Iterator[Fault]:
    """T415: a number typed in a text instead of cited; T414:
    a ready message for a number that is not written to.

    T416: a number that stands at the head of a page or a sheet,
    and does not say what to do when nobody answers.
    """
    references = content.phone_names
    heads = [phone_of(content, reference) for reference in _called(content)]
    for place, item in placed(content):
        if place.kind == "asked":
            continue
        for _, where, phrase in phrases_of(item, ""):
            for number in _typed(item, where, phrase.fr, references.values()):
                yield place.file.fault((*place.where, *where), "T415", sentence(number, references))
    for place, contact in placed(content, "contact"):
        for index, phone in enumerate(contact.phones):
            if phone.message and phone.by != "sms":
                where = (*place.where, "phones", index, "message")
                yield place.file.fault(
                    where, "T414", "« message » est pour un numéro à qui l’on écrit : ajoutez « by: sms »."
                )
            site = contact.web is not None and contact.web.value is not None
            if not phone.asks and (not site or any(phone is head for head in heads)):
                yield place.file.fault(
                    (*place.where, "phones", index),
                    "T416",
                    f"Le {phone.number} ne répond pas, que faire ? "
                    "Dites-le : « ask_phone », « ask_role » ou « ask_contact ».",
                )


def _called(content: Content) -> Iterator[str]:
    """What is called at the head of a page, of a sheet, of the home page or of the poster."""
    calls = [page.calls for page in (*content.procedures.values(), *content.counter.values())]
    calls += [criterion.calls for criterion in content.criteria.values()]
    yield from (call.phone for several in calls for call in several)
    yield from (call.phone for call in content.navigation.calls)
    yield from (reference for card in content.navigation.urgent for reference in card.call)


def sentence(number: Number, references: Mapping[str, str]) -> str:
    """What an editor must write instead of `number`."""
    named = [reference for reference, digits in references.items() if digits == number.digits]
    if not named:
        return (
            f"« {number.text} » est tapé : ajoutez-le aux « phones » d’un contact, "
            f"puis écrivez « {{tel:contact}} »."
        )
    return f"« {number.text} » est tapé : écrivez « {{tel:{named[0]}}} »."


def _typed(item: Any, where: Where, text: str, known: Collection[str]) -> list[Number]:
    """The numbers typed in a text; none in search words, nor in a name that has its own number."""
    if _WORDS in where:
        return []
    found = list(numbers_in(words_of(text), known))
    if where == ("term",):
        return []
    if isinstance(item, Contact) and where[0] in _NAMES and len(where) == 1:
        own = {phone.digits for phone in item.every_phone}
        return [number for number in found if number.digits not in own]
    return found
