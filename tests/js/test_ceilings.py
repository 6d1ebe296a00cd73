"""The calculator of ceilings: incomes and persons as people type them, the line of the table, the amount."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oracles.ceilings import Household, ceiling, line_of
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
YES_OR_NO = (False, True)
HOUSEHOLDS = list(itertools.product(range(1, 21), YES_OR_NO, YES_OR_NO, YES_OR_NO))


@pytest.fixture(scope="module")
def call():
    with alone("js/ceilings.js") as caller:
        yield caller


def as_json(persons: int, alone: bool, young: bool, disabled: bool) -> dict:
    return {"persons": persons, "alone": alone, "young": young, "disabled": disabled}


def test_the_page_finds_the_line_that_the_oracle_finds(call):
    found = [call("Guide.ceilings.lineOf", as_json(*home)) for home in HOUSEHOLDS]
    assert found == [line_of(Household(*home)) for home in HOUSEHOLDS]


def test_the_page_finds_the_amount_that_the_oracle_finds(call):
    found = [call("Guide.ceilings.ceiling", AMOUNTS, as_json(*home)) for home in HOUSEHOLDS]
    assert found == [ceiling(AMOUNTS, Household(*home)) for home in HOUSEHOLDS]


@pytest.mark.parametrize(
    ("typed", "euros"),
    [
        ("20000", 20000),
        ("٢٠٠٠٠", 20000),
        ("۲۰۰۰۰", 20000),
        ("20 000 €", 20000),
        ("20\u202f000", 20000),
        ("20.000,50", 20000),
        ("20,000.50", 20000),
        ("٢٠٬٠٠٠٫٥", 20000),
        ("20 000 euros", 20000),
        ("20 000 EUR", 20000),
        ("20’000", 20000),
        ("0", 0),
        ("２００００", 20000),
        ("\u200f20000", 20000),
    ],
)
def test_an_income_is_read(call, typed, euros):
    assert call("Guide.ceilings.income", typed) == euros


@pytest.mark.parametrize("typed", ["", "   "])
def test_no_income_typed_is_none(call, typed):
    assert call("text => Guide.ceilings.income(text) === null", typed)


@pytest.mark.parametrize("typed", ["abc", "-5000", "−5000", "20k", "1e9", "99999999999", "1.2.3", "€"])
def test_what_is_no_income_is_known_as_such(call, typed):
    assert call("text => Number.isNaN(Guide.ceilings.income(text))", typed)


@given(st.integers(0, 9_999_999), st.sampled_from([" ", "\u00a0", "\u202f", "", "."]))
@settings(deadline=None)
def test_any_income_is_read_as_letters_write_it(call, euros, between):
    assert call("Guide.ceilings.income", f"{euros:,}".replace(",", between)) == euros


@pytest.mark.parametrize(("typed", "persons"), [("3", 3), ("٣", 3), ("۳", 3), (" 20 ", 20), ("1", 1)])
def test_a_number_of_persons_is_read(call, typed, persons):
    assert call("Guide.ceilings.persons", typed) == persons


@pytest.mark.parametrize("typed", ["0", "21", "-1", "2.5", "deux", ""])
def test_what_is_no_number_of_persons_is_known_as_such(call, typed):
    assert call("text => Number.isNaN(Guide.ceilings.persons(text))", typed)


@pytest.mark.parametrize(
    ("year", "used"), [("2025", "2025"), ("2026", "2025"), ("2024", "2023"), ("2023", "2023"), ("2022", None)]
)
def test_a_year_without_its_amounts_has_those_of_the_last_year_before(call, year, used):
    series = {"2025": {"menage-1": 2}, "2023": {"menage-1": 1}}
    found = call("Guide.ceilings.amountsFor", series, year)
    assert found == (used and {"year": used, "amounts": series[used]})
