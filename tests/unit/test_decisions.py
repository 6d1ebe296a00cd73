"""The decisions of the project: each in its file, numbered, dated, with its cost; the list in step."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support import ROOT

FOLDER = ROOT / "decisions"
FILES = sorted(FOLDER.glob("[0-9]*.md"))
ROW = re.compile(r"^\| \[(\d+)\]\((\S+)\) \| (.+) \| (\d{4}-\d\d-\d\d) \| (\w+) \|$", re.MULTILINE)


def head(path: Path) -> tuple[str, str, str, str]:
    """Number, title, date and first word of the status of a decision."""
    found = re.match(
        r"# (\d+)\. (.+)\n\nDate: (\d{4}-\d\d-\d\d)  \nStatus: (\w+)", path.read_text(encoding="utf-8")
    )
    assert found, f"{path.name}: number, title, date, status"
    return found.groups()


def test_the_list_is_that_of_the_files():
    listed = {
        name: (number, title, date, status)
        for number, name, title, date, status in ROW.findall(
            (FOLDER / "README.md").read_text(encoding="utf-8")
        )
    }
    assert listed == {path.name: head(path) for path in FILES}


def test_numbers_follow_each_other():
    assert [int(path.name[:4]) for path in FILES] == list(range(1, len(FILES) + 1))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_decision_says_its_number_as_its_file_does(path):
    assert head(path)[0] == str(int(path.name[:4]))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_decision_has_a_context_a_decision_and_a_cost(path):
    parts = re.split(r"^## (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert [title for title, text in zip(parts[::2], parts[1::2], strict=True) if text.strip()] == [
        "Context",
        "Decision",
        "Cost",
    ]


def test_a_decision_that_another_replaced_is_named_by_it():
    replaced = [path for path in FILES if head(path)[3] == "superseded"]
    texts = {path.name: path.read_text(encoding="utf-8") for path in FILES}
    following = {
        path.name: re.findall(r"superseded by \[\d+\]\((\S+)\)", texts[path.name]) for path in replaced
    }
    assert [name for name, after in following.items() if not after or name not in texts[after[0]]] == []
