"""Whom a commune chosen leaves open: who serves it, as lists tell it (`macros.views.communes.reach`)."""

from __future__ import annotations

import pytest

from support.javascript import alone

VITROLLES = {"insee": "13117", "department": "13"}
MARSEILLE = {"insee": "13055", "department": "13"}
PERTUIS = {"insee": "84089", "department": "84"}


@pytest.fixture(scope="module")
def serves():
    with alone("js/folding.js") as call:
        yield lambda places, commune: call("Guide.folding.serves", places, commune)


@pytest.mark.parametrize(
    ("places", "served"),
    [
        ("13", [VITROLLES, MARSEILLE]),
        ("13 -13055", [VITROLLES]),
        ("13055", [MARSEILLE]),
        ("13 -13055 84089", [VITROLLES, PERTUIS]),
        ("83", []),
        ("1", []),
        ("-", []),
    ],
)
def test_a_list_of_places_names_the_communes_that_it_serves(serves, places, served):
    assert [c for c in (VITROLLES, MARSEILLE, PERTUIS) if serves(places, c)] == served
