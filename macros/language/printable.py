"""What a paper can print: the characters that the
vendored fonts have, and how long a text or a word may be.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

#: What the fonts of papers hold, with a fingerprint of each file; written by scripts/dev/subset_fonts.py.
COVERAGE = Path(__file__).with_name("coverage.json")

#: A longer run without a place to break does not fit a column at the smallest size.
LONGEST_WORD = 42
#: The same for what is set in one piece: an e-mail, a site, the page's own address.
LONGEST_PIECE = {"email.text": 42, "web.text": 42, "address": 85}
#: A longer text is no longer one idea: it would push the rest off the sheet.
LONGEST_TEXT = 700

_BREAKS = re.compile(r"[ \u2010\u2013\u200b/-]|(?<=[.@_])")


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """The code points that one of the families has in both weights."""
    families = json.loads(COVERAGE.read_text(encoding="utf-8"))["families"]
    return frozenset(
        c for ranges in families.values() for first, last in ranges for c in range(first, last + 1)
    )


def problems(text: str, listed: bool = False, longest: int | None = None) -> Iterator[str]:
    """A French sentence for each thing in `text` that no paper prints.

    A `listed` text (search words, laws) may be as long as it
    likes; `longest` is how long one set in a single piece may be.
    """
    for character in dict.fromkeys(text):
        if ord(character) not in covered():
            name = unicodedata.name(character, "sans nom")
            yield f"le caractère « {character} » (U+{ord(character):04X}, {name}) n’est dans aucune police."
    if len(text) > LONGEST_TEXT and not listed:
        yield f"texte trop long pour une fiche : {len(text)} signes, {LONGEST_TEXT} au plus."
    word = max(_BREAKS.split(text), key=len, default="")
    if longest is not None and len(text) > longest:
        yield f"« {text} » est trop long : {len(text)} signes, {longest} au plus."
    elif len(word) > LONGEST_WORD:
        yield f"« {word[:24]}… » ne peut pas être coupé : {len(word)} signes, {LONGEST_WORD} au plus."
