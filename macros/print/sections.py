"""The parts of a page as lists of items, for any paper: a sheet, a desk card, a chapter of the book, the
poster.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..guide.freshness import Filling, Freshness, Saying, sayings
from ..guide.guide import Guide
from ..language.direction import ordered
from ..language.typography import typeset
from ..model.facts import Fact
from ..model.fields import Phrase
from ..model.pages import Criterion, Deadline, Exemption, Outcome, Paper, Statement, Unknown
from ..speech import formats
from ..speech.laws import condensed
from ..speech.said import written
from ..speech.spans import named
from ..views.decisions import Ruling
from ..views.indexes import own_facts
from ..views.page import Section as Part
from .writer import Texts, Writer, bold

Section = dict[str, Any]

#: « L. 441-1, g » is what a fact writes « L. 441-1 g ».
_LETTER = re.compile(r", (?=[a-z]\b)")


#: Forms that a sheet draws elsewhere (who helps: cards) or not at all (dated tables fill pages of their own).
ELSEWHERE = ("people", "tables")


def paper_sections(writer: Writer, parts: Iterable[Part]) -> list[Section]:
    """The parts of a page as paper draws them, in the page's order; those that it draws elsewhere are left
    out.
    """
    return [_drawn(writer, part) for part in parts if part.form not in ELSEWHERE]


def _drawn(writer: Writer, part: Part) -> Section:
    empty = writer.interface(part.empty) if part.empty else None
    items = [told for item in part.items for told in _told(writer, item, part)]
    return section(writer, part.kind, part.paper_title, items, empty)


def _told(writer: Writer, item: Any, part: Part) -> Iterable[dict[str, Any]]:
    """An item as paper says it: a decision in several lines, any other in one."""
    return (
        _decision_items(writer, item) if part.form == "decisions" else [_ITEMS[part.form](writer, item, part)]
    )


def section(
    writer: Writer, kind: str, title: str, items: list[dict[str, Any]], empty: Texts | None = None
) -> Section:
    """A part: its kind (how it is drawn), its title (a key of the interface), its items, and what it says
    without any.
    """
    return {
        "kind": kind,
        "title": _heading(writer, title, items),
        "items": items,
        "empty": None if items else empty,
    }


def _heading(writer: Writer, title: str, items: list[dict[str, Any]]) -> Texts:
    """The title of a part, in French over texts that nobody translated."""
    said, french = writer.interface(title), writer.french(writer.interface_phrase(title))[0]
    return [
        french if items and all(item["text"][n]["missing"] for item in items) else cell
        for n, cell in enumerate(said)
    ]


def deadline_item(writer: Writer, deadline: Deadline) -> dict[str, Any]:
    """A deadline with its figure, big, when its sentence has one and no other; where departments differ,
    their figures below.
    """
    cited = {*deadline.text.values, *([deadline.value] if deadline.value else [])}
    figures = _figures(writer, *cited) if len(cited) == 1 else []
    figure, elsewhere = (figures[0], figures[1:]) if figures else (None, [])
    return {
        "text": writer.texts(deadline.text),
        "figure": figure,
        "elsewhere": elsewhere,
        "whose": deadline.whose,
        "caveat": _caveat(writer, deadline.proof),
    }


def _statement_item(writer: Writer, item: Statement, part: Part) -> dict[str, Any]:
    detail: Phrase | None = getattr(item, "detail", None)
    told = {"text": writer.texts(item.text), "detail": writer.texts(detail) if detail else None}
    return told | {"caveat": _caveat(writer, item.proof)} if part.cautious else told


def _case_item(writer: Writer, item: Outcome | Exemption, part: Part) -> dict[str, Any]:
    when = item.if_ if isinstance(item, Outcome) else item.text
    told = {"if": bold(writer.texts(when)), "text": writer.texts(item.then)}
    return told | {"caveat": _caveat(writer, item.proof)} if part.cautious else told


def _caveat(writer: Writer, proof: Iterable[str]) -> Texts | None:
    """What a reader must know of the facts behind a sentence, each clause once; None when there is nothing to
    know.
    """
    caveats = {fact.caveat.fr: fact.caveat for fact in writer.guide.facts(proof) if fact.caveat}
    return writer.joined([writer.texts(caveat) for caveat in caveats.values()], " ") if caveats else None


def _piece_item(writer: Writer, paper: Paper, _: Part) -> dict[str, Any]:
    document = writer.guide.content.documents[paper.document]
    name = bold(writer.texts(document.name))
    if paper.when:
        name = writer.joined([name, writer.interface("papiers-si", cas=writer.texts(paper.when))], " – ")
    return {"text": name, "detail": writer.texts(document.help) if document.help else None}


def _show_item(writer: Writer, statement: Statement, _: Part) -> dict[str, Any]:
    """A sentence to show at a counter: alone in another language, its French goes with it."""
    both = [
        *writer.texts(statement.text),
        *(writer.french(statement.text) if len(writer.columns) == 1 and writer.guide.lang != "fr" else []),
    ]
    return {
        "text": both[: len(writer.columns)],
        "french": both[-1] if len(both) > len(writer.columns) and not both[0]["missing"] else None,
    }


def _decision_items(writer: Writer, item: Ruling) -> Iterator[dict[str, Any]]:
    """A decision, a line a clock: by when they must answer, then what the reader may do, and if they do
    nothing.
    """
    lines = [line for line in item.theirs if line.id == "answer"]
    for index, line in enumerate([*lines, *item.yours, *item.idle]):
        lead = {} if index else {"if": bold(writer.texts(item.decision.title))}
        yield lead | {"text": writer.texts(line.text)}


def _unknown_item(writer: Writer, item: Unknown, _: Part) -> dict[str, Any]:
    return {"text": writer.texts(item.text)}


#: How an item of each form is said on paper.
_ITEMS: Mapping[str, Callable[[Writer, Any, Part], dict[str, Any]]] = {
    "statements": _statement_item,
    "steps": _statement_item,
    "pieces": _piece_item,
    "deadlines": lambda writer, item, _: deadline_item(writer, item),
    "cases": _case_item,
    "shows": _show_item,
    "unknowns": _unknown_item,
}


def _figures(writer: Writer, identifier: str) -> list[Texts]:
    guide = writer.guide
    name, _, row = identifier.partition(".")
    series = guide.value(name)
    if series is not None:
        point = series.in_force(guide.day) or series.series[0]
        known_value = point.values.get(row) if row else point.value
        if known_value is None:
            return []
        return [writer.words(_amount(guide, known_value, series.unit, []), f"values.{identifier}")]
    local = guide.local_value(identifier)
    if local is None:
        return []
    known: dict[float, list[str]] = {}
    for code, value in guide.local_points(local):
        if value.value is not None:
            known.setdefault(value.value, []).append(guide.territory.departments[code])
    return [
        writer.words(_amount(guide, value, local.unit, places if i else []), f"territories.{identifier}")
        for i, (value, places) in enumerate(known.items())
    ]


def _amount(guide: Guide, value: float, unit: str, places: list[str]) -> Callable[[str], str]:
    def words(lang: str) -> str:
        amount = ordered(formats.quantity(value, unit, guide.locale(lang)), lang)
        return named(guide, places, amount, lang) if places else amount

    return words


def law_of(writer: Writer, page: Any) -> dict[str, Any]:
    """The texts that a page rests on, what was read of them and when, and whether one is overdue."""
    ids = own_facts(writer.guide, page)
    facts: tuple[Fact, ...] = writer.guide.facts(ids)
    fresh = writer.guide.freshness(ids)
    dates = [_in_words(writer, saying) for saying in sayings(_uncounted(fresh))]
    if fresh.overdue:
        dates.append(bold(writer.interface("en-retard")))
    own = [_LETTER.sub(" ", page.law)] if isinstance(page, Criterion) else []
    laws = typeset(condensed([*own, *(fact.law for fact in facts if fact.law)]), "fr")
    return {
        "texts": writer.words(laws, "facts.law", "fr") if laws else None,
        "dates": writer.joined(dates, " · ") if dates else None,
    }


def _uncounted(fresh: Freshness) -> Freshness:
    """The same without how many sources have no date, and how many rules of all were read in force: a hand
    that holds a paper can look none of them up; its page says it. That none was is said.
    """
    copies = replace(fresh.copies, undated=0) if fresh.copies else None
    rules = fresh.rules if fresh.held in (0, fresh.rules) else 0
    return replace(fresh, copies=copies, rules=rules, seen=0 if copies else fresh.seen)


def _in_words(writer: Writer, saying: Saying) -> Texts:
    return writer.interface(
        saying.key, **{name: _filling(writer, value) for name, value in saying.fills.items()}
    )


def _filling(writer: Writer, value: Filling) -> Texts | Callable[[str], str]:
    return (
        _in_words(writer, value)
        if isinstance(value, Saying)
        else lambda lang: written(value, writer.guide.locale(lang))
    )
