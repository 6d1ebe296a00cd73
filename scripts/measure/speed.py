"""How long a first view takes on a cheap phone: Chromium slowed
four times, slow 4G; largest paint, blocking time, layout shift.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scripts.measure.stage import SLOW_4G, phone, share

if TYPE_CHECKING:  # the lock of a build has no browser
    from playwright.sync_api import Browser

PAGES = ("", "demarches/dalo/", "contacts/")
_WATCH = """() => {
  window.seen = {lcp: 0, tbt: 0, cls: 0};
  const watch = (type, take) =>
    new PerformanceObserver(list => list.getEntries().forEach(take)).observe({type, buffered: true});
  watch("largest-contentful-paint", e => { seen.lcp = e.startTime; });
  watch("longtask", e => { if (e.duration > 50) seen.tbt += e.duration - 50; });
  watch("layout-shift", e => { if (!e.hadRecentInput) seen.cls += e.value; });
}"""
RUNS = 3


def race(browser: Browser, address: str, lang: str) -> Iterator[str]:
    """One line a page: medians of three first views."""
    for path in PAGES:
        runs = [_run(browser, f"{address}{lang}/{path}") for _ in range(RUNS)]
        lcp, tbt, cls = (share([run[name] for run in runs], 0.5) for name in ("lcp", "tbt", "cls"))
        yield f"{lang}/{path:32} LCP {lcp / 1000:.2f} s ; TBT {tbt:.0f} ms ; CLS {cls:.3f}"


def _run(browser: Browser, url: str) -> dict[str, float]:
    with phone(browser, cpu=4, network=SLOW_4G) as (page, _):
        page.add_init_script(f"({_WATCH})()")
        page.goto(url, wait_until="networkidle")
        page.wait_for_timeout(500)
        seen: dict[str, float] = page.evaluate("window.seen")
        return seen
