"""The booklet: 24 small pages for a pocket. The road in six steps, the commonest procedures at two pages
each, whom to call, the words of letters, room for one's own dates.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..guide.guide import Guide
from ..language.typography import in_one_piece
from ..model.contacts import Contact
from ..model.pages import Procedure
from ..speech.addresses import short_address
from ..views.indexes import contacts_by_heading, own_facts
from .first import nearest, numbers
from .people import named_beside
from .poster import facts_of_road, road, urgent_calls
from .sections import paper_sections
from .sheets import bare, dated, for_readers, frame
from .writer import Writer, cells_of, plain

#: Pages besides the procedures: the cover and its back, two for the road, two of numbers, words, notes.
_OTHERS = 8
#: Whom a booklet names, in the headings of the page of contacts.
_HEADINGS = ("urgence", "conseil")
_WORDS = {
    "notes": "livret-notes",
    "dates": "livret-dates",
    "terms": "livret-mots",
}


def booklet_data(guide: Guide, base_url: str) -> dict[str, Any]:
    """What the booklet says. Raises `SheetFault` for a word of the interface that lacks."""
    writer = Writer(guide, False, base_url, refers=True)
    pages = [guide.content.procedures[identifier] for identifier in guide.content.navigation.booklet]
    data = frame(writer, "navigation", "page:accueil", writer.interface("livret-titre"), "booklet")
    data["words"] |= {name: writer.interface(key) for name, key in _WORDS.items()}
    data["words"]["rest"] = writer.interface(
        "livret-suite", adresse=writer.words(data["address"], "url", kind="ltr")
    )
    chapters = [_chapter(Writer(guide, False, base_url, refers=True), page) for page in pages]
    data |= {
        "short": writer.interface("description-du-guide"),
        "trust": writer.interface("accueil-confiance"),
        "free": writer.interface("pied-gratuit"),
        "road_title": writer.interface("affiche-titre"),
        "road": road(writer),
        "chapters": chapters,
        "urgent": writer.interface("affiche-urgent"),
        "calls": urgent_calls(writer),
        "contacts": [_contact(writer, c) for c in _people(guide, pages)],
        "terms": _terms(writer, chapters),
        "leaves": 2 * len(pages) + _OTHERS,
    }
    facts = [*facts_of_road(guide), *(fact for page in pages for fact in own_facts(guide, page))]
    return dated(writer, data, facts=dict.fromkeys(facts))


def _chapter(writer: Writer, page: Procedure) -> dict[str, Any]:
    guide = writer.guide
    reference = f"demarche:{page.id}"
    short = short_address(reference, guide.content)
    return {
        "title": writer.texts(page.title),
        "short": writer.texts(page.short),
        "calls": numbers(writer, page),
        "sections": paper_sections(writer, for_readers(guide, page)),
        "url": writer.url(reference),
        "address": bare(f"{writer.base_url}{short}" if short else writer.url(reference)),
    }


def _people(guide: Guide, pages: Iterable[Procedure]) -> list[Contact]:
    """Those who answer a telephone, each once: urgent ones first, then whom the procedures of the booklet
    lead to near most readers, then who advises.
    """
    urgent, advice = (contacts_by_heading(guide)[heading] for heading in _HEADINGS)
    people = [nearest(guide, helper) for page in pages for helper in page.contacts]
    named = [person.contact for person in people if person and person.contact]
    once = {contact.id: contact for contact in (*urgent, *named, *advice)}
    return [contact for contact in once.values() if contact.phones]


def _contact(writer: Writer, contact: Contact) -> dict[str, Any]:
    return {
        "name": named_beside(writer, contact, contact.phones[0].number),
        "number": in_one_piece(contact.phones[0].number),
        "short": writer.texts(contact.short),
    }


def _terms(writer: Writer, chapters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The words of letters that the procedures of the booklet use, in the alphabet's order."""
    said = " ".join(plain(cell) for cell in cells_of(chapters))
    terms = sorted(writer.guide.content.terms.values(), key=lambda term: term.term.fr.casefold())
    return [
        {"term": writer.texts(term.term), "plain": writer.texts(term.plain)}
        for term in terms
        if term.keep and term.term.fr in said
    ]
