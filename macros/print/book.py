"""The whole guide as a book: procedures by group, criteria, agent pages (French edition), contacts, town halls, glossary, index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..guide.guide import Guide, Person
from ..language.typography import in_one_piece
from ..model.contacts import Contact
from ..model.fields import Phrase
from ..model.pages import Criterion, Procedure
from ..views.indexes import contacts_by_heading, grouped
from ..views.page import lead_of, view_of
from .people import phone_label, phone_seen, served
from .sections import law_of, paper_sections, section
from .sheets import dated, frame
from .words_index import index_of
from .writer import Texts, Writer, label_of

_WORDS = {
    "contents": "livre-sommaire",
    "index": "livre-index",
    "index_help": "livre-index-aide",
    "at_page": "livre-page",
    "halls_help": "livre-mairies-aide",
    "hall_name": "livre-commune",
    "phone": "telephone",
    "hall_street": "adresse",
    "does": "contact-fait",
    "does_not": "contact-ne-fait-pas",
    "written": "adresse-courrier",
    "hours": "horaires",
    "related": "a-voir",
    "keep": "glossaire-garde",
}


def book_data(guide: Guide, base_url: str) -> dict[str, Any]:
    """What the book says, from its cover to its index. Raises `SheetFault` when the interface lacks a word."""
    inside = _inside(guide)
    writer = Writer(guide, False, base_url, inside)
    data = frame(writer, "guide", "page:accueil", writer.interface("titre-long"), "book")
    data["words"] |= {name: writer.interface(key) for name, key in _WORDS.items()}
    data |= {
        "short": writer.interface("description-du-guide"),
        "trust": writer.interface("accueil-confiance"),
        "free": writer.interface("pied-gratuit"),
        "parts": list(_parts(guide, base_url, inside)),
        "contacts": _contacts(guide, base_url, inside),
        "contacts_title": writer.interface("page-contacts"),
        "halls": {"title": writer.interface("livre-mairies"), "rows": _halls(guide)},
        "terms": {"title": writer.interface("page-glossaire"), "items": _terms(guide, base_url, inside)},
        "index": index_of(guide, _indexed(guide)),
    }
    return dated(writer, data)


def _agents(guide: Guide) -> list[Procedure]:
    """Agent pages stand in the French edition: their readers work in French."""
    return list(guide.content.counter.values()) if guide.language.source else []


def _procedures(guide: Guide) -> list[Procedure]:
    return [page for _, pages in grouped(guide) for page in pages]


def _inside(guide: Guide) -> frozenset[str]:
    """The labels of all that the book has a place for."""
    content = guide.content
    kinds = {
        "demarche": _procedures(guide),
        "critere": content.criteria.values(),
        "guichet": _agents(guide),
        "contact": content.contacts.values(),
    }
    return frozenset(f"{kind}:{item.id}" for kind, items in kinds.items() for item in items) | {
        "page:glossaire",
        "page:communes",
    }


def _parts(guide: Guide, base_url: str, inside: frozenset[str]) -> Iterator[dict[str, Any]]:
    writer = Writer(guide, False, base_url, inside)

    def chapter(kind: str, page: Procedure | Criterion) -> dict[str, Any]:
        return _chapter(Writer(guide, False, base_url, inside), kind, page)

    for group, pages in grouped(guide):
        yield {"title": writer.texts(group.title), "chapters": [chapter("demarche", page) for page in pages]}
    for title, kind, pages in (
        ("page-criteres", "critere", list(guide.content.criteria.values())),
        ("page-guichet", "guichet", _agents(guide)),
    ):
        if pages:
            yield {"title": writer.interface(title), "chapters": [chapter(kind, page) for page in pages]}


def _chapter(writer: Writer, kind: str, page: Procedure | Criterion) -> dict[str, Any]:
    guide = writer.guide
    parts = [part for part in view_of(guide.content, page).sections if part.items or kind == "demarche"]
    kept = [part for part in parts if guide.language.source or not part.for_agents]
    helpers = [] if isinstance(page, Criterion) else page.contacts
    return {
        "label": f"{kind}:{page.id}",
        "title": writer.texts(page.title),
        "short": writer.texts(lead_of(page)),
        "sections": paper_sections(writer, kept),
        "helpers": [line for _, people in guide.helpers(helpers) for line in _people(writer, people)],
        "related": [
            {"title": writer.texts(guide.title(r)), "ref": label_of(r)}
            for r in page.related
            if label_of(r) in writer.inside
        ],
        "law": law_of(writer, page),
        "url": writer.url(f"{kind}:{page.id}"),
    }


def _people(writer: Writer, people: Iterable[Person]) -> list[dict[str, Any]]:
    """Who helps, one a line; a town hall leads to the list of town halls."""
    guide = writer.guide
    found = []
    for person in sorted(people, key=lambda p: (p.contact is None, -len(served(guide, p)))):
        contact = person.contact
        phone = in_one_piece(contact.phones[0].number) if contact and contact.phones else ""
        found.append(
            {
                "name": writer.texts(contact.name) if contact else writer.interface("mairie-commune"),
                "phone": phone,
                "ref": f"contact:{contact.id}" if contact else "page:communes",
            }
        )
    return found


def _contacts(guide: Guide, base_url: str, inside: frozenset[str]) -> list[dict[str, Any]]:
    found = []
    for heading, contacts in contacts_by_heading(guide).items():
        writer = Writer(guide, False, base_url, inside)
        if contacts:
            found.append(
                {
                    "title": writer.interface(f"contacts-{heading}"),
                    "items": [_contact(writer, contact) for contact in contacts],
                }
            )
    return found


def _contact(writer: Writer, contact: Contact) -> dict[str, Any]:
    def texts(phrase: Phrase | None) -> Texts | None:
        return writer.texts(phrase) if phrase else None

    place, mail, web, hours = contact.address, contact.email, contact.web, contact.hours
    lines = (
        [place.street or "", f"{place.postcode or ''}\u00a0{place.city or ''}".strip("\u00a0")]
        if place
        else []
    )
    return {
        "label": f"contact:{contact.id}",
        "name": writer.texts(contact.name),
        "short": writer.texts(contact.short),
        "long": texts(contact.long_name)
        if contact.long_name and contact.long_name.fr != contact.name.fr
        else None,
        "phones": [
            {
                "number": in_one_piece(phone.number),
                "label": phone_label(writer, phone),
                "free": phone.cost == "free",
                "seen": phone_seen(writer, phone),
            }
            for phone in contact.phones
        ],
        "address": {
            "lines": [line for line in lines if line],
            "unsure": place.status == "to-confirm",
            "letters_only": not place.visit,
        }
        if place and any(lines)
        else None,
        "email": {"text": mail.value, "unsure": mail.status == "to-confirm"} if mail and mail.value else None,
        "web": {
            "text": web.value.split("//", 1)[1].rstrip("/"),
            "url": web.value,
            "unsure": web.status == "to-confirm",
        }
        if web and web.value
        else None,
        "hours": texts(hours.text or hours.unknown) if hours else None,
        "does": [
            part
            for part in (
                section(
                    writer,
                    "does",
                    "contact-fait",
                    [{"text": writer.texts(item.text)} for item in contact.does],
                ),
                section(
                    writer,
                    "never",
                    "contact-ne-fait-pas",
                    [{"text": writer.texts(item.text)} for item in contact.does_not],
                ),
            )
            if part["items"]
        ],
    }


def _halls(guide: Guide) -> list[dict[str, Any]]:
    """The town halls that have a phone or an address, in the order of the communes."""
    return [
        {
            "name": commune.name,
            "phone": in_one_piece(commune.phone),
            "street": ", ".join(
                part
                for part in (commune.street, f"{commune.hall_postcode} {commune.hall_city}".strip())
                if part
            ),
        }
        for commune in guide.communes.values()
    ]


def _terms(guide: Guide, base_url: str, inside: frozenset[str]) -> list[dict[str, Any]]:
    writer = Writer(guide, False, base_url, inside)
    terms = sorted(guide.content.terms.values(), key=lambda term: term.term.fr.casefold())
    return [
        {
            "label": f"terme:{term.id}",
            "term": writer.texts(term.term),
            "long": writer.texts(term.long) if term.long else None,
            "plain": writer.texts(term.plain),
        }
        for term in terms
    ]


def _indexed(guide: Guide) -> Iterator[tuple[str, Phrase | None, bool]]:
    """(label, words, whether they are a list) of all that the index tells of."""
    content = guide.content
    pages = [("demarche", p) for p in _procedures(guide)] + [
        ("critere", p) for p in content.criteria.values()
    ]
    pages += [("guichet", p) for p in _agents(guide)]
    for kind, page in [*pages, *(("contact", c) for c in content.contacts.values())]:
        label = f"{kind}:{page.id}"
        yield label, guide.title(label), False
        yield label, page.keywords, True
    for term in content.terms.values():
        yield f"terme:{term.id}", term.term, False
        yield f"terme:{term.id}", term.keywords, True
