"""How much a phone shows of a procedure before anything is unfolded: screens, words, where the first act and
the first call stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from scripts.measure.stage import phone

if TYPE_CHECKING:  # the lock of a build has no browser
    from playwright.sync_api import Browser

#: Heights in screens, from the top of the page; null for what the page has not.
_READ = """() => {
    const screens = (pixels) => pixels / innerHeight;
    const top = (selector) => {
        const found = [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length);
        return found ? screens(found.getBoundingClientRect().top) : null;
    };
    return {
        screens: screens(document.documentElement.scrollHeight),
        words: document.querySelector("main").innerText.split(/\\s+/).filter(Boolean).length,
        act: top("main .g-first-calls a, main .g-act a"),
        call: top("main .g-first-calls a, main .g-dock a[href^='tel:'], main .g-dock a[href^='sms:']"),
    };
}"""


def lengths(browser: Browser, address: str, site: Path, lang: str) -> Iterator[str]:
    """The median of the procedures built for `lang`, then the longest by name."""
    rows: dict[str, dict[str, Any]] = {}
    names = sorted(page.parent.name for page in (site / lang / "demarches").glob("*/index.html"))
    with phone(browser) as (page, _):
        for name in names:
            page.goto(f"{address}{lang}/demarches/{name}/")
            rows[name] = page.evaluate(_READ)
    yield f"{lang} : {len(rows)} démarches, médiane {_told({k: _median(rows, k) for k in _KEYS})}"
    for name in sorted(rows, key=lambda name: -rows[name]["screens"])[:3]:
        yield f"  {name} : {_told(rows[name])}"


_KEYS = ("screens", "words", "act", "call")


def _median(rows: dict[str, dict[str, Any]], key: str) -> float | None:
    known = [row[key] for row in rows.values() if row[key] is not None]
    return median(known) if known else None


def _told(row: dict[str, Any]) -> str:
    act, call = (f"{row[key]:.1f}" if row[key] is not None else "–" for key in ("act", "call"))
    return f"{row['screens']:.1f} écrans, {row['words']:.0f} mots ; acte à {act} écran, appel à {call}"
