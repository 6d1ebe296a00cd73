"""One small case a file in `tests/invalid/`: what is spoiled, and the line that an editor must then read."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.faults import format_fault

CASES = sorted((Path(__file__).parent / "invalid").glob("*.txt"))


def spoil(folder: Path, case: Path) -> list[str]:
    """Write what the case says into `folder`; returns the reports expected."""
    head, _, body = case.read_text(encoding="utf-8").partition("----")
    lines = head.splitlines()
    target = folder / lines[0].removeprefix("# ")
    target.parent.mkdir(exist_ok=True)
    if body.startswith(" remplacer\n"):
        old, new = body.removeprefix(" remplacer\n").split("\n---- par\n")
        text = target.read_text(encoding="utf-8")
        assert old in text, f"{case.name}: the valid file has changed"
        target.write_text(text.replace(old, new.removesuffix("\n"), 1), encoding="utf-8")
    else:
        target.write_text(body.removeprefix("\n"), encoding="utf-8")
    return [line.removeprefix("! ") for line in lines[1:]]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_fault_is_told_at_its_place(case, valid, faults):
    expected = spoil(valid, case)
    told = [format_fault(f).splitlines()[0] for f in faults(valid)]
    assert [line for line in expected if not any(t.startswith(line) for t in told)] == [], told


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_one_mistake_is_not_told_many_times(case, valid, faults):
    expected = spoil(valid, case)
    assert len([f for f in faults(valid)]) <= len(expected) + 1


def test_the_valid_folder_has_no_fault(valid, faults):
    assert faults(valid) == []


def test_every_fault_of_a_folder_is_told_at_once(valid, faults):
    for case in CASES:
        if case.stem in ("M207-telephone", "T403-html", "R303-nom-du-fichier", "M204-choix"):
            spoil(valid, case)
    assert {"M207", "T403", "R303", "M204"} <= {f.code for f in faults(valid)}


def test_a_file_that_is_not_utf8(valid, faults):
    text = (valid / "glossary.yml").read_text(encoding="utf-8")
    (valid / "glossary.yml").write_bytes(text.encode("latin-1", errors="replace") + "é".encode("latin-1"))
    assert [f.code for f in faults(valid)] == ["L102"]


def test_a_file_of_twenty_megabytes(valid, faults):
    (valid / "procedures" / "enorme.yml").write_text("- a\n" * 5_000_000, encoding="utf-8")
    assert [f.message[:17] for f in faults(valid)] == ["Fichier de 20.0 M"]


def test_a_folder_that_is_not_there(tmp_path, faults):
    assert faults(tmp_path / "rien")[0].code == "L101"


def test_the_caret_stands_under_the_place(valid, faults):
    spoil(valid, next(case for case in CASES if case.stem == "R301-fait-inconnu"))
    report = format_fault(faults(valid)[0]).splitlines()
    assert report[1][report[2].index("^"):].startswith("f-un-ans")
