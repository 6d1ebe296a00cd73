"""A page -> everything that its sheet shows, as plain data that Typst reads. Pure: content, language,
territory and day in, a dict out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel

from ..guide.content import split_reference
from ..guide.edition import said_on
from ..guide.guide import Guide
from ..guide.same import Same
from ..language.typography import comma
from ..model.fields import Phrase
from ..model.kinds import PAGES
from ..model.pages import Criterion, Procedure
from ..model.traversal import phrases_of
from ..speech import formats
from ..speech.addresses import short_address
from ..speech.discretion import is_sensitive
from ..views.indexes import own_facts
from ..views.page import Section, view_of
from .attached import attached
from .first import act_of, is_named, is_told, numbers
from .people import cards
from .sections import law_of, paper_sections
from .writer import Texts, Writer, cells_of, plain

Data = dict[str, Any]

#: Share of its texts that an agent page must have in a language to be printed in it: agents read French.
_TRANSLATED = 0.9


def sheet_data(guide: Guide, procedure: Procedure, bilingual: bool, base_url: str, edition: str = "") -> Data:
    """What the sheet of `procedure` says, in the guide's language, or with French beside it.

    `base_url` is the public address of the site, ending with a slash (QR code). `edition` is the version
    printed at the foot; when
    empty it is a short fingerprint of all that the sheet says but its date: two sheets with the same one say
    the same.
    Raises `SheetFault` when the interface lacks a word.
    """
    writer = Writer(guide, bilingual, base_url, refers=True)
    data = _sheet(writer, f"demarche:{procedure.id}", procedure.title, procedure.short)
    data |= {
        "act": act_of(writer, procedure.act),
        "sections": paper_sections(writer, for_readers(guide, procedure)),
        "cards": cards(writer, procedure.contacts),
        "law": law_of(writer, procedure),
    }
    data = _called(writer, data, procedure)
    return dated(writer, data, edition, [procedure], own_facts(guide, procedure))


def desk_data(guide: Guide, page: Procedure, bilingual: bool, base_url: str) -> Data:
    """What the desk card of an agent page says: the same, and what the agent must know. Raises as
    `sheet_data` does.
    """
    writer = Writer(guide, bilingual, base_url, refers=True)
    data = _sheet(writer, f"guichet:{page.id}", page.title, page.short, "fiche-carte")
    # an agent page without papers is about none
    told = [part for part in view_of(guide.content, page).sections if part.items or part.kind != "required"]
    data |= {
        "sections": paper_sections(writer, _agents_first(told)),
        "cards": cards(writer, page.contacts),
        "law": law_of(writer, page),
    }
    return dated(writer, _called(writer, data, page), about=[page], facts=own_facts(guide, page))


def criterion_data(guide: Guide, criterion: Criterion, bilingual: bool, base_url: str) -> Data:
    """What the proof sheet of a criterion says: who, which papers prove it, what it opens, how an agent
    records it.
    """
    writer = Writer(guide, bilingual, base_url, refers=True)
    data = _sheet(writer, f"critere:{criterion.id}", criterion.title, criterion.text, "fiche-preuve")
    data |= {
        "sections": paper_sections(writer, _agents_first(view_of(guide.content, criterion).sections)),
        "cards": [],
        "law": law_of(writer, criterion),
    }
    data = _called(writer, data, criterion)
    return dated(writer, data, about=[criterion], facts=own_facts(guide, criterion))


def _called(writer: Writer, data: Data, page: Procedure | Criterion) -> Data:
    """The same with whom to call first; who is wholly told there is not told again below."""
    entries = numbers(writer, page)
    known = [card | {"first": is_named(entries, card)} for card in data["cards"]]
    return data | {"calls": entries, "cards": [c for c in known if not (c["first"] and is_told(c))]}


def for_readers(guide: Guide, page: Procedure) -> list[Section]:
    """What a reader takes home: neither what agents must know, nor what nobody knows."""
    return [
        part
        for part in view_of(guide.content, page).sections
        if not part.for_agents and part.form != "unknowns"
    ]


def _agents_first(parts: Iterable[Section]) -> list[Section]:
    """The same, what is not known last."""
    return sorted(parts, key=lambda part: part.form == "unknowns")


def large(data: Data) -> Data:
    """The same sheet in large print: another template, as many pages as it takes."""
    return {**data, "template": "large"}


def is_translated(page: Procedure) -> bool:
    """Whether an agent page is worth printing in the guide's language: its title and nine texts in ten are
    not French.
    """
    texts = [phrase for _, _, phrase in phrases_of(page, "")]
    known = [phrase for phrase in texts if phrase.state in ("source", "translated")]
    return page.title in known and len(known) >= _TRANSLATED * len(texts)


def frame(writer: Writer, identifier: str, reference: str, title: Texts, template: str) -> Data:
    """What every printed document has: languages, title, address, QR code, and the words that its template
    uses.
    """
    guide = writer.guide
    url = writer.url(reference)
    short = short_address(reference, guide.content)
    guide_name = writer.interface("fiche-guide")
    number = short or next(iter(guide.content.number_of.values()), "")
    numbered = writer.words(bare(f"{writer.base_url}{number}"), "url", kind="ltr")
    address = bare(f"{writer.base_url}{short}" if short else url)
    place = f"{guide.territory.name} · {guide.commune.name}" if guide.commune else guide.territory.name
    return {
        "id": identifier,
        "template": template,
        "bilingual": len(writer.columns) > 1,
        "reader": guide.lang,
        "columns": [{"lang": c.lang, "dir": c.dir} for c in writer.columns],
        "lang": writer.columns[0].lang,
        "dir": writer.columns[0].dir,
        "comma": comma(writer.columns[0].lang),
        "document": " · ".join(plain(cell) for cell in title) + f" – {plain(guide_name[0])}",
        "author": guide.territory.name,
        "guide": guide_name,
        "territory": writer.words(place, "territoire", "fr"),
        "title": title,
        "url": url,
        "address": address,
        "notices": _notices(writer),
        "words": {name: writer.interface(key) for name, key in _WORDS.items()}
        | {
            "see": writer.interface("fiche-renvoi", numero=number, adresse=numbered),
            "away": writer.interface("fiche-ailleurs", adresse=writer.words(address, "url", kind="ltr")),
        },
        "qr_alt": plain(writer.interface("fiche-qr", adresse=url)[0]),
    }


def bare(url: str) -> str:
    """An address as one types it: a slash that ends it adds nothing, and jumps ahead of it in Arabic."""
    return url.split("//", 1)[-1].rstrip("/")


def dated(
    writer: Writer,
    data: Data,
    edition: str = "",
    about: Sequence[BaseModel] = (),
    facts: Iterable[str] = (),
) -> Data:
    """The same with its edition, its version (`edition`, or a fingerprint of what it says), whether some of
    it stayed French, whether it names other sheets or doubts an address, and the `facts` that it rests on as
    data.

    It bears the day on which what it is `about` last turned, the guide's own when it is about all of it:
    a paper whose facts nobody touched is the same paper, whatever was built since.
    """
    guide = writer.guide
    day = guide.once(("said on", *map(Same, about)), lambda: said_on(guide, about))
    cells = list(cells_of(data))
    whole = {
        **data,
        "partly": any(cell["missing"] for cell in cells),
        "refers": any("n" in run for cell in cells for run in cell["runs"]),
        "doubts": _doubts(data),
    }
    version = (
        edition
        or hashlib.sha256(json.dumps(whole, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:6]
    )
    return whole | {
        "attached": attached(guide, data["url"], day, facts),
        "edition": writer.interface("edition-du", date=lambda lang: formats.date(day, guide.locale(lang))),
        "day": day.isoformat(),
        "version": writer.interface("fiche-version", version=writer.words(version, "version", kind="ltr")),
    }


def _doubts(value: Any) -> bool:
    """Whether an address, a site or an e-mail somewhere in the data is still to be confirmed."""
    if isinstance(value, dict) and "runs" not in value:  # a text is no address
        return value.get("unsure") is True or any(_doubts(child) for child in value.values())
    return isinstance(value, list) and any(_doubts(child) for child in value)


#: Word of the templates -> key of interface.yml.
_WORDS = {
    "contacts": "fiche-contacts",
    "law": "fiche-loi",
    "page": "fiche-page",
    "date": "fiche-date",
    "counter": "fiche-guichet",
    "next": "fiche-rendez-vous",
    "number": "fiche-numero",
    "unsure": "a-confirmer",
    "star": "fiche-asterisque",
    "first": "fiche-d-abord",
    "write_to": "fiche-ecrire-a",
    "yours": "fiche-vous-avez",
    "theirs": "autre-partie",
    "and": "fiche-et",
    "or": "fiche-ou",
    "ticks": "fiche-cases",
    "strip": "fiche-bande",
    "my_date": "fiche-ma-date",
    "facts": "fiche-faits",
    "free": "gratuit",
    "letters_only": "adresse-courrier",
    "untranslated": "pas-encore-traduit",
}


def _sheet(writer: Writer, reference: str, title: Phrase, short: Phrase, label: str = "") -> Data:
    """The head of a sheet; `label` is the interface's word for what kind of sheet it is."""
    commune = writer.guide.commune
    kind, identifier = split_reference(reference)
    found = frame(writer, f"{PAGES[kind].prefix}/{identifier}", reference, writer.texts(title), "sheet")
    # A reader of PDF shows the title in its tab and in the list of what was opened.
    neutral = (
        {"document": plain(writer.interface("titre-neutre")[-1])}
        if is_sensitive(writer.guide, reference)
        else {}
    )
    return (
        found
        | neutral
        | {
            "short": writer.texts(short),
            "strip_title": [] if neutral else writer.texts(title),
            "label": writer.interface(label) if label else None,
            "act": None,
            "place": writer.interface("fiche-commune", commune=commune.name) if commune else None,
            "calls": [],
        }
    )


def _notices(writer: Writer) -> list[Texts]:
    """What a reader must know of the language: nobody reviewed it."""
    language = writer.guide.language
    return [] if language.source or language.reviewed_by_native else [writer.interface("langue-non-relue")]
