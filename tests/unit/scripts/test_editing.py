"""What commands write for editors, and what they refuse to write over or after a fault."""

from __future__ import annotations

import json

import pytest

from scripts.edit.editing import confirm, new, schemas, translate
from support import DAY


@pytest.fixture
def faulty(valid):
    """A content folder with a file that cannot be read."""
    (valid / "procedures" / "renouveler.yml").write_text("id: [", encoding="utf-8")
    return valid


def test_a_folder_that_is_none_is_refused(tmp_path, capsys):
    assert (new(tmp_path / "rien", "procedure", "x"), "n’est pas un dossier" in capsys.readouterr().out) == (
        1,
        True,
    )


@pytest.mark.parametrize(
    "work", [translate, lambda content: confirm(content, "adil", "phones", "accueil", DAY)]
)
def test_nothing_is_written_after_a_fault(faulty, work, capsys):
    before = {path: path.read_bytes() for path in faulty.rglob("*") if path.is_file()}
    assert work(faulty) == 1
    assert {path: path.read_bytes() for path in faulty.rglob("*") if path.is_file()} == before
    assert "procedures/renouveler.yml:2" in capsys.readouterr().out


def test_a_translation_file_that_cannot_be_read_stops_all(valid, capsys):
    (valid / "translations").mkdir(exist_ok=True)
    (valid / "translations" / "ar.po").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    assert translate(valid) == 1
    assert not (valid / "translations" / "guide.pot").exists()
    assert "ar.po:1" in capsys.readouterr().out


def test_translating_says_how_far_each_language_is(valid, capsys):
    assert translate(valid) == 0
    assert "ar : 0 traduits, 0 à revoir" in capsys.readouterr().out


def test_schemas_are_written_where_editors_look(valid):
    assert schemas(valid) == 0
    assert "properties" in json.loads((valid / "schemas" / "procedures.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("contact", "field", "told"),
    [
        ("adill", "phones", "« adill » n’est pas un contact. Vouliez-vous dire « adil » ?"),
        ("adil", "hours", "ne dit rien dans « hours »"),
    ],
)
def test_only_what_is_there_is_confirmed(valid, contact, field, told, capsys):
    assert (confirm(valid, contact, field, "accueil", DAY), told in capsys.readouterr().out) == (1, True)
