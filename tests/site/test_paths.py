"""No dead end: from home, each page is at most three taps
away, and each page leads on. The footer does not count.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from support.pages import pages, read, target

#: Whoever reads every page of the site reads it in one process, once.
pytestmark = pytest.mark.xdist_group("pages")

TAPS = 3


def reached_from(page: Path, root: Path) -> set[Path]:
    """The pages that a page leads to by what stands above its footer."""
    inside = [link for link in read(page).ways if urlsplit(link).path and not urlsplit(link).scheme]
    found = {target(page.parent, link, root) for link in inside}
    return {Path(name) for name in found if name.endswith(".html")}


#: Shown by the host in place of a page that is not there: nothing leads to it.
ONLY_BY_THE_HOST = "404.html"


def distances(home: Path, root: Path) -> dict[Path, int]:
    """Taps from `home` to each page of the site that can be reached."""
    found, waiting = {home: 0}, [home]
    while waiting:
        page = waiting.pop(0)
        for other in reached_from(page, root):
            if other not in found:
                found[other] = found[page] + 1
                waiting.append(other)
    return found


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_each_page_is_three_taps_from_home(site, lang):
    taps = distances(site.resolve() / lang / "index.html", site.resolve())
    far = {
        p.path.relative_to(site.resolve()).as_posix(): taps.get(p.path)
        for p in pages(site, lang)
        if p.path.name != ONLY_BY_THE_HOST and taps.get(p.path, 99) > TAPS
    }
    assert far == {}


def test_each_page_leads_on(site):
    ends = [p.path for p in pages(site) if len({w for w in p.ways if not w.startswith("#")}) < 8]
    assert ends == []
