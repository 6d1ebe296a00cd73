"""`guide.py measure`: the figures that the guide promises,
each read off the built site in a browser. Needs the test lock.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros import today
from macros.opening import open_guide
from scripts.measure import access, length, reading, search, speed, weight
from scripts.measure.stage import served

PARTS = ("lecture", "longueur", "poids", "recherche", "vitesse", "acces")


@dataclass(frozen=True)
class Asked:
    """What to measure: `parts` of `PARTS`; `languages` None
    means all that are built; `queries` are sets to search.
    """

    content: Path
    site: Path
    parts: list[str]
    languages: list[str] | None
    queries: Path


def measure(asked: Asked, find: Callable[[], str | None]) -> int:
    """Print the figures that are asked for; returns 1 when something is missing.

    `find` says where a browser is, None when there is none: it may bring one, so it is asked late.
    """
    unknown = [part for part in asked.parts if part not in PARTS]
    if unknown:
        print(f"Partie inconnue : {', '.join(unknown)}. Connues : {', '.join(PARTS)}.")
        return 1
    browser = find()
    if browser is None:
        print("Aucun navigateur : donnez son chemin dans CHROMIUM.")
        return 1
    if not (asked.site / "index.html").exists():
        print("Construisez d’abord le site : « guide.py build ».")
        return 1
    for line in _figures(asked, browser):
        print(line, flush=True)
    return 0


def _figures(asked: Asked, executable: str) -> Iterator[str]:
    from playwright.sync_api import sync_playwright

    parts = asked.parts or list(PARTS)
    content = open_guide(asked.content, today()).content
    codes = asked.languages or [code for code in content.languages if (asked.site / code).is_dir()]
    if "lecture" in parts:
        yield "Lecture"
        yield from reading.read(content)
    with sync_playwright() as playwright, served(asked.site) as address:
        browser = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox"] if sys.platform == "linux" else []
        )
        if "longueur" in parts:
            yield "Longueur des démarches (téléphone de 360 × 740, rien n’est déplié)"
            for code in codes:
                yield from length.lengths(browser, address, asked.site, code)
        if "poids" in parts:
            yield "Poids (première visite, gzip)"
            for code in codes:
                yield from weight.weigh(browser, address, code)
        if "recherche" in parts:
            yield f"Recherche (processeur ralenti {search.SLOWDOWN} fois)"
            yield from search.score(browser, address, asked.queries, content)
        if "vitesse" in parts:
            yield "Vitesse (processeur ralenti 4 fois, 4G lente)"
            for code in codes:
                yield from speed.race(browser, address, code)
        if "acces" in parts:
            yield "Accessibilité (axe-core)"
            for code in codes:
                yield from access.inspect(browser, address, code)
        browser.close()
