"""Compressed copies beside the files of a site, for hosts that give them out."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from scripts.build.compressing import write_compressed

TEXT = "<p>Renouveler sa demande</p>\n" * 200


def put(site: Path, name: str, text: str = TEXT) -> Path:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_copy_says_the_same(tmp_path):
    put(tmp_path, "fr/index.html")
    write_compressed(tmp_path)
    assert gzip.decompress((tmp_path / "fr" / "index.html.gz").read_bytes()).decode() == TEXT


def test_the_same_text_gives_the_same_bytes_wherever_it_stands(tmp_path):
    for name in ("a/index.html", "b/autre.html"):
        put(tmp_path, name)
    write_compressed(tmp_path)
    assert (tmp_path / "a/index.html.gz").read_bytes() == (tmp_path / "b/autre.html.gz").read_bytes()


@pytest.mark.parametrize(
    ("name", "text"), [("fr/petit.html", "x"), ("fr/fiche.pdf", TEXT), ("fr/tout.zip", TEXT)]
)
def test_what_gains_nothing_has_no_copy(tmp_path, name, text):
    put(tmp_path, name, text)
    write_compressed(tmp_path)
    assert [p.name for p in tmp_path.rglob("*.gz")] == []


def test_what_it_gained_is_told(tmp_path):
    put(tmp_path, "index.html", TEXT * 100)
    assert write_compressed(tmp_path) == "copies comprimées : 1 fichiers, de 0.6 à 0.0 Mo"
