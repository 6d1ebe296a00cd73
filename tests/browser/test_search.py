"""The search answers what people type into the box. The full measure
is `guide.py measure recherche`; here, floors that must hold.
"""

from __future__ import annotations

import pytest

from scripts.measure.search import ask, queries
from support import ROOT
from support.guides import real

FILES = sorted((ROOT / "tests" / "search").rglob("*.tsv"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_right_page_comes_first(browser, address, path):
    asked = queries(path)
    home = f"{address}{path.name.split('.')[0]}/"
    got = ask(browser, home, asked, real().content, slowdown=1)
    assert sum(answer.rank == 1 for answer in got) >= 0.8 * len(got), [a for a in got if a.rank != 1]
    assert sum(0 < answer.rank <= 3 for answer in got) >= 0.9 * len(got), [
        a for a in got if not 0 < a.rank <= 3
    ]
    assert all(answer.given for answer in got)
