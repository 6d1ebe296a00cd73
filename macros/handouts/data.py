"""A procedure -> everything its sheet shows, as plain data that Typst reads. Pure: content, language, territory and day in, a dict out."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from typing import Any

from ..guide import Guide
from ..model.facts import Fact
from ..model.pages import Deadline, Paper, Procedure, Statement
from ..rendering import formats
from ..rendering.lists import cited_facts
from ..rendering.typography import typeset
from ..text.grammar import tokens
from .cells import Texts, Writer, bold, cells_of, plain
from .helpers import cards
from .laws import condensed


def sheet_data(guide: Guide, procedure: Procedure, bilingual: bool, base_url: str, edition: str = "") -> dict[str, Any]:
    """What the sheet of `procedure` says, in the guide's language, or with French beside it.

    `base_url` is the public address of the site, ending with a slash (QR code). `edition` is the version printed at the foot; when
    empty it is a short fingerprint of all that the sheet says but its date: two sheets with the same one say the same.
    Raises `SheetFault` when the interface lacks a word.
    """
    writer = Writer(guide, bilingual, base_url)
    reference = f"demarche:{procedure.id}"
    url = writer.url(reference)
    title = writer.texts(procedure.title)
    guide_name = writer.interface("fiche-guide")
    data: dict[str, Any] = {
        "id": f"procedures/{procedure.id}", "bilingual": bilingual,
        "reader": guide.lang, "columns": [{"lang": c.lang, "dir": c.dir} for c in writer.columns],
        "lang": writer.columns[0].lang, "dir": writer.columns[0].dir,
        "document": " · ".join(plain(cell) for cell in title) + f" – {plain(guide_name[0])}",
        "author": guide.territory.name,
        "guide": guide_name, "territory": writer.words(guide.territory.name, "territoire", "fr"),
        "title": title, "short": writer.texts(procedure.short),
        "url": url, "address": url.split("//", 1)[-1],
        "sections": [section for section in _sections(writer, procedure) if section["items"] or section["empty"]],
        "cards": cards(writer, procedure.contacts),
        "law": _law(writer, procedure),
        "notices": _notices(writer),
        "words": {name: writer.interface(key) for name, key in _WORDS.items()},
        "qr_alt": plain(writer.interface("fiche-qr", adresse=url)[0]),
    }
    data["partly"] = any(cell["missing"] for cell in cells_of(data))
    version = edition or hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:6]
    data["edition"] = writer.interface("edition-du", date=lambda lang: formats.date(guide.day, lang))
    data["version"] = writer.interface("fiche-version", version=version)
    return data


#: Word of the template -> key of interface.yml.
_WORDS = {
    "contacts": "fiche-contacts", "law": "fiche-loi", "page": "fiche-page", "date": "fiche-date", "counter": "fiche-guichet",
    "next": "fiche-rendez-vous", "number": "fiche-numero", "unsure": "a-confirmer", "free": "gratuit", "letters_only": "adresse-courrier",
    "untranslated": "pas-encore-traduit",
}


def _sections(writer: Writer, procedure: Procedure) -> Iterable[dict[str, Any]]:
    """The sheet's parts in the order of the page; `empty` is what a part without items still says."""
    papers = procedure.papers
    yield _section(writer, "who", "fiche-pour-qui", [{"text": writer.texts(item.text)} for item in procedure.who])
    yield _section(writer, "steps", "fiche-a-faire", [
        {"text": writer.texts(step.text), "detail": writer.texts(step.detail) if step.detail else None} for step in procedure.steps
    ])
    yield _section(
        writer, "required", "fiche-exiges", [_paper(writer, item) for item in papers.required], writer.interface("papiers-aucun")
    )
    yield _section(writer, "later", "papiers-plus-tard", [_paper(writer, item) for item in papers.later])
    yield _section(writer, "never", "papiers-jamais", [{"text": writer.texts(item.text)} for item in papers.never])
    yield _section(writer, "deadlines", "fiche-delais", [_deadline(writer, item) for item in procedure.deadlines])
    yield _section(writer, "outcomes", "fiche-resultat", [
        {"if": bold(writer.texts(item.if_)), "text": writer.texts(item.then)} for item in procedure.outcomes
    ])
    yield _section(writer, "recourse", "recours", [{"text": writer.texts(item.text)} for item in procedure.recourse])
    yield _section(writer, "show", "montrer", [_shown(writer, item) for item in procedure.show])


