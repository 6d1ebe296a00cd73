"""One content, several territories: each says only what is true there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.guide.texts import TRANSLATED
from macros.model.traversal import phrases_of
from macros.opening import forget, open_content, open_guide
from support import DAY
from support.guides import real

OTHER = """id: autre
name: Autre Pays
name_of: de l’Autre Pays
epci: "299900002"
departments: {"98": Autre Département}
communes: {file: communes/autre.csv, proof: [f-un-an]}
roles:
  - {id: guichet, label: Guichet, default: mairie}
points_grid: {unknown: La grille n’est pas publiée.}
"""


@pytest.fixture
def two(valid: Path) -> Path:
    """The valid folder with a second territory, in another department."""
    (valid / "territories" / "autre.yml").write_text(OTHER, encoding="utf-8")
    header = (valid / "territories" / "communes" / "petit.csv").read_text(encoding="utf-8").splitlines()[0]
    (valid / "territories" / "communes" / "autre.csv").write_text(
        f"{header}\n98001,Loin,98,98000,,,,,,,,to-confirm\n", encoding="utf-8"
    )
    return valid


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def opened(folder: Path, territory: str):
    forget()
    return open_guide(folder, DAY, territory)


def local_next(two: Path) -> None:
    edit(two / "procedures" / "renouveler.yml", 'next: "contact:adil", proof', "next: renouveler, proof")
    path = two / "pathways" / "ma-situation.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"contact:adil"', '"page:contacts"'), encoding="utf-8"
    )


def test_a_contact_of_another_department_is_not_there(two):
    local_next(two)
    assert "adil" not in opened(two, "autre").content.contacts


def test_an_item_of_another_department_is_left_out(two):
    local_next(two)
    edit(
        two / "procedures" / "renouveler.yml",
        "any: [",
        'any: [{id: ici, text: Ici seulement., departments: ["99"], proof: [f-un-an]}, ',
    )
    assert [s.id for s in opened(two, "autre").content.procedures["renouveler"].conditions.any] == ["tous"]
    assert [s.id for s in opened(two, "petit").content.procedures["renouveler"].conditions.any] == [
        "ici",
        "tous",
    ]


def test_a_page_of_another_territory_is_left_out(two):
    local_next(two)
    edit(two / "criteria" / "handicap.yml", "id: handicap\n", "id: handicap\nterritories: [petit]\n")
    assert "handicap" not in opened(two, "autre").content.criteria
    assert opened(two, "autre").content.procedures["renouveler"].related == ()


def test_a_text_may_not_lead_to_a_page_that_a_territory_lacks(two):
    local_next(two)
    edit(
        two / "procedures" / "renouveler.yml", "Vous cherchez toujours.", '"Appelez l’[ADIL](contact:adil)."'
    )
    assert {f.code for f in open_content(two, DAY).faults if f.is_error} == {"R307"}


def test_a_role_that_nobody_plays_is_a_link_to_the_contacts(two):
    from macros.speech.addresses import address

    local_next(two)
    assert address("role:adil", opened(two, "petit").content) == "contacts/#role-adil"
    assert address("role:adil", opened(two, "autre").content) == "contacts/"


#: What only the Métropole Aix-Marseille-Provence has; keywords
#: are left out: people of Avignon do type « Pertuis ».
AMP_ONLY = re.compile(
    r"Marseill|\bAix\b|Aix-en|Bouches-du-Rhône|ADIL 13|\bAMP\b|Pertuis|Saint-Zacharie|Martigues|Aubagne"
    r"|Espace Accompagnement"
)
OTHERS = ("grand-avignon", "tpm", "nca", "sophia")


@pytest.mark.parametrize("territory", OTHERS)
def test_nothing_of_the_metropole_is_said_elsewhere(territory):
    content = real(territory=territory).content
    told = [
        f"{kind.attribute}/{identifier}#{context}"
        for kind in TRANSLATED
        if kind.shape != "whole" and kind.name != "territory"
        for identifier, item in getattr(content, kind.attribute).items()
        for context, _, phrase in phrases_of(item, "")
        if AMP_ONLY.search(phrase.fr) and not context.endswith("keywords")
    ]
    assert told == []


@pytest.mark.parametrize("territory", OTHERS)
def test_each_territory_has_its_own_communes_and_counsel(territory):
    guide = real(territory=territory)
    assert all(guide.serving(commune, "adil") for commune in guide.communes.values())
    assert "13055" not in guide.communes
