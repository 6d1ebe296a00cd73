"""An edition bears the day on which what it says last turned, not the day of the build."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.guide.edition import edition_day, next_turn, said_on
from macros.guide.freshness import due
from macros.guide.guide import Guide
from macros.model.facts import Fact, Value
from support.guides import read, real
from support.made import made_content

DAYS = st.dates(dt.date(2026, 11, 30), dt.date(2030, 12, 31))


def said(guide: Guide) -> list[object]:
    """What a day may change in what a guide says."""
    values = guide.content.values.values()
    return [
        [guide.freshness([fact]).overdue for fact in guide.content.facts],
        [(value.in_force(guide.day), value.announced(guide.day)) for value in values],
        [p.until < guide.day for value in values for p in value.series if p.until],
        guide.day.year,
    ]


@given(DAYS)
@settings(max_examples=25, deadline=None)
def test_the_guide_of_an_edition_says_what_the_guide_of_the_day_says(day):
    turned = edition_day(real().content, day)
    assert said(replace(real(), day=turned)) == said(replace(real(), day=day))


@given(DAYS)
@settings(max_examples=25, deadline=None)
def test_an_edition_lasts_until_the_next_turn(day):
    content = real().content
    last = next_turn(content, day) - dt.timedelta(days=1)
    assert edition_day(content, last) == edition_day(content, day)


def test_the_next_turn_opens_another_edition():
    content = real().content
    turn = next_turn(content, dt.date(2026, 11, 30))
    assert edition_day(content, turn) == turn


def test_tomorrow_is_the_same_edition_when_nothing_turns():
    today = dt.date(2026, 12, 2)
    assert read().guide(today, "amp").day == read().guide(today + dt.timedelta(days=1), "amp").day


def changed(**changes: object) -> Guide:
    content = made_content()
    fact = content.facts["ren-01"].model_copy(update=changes)
    return replace(guide_of(content), content=replace(content, facts={"ren-01": fact}))


def guide_of(content) -> Guide:
    return Guide(content, content.territories["essai"], dt.date(2026, 12, 24))


def test_a_paper_bears_the_day_on_which_its_facts_were_read():
    guide = changed()
    assert said_on(guide, guide.content.procedures.values()) == dt.date(2026, 11, 23)


def test_a_paper_bears_the_day_on_which_its_facts_fell_due():
    guide = changed(checked=Fact.model_fields["checked"].annotation(date="2026-01-10", how="copy"))
    fact = guide.content.facts["ren-01"]
    later = replace(guide, day=due(fact) + dt.timedelta(days=3))
    assert said_on(later, later.content.procedures.values()) == due(fact)


@pytest.mark.parametrize(("start", "expected"), [("2026-12-01", "2026-12-01"), ("2027-01-01", "2026-11-23")])
def test_a_paper_bears_the_day_on_which_a_value_that_it_tells_began(start, expected):
    content = made_content()
    series = [
        {"from": "2017-05-08", "value": 12, "proof": ["ren-01"]},
        {"from": start, "value": 13, "proof": ["ren-01"]},
    ]
    value = Value(id="validite", label="Validité", unit="month", series=series)
    guide = guide_of(replace(content, values={"validite": value}))
    assert said_on(guide, guide.content.procedures.values()) == dt.date.fromisoformat(expected)


def test_what_rests_on_nothing_bears_the_day_of_the_guide():
    guide = guide_of(made_content())
    assert said_on(guide, []) == guide.day
