"""The vendored fonts, made from the packages that are published: what they cover, and nothing else."""

from __future__ import annotations

import json
import shutil
import sys

import pytest

from macros.language.printable import COVERAGE
from scripts.dev import subset_fonts
from scripts.dev.subset_fonts import code_points, coverage, find, make_subset, ranges_of
from support import ROOT

FONTS = ROOT / "macros" / "print" / "fonts"


def test_neighbours_are_one_range():
    assert ranges_of({3, 1, 2, 7}) == [[1, 3], [7, 7]]


def test_the_coverage_that_is_committed_is_that_of_the_fonts():
    assert coverage(FONTS) == json.loads(COVERAGE.read_text(encoding="utf-8"))


def test_a_subset_has_the_characters_asked_for(tmp_path):
    make_subset(FONTS / "NotoSans-Regular.ttf", tmp_path / "few.ttf", ((0x41, 0x43),))
    assert code_points(tmp_path / "few.ttf") == {0x41, 0x42, 0x43}


def test_a_font_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SystemExit, match=r"x\.ttf n’est pas dans"):
        find(tmp_path, "x.ttf")


def test_the_nearest_of_two_is_taken(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "x.ttf").touch()
    (tmp_path / "a" / "b" / "x.ttf").touch()
    assert find(tmp_path, "x.ttf") == tmp_path / "a" / "x.ttf"


def test_fonts_licences_and_coverage_are_written(tmp_path, monkeypatch):
    packages, root = tmp_path / "packages", tmp_path / "root"
    (root / "macros" / "language").mkdir(parents=True)
    for ours, original, _ in subset_fonts.FONTS:
        licence = "OFL.txt" if "Vazirmatn" in original else "LICENSE_FONT"
        folder = packages / licence
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(FONTS / ours, folder / original)
        (folder / licence).write_text("OFL", encoding="utf-8")
    monkeypatch.setattr(subset_fonts, "ROOT", root)
    monkeypatch.setattr(subset_fonts, "TARGET", root / "fonts")
    monkeypatch.setattr(sys, "argv", ["subset_fonts.py", str(packages)])
    subset_fonts.main()
    assert sorted(path.name for path in (root / "fonts").iterdir()) == sorted(
        path.name for path in FONTS.iterdir() if path.suffix in (".ttf", ".txt")
    )
    assert json.loads((root / "macros/language/coverage.json").read_text())["families"].keys() == {
        "Noto Sans",
        "Vazirmatn",
    }


def test_without_a_folder_one_is_told_how(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["subset_fonts.py"])
    with pytest.raises(SystemExit, match="FOLDER"):
        subset_fonts.main()
