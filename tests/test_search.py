"""The search answers what people type. The full measure is `scripts/search_scores.py`; here, a floor that must hold."""

from __future__ import annotations

import pytest

from macros.opening import open_guide
from scripts.search_scores import addresses_of, answers, queries
from conftest import DAY, ROOT

FILES = sorted((ROOT / "tests" / "search").rglob("*.tsv"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_right_page_comes_first(browser, site, path):
    asked = queries(path)
    page = browser.new_page()
    got = answers(page, site, path.stem, asked, addresses_of(asked, open_guide(ROOT / "content", DAY).content))
    page.close()
    assert sum(answer.rank == 1 for answer in got) >= 17, [a for a in got if a.rank != 1]
