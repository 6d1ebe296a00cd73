"""What the pages of decision aids hand to their scripts: how many questions remain, the amounts of each year,
the length of each delay.
"""

from __future__ import annotations

import json
from typing import Any

from ..guide.conditions import Reasons, Route, reasons, routes
from ..guide.content import Content, split_reference
from ..guide.guide import Guide
from ..model.kinds import PAGES
from ..model.pages import Conditions
from ..model.pathways import Delay, Pathway


def questions_left(pathway: Pathway) -> dict[str, int]:
    """Question id -> how many questions follow at most. The pathway has no cycle: checks refuse one."""
    questions = {q.id: q for q in pathway.questions}
    known: dict[str, int] = {}

    def after(identifier: str) -> int:
        if identifier not in known:
            known[identifier] = max(
                (1 + after(a.to) for a in questions[identifier].answers if a.to in questions), default=0
            )
        return known[identifier]

    return {identifier: after(identifier) for identifier in questions}


def whys(content: Content, pathway: Pathway) -> dict[str, Reasons]:
    """Outcome id -> why it says what it says of the conditions of its page; of the outcomes that say
    something.
    """
    ways: dict[str, list[Route]] = {}
    for route, end in routes(pathway):
        ways.setdefault(end, []).append(route)
    return {
        outcome.id: reasons(logic, pathway.id, ways.get(outcome.id, []))
        for outcome in pathway.outcomes
        if outcome.says and (logic := conditions_of(content, outcome.about or outcome.to)).leaves
    }


def conditions_of(content: Content, reference: str) -> Conditions:
    """The conditions of a page; none for a page that has none."""
    kind, identifier = split_reference(reference)
    page = getattr(content, PAGES[kind].attribute).get(identifier) if kind in PAGES else None
    return getattr(page, "conditions", Conditions())


def amounts_by_year(guide: Guide, identifier: str) -> dict[str, dict[str, float]]:
    """Year -> row -> amount, for the years begun on the guide's day; latest first."""
    points = [p for p in guide.content.values[identifier].series if p.from_ <= guide.day]
    return {str(p.from_.year): dict(p.values) for p in sorted(points, key=lambda p: p.from_, reverse=True)}


def lengths(guide: Guide, identifier: str | None) -> dict[str, Any]:
    """`{"unit": "month", "all": 4}`, or `{"unit": "month", "13": 6, "84": 3}` for a value that depends on the
    department; no value is no day at all.
    """
    if identifier is None:
        return {"unit": "day", "all": 0}
    local = guide.local_value(identifier)
    if local is not None:
        return {
            "unit": local.unit,
            **{code: p.value for code, p in guide.local_points(local) if p.value is not None},
        }
    series = guide.content.values[identifier]
    point = series.in_force(guide.day) or series.series[0]
    return {"unit": series.unit, "all": point.value}


def delays_of(content: Content) -> dict[str, Delay]:
    """Letter id -> the delay that a calculator works out from it."""
    return {
        letter: delay for aid in content.pathways.values() for delay in aid.delays for letter in delay.letters
    }


def as_json(value: Any) -> str:
    """`value` for a data attribute (Jinja escapes it)."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
