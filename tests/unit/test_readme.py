"""What the README and CONTRIBUTING name is there, and no command is untold."""

from __future__ import annotations

import re

import pytest

from scripts.commands import run
from support import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
#: `content/…`, `macros/…` between back-ticks; a name within angle brackets stands for any name.
NAMED = re.compile(r"`((?:content|macros|scripts|docs|tests|decisions)/[^` ]*)`")


def named(page: str) -> list[str]:
    """The paths that a page names, as patterns below the root."""
    return sorted({re.sub(r"<[^>]+>", "*", path).rstrip("/") for path in NAMED.findall(page)})


def written() -> list[tuple[str, str]]:
    """(page, path) for every path that a page for newcomers names."""
    pages = ("README.md", "CONTRIBUTING.md")
    return [(name, path) for name in pages for path in named((ROOT / name).read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("page", "path"), written())
def test_what_is_named_is_there(page, path):
    assert list(ROOT.glob(path)), f"{page} names {path}"


def test_a_folder_of_the_house_is_a_folder():
    house = README.partition("## The house")[2].partition("```\n")[2].partition("```")[0]
    rooms = re.findall(r"^  ((?:[a-z]+/ ?)+)", house, re.MULTILINE)
    told = {room for line in rooms for room in re.findall(r"[a-z]+", line)}
    assert told == {path.parent.name for path in (ROOT / "macros").glob("*/__init__.py")}


def test_every_command_is_told(capsys):
    with pytest.raises(SystemExit):
        run(ROOT, ["--help"])
    known = re.findall(r"^    ([a-z]+)\b", capsys.readouterr().out, re.MULTILINE)
    assert "check" in known
    assert [name for name in known if not re.search(rf"(`|guide\.py ){name}\b", README)] == []
