"""No dead end: from home, each page is at most three taps
away, and each page leads on. The footer does not count.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from support.pages import pages, read

TAPS = 3


def reached_from(page: Path) -> set[Path]:
    """The pages that a page leads to by what stands above its footer."""
    found = set()
    for link in read(page).ways:
        path = urldefrag(link)[0].split("?")[0]
        if path and not urlsplit(link).scheme:
            target = (page.parent / unquote(path)).resolve()
            target = target / "index.html" if target.is_dir() else target
            if target.suffix == ".html":
                found.add(target)
    return found


#: Shown by the host in place of a page that is not there: nothing leads to it.
ONLY_BY_THE_HOST = "404.html"


def distances(home: Path) -> dict[Path, int]:
    """Taps from `home` to each page that can be reached."""
    found, waiting = {home: 0}, [home]
    while waiting:
        page = waiting.pop(0)
        for target in reached_from(page):
            if target not in found and target.exists():
                found[target] = found[page] + 1
                waiting.append(target)
    return found


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_each_page_is_three_taps_from_home(site, lang):
    taps = distances(site.resolve() / lang / "index.html")
    far = {
        p.path.relative_to(site.resolve()).as_posix(): taps.get(p.path)
        for p in pages(site, lang)
        if p.path.name != ONLY_BY_THE_HOST and taps.get(p.path, 99) > TAPS
    }
    assert far == {}


def test_each_page_leads_on(site):
    ends = [p.path for p in pages(site) if len({w for w in p.ways if not w.startswith("#")}) < 8]
    assert ends == []
