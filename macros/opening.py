"""From a folder to a guide: read, check, choose a territory, a day and a language. The one way in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from .checks import check
from .guide.content import Content
from .guide.edition import edition_day
from .guide.guide import Guide
from .guide.localise import localise
from .guide.scoping import scoped
from .places.faults import Fault, did_you_mean, format_report
from .places.po_file import EMPTY, Catalogue, PoFile
from .source.catalogue import read_file
from .source.load import load
from .web.needed_words import needed_words


class ContentError(Exception):
    """The content has faults; `faults` lists them all, the message is the report that an editor reads."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(format_report(faults))
        self.faults = faults


@dataclass(frozen=True)
class Opened:
    """A content folder read once: its content, its catalogues by language, and every fault."""

    content: Content
    catalogues: dict[str, Catalogue]
    faults: tuple[Fault, ...]

    @property
    def errors(self) -> list[Fault]:
        """The faults for which nothing is built."""
        return [fault for fault in self.faults if fault.is_error]

    @property
    def report(self) -> str:
        """What an editor reads of the errors; empty when there are none."""
        return format_report(self.errors) if self.errors else ""

    def refusal(self, territory: str, languages: Sequence[str] = (), commune: str | None = None) -> str:
        """Why no guide is made of it, for whoever asked: its errors,
        or else the names that it does not know. Empty when one can be.
        """
        return self.report or "\n".join(self._unknown(territory, languages, commune))

    def _unknown(self, territory: str, languages: Sequence[str], commune: str | None) -> Iterator[str]:
        asked: list[tuple[str, Mapping[str, Any], str]] = [
            (territory, self.content.territories, "Territoire inconnu"),
            *((code, self.content.languages, "Langue inconnue") for code in languages),
        ]
        wrong = [(name, known, what) for name, known, what in asked if name not in known]
        for name, known, what in wrong:
            yield f"{what} : « {name} ».{did_you_mean(name, known)} Connus : {', '.join(known)}."
        communes = self.content.communes.get(territory, {})
        if commune and not wrong and commune not in communes:
            yield (
                f"Commune inconnue dans « {territory} » : « {commune} » (code INSEE attendu, "
                f"par exemple 13054).{did_you_mean(commune, communes)}"
            )

    def guide(self, day: dt.date, territory: str = "amp", lang: str = "fr") -> Guide:
        """The guide of `territory` in `lang` as it stands on `day`. It bears the last day, up to that one,
        on which something turned that it says. Raises KeyError for a name that is unknown.
        """
        content = localise(self.content, lang, self.catalogues.get(lang, EMPTY))
        seen = scoped(content, content.territories[territory])
        turned = edition_day(seen, day)
        return Guide(seen, content.territories[territory], turned, lang, heard=_heard(self))


def read_content(root: Path) -> tuple[Content, dict[str, PoFile], list[Fault]]:
    """The content of the folder `root`, its translations by language,
    and what could not be read. Never raises for what an editor wrote.
    """
    content, faults = load(root)
    files = {}
    for code in content.languages:
        if code != "fr":
            file, found = read_file(root / "translations" / f"{code}.po", root)
            faults += found
            # What a broken file seems to hold is not counted: its one fault is enough.
            if not found:
                files[code] = file
    return content, files, faults


def open_content(root: Path, day: dt.date) -> Opened:
    """Read and check the folder `root` as of `day`. Never raises for what an editor wrote."""
    content, files, faults = read_content(root)
    faults += check(content, files, day, root, needed_words())
    catalogues = {code: file.entries for code, file in files.items()}
    return Opened(content, catalogues, tuple(sorted(set(faults))))


@lru_cache(maxsize=16)
def _open_guide(root: Path, day: dt.date, territory: str, lang: str) -> Guide:
    return _open_sound(root, day).guide(day, territory, lang)


@lru_cache(maxsize=4)
def open_once(root: Path, day: dt.date) -> Opened:
    """The same as `open_content`, read and checked once until `forget`: whoever builds from
    a folder that was just checked does not check it again.
    """
    return open_content(root, day)


def _open_sound(root: Path, day: dt.date) -> Opened:
    opened = open_once(root, day)
    if opened.errors:
        raise ContentError(opened.errors)
    return opened


def forget() -> None:
    """Read the folder again at the next call: it changed on disk."""
    open_once.cache_clear()
    _open_guide.cache_clear()


def open_guide(root: Path, day: dt.date, territory: str = "amp", lang: str = "fr") -> Guide:
    """The guide of `territory` in `lang` on `day`. Raises
    `ContentError` when the content has an error or a name is unknown.
    """
    opened = _open_sound(root, day)
    for name, known in ((territory, opened.content.territories), (lang, opened.content.languages)):
        if name not in known:
            raise ContentError(
                [
                    Fault(
                        root.as_posix(),
                        1,
                        1,
                        "erreur",
                        "R301",
                        f"« {name} » est inconnu.{did_you_mean(name, known)}",
                    )
                ]
            )
    return _open_guide(root, day, territory, lang)


def _heard(opened: Opened) -> dict[str, dict[str, str]]:
    """Urgent card -> language -> its words in that language."""
    found = {}
    for card in opened.content.navigation.urgent:
        context = f"navigation#urgent.{card.id}.keywords"
        told = {lang: known[context].text for lang, known in opened.catalogues.items() if context in known}
        french = {"fr": card.keywords.fr} if card.keywords else {}
        found[card.id] = {lang: words for lang, words in (french | told).items() if words}
    return found
