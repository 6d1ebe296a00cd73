"""Who is asked first: whoever serves the commune, then its department, then everybody."""

from __future__ import annotations

import dataclasses

import pytest

from macros.guide.guide import Guide, Person
from macros.model.facts import Fact
from macros.model.pages import Helper
from macros.model.territory import Role
from support.guides import real
from support.made import made_content, made_guide

NAMES = ("ville", "ville-aussi", "departement", "partout")


def guide(commune: str | None = None, **role: object) -> Guide:
    """The made guide with one role, « aide », played as told; Vitrolles is 13117, Marseille 13055."""
    content = made_content()
    adil = content.contacts["adil"]
    contacts = {name: adil.model_copy(update={"id": name}) for name in NAMES}
    part = Role(**{"id": "aide", "label": "Aide"} | role)
    territory = content.territories["essai"].model_copy(update={"roles": (part,)})
    made = made_guide("fr", dataclasses.replace(content, contacts=contacts, territories={"essai": territory}))
    return dataclasses.replace(made, commune=made.communes[commune]) if commune else made


def asked(made: Guide) -> list[str]:
    return [person.contact.id for person in made.people(Helper(role="aide"))]


ALL = {"communes": {"13117": "ville"}, "departments": {"13": "departement"}, "default": "partout"}


@pytest.mark.parametrize(
    ("role", "who"),
    [
        (ALL, ["ville"]),
        (ALL | {"communes": {}}, ["departement"]),
        (ALL | {"communes": {}, "departments": {}}, ["partout"]),
        (ALL | {"communes": {"13055": "ville"}}, ["departement"]),
        ({}, []),
    ],
)
def test_in_a_commune_the_nearest_is_asked(role, who):
    assert asked(guide("13117", **role)) == who


def test_without_a_commune_all_are_named_the_most_particular_first():
    assert asked(guide(**ALL)) == ["ville", "departement", "partout"]


def test_who_serves_several_places_stands_once_with_all_of_them():
    made = guide(
        communes={"13117": "ville", "13055": "ville"}, departments={"13": "departement", "84": "departement"}
    )
    people = made.people(Helper(role="aide"))
    assert [(p.contact.id, p.communes, p.scope) for p in people] == [
        ("ville", ("13117", "13055"), ()),
        ("departement", (), ("13", "84")),
    ]


def test_the_town_hall_is_no_contact():
    assert guide(default="mairie").people(Helper(role="aide")) == [Person(None)]


def test_one_contact_is_asked_wherever_one_is():
    made = guide("13117", **ALL)
    assert [p.contact.id for p in made.people(Helper(contact="partout"))] == ["partout"]


@pytest.mark.parametrize("role", ["autre", "inconnu"])
def test_a_part_that_nobody_has_is_empty(role):
    assert guide(**ALL).people(Helper(role=role)) == []


@pytest.mark.parametrize(("insee", "who"), [("13117", "ville"), ("13055", "departement")])
def test_who_plays_a_part_for_a_commune(insee, who):
    made = guide(**ALL)
    assert made.serving(made.communes[insee], "aide").id == who


def test_nobody_plays_a_part_where_the_town_hall_does():
    made = guide(default="mairie")
    assert made.serving(made.communes["13117"], "aide") is None


def test_nobody_plays_a_part_that_is_not_given():
    made = guide()
    assert made.serving(made.communes["13117"], "aide") is None


def test_who_serves_pertuis_comes_before_who_serves_its_department():
    pertuis = dataclasses.replace(real(), commune=real().communes["84089"])
    assert [p.contact.id for p in pertuis.people(Helper(role="accueil-social"))] == ["cms-pertuis"]


def test_only_what_may_be_published_proves():
    content = made_content()
    sure: Fact = content.facts["ren-01"]
    facts = {"ren-01": sure, "ren-02": sure.model_copy(update={"id": "ren-02", "confidence": "low"})}
    made = made_guide("fr", dataclasses.replace(content, facts=facts))
    assert made.facts(["ren-02", "ren-01"]) == (sure,)
