"""A commune's own page: where one goes, who plays which part, whom a helper serves."""

from __future__ import annotations

import pytest

from macros.model.pages import Helper
from macros.model.territory import Commune
from macros.views.communes import Place, only_in, parts, place_of, reach, town_hall
from support.guides import real


def commune(**told: object) -> Commune:
    return Commune(insee="13002", name="Allauch", department="13", **{"postcodes": ("13190",), **told})


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (
            {"street": "3 rue Haute", "hall_postcode": "13190", "hall_city": "Allauch"},
            Place("3 rue Haute, 13190 Allauch"),
        ),
        (
            {
                "street": "BP 27, Place Pierre-Bellot",
                "hall_postcode": "13718",
                "hall_city": "Allauch Cedex",
            },
            Place("Place Pierre-Bellot, 13190 Allauch", "BP 27, Place Pierre-Bellot, 13718 Allauch Cedex"),
        ),
        (
            {
                "street": "Avenue Haute, BP 60101",
                "hall_postcode": "13692",
                "hall_city": "Allauch Cedex",
                "postcodes": ("13117", "13500"),
            },
            Place("Avenue Haute, Allauch", "Avenue Haute, BP 60101, 13692 Allauch Cedex"),
        ),
        (
            {"street": "CS 50080", "hall_postcode": "13182", "hall_city": "Aix-en-Provence Cedex 5"},
            Place(letters="CS 50080, 13182 Aix-en-Provence Cedex 5"),
        ),
        ({}, Place()),
    ],
)
def test_one_goes_to_a_door_and_writes_to_a_box(told, place):
    assert town_hall(commune(**told)) == place


def test_only_a_box_is_no_place_to_go():
    assert [Place("rue").is_box, Place(letters="BP 1").is_box, Place().is_box] == [False, True, False]


def test_an_address_for_letters_is_no_door():
    contacts = real().content.contacts
    assert place_of(contacts["ccas-marseille"]).is_box
    assert (
        place_of(contacts["espace-accompagnement-habitat"]).door == "19 rue de la République, 13002 Marseille"
    )
    assert place_of(contacts["portail-national"]) == Place()


@pytest.mark.parametrize(
    ("insee", "registers", "advises", "helps"),
    [
        ("13117", [None], ["adil-13"], ["maisons-solidarite-13", None, "samu-social-115"]),
        (
            "13055",
            ["espace-accompagnement-habitat"],
            ["adil-13"],
            ["maisons-solidarite-13", "ccas-marseille", "samu-social-115"],
        ),
        ("84089", [None], ["adil-84"], ["cms-pertuis", None, "samu-social-115"]),
        ("83120", [None], ["adil-83"], ["departement-83", None, "samu-social-115"]),
    ],
)
def test_each_part_has_who_plays_it_in_the_commune(insee, registers, advises, helps):
    found = parts(real(), real().communes[insee])
    names = {what: [p.contact.id if p.contact else None for p in played] for what, played in found.items()}
    assert [names["registers"], names["advises"], names["helps"]] == [registers, advises, helps]


@pytest.mark.parametrize("territory", ["amp", "grand-avignon", "nca", "sophia", "tpm"])
def test_every_commune_knows_where_to_apply_who_advises_and_who_helps(territory):
    guide = real(territory=territory)
    found = [parts(guide, commune) for commune in guide.communes.values()]
    assert all(len(f["registers"]) == len(f["advises"]) == 1 and len(f["helps"]) == 3 for f in found)


@pytest.mark.parametrize(
    ("helper", "told"),
    [
        (Helper(role="adil"), {"adil-13": "13", "adil-84": "84", "adil-83": "83"}),
        (Helper(contact="adil-13"), {"adil-13": "13"}),
        (Helper(contact="samu-social-115"), {}),
        (
            Helper(role="ccas"),
            {"mairie": "13 -13055 84 83", "ccas-marseille": "13055"},
        ),
    ],
)
def test_a_list_tells_whom_each_serves(helper, told):
    assert reach(real(), [helper]) == told


def test_a_department_whose_only_commune_has_its_own_office_serves_nobody_here():
    told = reach(real(), [Helper(role="accueil-social")])
    assert (told["departement-84"], told["cms-pertuis"]) == ("-", "84")


def test_a_contact_named_for_two_parts_serves_where_it_plays_either():
    both = reach(real(), [Helper(role="guichet"), Helper(role="ccas")])
    assert set(both["mairie"].split()) == {"13", "-13055", "84", "83"}


def test_what_is_true_in_the_whole_territory_is_not_marked():
    guide = real()
    assert [only_in(guide, places) for places in (("83",), ("13", "84", "83"), ("06", "13", "84"))] == [
        "83",
        "",
        "13 84",
    ]
