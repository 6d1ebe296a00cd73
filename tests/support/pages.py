"""The built site as tests see it: each page's ids, links, words."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

#: Offers to report a mistake, whoever reads it.
REPORT = re.compile(r"mailto:\?|[Ss]ignaler une erreur|Aucune adresse n’est encore prévue")
_SILENT = ("script", "style", "svg")


@dataclass
class Page:
    """A page read: what it is called, what it holds, where
    it leads; `ways` are its links but those of the footer.
    """

    path: Path
    lang: str = ""
    dir: str = ""
    title: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.inside: list[str] = []
        #: How many elements of each name are open: asked at each text.
        self.open: Counter[str] = Counter()
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.page.lang, self.page.dir = given.get("lang") or "", given.get("dir") or ""
        if given.get("id"):
            self.page.ids.append(given["id"] or "")
        self.page.links += [given[name] or "" for name in ("href", "src", "action") if given.get(name)]
        if tag == "a" and given.get("href") and not self.open["footer"]:
            self.page.ways.append(given["href"] or "")
        self.inside.append(tag)
        self.open[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        while self.inside:
            closed = self.inside.pop()
            self.open[closed] -= 1
            if closed == tag:
                break

    def handle_data(self, data: str) -> None:
        if self.open["title"] and not self.open["svg"]:
            self.page.title += data
        elif not any(self.open[tag] for tag in _SILENT):
            self.said.append(data)


@cache
def read(path: Path) -> Page:
    """The page at `path`."""
    page = Page(path)
    reader = _Reader(page)
    reader.feed(path.read_text(encoding="utf-8"))
    page.text = "".join(reader.said)
    return page


@cache
def pages(site: Path, lang: str = "[a-z]*") -> tuple[Page, ...]:
    """Every page of every language, or of one; short
    addresses, which are numbers, lead to them and are none.
    """
    return tuple(read(path) for path in sorted(site.resolve().glob(f"{lang}/**/*.html")))


@cache
def files(root: Path) -> frozenset[str]:
    """Every file below `root`, by its whole path: asking the disk at each link takes half a minute."""
    return frozenset(os.path.join(where, name) for where, _, names in os.walk(root) for name in names)


def target(start: Path, link: str, root: Path) -> str:
    """The file that `link` names for who stands in the
    folder `start`; empty when there is none below `root`.
    """
    path = os.path.normpath(os.path.join(start, unquote(urlsplit(link).path)))
    return next((name for name in (f"{path}/index.html", path) if name in files(root)), "")
