"""Which papers a build makes, and where each stands below the site. One address, one paper."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..guide.guide import Guide
from ..model.kinds import PAGES
from ..model.pages import Criterion, Procedure
from .book import book_data
from .booklet import booklet_data
from .compiling import recipe
from .phrases import phrases_data
from .poster import poster_data
from .print_faults import SheetFault
from .sheets import criterion_data, desk_data, is_translated, large, sheet_data


@dataclass(frozen=True)
class Sheet:
    """A paper to be made: where it goes below the site (`ar/fiches/dalo.fr.pdf`), what it says, and the day
    on which what it says last turned.
    """

    path: str
    data: dict[str, Any]
    day: dt.date

    @cached_property
    def key(self) -> str:
        """Equal keys mean equal bytes: the data, the day, the templates, the fonts and Typst's version."""
        return hashlib.sha256(f"{recipe()}\n{self.day}\n{self._text}".encode()).hexdigest()

    @property
    def weight(self) -> int:
        """How much it says: about how long it takes to make."""
        return len(self._text)

    @cached_property
    def _text(self) -> str:
        return json.dumps(self.data, ensure_ascii=False, sort_keys=True)

    @property
    def cached_stem(self) -> str:
        """The name in the cache, less the number of pages: it tells which paper it is, so that an outdated
        one can go.
        """
        return f"{self.path.replace('/', '_').removesuffix('.pdf')}_{self.key[:32]}"


def plan(guide_by_lang: Mapping[str, Guide], base_url: str) -> list[Sheet]:
    """Every paper of a build, in the order of languages: a sheet a page in each form, then the poster, the
    cards and the book.

    Raises `SheetFault` when the interface lacks a word, or when a page's sheet would stand where another
    paper does.
    """
    found: dict[str, Sheet] = {}
    for code, guide in guide_by_lang.items():
        if not guide.language.papers:
            continue
        for name, data in _papers(guide, base_url):
            path = f"{code}/fiches/{name}.pdf"
            if path in found:
                raise SheetFault(
                    data["id"],
                    code,
                    "id",
                    f"l’adresse {path} est déjà prise : donnez un autre identifiant à cette page.",
                )
            found[path] = Sheet(path, data, dt.date.fromisoformat(data["day"]))
    return list(found.values())


def _papers(guide: Guide, base_url: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """(name below `fiches/` without its end, data) of every paper in one language."""
    if guide.content.navigation.path:
        yield "affiche", poster_data(guide, base_url)
        if not guide.language.source:
            yield "affiche.fr", poster_data(guide, base_url, bilingual=True)
    cards = phrases_data(guide, base_url)
    if cards["sections"]:
        yield "phrases", cards
    if guide.content.navigation.booklet:
        yield "livret", booklet_data(guide, base_url)
    yield "guide", book_data(guide, base_url)
    for ref, kind in PAGES.items():
        if kind.page is None or kind.page.sheets is None:
            continue
        for page in getattr(guide.content, kind.attribute).values():
            if kind.reader == "applicant" or is_translated(page):
                yield from _forms(guide, page, kind.page.sheets, _DATA[ref], base_url)


#: Kind of page reference -> what gives the data of its sheet.
_DATA: Mapping[str, Callable[..., dict[str, Any]]] = {
    "demarche": sheet_data,
    "critere": criterion_data,
    "guichet": desk_data,
}


def _forms(
    guide: Guide,
    page: Procedure | Criterion,
    folder: str,
    data_of: Callable[..., dict[str, Any]],
    base_url: str,
) -> Iterator[tuple[str, dict[str, Any]]]:
    """A page's sheet alone, in large print, and beside French."""
    alone = data_of(guide, page, False, base_url)
    yield f"{folder}{page.id}", alone
    yield f"{folder}{page.id}.gros", large(alone)
    if not guide.language.source:
        yield f"{folder}{page.id}.fr", data_of(guide, page, True, base_url)
