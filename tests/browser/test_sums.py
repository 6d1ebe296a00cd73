"""The calculators of the pages and those of the tests never part."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from oracles.ceilings import Household, ceiling
from oracles.delays import end_of
from support import ROOT

AMOUNTS = {
    "menage-1": 100,
    "menage-2": 200,
    "menage-3": 300,
    "menage-4": 400,
    "menage-5": 500,
    "menage-6": 600,
    "personne-supplementaire": 50,
}


def test_the_browser_does_the_same_sums(browser):
    """One batch in Chromium on thousands of cases, built
    here: the scripts and these functions must never part.
    """
    page = browser.new_page()
    for name in ("delays", "ceilings"):
        page.add_script_tag(content=Path(ROOT, f"docs/assets/js/{name}.js").read_text(encoding="utf-8"))
    starts = [dt.date(2023, 1, 1) + n * dt.timedelta(days=1) for n in range(0, 2200, 3)]
    spans = [(10, "day"), (6, "week"), (1, "month"), (2, "month"), (4, "month"), (12, "month"), (1, "year")]
    delays = [[s.isoformat(), v, u, c] for s in starts for v, u in spans for c in ("calendar", "court")]
    homes = [
        [n, a, y, d]
        for n in range(1, 13)
        for a in (False, True)
        for y in (False, True)
        for d in (False, True)
    ]
    found = page.evaluate(
        """([delays, homes, amounts]) => [delays.map(d => GuideDelays.endOf(...d)),
        homes.map(([persons, alone, young, disabled]) =>
            GuideCeilings.ceiling(amounts, {persons, alone, young, disabled}))]""",
        [delays, homes, AMOUNTS],
    )
    page.close()
    assert found[0] == [end_of(dt.date.fromisoformat(s), v, u, c).isoformat() for s, v, u, c in delays]
    assert found[1] == [ceiling(AMOUNTS, Household(*home)) for home in homes]
