"""« Votre commune »: names and post codes as people type them, in any digits and any spelling."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.javascript import alone

COMMUNES = [
    "Marseille|مرسيليا|13001|13002",
    "Saint-Victoret|13730",
    "Le Puy-Sainte-Réparade|13610",
    "Berre-l’Étang|بير ليتانغ|13130",
    "Saint-Paul-lès-Durance|13115",
    "Bouc-Bel-Air|13320",
    "Vitrolles|13127",
    "Port-de-Bouc|13110",
    "Aix-en-Provence|13080|13090",
]
FIND = """(names, typed) => {
  const rows = names.map((name) => ({ ...Guide.communes.row(name), name: name.split("|")[0] }));
  const { hits, near, asked } = Guide.communes.find(rows, typed);
  return { names: hits.map((row) => row.name), near, asked };
}"""


@pytest.fixture(scope="module")
def find():
    with alone("search/text.js", "js/communes.js") as call:
        yield lambda typed: call(FIND, COMMUNES, typed)


@pytest.mark.parametrize(
    ("typed", "commune"),
    [
        ("Marseille", "Marseille"),
        ("MARSEILLE", "Marseille"),
        ("marseille 13e", "Marseille"),
        ("Mairie de Marseille", "Marseille"),
        ("st victoret", "Saint-Victoret"),
        ("St. Victoret", "Saint-Victoret"),
        ("ST-VICTORET", "Saint-Victoret"),
        ("stvictoret", "Saint-Victoret"),
        ("puy ste reparade", "Le Puy-Sainte-Réparade"),
        ("Ste Réparade", "Le Puy-Sainte-Réparade"),
        ("st paul les durance", "Saint-Paul-lès-Durance"),
        ("berre l etang", "Berre-l’Étang"),
        ("Berre l'étang", "Berre-l’Étang"),
        ("boucbelair", "Bouc-Bel-Air"),
        ("13 001", "Marseille"),
        ("13001 Marseille", "Marseille"),
        ("13 001 Marseille", "Marseille"),
        ("١٣٠٠١", "Marseille"),
        ("۱۳ ۰۰۱", "Marseille"),
        ("مرسيليا", "Marseille"),
        ("mar\u00adseille", "Marseille"),
        ("\u200fمرسيليا\u200f", "Marseille"),
        ("aix", "Aix-en-Provence"),
        ("  vitrolles  ", "Vitrolles"),
    ],
)
def test_a_commune_is_found_however_it_is_typed(find, typed, commune):
    assert find(typed) == {"names": [commune], "near": False, "asked": True}


@pytest.mark.parametrize(
    ("typed", "commune"),
    [
        ("vitroles", "Vitrolles"),
        ("aix en provance", "Aix-en-Provence"),
        ("marsielle", "Marseille"),
        ("saint victorey", "Saint-Victoret"),
        ("port de bous", "Port-de-Bouc"),
    ],
)
def test_a_misspelt_commune_is_offered_as_near(find, typed, commune):
    assert find(typed) == {"names": [commune], "near": True, "asked": True}


@pytest.mark.parametrize("typed", ["Lyon", "Saint-Denis", "75001", "13731", "zzz"])
def test_a_commune_of_elsewhere_is_not_found(find, typed):
    assert find(typed)["names"] == []


@pytest.mark.parametrize("typed", ["", "m", "mairie de", "13e"])
def test_what_names_nothing_yet_is_not_looked_for(find, typed):
    assert find(typed) == {"names": [], "near": False, "asked": False}


@given(st.text(max_size=60))
@settings(deadline=None)
def test_the_box_bears_anything(find, typed):
    assert set(find(typed)["names"]) <= {names.split("|")[0] for names in COMMUNES}
