"""`guide.py montages`: every page of every paper is on a picture, in series that a person looks through."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name
from PIL import Image

from scripts.dev.montages import montages


def paper(path: Path, pages: int = 1) -> None:
    """A PDF of some empty pages."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page(page_size=(595, 842))
        document.save(path)


def size_of(path: Path) -> tuple[int, int]:
    with Image.open(path) as picture:
        return picture.size


@pytest.fixture
def out(tmp_path):
    return tmp_path / "montages"


def test_each_series_has_its_pictures(tmp_path, out):
    for name in (
        "fr/fiches/dalo.pdf",
        "fr/fiches/dalo.gros.pdf",
        "fr/fiches/criteres/handicap.pdf",
        "ar/fiches/affiche.pdf",
    ):
        paper(tmp_path / name)
    assert montages(tmp_path, out) == 0
    assert sorted(path.name for path in out.iterdir()) == [
        "ar-affiche-01.png",
        "fr-criteres-seule-01.png",
        "fr-demarches-gros-01.png",
        "fr-demarches-seule-01.png",
    ]


def test_a_long_series_goes_on_on_another_picture(tmp_path, out):
    paper(tmp_path / "fr/fiches/guide.pdf", 19)
    montages(tmp_path, out)
    first, second = (size_of(path) for path in sorted(out.iterdir()))
    assert first > second


def test_pictures_of_another_time_go(tmp_path, out):
    paper(tmp_path / "fr/fiches/dalo.pdf")
    out.mkdir()
    (out / "fr-ancien-01.png").touch()
    montages(tmp_path, out)
    assert [path.name for path in out.iterdir()] == ["fr-demarches-seule-01.png"]


def test_without_papers_one_is_told_to_build(tmp_path, out, capsys):
    assert (montages(tmp_path, out), "lancez d’abord" in capsys.readouterr().out, out.exists()) == (
        1,
        True,
        False,
    )


def written_paper(path: Path, *, day: str = "20261130", words: str = "Bonjour", pages: int = 1) -> None:
    """A PDF that says something, made on a day."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with pikepdf.new() as document:
        font = document.make_indirect(
            pikepdf.Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        )
        for _ in range(pages):
            page = document.add_blank_page(page_size=(595, 842))
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            page.Contents = document.make_stream(f"BT /F 20 Tf 50 700 Td ({words}) Tj ET".encode())
        document.docinfo["/CreationDate"] = f"D:{day}120000Z"
        document.save(path)


@pytest.fixture
def looked_at(tmp_path, out):
    """A site whose only paper was looked at once."""
    written_paper(tmp_path / "fr/fiches/dalo.pdf")
    montages(tmp_path, out)
    return tmp_path / "fr/fiches/dalo.pdf"


def said_of(tmp_path, out, capsys) -> str:
    capsys.readouterr()
    montages(tmp_path, out)
    return capsys.readouterr().out


def test_papers_that_say_the_same_are_not_told(tmp_path, out, looked_at, capsys):
    assert "Aucune fiche n’a changé" in said_of(tmp_path, out, capsys)


def test_another_day_is_no_change(tmp_path, out, capsys):
    dalo = tmp_path / "fr/fiches/dalo.pdf"
    written_paper(dalo, day="20261129", words="Edition du 29 novembre 2026 version 1a2b3c")
    montages(tmp_path, out)
    written_paper(dalo, day="20261130", words="Edition du 30 novembre 2026 version 4d5e6f")
    assert "Aucune fiche" in said_of(tmp_path, out, capsys)


def test_other_words_are_told_with_their_page(tmp_path, out, looked_at, capsys):
    written_paper(looked_at, words="Bonsoir")
    assert "changée : fr/fiches/dalo.pdf, p. 1" in said_of(tmp_path, out, capsys)


def test_one_page_more_is_told(tmp_path, out, looked_at, capsys):
    written_paper(looked_at, pages=2)
    assert "2 pages au lieu de 1" in said_of(tmp_path, out, capsys)


def test_a_paper_that_goes_is_told(tmp_path, out, looked_at, capsys):
    looked_at.unlink()
    written_paper(tmp_path / "fr/fiches/fsl.pdf")
    assert "disparue : fr/fiches/dalo.pdf" in said_of(tmp_path, out, capsys)


def test_pages_that_changed_are_drawn_apart(tmp_path, out, looked_at):
    written_paper(looked_at, words="Bonsoir")
    montages(tmp_path, out)
    assert (out / "changes-01.png").exists()
