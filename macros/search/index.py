"""The index of a language, in three files: titles and keywords, which the first answer waits for; then
headings, first sentences and lesser words; last the sentences that answer.

Titles and keywords alone lose under three points of right-first results and are a quarter of the size
(reference measurements, search notes).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..guide.content import page_references
from ..guide.guide import Guide
from ..language.typography import colon, comma
from ..model.contacts import Contact
from ..model.fields import Phrase
from ..model.kinds import FIXED_PAGES, PAGES
from ..model.lists import Card, Term
from ..model.outgoing import Outgoing
from ..model.pages import Criterion, Framework, Outcome, Paper, Procedure
from ..model.pathways import Pathway
from ..model.territory import Commune
from ..speech.addresses import address
from ..speech.calls import Button, button
from ..speech.in_script import script_of
from ..speech.spans import plain
from ..speech.titles import title
from ..views.communes import Part, parts, place_of, town_hall
from ..views.page import View, lead_of, name_of, view_of
from .answers import answers_files, files_of_pages
from .words import asked, heard, keywords_of, new_words, shortened

#: How much a document counts beside a procedure: people look for what to do before they look for the rule or
#: the office.
_COMMUNE = 0.95
#: How much less a contact counts that serves almost none of the communes: of two offices of the same name,
#: most people mean the other.
_FAR = 0.1
#: The same for what has no kind of page of its own.
_OTHER_WEIGHTS = {"terme": 0.8, "courrier": 0.97, "page": 0.75}
#: A fixed page without an introduction of its own -> the word of the interface that it begins with.
_FIRST_WORDS = {"a-propos": "a-propos-qui-texte", "accessibilite": "acces-etat-non"}
_WEIGHTS = _OTHER_WEIGHTS | {
    ref: kind.page.weight for ref, kind in PAGES.items() if kind.page and kind.page.weight
}


def search_index(guide: Guide) -> dict[str, Any]:
    """`{lang, kinds, halls, docs, urgent}`, JSON-able: what the first answer needs. Documents are in the
    order of the guide.

    `halls` says how a town hall is called, once for all communes.
    """
    docs = [_core(doc) for doc in _documents(guide)]
    town_hall = guide.content.interface["mairie-de"]
    halls = list(dict.fromkeys((town_hall.text, town_hall.fr)))
    return {
        "lang": guide.lang,
        "kinds": _kinds(guide),
        "halls": halls,
        "docs": docs,
        "urgent": _urgent(guide),
    }


def more_index(guide: Guide) -> dict[str, Any]:
    """`{words, docs}`: what may come after the first answer – what people ask, headings and first sentences
    by address, words explained.
    """
    words = {
        doc["location"]: {name: doc[name] for name in _later(doc) if doc.get(name) not in (None, "", [])}
        for doc in _documents(guide)
    }
    return {"words": words, "docs": [_term(guide, term) for term in guide.content.terms.values()]}


def index_scripts(guide: Guide) -> dict[str, str]:
    """File name -> text. They are scripts: a page opened from a folder may load a script, not a JSON file."""
    return {
        "guide.js": script_of("Guide.search.index", search_index(guide)),
        "more.js": script_of("Guide.search.more", more_index(guide)),
    } | {
        f"told-{number}.js": script_of(f"Guide.search.told[{number}]", told)
        for number, told in enumerate(answers_files(guide))
    }


#: What of a document waits for the second file, and the kinds whose keywords do not wait: what people ask for
#: in their own words.
_LATER = ("asked", "heads", "text", "french", "told", "calls")
_SOUGHT = ("page", "courrier", *(ref for ref, kind in PAGES.items() if kind.page and kind.page.sought))


def _documents(guide: Guide) -> list[dict[str, Any]]:
    told = files_of_pages(guide)
    docs = [
        _page(guide, reference) | ({"told": told[reference]} if reference in told else {})
        for reference in page_references(guide.content)
    ]
    docs += [_fixed(guide, name) for name, page in FIXED_PAGES.items() if page.searched]
    docs += [_letter(guide, identifier) for identifier in guide.content.letters]
    return docs + [_commune(guide, insee) for insee in guide.communes]


def _core(doc: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in doc.items() if name not in _later(doc) and value}


def _later(doc: dict[str, Any]) -> tuple[str, ...]:
    """What of a document waits for the second file: contacts, communes, criteria and agents' pages are first
    found by their names alone.
    """
    return _LATER if doc["kind"] in _SOUGHT else (*_LATER, "keywords")


def _kinds(guide: Guide) -> dict[str, str]:
    names = (*PAGES, "commune", "terme", "courrier", "page")
    return {name: guide.content.interface[f"genre-{name}"].text for name in names}


def _page(guide: Guide, reference: str) -> dict[str, Any]:
    page = guide.page(reference)
    kind = reference.split(":", maxsplit=1)[0]
    short = lead_of(page)
    told = _Told(
        title(guide, reference), page.keywords, short, _heads(guide, page), _french_title(guide, page)
    )
    doc = _doc(guide, reference, kind, told)
    if not isinstance(page, Contact):
        return doc
    weight = round(doc["weight"] * (1 - _FAR + _FAR * _reach(guide, page)), 2)
    return doc | {"weight": weight, "calls": _sure_calls(guide, page)}


def _sure_calls(guide: Guide, contact: Contact) -> list[dict[str, str]]:
    """The first number of a contact, to press, when somebody confirmed it; any other stands on its page,
    with its sign.
    """
    first = contact.phones[:1]
    return [_call(guide, button(guide, contact.id)) for phone in first if phone.status == "confirmed"]


def _reach(guide: Guide, contact: Contact) -> float:
    """The share of the territory's communes that a contact serves, 0 to 1."""
    if contact.serves.everyone or not guide.communes:
        return 1.0
    served = (
        c
        for c in guide.communes.values()
        if c.department in contact.serves.departments or c.insee in contact.serves.communes
    )
    return sum(1 for _ in served) / len(guide.communes)


