"""The pages that answered fifty real questions stay where they were found."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import ROOT

LINES = [
    line.split("\t")
    for line in (ROOT / "tests" / "questions.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("verdict", "page", "question", "answer"), LINES[1:], ids=lambda value: value[:40])
def test_the_page_that_answered_is_published(site: Path, verdict, page, question, answer):
    assert (site / page / "index.html").is_file()
