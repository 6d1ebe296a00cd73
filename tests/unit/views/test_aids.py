"""Decision aids as rules: every path ends at something a person can do; the calculators' sums."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.checks.pathways import UNSURE, follow
from macros.guide.content import page_exists
from macros.model.pathways import Pathway
from macros.views.aids import lengths, questions_left
from oracles.ceilings import Household, ceiling, line_of
from oracles.delays import easter, end_of, holidays, marks_of
from support.guides import real
from support.javascript import alone

AMOUNTS = {
    "menage-1": 100,
    "menage-2": 200,
    "menage-3": 300,
    "menage-4": 400,
    "menage-5": 500,
    "menage-6": 600,
    "personne-supplementaire": 50,
}
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31))


@pytest.fixture(scope="module")
def guide():
    return real()


def trees(guide):
    return [p for p in guide.content.pathways.values() if p.kind == "tree"]


def test_not_knowing_always_ends_somewhere(guide):
    lost = [
        p.id
        for p in trees(guide)
        if not (end := follow(p, {}))
        or (end not in {o.id for o in p.outcomes} and not page_exists(guide.content, end))
    ]
    assert lost == []


def test_every_outcome_says_why(guide):
    assert [
        (p.id, o.id) for p in guide.content.pathways.values() for o in p.outcomes if not guide.facts(o.proof)
    ] == []


def test_no_answer_asks_more_than_was_announced(guide):
    for pathway in trees(guide):
        left = questions_left(pathway)
        steps = [(left[q.id], left[a.to]) for q in pathway.questions for a in q.answers if a.to in left]
        assert all(before > after for before, after in steps)


def test_not_knowing_is_offered_at_every_question(guide):
    assert [q.id for p in trees(guide) for q in p.questions if UNSURE not in {a.id for a in q.answers}] == []


def test_the_list_of_priorities_names_every_criterion(guide):
    named = {item.to for item in guide.content.pathways["suis-je-prioritaire"].items}
    assert {f"critere:{i}" for i in guide.content.criteria} - named == set()


@pytest.mark.parametrize(
    ("year", "day"), [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2027, (3, 28)), (2038, (4, 25))]
)
def test_easter(year, day):
    assert easter(year) == dt.date(year, *day)


def test_a_year_has_eleven_holidays():
    assert len(holidays(2026)) == 11
    assert {dt.date(2026, 4, 6), dt.date(2026, 5, 14), dt.date(2026, 5, 25)} <= holidays(2026)


@pytest.mark.parametrize(
    ("start", "value", "unit", "count", "end"),
    [
        ("2026-11-19", 10, "day", "court", "2026-11-30"),  # a Sunday: put off to Monday
        ("2026-11-19", 10, "day", "calendar", "2026-11-29"),
        ("2026-12-15", 10, "day", "court", "2026-12-28"),  # Christmas, then the week-end
        ("2026-12-31", 2, "month", "calendar", "2027-02-28"),  # no 31 February
        ("2026-01-12", 6, "week", "calendar", "2026-02-23"),
        ("2024-02-29", 1, "year", "calendar", "2025-02-28"),
    ],
)
def test_end_of_a_delay(start, value, unit, count, end):
    assert end_of(dt.date.fromisoformat(start), value, unit, count) == dt.date.fromisoformat(end)


@given(DAYS, st.integers(1, 60), st.sampled_from(["day", "week", "month", "year"]))
def test_a_court_delay_never_ends_before_nor_on_a_closed_day(start, value, unit):
    end = end_of(start, value, unit, "court")
    assert end >= end_of(start, value, unit)
    assert end.weekday() < 5
    assert end not in holidays(end.year)


def test_a_day_that_follows_another_waits_for_it(guide):
    delay = next(d for d in guide.content.pathways["mes-delais"].delays if d.id == "dalo-sans-offre")
    known = {
        m.value: (
            lengths(guide, m.value).get("all") or lengths(guide, m.value)["13"],
            lengths(guide, m.value)["unit"],
        )
        for m in delay.marks
    }
    assert marks_of(delay, dt.date(2026, 1, 15), known) == {
        "prefet": dt.date(2026, 7, 15),
        "tribunal": dt.date(2026, 11, 15),
    }
    assert marks_of(delay, dt.date(2026, 1, 15), {"delai-tribunal-dalo": (4, "month")}) == {}


@pytest.mark.parametrize(
    ("household", "line"),
    [
        (Household(1), 1),
        (Household(1, disabled=True), 2),
        (Household(2), 2),
        (Household(2, young=True), 3),
        (Household(2, alone=True), 3),
        (Household(2, disabled=True), 3),
        (Household(3, disabled=True), 4),
        (Household(3, alone=True), 4),
        (Household(6), 6),
        (Household(9), 6),
    ],
)
def test_line_of_the_table(household, line):
    assert line_of(household) == line


def test_each_person_above_six_adds_the_supplement():
    assert ceiling(AMOUNTS, Household(8)) == 700


def routes(pathway: Pathway, at: str, given: dict[str, str]) -> Iterator[dict[str, str]]:
    """Every series of answers from the question `at` on that ends on the page."""
    questions = {question.id: question for question in pathway.questions}
    if at in {outcome.id for outcome in pathway.outcomes}:
        yield given
    for answer in questions[at].answers if at in questions else ():
        yield from routes(pathway, answer.to, given | {at: answer.id})


def as_tree(pathway: Pathway) -> dict[str, Any]:
    """What the script reads of a pathway's page."""
    return {
        "start": pathway.start,
        "places": [item.id for item in (*pathway.questions, *pathway.outcomes)],
        "ways": [[q.id, answer.id, answer.to] for q in pathway.questions for answer in q.answers],
    }


def test_the_page_leads_where_the_check_leads_on_every_route(guide):
    differing, walked = [], 0
    with alone("js/pathway.js") as call:
        for pathway in trees(guide):
            for given_answers in routes(pathway, pathway.start, {}):
                pairs = [list(pair) for pair in given_answers.items()]
                found = call("Guide.pathway.follow", as_tree(pathway), pairs)
                walked += 1
                if found != {"answers": pairs, "now": follow(pathway, given_answers), "from": None}:
                    differing.append((pathway.id, given_answers, found))
    assert (differing, walked > len(trees(guide))) == ([], True)
