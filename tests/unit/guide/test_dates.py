"""Dates and figures: what is in force, what is due, and how each language writes it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.guide.days import add_months
from macros.guide.freshness import INTERVALS, due, freshness_of
from macros.model.facts import Checked, Fact, Point, Value
from macros.model.fields import PartialDate, Phrase
from macros.speech.formats import date, joined, number, partial_date, quantity

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))


def series(*points: tuple[str, float]) -> Value:
    made = tuple(
        Point(**{"from": dt.date.fromisoformat(day), "value": value, "proof": ("f",)})
        for day, value in points
    )
    return Value(id="v", label=Phrase("v"), unit="month", series=made)


def fact(checked: str, review: str, harm: str = "usual") -> Fact:
    return Fact(
        id="f",
        statement="…",
        checked=Checked(date=dt.date.fromisoformat(checked), how="copy"),
        confidence="high",
        review=review,
        harm=harm,
    )


def test_the_value_in_force_is_the_last_begun():
    assert series(("2020-01-01", 3), ("2026-01-01", 6)).in_force(dt.date(2026, 11, 24)).value == 6


def test_a_value_announced_is_not_yet_in_force():
    assert series(("2020-01-01", 3), ("2027-01-01", 6)).in_force(dt.date(2026, 11, 24)).value == 3


def test_before_its_first_date_a_value_is_not_in_force():
    assert series(("2027-01-01", 6)).in_force(dt.date(2026, 11, 24)) is None


def test_amounts_fall_due_each_first_of_january():
    assert due(fact("2026-03-14", "amount")) == dt.date(2027, 1, 1)


def test_contacts_fall_due_after_six_months():
    assert due(fact("2026-03-14", "contact")) == dt.date(2026, 9, 14)


@pytest.mark.parametrize(
    ("review", "harm", "again"),
    [
        ("law", "usual", "2027-03-14"),
        ("law", "high", "2026-09-14"),
        ("contact", "high", "2026-06-14"),
        ("contact", "low", "2027-03-14"),
        ("amount", "high", "2026-09-14"),
        ("term", "usual", "2028-03-14"),
    ],
)
def test_what_costs_more_is_looked_at_sooner(review, harm, again):
    assert due(fact("2026-03-14", review, harm)) == dt.date.fromisoformat(again)


@pytest.mark.parametrize("review", INTERVALS)
def test_harm_never_puts_off_a_second_look(review):
    days = [due(fact("2026-03-14", review, harm)) for harm in ("high", "usual", "low")]
    assert days == sorted(days)


def test_harm_is_what_makes_a_page_overdue():
    day, read = dt.date(2026, 9, 14), fact("2026-03-14", "law", "high")
    assert (
        freshness_of([read], day, {}).overdue,
        freshness_of([fact("2026-03-14", "law")], day, {}).overdue,
    ) == (
        True,
        False,
    )


def test_the_end_of_february():
    assert add_months(dt.date(2026, 8, 31), 6) == dt.date(2027, 2, 28)


@given(DAYS, st.integers(0, 60))
def test_months_are_never_skipped(day, months):
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months


@pytest.mark.parametrize("text", ["2025-13", "2025-02-30", "25-01-01", "", "2025-1"])
def test_what_is_not_a_date_is_refused(text):
    with pytest.raises(Exception, match="n’est pas une date"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "lang", "shown"),
    [
        ("2017", "fr", "2017"),
        ("2025-10", "fr", "octobre 2025"),
        ("2026-01-01", "fr", "1er janvier 2026"),
        ("2025-10-16", "en", "16 October 2025 (16/10/2025)"),
        ("2025-10-16", "ar", "16 أكتوبر 2025 (16/10/2025)"),
    ],
)
def test_a_date_is_as_precise_as_its_source(text, lang, shown):
    assert partial_date(PartialDate.parse(text), lang) == shown


@pytest.mark.parametrize(
    ("value", "unit", "lang", "shown"),
    [
        (1, "month", "fr", "1\u00a0mois"),
        (10, "day", "fr", "10\u00a0jours"),
        (23403, "euro", "fr", "23\u202f403\u00a0€"),
        (25, "percent", "en", "25%"),
        (24, "hour", "fr", "24\u00a0heures"),
        (24, "hour", "ar", "24\u00a0ساعة"),
        (3, "month", "ar", "3\u00a0أشهر"),
        (2, "month", "ar", "شهران"),
        (6, "week", "en", "6\u00a0weeks"),
    ],
)
def test_a_quantity_in_each_language(value, unit, lang, shown):
    assert quantity(value, unit, lang) == shown


@given(st.floats(0, 1e7, allow_nan=False), st.sampled_from(["fr", "en", "ar"]))
def test_figures_are_always_western(value, lang):
    assert not any(c in "٠١٢٣٤٥٦٧٨٩" for c in number(value, lang))


def test_dates_use_western_figures_in_arabic():
    assert "24" in date(dt.date(2026, 11, 24), "ar")


def test_a_list_in_french():
    assert joined(["a", "b", "c"], "fr") == "a, b et c"
