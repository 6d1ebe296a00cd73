"""One rule: what `check` passes, `build` builds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from macros.opening import forget, open_guide
from macros.web.needed_words import needed_words
from macros.web.pages import render
from support import DAY
from support.whole import built, speaking


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_whole_folder_is_built(rich, faults):
    assert faults(rich) == []
    assert built(rich) > 100_000


# --- words of the interface -------------------------------------------------------------------------------


def test_the_words_that_check_asks_for_are_enough(rich):
    words = yaml.safe_load((rich / "interface.yml").read_text(encoding="utf-8"))
    kept = {key: text for key, text in words.items() if key in needed_words()}
    (rich / "interface.yml").write_text(yaml.safe_dump(kept, allow_unicode=True), encoding="utf-8")
    assert built(rich)


@pytest.mark.parametrize("key", ["decision-eux", "decision-attente"])
def test_a_word_that_a_macro_receives_and_shows_is_needed(key):
    assert key in needed_words()


def test_the_form_of_a_word_for_one_thing_is_no_strange_word(valid, faults):
    words = valid / "interface.yml"
    words.write_text(words.read_text(encoding="utf-8") + "taille-ko-une: 1 Ko\n", encoding="utf-8")
    assert faults(valid) == []


@pytest.mark.parametrize(
    "key",
    [
        "accueil-urgent",
        "genre-terme",
        "menu-demarches",
        "desk-mode",
        "fiche-exiges",
        "taille-ko",
        "contacts-autres",
    ],
)
def test_a_word_that_is_missing_is_told(valid, faults, key):
    words = valid / "interface.yml"
    text, known = re.subn(rf"^{key}: .*\n", "", words.read_text(encoding="utf-8"), flags=re.MULTILINE)
    words.write_text(text, encoding="utf-8")
    assert [f.code for f in faults(valid)] == (["K706"] if known else [])


# --- the page to start from -------------------------------------------------------------------------------


def test_the_page_to_start_from_may_be_renamed(rich, faults):
    (rich / "pathways" / "ma-situation.yml").rename(rich / "pathways" / "par-ou-commencer.yml")
    change(rich / "pathways" / "par-ou-commencer.yml", "id: ma-situation", "id: par-ou-commencer")
    for name in ("navigation.yml", "numbers.yml"):
        change(rich / name, "parcours:ma-situation", "parcours:par-ou-commencer")
    assert faults(rich) == []
    assert built(rich)


def test_a_page_to_start_from_that_is_not_there_is_told(valid, faults):
    change(valid / "navigation.yml", "parcours:ma-situation", "parcours:ma-situatoin")
    assert [(f.code, f.line) for f in faults(valid)] == [("R304", 1)]


def test_without_a_page_to_start_from_nothing_leads_to_it(rich, faults):
    change(rich / "navigation.yml", "start: parcours:ma-situation\n", "")
    assert faults(rich) == []
    assert built(rich)


# --- languages --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("{code: zdj, name: Shikomori}", "M211"),
        ("{code: xx, name: Xx}", "M211"),
        ("{code: tr, name: T, locale: zz}", "M211"),
        ("{code: fa, name: فارسی}", "P915"),
        ("{code: tr, name: T, dir: rtl}", "P915"),
        ("{code: ckb, name: کوردی}", "P915"),
        ("{code: pt_BR, name: P}", "M210"),
        ("{code: FR, name: F}", "M210"),
        ('{code: "", name: F}', "M210"),
        ("{code: ../x, name: F}", "M210"),
        ("{code: tr, name: T, source: true}", "M213"),
    ],
)
def test_a_language_that_nothing_writes_is_told(rich, faults, language, code):
    speaking(rich, language)
    assert {f.code for f in faults(rich)} == {code}


def test_a_language_writes_its_dates_as_its_locale_does(rich):
    speaking(rich, "{code: zdj, name: Shikomori, locale: fr}")
    guide = open_guide(rich, DAY, "petit", "zdj")
    assert guide.locale("zdj") == "fr"


def test_a_language_that_no_font_writes_is_told_before_the_build(rich, faults):
    speaking(rich, "{code: ti, name: ትግርኛ}")
    po = rich / "translations" / "ti.po"
    po.write_text(
        'msgctxt "procedures/riche#title"\nmsgid "Tout ce qu’une démarche peut dire"\nmsgstr "ኩሉ"\n',
        encoding="utf-8",
    )
    assert {f.code for f in faults(rich)} == {"P925", "M214"}


def test_a_stale_text_that_no_font_writes_is_no_fault(rich, faults):
    po = rich / "translations" / "ar.po"
    po.write_text('msgctxt "procedures/riche#title"\nmsgid "Un autre titre"\nmsgstr "☐"\n', encoding="utf-8")
    assert faults(rich) == []


# --- communes ---------------------------------------------------------------------------------------------


def communes(folder: Path, text: str | bytes) -> None:
    path = folder / "territories" / "communes" / "petit.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


HEAD = "insee,name,department,postcodes"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n99001,Petiteville,99,99100\n",
        f"\ufeff{HEAD}\r\n99001,Petiteville,99,99100\r\n",
        f"{HEAD}\n99001,Petiteville,99,99100\n".replace(",", ";"),
        f"{HEAD}\n99001,Petiteville,99,99100\n".replace(",", "\t"),
        f'{HEAD}\n99001,"Petite\nville",99,99100 99101\n\n',
    ],
)
def test_what_spreadsheets_write_is_read(valid, faults, text):
    communes(valid, text)
    assert faults(valid) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Il manque la colonne « insee »"),
        (f"{HEAD}\n", "Aucune commune"),
        (f"{HEAD},mairie\n", "Colonne inconnue « mairie »"),
        (f"{HEAD}\n../99,X,99,99100\n", "n’est pas un code INSEE"),
        (f"{HEAD}\n99:01,X,99,99100\n", "n’est pas un code INSEE"),
        (f"{HEAD}\n,X,99,99100\n", "n’est pas un code INSEE"),
        (f"{HEAD}\n99001,,99,99100\n", "name : "),
        (f"{HEAD}\n99001,X,Var,99100\n", "n’est pas un code de département"),
        (f"{HEAD}\n99001,X,99,9910\n", "n’est pas un code postal"),
        (f"{HEAD}\n99001,{'x' * 400},99,99100\n", "400 signes"),
        (f"{HEAD}\n99001,X,99,99100,1,2\n", "6 cellules pour 4 colonnes"),
        (f"{HEAD}\n99001,{'x' * 140_000},99,99100\n", "bien trop longue"),
        (f"{HEAD}\n99001,X\x07,99,99100\n", "Caractère invisible U+0007"),
        (f"{HEAD}\n99001,X☐,99,99100\n", "☐"),
        (f"{HEAD}\n99001,{'x' * 60},99,99100\n", "ne peut pas être coupé"),
    ],
)
def test_a_communes_file_that_is_wrong_is_told(valid, faults, text, told):
    communes(valid, text)
    assert [told in f.message for f in faults(valid)] == [True]


def test_a_file_of_an_older_windows_is_told_how_to_be_saved(valid, faults):
    communes(valid, f"{HEAD}\n99001,Évêché,99,99100\n".encode("cp1252"))
    assert [(f.code, "CSV UTF-8" in f.message) for f in faults(valid)] == [("L102", True)]


# --- files and folders ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "procedures/._renouveler.yml",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "asked/._fr.yml",
        "values/._delais.yml",
        "ehthumbs.db",
        "Icon\r",
        "$RECYCLE.BIN",
        "contacts/~$adil.yml",
        "contacts/adil.yml~",
    ],
)
def test_what_systems_leave_is_nobody_s(valid, faults, name):
    (valid / name).write_bytes(b"\x00\x05\x16\x07")
    assert faults(valid) == []


def test_an_address_on_two_lines_is_printed_on_one(rich, faults):
    change(rich / "contacts" / "service.yml", "street: 1 rue Haute", 'street: "1 rue Haute\\nBâtiment B"')
    assert faults(rich) == []
    assert built(rich)


def test_null_is_nothing(rich, faults):
    change(
        rich / "territories" / "petit.yml",
        "label: Conseil sur le logement,",
        "label: Conseil sur le logement, default: null,",
    )
    assert faults(rich) == []


# --- roles ------------------------------------------------------------------------------------------------


def test_a_territory_copied_from_a_neighbour_is_told(valid, faults):
    """What somebody does who begins a guide for another place: the same people, other communes."""
    change(
        valid / "territories" / "petit.yml",
        'departments: {"99": Petit Département}',
        'departments: {"35": Ille-et-Vilaine}',
    )
    change(valid / "territories" / "petit.yml", 'departments: {"99": adil}', "default: adil")
    communes(valid, f"{HEAD}\n35238,Rennes,35,35000\n")
    told = {f.code: f.message for f in faults(valid) if f.is_error}
    assert "« adil » ne sert pas Rennes (35238)" in told["R311"]


def test_a_contact_that_serves_everyone_may_play_a_part_anywhere(valid, faults):
    change(valid / "contacts" / "adil.yml", 'serves: {departments: ["99"]}', "serves: {everyone: true}")
    assert faults(valid) == []


def test_a_contact_may_serve_some_communes_of_a_department(valid, faults):
    change(
        valid / "contacts" / "adil.yml",
        'serves: {departments: ["99"]}',
        'serves: {communes: ["99001", "99002"]}',
    )
    assert faults(valid) == []


def test_a_part_that_is_avowed_unknown_is_no_fault_and_is_shown(valid, faults):
    change(
        valid / "territories" / "petit.yml",
        'departments: {"99": adil}}',
        "unknown: Personne ne le sait ici.}",
    )
    assert faults(valid) == []
    forget()
    guide = open_guide(valid, DAY, "petit")
    site = {"languages": ["fr"], "papers": {}, "base_url": ""}
    assert all(
        "Personne ne le sait ici." in render(guide, page, site)
        for page in ("demarche:renouveler", "page:contacts")
    )


def test_a_folder_that_may_not_be_read_is_told(valid, faults, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert faults(valid)[0].code == "L101"


def test_an_agent_s_page_too_leads_somewhere(valid, faults):
    page = valid / "counter" / "enregistrer.yml"
    page.write_text(page.read_text(encoding="utf-8") + "act: {text: Commencez ici}\n", encoding="utf-8")
    assert [f.code for f in faults(valid)] == ["T417"]
