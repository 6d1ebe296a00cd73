"""Characters that have no place in a text, and those that are read as a space."""

from __future__ import annotations

import re
import unicodedata

#: What breaks a line or makes room: read as a space.
BLANKS = "\t\n\v\f\r\x85\u2028\u2029"
_BREAKS = re.compile(f" *[{BLANKS}][ {BLANKS}]*")
#: Marks that turn what follows around, digits of a telephone included. (Isolates, which close, are sound.)
_OVERRIDES = re.compile("[\u202a-\u202e]")
#: What a script needs though nobody sees it: where a word may be cut, how letters join, which way signs go.
_NEEDED = frozenset("\u00ad\u061c\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069")
#: Controls, formats, what a private font alone draws, what is no character.
_HIDDEN = frozenset(("Cc", "Cf", "Co", "Cs"))


def on_one_line(text: str) -> str:
    """`text` with a space for each line break and what stands around it. No-break spaces stay."""
    return text if text.isprintable() else _BREAKS.sub(" ", text)


def unseen(text: str) -> list[str]:
    """The characters of `text` that nobody sees and no script needs, each once, in order; line breaks and
    tabs are spaces.
    """
    if text.isprintable():
        return []
    passed = _NEEDED.union(BLANKS)
    return [c for c in dict.fromkeys(text) if c not in passed and unicodedata.category(c) in _HIDDEN]


def turning(text: str) -> list[str]:
    """The marks of `text` that turn its direction and may reverse a telephone, each once, in order."""
    return list(dict.fromkeys(_OVERRIDES.findall(text)))


def named(character: str) -> str:
    """`U+0007`, as an editor can look it up."""
    return f"U+{ord(character):04X}"
