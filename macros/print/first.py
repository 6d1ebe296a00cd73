"""What stands first on a sheet, at the top of its first page: whom to call or to write to, and the one thing
to do.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from ..guide.content import split_reference
from ..guide.guide import Guide, Person
from ..language.typography import in_one_piece
from ..model.contacts import Contact, Phone
from ..model.pages import Act, Criterion, Helper, Procedure
from ..speech.addresses import short_address
from ..speech.calls import way_to
from ..views.indexes import near_people
from .people import first_calls, if_silent, named_beside, phone_seen, reached, told_once
from .writer import Writer, label_of

#: More lines than this are a directory, not whom to call.
_MOST = 3


def numbers(writer: Writer, page: Procedure | Criterion) -> list[dict[str, Any]]:
    """Whom to call: the numbers of the page, else those of its first helpers, near most readers; who has no
    number, the way to write. A page that names nobody has those of the first page that it leads to.
    """
    for known in (page, *_led_to(writer.guide, page)):
        found = first_calls(writer, known.calls) or _of_helpers(writer, known)
        if found:
            return found
    return []


def act_of(writer: Writer, act: Act | None) -> dict[str, Any] | None:
    """The one thing to do first, and where: the number of a page of the guide, a site, or the telephone of
    whom it leads to.
    """
    if act is None:
        return None
    content = writer.guide.content
    if act.site:
        site = content.contacts[act.site].web
        value = site.value if site and site.value else ""
        return {"text": writer.texts(act.text), "where": value.split("//", 1)[-1].rstrip("/"), "url": value}
    reference = label_of(act.to or "")
    phone = _phone_of(writer.guide, reference)
    if phone:
        return {"text": writer.texts(act.text), "where": in_one_piece(phone.number), "url": way_to(phone)}
    short = short_address(reference, content)
    where = f"{writer.base_url}{short}".split("//", 1)[-1] if short else ""
    return {"text": writer.texts(act.text), "where": where, "url": writer.url(reference)}


def _phone_of(guide: Guide, reference: str) -> Phone | None:
    """The first number of a contact, or of who plays a part for most readers."""
    kind, identifier = split_reference(reference)
    helper = {"contact": Helper(contact=identifier), "role": Helper(role=identifier)}.get(kind)
    person = nearest(guide, helper) if helper else None
    return next(iter(person.contact.phones), None) if person and person.contact else None


def is_named(entries: list[dict[str, Any]], card: Mapping[str, Any]) -> bool:
    """Whether the head of a sheet names the helper of a card: by a number, or by where one writes."""
    number = card["phones"][0]["number"] if card["phones"] else None
    written = (card["email"], card["address"])
    return any(
        entry["number"] == number if number else (entry["email"], entry["address"]) == written
        for entry in entries
        if number or any(written)
    )


def is_told(card: Mapping[str, Any]) -> bool:
    """Whether the card of a helper that the head names has nothing to add."""
    return len(card["phones"]) < 2 and not card["others"] and not card["label"] and not card["web"]


def _led_to(guide: Guide, page: Procedure | Criterion) -> Iterator[Procedure]:
    for reference in page.related:
        kind, identifier = split_reference(reference)
        if kind == "demarche":
            yield guide.content.procedures[identifier]


def _of_helpers(writer: Writer, page: Procedure | Criterion) -> list[dict[str, Any]]:
    contacts: list[Contact] = []
    helpers = () if isinstance(page, Criterion) else page.contacts
    for helper in helpers:
        person = nearest(writer.guide, helper)
        contact = person.contact if person else None
        known = contact in contacts or (contact and _first_number(contact) in map(_first_number, contacts))
        if contact and not known and (contact.phones or (not contacts and _is_written(contact))):
            contacts.append(contact)
        if len(contacts) == _MOST:
            break
    # Whom one can only write to stands after whom one can ring; one door to go to is enough.
    ordered = sorted(contacts, key=lambda contact: not contact.phones)
    said = {in_one_piece(contact.phones[0].number) for contact in ordered if contact.phones}
    found = [_entry(writer, contact, said) for contact in ordered]
    return told_once(
        [
            entry if index == 0 or entry["number"] is None else entry | {"address": None}
            for index, entry in enumerate(found)
        ]
    )


def _first_number(contact: Contact) -> str:
    """Its first number; its name, where it has none."""
    return contact.phones[0].number if contact.phones else contact.id


def _is_written(contact: Contact) -> bool:
    ways = reached(contact)
    return ways["address"] is not None or ways["email"] is not None


def nearest(guide: Guide, helper: Helper) -> Person | None:
    """Who helps most readers, of those that a page names."""
    people = guide.people(helper) if helper.contact else near_people(guide, helper.role or "")
    return next((person for person in people if person.contact), None)


def _entry(writer: Writer, contact: Contact, said: Container[str]) -> dict[str, Any]:
    """A line of the box, whose numbers are `said`."""
    phone = next(iter(contact.phones), None)
    ways = reached(contact)
    return {
        "number": in_one_piece(phone.number) if phone else None,
        "to": way_to(phone) if phone else None,
        "text": named_beside(writer, contact, phone.number if phone else None),
        "seen": phone_seen(writer, phone) if phone else None,
        "silent": if_silent(writer, phone, said) if phone else None,
        "address": ways["address"],
        "email": None if phone else ways["email"],
    }
