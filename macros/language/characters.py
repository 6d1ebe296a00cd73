"""Characters that have no place in a text, and those that are read as a space."""

from __future__ import annotations

import re
import unicodedata

#: What breaks a line or makes room: read as a space.
BLANKS = "\t\n\v\f\r\x85\u2028\u2029"
_BREAKS = re.compile(f" *[{BLANKS}][ {BLANKS}]*")
#: Marks that turn what follows around, digits of a telephone included. (Isolates, which close, are sound.)
_OVERRIDES = re.compile("[\u202a\u202b\u202d\u202e]")


def on_one_line(text: str) -> str:
    """`text` with a space for each line break and what stands around it. No-break spaces stay."""
    return text if text.isprintable() else _BREAKS.sub(" ", text)


def unseen(text: str) -> list[str]:
    """The control characters of `text`, which no paper prints,
    each once, in order; line breaks and tabs are spaces.
    """
    if text.isprintable():
        return []
    return [c for c in dict.fromkeys(text) if c not in BLANKS and unicodedata.category(c) in ("Cc", "Cs")]


def turning(text: str) -> list[str]:
    """The marks of `text` that turn its direction and may reverse a telephone, each once, in order."""
    return list(dict.fromkeys(_OVERRIDES.findall(text)))


def named(character: str) -> str:
    """`U+0007`, as an editor can look it up."""
    return f"U+{ord(character):04X}"
