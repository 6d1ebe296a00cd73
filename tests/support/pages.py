"""The built site as tests see it: each page's ids, links, words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.page.lang, self.page.dir = given.get("lang") or "", given.get("dir") or ""
        if given.get("id"):
            self.page.ids.append(given["id"] or "")
        self.page.links += [given[name] or "" for name in ("href", "src", "action") if given.get(name)]
        if tag == "a" and given.get("href") and "footer" not in self.inside:
            self.page.ways.append(given["href"] or "")
        self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "title" in self.inside and "svg" not in self.inside:
            self.page.title += data
        elif not any(tag in _SILENT for tag in self.inside):
            self.page.text += data


@lru_cache(maxsize=2048)
def read(path: Path) -> Page:
    """The page at `path`."""
    page = Page(path)
    _Reader(page).feed(path.read_text(encoding="utf-8"))
    return page


@lru_cache(maxsize=16)
def pages(site: Path, lang: str = "[a-z]*") -> tuple[Page, ...]:
    """Every page of every language, or of one; short
    addresses, which are numbers, lead to them and are none.
    """
    return tuple(read(path) for path in sorted(site.resolve().glob(f"{lang}/**/*.html")))
