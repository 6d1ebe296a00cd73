"""Who helps where, and what a value is in a territory."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.guide.guide import Guide
from macros.model.pages import Helper
from macros.opening import ContentError, open_guide
from macros.places.faults import format_fault
from macros.speech.addresses import address, between_languages, relative
from macros.speech.spans import value_text
from support import DAY
from support.guides import differing, real


@pytest.fixture(scope="module")
def guide() -> Guide:
    return real()


def serving(guide: Guide, insee: str, role: str) -> str | None:
    contact = guide.serving(guide.communes[insee], role)
    return contact.id if contact else None


def test_pertuis_is_advised_by_the_adil_of_vaucluse(guide):
    assert serving(guide, "84089", "adil") == "adil-84"


def test_saint_zacharie_is_advised_by_the_adil_of_var(guide):
    assert serving(guide, "83120", "adil") == "adil-83"


def test_marseille_has_its_own_counter(guide):
    assert serving(guide, "13055", "guichet") == "espace-accompagnement-habitat"


def test_elsewhere_the_town_hall_is_the_counter(guide):
    assert serving(guide, "13117", "guichet") is None


def test_a_part_that_nobody_plays_is_empty(guide):
    assert guide.people(Helper(role="inconnu")) == []


def test_a_value_that_differs_names_the_department(guide):
    assert (
        value_text(differing(guide), "delai-prefet-dalo", "fr") == "6\u00a0mois (Vaucluse\u00a0: 3\u00a0mois)"
    )


def test_a_value_known_in_one_department_names_it(guide):
    assert value_text(guide, "delai-anormalement-long", "fr") == "30\u00a0mois (Bouches-du-Rhône)"


def test_in_a_commune_the_value_is_its_departments(guide):
    assert value_text(differing(guide, "84089"), "delai-prefet-dalo", "fr") == "3\u00a0mois"


def test_where_nobody_knows_a_value_its_label_says_where_to_read_it(guide):
    there = Guide(guide.content, guide.territory, guide.day, "fr", guide.communes["84089"])
    assert value_text(there, "delai-prefet-dalo", "fr") == "le délai que la décision de la commission indique"


def test_a_territory_that_does_not_exist_is_told(valid):
    with pytest.raises(ContentError, match="Vouliez-vous dire « petit »"):
        open_guide(valid, DAY, "petti")


def test_address_of_a_page(guide):
    assert address("demarche:dalo", guide.content) == "demarches/dalo/"


def test_links_are_relative_to_the_page():
    assert relative("contacts/adil-13/", "demarches/dalo/") == "../../contacts/adil-13/"


def test_the_language_switch_keeps_the_page():
    assert between_languages("demarches/dalo/", "ar") == "../../../ar/demarches/dalo/"


@pytest.mark.parametrize(
    "name", ["../../../secret.csv", "communes/../../../secret.csv", "{absolute}", "communes/lien.csv"]
)
def test_nothing_is_read_nor_told_from_outside_the_folder(valid: Path, faults, name):
    outside = valid.parent / "secret.csv"
    outside.write_text("mot de passe\n", encoding="utf-8")
    (valid / "territories" / "communes" / "lien.csv").symlink_to(outside)
    path = valid / "territories" / "petit.yml"
    name = name.format(absolute=outside)
    path.write_text(path.read_text(encoding="utf-8").replace("communes/petit.csv", name), encoding="utf-8")
    told = faults(valid)
    assert [f.code for f in told if f.is_error] == ["L115"]
    assert "mot de passe" not in "".join(format_fault(f) for f in told)


@pytest.mark.parametrize("name", ["letters.yml", "translations/ar.po", "procedures/lien.yml"])
def test_a_link_out_of_the_folder_is_not_followed(valid: Path, faults, name):
    outside = valid.parent / "secret.yml"
    outside.write_text("mot de passe\n", encoding="utf-8")
    (valid / name).parent.mkdir(exist_ok=True)
    (valid / name).unlink(missing_ok=True)
    (valid / name).symlink_to(outside)
    told = "".join(format_fault(f) for f in faults(valid))
    assert "un lien vers un autre dossier" in told and "mot de passe" not in told
