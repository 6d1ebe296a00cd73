"""The calculator of delays: the days that people type, the holidays, the last day of a delay."""

from __future__ import annotations

import datetime as dt

import pytest
from dateutil.easter import easter
from hypothesis import given, settings
from hypothesis import strategies as st

from oracles.delays import end_of, holidays
from support.javascript import alone

YEARS = range(2000, 2100)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))
MANY = "(asked) => asked.map((one) => Guide.delays.endOf(...one))"


@pytest.fixture(scope="module")
def call():
    with alone("js/delays.js") as caller:
        yield caller


@pytest.mark.parametrize(
    ("delay", "end"),
    [
        (("2026-11-19", 10, "day", "court"), "2026-11-30"),  # a Sunday: put off to Monday
        (("2026-11-19", 10, "day", "calendar"), "2026-11-29"),
        (("2026-12-15", 10, "day", "court"), "2026-12-28"),  # Christmas, then the week-end
        (("2026-12-31", 2, "month", "calendar"), "2027-02-28"),  # no 31 February
        (("2026-01-12", 6, "week", "calendar"), "2026-02-23"),
        (("2024-02-29", 1, "year", "calendar"), "2025-02-28"),
        (("2026-12-15", 0, "day", "calendar"), "2026-12-15"),  # a mark without value: the day itself
    ],
)
def test_the_last_day_of_a_delay(call, delay, end):
    assert call("Guide.delays.endOf", *delay) == end


STARTS = [dt.date(2023, 1, 1) + dt.timedelta(days=n) for n in range(0, 2200, 3)]
SPANS = [(10, "day"), (6, "week"), (1, "month"), (2, "month"), (4, "month"), (12, "month"), (1, "year")]


@pytest.mark.parametrize("count", ["calendar", "court"])
def test_the_page_counts_as_the_oracle_does(call, count):
    asked = [(start, *span, count) for start in STARTS for span in SPANS]
    found = call(MANY, [[start.isoformat(), *rest] for start, *rest in asked])
    assert found == [end_of(*one).isoformat() for one in asked]


@given(DAYS, st.integers(1, 60), st.sampled_from(["day", "week", "month", "year"]))
@settings(deadline=None)
def test_so_it_does_for_any_delay(call, start, value, unit):
    found = call("Guide.delays.endOf", start.isoformat(), value, unit, "court")
    assert found == end_of(start, value, unit, "court").isoformat()


def test_a_year_has_the_holidays_of_the_oracle(call):
    found = [set(call("Guide.delays.holidays", year)) for year in YEARS]
    assert found == [{day.isoformat() for day in holidays(year)} for year in YEARS]


def test_easter_monday_is_where_another_sum_puts_it(call):
    mondays = [(easter(year) + dt.timedelta(days=1)).isoformat() for year in YEARS]
    found = [call("Guide.delays.holidays", year) for year in YEARS]
    assert [day for day, days in zip(mondays, found, strict=True) if day not in days] == []


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [("2026-11-19", "2026-11-30", 11), ("2026-11-30", "2026-11-19", -11), ("2026-03-28", "2026-03-30", 2)],
)
def test_days_from_one_to_another(call, since, until, days):
    assert call("Guide.delays.between", since, until) == days


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-19", "2026-11-19"),
        ("19/11/2026", "2026-11-19"),
        ("19.11.2026", "2026-11-19"),
        ("19 - 11 - 2026", "2026-11-19"),
        ("١٩/١١/٢٠٢٦", "2026-11-19"),
        ("۱۹ ۱۱ ۲۰۲۶", "2026-11-19"),
        ("\u200f19/11/2026\u200f", "2026-11-19"),
        ("29/02/2028", "2028-02-29"),
    ],
)
def test_a_day_is_read(call, typed, day):
    assert call("Guide.delays.dayOf", typed) == {"day": day}


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("0026-01-15", "year"),
        ("12026-01-01", "year"),
        ("202620-01-15", "year"),
        ("19/11/26", "year"),
        ("1026-01-15", "year"),
        ("31/02/2026", "date"),
        ("2026-13-01", "date"),
        ("29/02/2027", "date"),
        ("demain", "date"),
        ("2026", "date"),
    ],
)
def test_what_is_no_day_has_its_reason(call, typed, fault):
    assert call("Guide.delays.dayOf", typed) == {"fault": fault}


@pytest.mark.parametrize("typed", ["", "  ", "\u200f"])
def test_nothing_typed_is_no_fault(call, typed):
    assert call("Guide.delays.dayOf", typed) == {}


@given(DAYS)
@settings(deadline=None)
def test_every_day_of_the_century_is_read(call, day):
    assert call("Guide.delays.dayOf", f"{day:%d/%m/%Y}") == {"day": day.isoformat()}


@given(st.text(max_size=30) | st.from_regex(r"\d{1,7}-\d{1,2}-\d{1,2}", fullmatch=True))
@settings(max_examples=200, deadline=None)
def test_whatever_is_typed_is_a_day_a_fault_or_nothing(call, typed):
    said = call("Guide.delays.dayOf", typed)
    assert said == {} or said.get("fault") in ("year", "date") or dt.date.fromisoformat(said["day"])
