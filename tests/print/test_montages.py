"""`guide.py montages`: every page of every paper is on a picture, in series that a person looks through."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
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
