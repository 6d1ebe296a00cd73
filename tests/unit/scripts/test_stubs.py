"""Pages are one line each, written where they are needed and never committed: a fresh clone lacks none."""

from __future__ import annotations

import subprocess

import pytest

from macros.model.kinds import FIXED_PAGES
from macros.opening import open_guide
from macros.web.staging import write_stubs
from support import DAY, ROOT


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no checkout: a copy has no history")
def test_no_page_is_committed():
    known = subprocess.run(
        ["git", "ls-files", "docs"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert [path for path in known if path.endswith(".md")] == []


def test_an_empty_folder_gets_every_page(valid, tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    assert write_stubs(open_guide(valid, DAY, "petit"), docs)
    written = {path.read_text(encoding="utf-8") for path in docs.rglob("*.md")}
    assert [name for name in FIXED_PAGES if not any(f"'page:{name}'" in text for text in written)] == []


def test_writing_pages_twice_changes_nothing(valid, tmp_path):
    guide = open_guide(valid, DAY, "petit")
    docs = tmp_path / "docs"
    docs.mkdir()
    write_stubs(guide, docs)
    assert not write_stubs(guide, docs)
