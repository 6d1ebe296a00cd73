"""Dates and amounts that scripts write: as the pages and the letters write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.speech import formats
from support.javascript import alone

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))


@pytest.fixture(scope="module")
def call():
    with alone("js/formats.js") as caller:
        yield caller


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("fr", "jeudi 15 juillet 2027"),
        ("en", "Thursday 15 July 2027 (15/07/2027)"),
        ("ar", "الخميس، 15 يوليو 2027 (15/07/2027)"),
    ],
)
def test_a_day_worked_out_stands_also_in_figures(call, lang, shown):
    assert call("Guide.formats.date", "2027-07-15", lang, True).replace("Thursday, ", "Thursday ") == shown


@pytest.mark.parametrize("lang", ["fa", "ps", "ar-SA", "th"])
def test_a_day_is_gregorian_in_every_language(call, lang):
    named, figures = call("Guide.formats.date", "2027-07-15", lang).split(" (")
    assert ("2027" in named, figures) == (True, "15/07/2027)")


@given(DAYS, st.sampled_from(["fr", "en"]))
@settings(deadline=None)
def test_a_day_is_the_same_on_a_page_and_in_a_calculator(call, day, lang):
    assert call("Guide.formats.date", day.isoformat(), lang) == formats.date(day, lang)


def test_the_first_of_a_month_in_french(call):
    assert call("Guide.formats.date", "2027-07-01", "fr", True) == "jeudi 1er juillet 2027"


def test_a_language_that_the_browser_does_not_know_is_written_in_french(call):
    assert call("Guide.formats.date", "2027-07-15", "zdj") == "15 juillet 2027 (15/07/2027)"


@given(st.integers(0, 9_999_999), st.sampled_from(["fr", "en", "ar", "tr"]))
@settings(deadline=None)
def test_an_amount_is_the_same_on_a_page_and_in_a_calculator(call, euros, lang):
    assert call("Guide.formats.amount", euros, lang) == formats.quantity(euros, "euro", lang)


def test_today_is_the_day_of_the_device(call):
    told, year = call("() => [Guide.formats.today(), new Date().getFullYear()]")
    assert dt.date.fromisoformat(told).year == year
