"""Every character of a sheet is in the vendored fonts, and every word fits: else a fault that says where."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from .cells import cells_of
from .faults import SheetFault, split_context

FONTS = Path(__file__).parent / "fonts"

#: A longer run without a place to break does not fit a column at the smallest size.
LONGEST_WORD = 42
#: The same for what is set in one piece: an e-mail, a site, the page's own address.
LONGEST_PIECE = {"email.text": 42, "web.text": 42, "address": 85}
#: A longer text is no longer one idea: it would push the rest off the sheet.
LONGEST_TEXT = 700

_BREAKS = re.compile(r"[ \u2010\u2013\u200b/-]|(?<=[.@_])")


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """The code points that one of the families has in both weights (`fonts/coverage.json`, written by scripts/subset_fonts.py)."""
    families = json.loads((FONTS / "coverage.json").read_text(encoding="utf-8"))["families"]
    return frozenset(c for ranges in families.values() for first, last in ranges for c in range(first, last + 1))


def _strings_of(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """(field, text) of each bare string that the sheet shows: phones, addresses, names."""
    if isinstance(value, dict):
        if "runs" not in value:
            for key, child in value.items():
                if key not in _HIDDEN:
                    yield from _strings_of(child, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _strings_of(child, f"{path}.{index}")
    elif isinstance(value, str):
        yield path, value


#: Strings that are never drawn with our fonts.
_HIDDEN = frozenset({"url", "kind", "id", "reader", "columns", "lang", "dir", "template", "label", "ref", "refs", "to"})


def faults_of(data: dict[str, Any]) -> list[SheetFault]:
    """Every character that no font has, and every text or word too long to be printed, each with its object, language and field."""
    found = []
    for cell in cells_of(data):
        subject, field = split_context(cell["field"], data["id"])
        found += _faults(subject, cell["lang"], field, "".join(run["t"] for run in cell["runs"]))
    for field, text in _strings_of(data):
        found += _faults(data["id"], data["reader"], field, text)
        most = next((n for name, n in LONGEST_PIECE.items() if field.endswith(name)), len(text))
        if len(text) > most:
            found.append(SheetFault(data["id"], data["reader"], field, f"« {text} » est trop long : {len(text)} signes, {most} au plus."))
    return list({str(fault): fault for fault in found}.values())


def _faults(subject: str, lang: str, field: str, text: str) -> Iterator[SheetFault]:
    for character in dict.fromkeys(text):
        if ord(character) not in covered():
            name = unicodedata.name(character, "sans nom")
            yield SheetFault(subject, lang, field, f"le caractère « {character} » (U+{ord(character):04X}, {name}) n’est dans aucune police.")
    if len(text) > LONGEST_TEXT and field != "facts.law":
        yield SheetFault(subject, lang, field, f"texte trop long pour une fiche : {len(text)} signes, {LONGEST_TEXT} au plus.")
    word = max(_BREAKS.split(text), key=len, default="")
    if len(word) > LONGEST_WORD:
        yield SheetFault(subject, lang, field, f"« {word[:24]}… » ne peut pas être coupé : {len(word)} signes, {LONGEST_WORD} au plus.")