def _section(writer: Writer, kind: str, title: str, items: list[dict[str, Any]], empty: Texts | None = None) -> dict[str, Any]:
    return {"kind": kind, "title": writer.interface(title), "items": items, "empty": None if items else empty}


def _paper(writer: Writer, paper: Paper) -> dict[str, Any]:
    document = writer.guide.content.documents[paper.document]
    name = bold(writer.texts(document.name))
    if paper.when:
        name = writer.joined([name, writer.interface("papiers-si", cas=writer.texts(paper.when))], " – ")
    return {"text": name, "detail": writer.texts(document.help) if document.help else None}


def _shown(writer: Writer, statement: Statement) -> dict[str, Any]:
    """A sentence to show at a counter: alone in another language, its French goes with it."""
    both = [*writer.texts(statement.text), *(writer.french(statement.text) if len(writer.columns) == 1 and writer.guide.lang != "fr" else [])]
    return {"text": both[: len(writer.columns)], "french": both[-1] if len(both) > len(writer.columns) and not both[0]["missing"] else None}


def _deadline(writer: Writer, deadline: Deadline) -> dict[str, Any]:
    """A deadline with its figure, big, when its sentence has one and no other; where departments differ, their figures below."""
    cited = {token.id for token in tokens(deadline.text.fr) if token.kind == "valeur"} | ({deadline.value} if deadline.value else set())
    figure, *elsewhere = (_figures(writer, *cited) if len(cited) == 1 else []) or [None]
    return {"text": writer.texts(deadline.text), "figure": figure, "elsewhere": elsewhere}


def _figures(writer: Writer, identifier: str) -> list[Texts]:
    guide = writer.guide
    series = guide.value(identifier)
    if series is not None:
        point = series.in_force(guide.day) or series.series[0]
        if point.value is None:
            return []
        return [writer.words(lambda lang: formats.quantity(point.value, series.unit, lang), f"values.{identifier}")]
    local = guide.local_value(identifier)
    known: dict[float, list[str]] = {}
    for code, value in guide.local_points(local) if local else []:
        if value.value is not None:
            known.setdefault(value.value, []).append(guide.territory.departments[code])
    return [
        writer.words(_amount(value, local.unit, places if i else []), f"territories.{identifier}")
        for i, (value, places) in enumerate(known.items())
    ]


def _amount(value: float, unit: str, places: list[str]):
    def words(lang: str) -> str:
        prefix = f"{formats.joined(places, lang)}\u00a0: " if places else ""
        return prefix + formats.quantity(value, unit, lang)

    return words


def _law(writer: Writer, procedure: Procedure) -> dict[str, Any]:
    """The texts that the sheet rests on, the oldest check of its facts, and whether one is overdue."""
    ids = cited_facts(writer.guide, procedure)
    facts: tuple[Fact, ...] = writer.guide.facts(ids)
    fresh = writer.guide.freshness(ids)
    dates: list[Texts] = []
    if fresh.checked:
        checked: dt.date = fresh.checked
        dates = [writer.interface("fiche-verifie", date=lambda lang: formats.date(checked, lang))]
    if fresh.overdue:
        dates.append(bold(writer.interface("en-retard")))
    laws = typeset(condensed(fact.law for fact in facts if fact.law), "fr")
    return {"texts": writer.words(laws, "facts.law", "fr") if laws else None, "dates": writer.joined(dates, " · ") if dates else None}


def _notices(writer: Writer) -> list[Texts]:
    """What a reader must know of the language: nobody reviewed it."""
    language = writer.guide.language
    return [] if language.source or language.reviewed_by_native else [writer.interface("langue-non-relue")]
