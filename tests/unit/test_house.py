"""What the README says of the house: content in, pages
out, and nothing in `macros` that a day or a disk changes.

Who may import whom is `[tool.importlinter]` in `pyproject.toml`; what imports do not show is here.
"""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator

import pytest

from support import ROOT

#: Calls that read the clock or change the disk.
TOUCHING = {
    "now": "the clock",
    "today": "the clock",
    "utcnow": "the clock",
    "chmod": "the disk",
    "hardlink_to": "the disk",
    "mkdir": "the disk",
    "rename": "the disk",
    "rmdir": "the disk",
    "symlink_to": "the disk",
    "touch": "the disk",
    "unlink": "the disk",
    "write_bytes": "the disk",
    "write_text": "the disk",
}

#: Module -> what it touches, and why it may.
MAY = {
    "macros/__init__.py": {"the clock"},  # `define_env`: plain `mkdocs serve` has nobody else to tell the day
    "macros/web/staging.py": {"the disk"},  # `define_env`: plain `mkdocs serve` stages its own pages
}


def touched(source: str) -> Iterator[str]:
    """What a module touches by the calls that it makes, aside from what it opens to read."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in TOUCHING and isinstance(node.func, ast.Attribute):
            yield TOUCHING[name]
        modes = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if name == "open" and any(set(mode) & set("wax+") for mode in modes if len(mode) <= 3):
            yield "the disk"


def test_nothing_in_macros_touches_the_clock_or_the_disk():
    found = {
        path.relative_to(ROOT).as_posix(): set(touched(path.read_text(encoding="utf-8")))
        for path in (ROOT / "macros").rglob("*.py")
    }
    assert {name: what for name, what in found.items() if what} == MAY


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("dt.datetime.now()", {"the clock"}),
        ("dt.date.today()", {"the clock"}),
        ("path.write_text('x')", {"the disk"}),
        ("open('x', 'wb')", {"the disk"}),
        ("path.open('a')", {"the disk"}),
        ("path.open('rb')", set()),
        ("path.read_text()", set()),
    ],
)
def test_what_touches_is_seen(source, what):
    assert set(touched(source)) == what


@pytest.mark.parametrize("path", sorted((ROOT / "macros/print/typst").glob("*.typ")), ids=lambda p: p.name)
def test_no_line_of_a_paper_s_template_passes_110_columns(path):
    # no linter reads Typst
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [n for n, line in enumerate(lines, 1) if len(line) > 110] == []


@pytest.mark.parametrize(
    "path", ["content/interface.yml", "macros/export/sw.js", "content/translations/ar.po"]
)
def test_a_clone_has_the_same_line_ends_on_every_machine(path):
    told = subprocess.run(
        ["git", "check-attr", "eol", "--", path], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip().endswith("eol: lf")
