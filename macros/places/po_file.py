"""What one language's translators wrote, by context: a PO file once it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Entry:
    """One translation: the French it stands beside, the text, and whether the French has changed since.

    `note` is the translator's own comment, `flags` those of their tools but « fuzzy »,
    `previous` the French that a stale text was made from (empty when it is not known).
    """

    fr: str
    text: str
    fuzzy: bool = False
    note: str = ""
    flags: tuple[str, ...] = ()
    previous: str = ""


Catalogue = Mapping[str, Entry]
EMPTY: Catalogue = MappingProxyType({})


@dataclass(frozen=True)
class PoFile:
    """A PO file whole: its header and who signed it, the entries
    by context, those whose French is gone (`#~`), the lines.

    `twice` are the (context, line) of entries that stand
    again further down: the first one with a text counts.
    """

    header: str = ""
    credits: str = ""
    header_flags: tuple[str, ...] = ()
    entries: Catalogue = field(default_factory=lambda: EMPTY)
    orphans: Catalogue = field(default_factory=lambda: EMPTY)
    lines: Mapping[str, int] = field(default_factory=dict)
    twice: tuple[tuple[str, int], ...] = ()
