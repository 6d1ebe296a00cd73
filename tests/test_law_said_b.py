"""What the pages must say, and no longer say, about contesting, leases and permits: one row, one sentence.

A row of `said/law-b.tsv`: a page, `must` or `must-not`, words (a pattern on the plain text), their source.
"""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

import pytest
from conftest import DAY

from macros.opening import open_guide
from macros.rendering.pages import render

ROOT = Path(__file__).parent.parent
SITE = {"languages": ["fr"], "papers": {}, "base_url": ""}
KINDS = {"demarches": "demarche", "criteres": "critere", "guichet": "guichet", "parcours": "parcours"}
ROWS = [
    tuple(line.split("\t"))
    for line in (ROOT / "tests" / "said" / "law-b.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def reference(page: str) -> str:
    """`demarches/dalo` is `demarche:dalo`; a page of its own, such as `courriers`, is `page:courriers`."""
    folder, _, name = page.partition("/")
    return f"{KINDS[folder]}:{name}" if name else f"page:{folder}"


@cache
def said(page: str) -> str:
    """The French words of a page as a reader sees them, without marks and with ordinary spaces."""
    guide = open_guide(ROOT / "content", DAY)
    text = render(guide, reference(page), SITE)
    shown = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", text)
    bare = re.sub(r"<[^>]+>", "", re.sub(r"</(p|li|h\d|dt|dd|div)>", " ", shown))
    return re.sub(r"\s+", " ", html.unescape(bare))


@pytest.mark.parametrize("page, rule, words, source", ROWS, ids=[f"{p}-{w[:30]}" for p, _, w, _ in ROWS])
def test_the_page_says_what_the_law_says(page, rule, words, source):
    found = re.search(words, said(page), re.IGNORECASE)
    assert bool(found) is (rule == "must"), f"{page}: « {words} » ({source})"