def _heads(guide: Guide, page: Procedure | Criterion | Contact | Framework | Pathway | Outgoing) -> str:
    if isinstance(page, (Procedure, Criterion)):
        return " ".join(_words(guide, view_of(guide.content, page)))
    texts: list[Phrase] = []
    if isinstance(page, Contact):
        texts = [s.text for s in page.does] + ([page.long_name] if page.long_name else [])
        return " ".join(
            [
                *(plain(guide, t) for t in texts),
                *(p.number.replace(" ", "") + " " + p.number for p in page.every_phone),
            ]
        )
    if isinstance(page, Outgoing):
        texts = [page.subject]
    elif isinstance(page, Framework):
        texts = [s.title for s in page.sections]
    elif isinstance(page, Pathway):
        texts = [question.text for question in page.questions] + [item.text for item in page.items]
        texts += [delay.text for delay in page.delays] + [outcome.title for outcome in page.outcomes]
    return " ".join(plain(guide, t) for t in texts)


def _words(guide: Guide, view: View) -> Iterator[str]:
    """The sentences by which a page is found, and the papers that it asks for."""
    for section in view.sections:
        for item in section.items if section.sought or section.form == "pieces" else ():
            yield plain(guide, _subject(guide, item))


def _subject(guide: Guide, item: Any) -> Phrase:
    """What an item of a section is about: a paper by its name, a case by its « if », a sentence by itself."""
    if isinstance(item, Paper):
        return guide.content.documents[item.document].name
    about: Phrase = item.if_ if isinstance(item, Outcome) else item.text
    return about


def _french_title(guide: Guide, page: Any) -> str:
    return "" if guide.lang == "fr" else name_of(page).fr


@dataclass(frozen=True, slots=True)
class _Told:
    """What a document says: its name, search words, short answer, other headings, and its French name."""

    name: str
    keywords: Phrase | None
    short: Phrase | None
    heads: str = ""
    french: str = ""


def _doc(guide: Guide, reference: str, kind: str, told: _Told) -> dict[str, Any]:
    text = plain(guide, told.short) if told.short else ""
    doc: dict[str, Any] = {
        "location": address(reference, guide.content),
        "title": told.name,
        "kind": kind,
        "keywords": keywords_of(told.keywords),
        "asked": asked(guide, reference),
        "text": shortened(text),
    }
    doc["heads"] = new_words(told.heads, doc)
    if kind in _WEIGHTS:
        doc["weight"] = _WEIGHTS[kind]
    if told.french:
        doc["french"] = told.french
    return doc


def _fixed(guide: Guide, name: str) -> dict[str, Any]:
    reference = f"page:{name}"
    return _doc(guide, reference, "page", _Told(title(guide, reference), None, _intro(guide, name)))


def _intro(guide: Guide, name: str) -> Phrase | None:
    """The first sentence of a fixed page; None for one that begins with a list."""
    statement = guide.content.accessibility
    if name == "accessibilite" and statement:
        return statement.why
    words = guide.content.interface
    return words.get(f"{name}-intro") or words.get(_FIRST_WORDS.get(name, ""))


def _commune(guide: Guide, insee: str) -> dict[str, Any]:
    commune = guide.communes[insee]
    told = comma(guide.lang).join(
        _counter(guide, commune, part) for part in parts(guide, commune)["registers"]
    )
    return {
        "location": address(f"commune:{insee}", guide.content),
        "title": commune.name,
        "kind": "commune",
        "keywords": ", ".join([*commune.postcodes, insee, *commune.aliases.split()]),
        "weight": _COMMUNE,
        "heads": "",
        "text": shortened(told),
    }


def _counter(guide: Guide, commune: Commune, part: Part) -> str:
    """Who registers applications in a commune, and where: what most people look for."""
    if part.contact:
        name, where = plain(guide, part.contact.name), place_of(part.contact).door
    else:
        name, where = guide.content.interface["mairie"].text, town_hall(commune).door
    return f"{name}{colon(guide.lang)}{where}" if where else name


def _term(guide: Guide, term: Term) -> dict[str, Any]:
    heads = plain(guide, term.long) if term.long else ""
    told = _Told(plain(guide, term.term), term.keywords, term.plain, heads)
    return _doc(guide, f"terme:{term.id}", "terme", told)


def _letter(guide: Guide, identifier: str) -> dict[str, Any]:
    letter = guide.content.letters[identifier]
    number = Phrase(letter.number) if letter.number else None
    heads = plain(guide, letter.caution) if letter.caution else ""
    name = title(guide, f"courrier:{identifier}")
    return _doc(guide, f"courrier:{identifier}", "courrier", _Told(name, number, letter.looks, heads))


def _urgent(guide: Guide) -> list[dict[str, Any]]:
    """The urgent cards of the home page, most pressing first: the words that call for each, by language, and
    whom to ring.
    """
    return [
        {
            "location": address(card.to, guide.content),
            "words": heard(guide, card),
            "calls": _calls(guide, card),
        }
        for card in guide.content.navigation.urgent
    ]


def _calls(guide: Guide, card: Card) -> list[dict[str, str]]:
    return [_call(guide, button(guide, reference)) for reference in card.call]


def _call(guide: Guide, call: Button) -> dict[str, str]:
    interface = guide.content.interface
    say = (interface["appeler"] if call.by == "voice" else interface["ecrire-au"]).text
    return {
        "number": call.number,
        "to": call.to,
        "by": call.by,
        "label": say.replace("{numero}", call.number),
    }
