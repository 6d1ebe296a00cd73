"""How hard a text is to read: its sentences and how long they are, in words as a reader counts them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TOKEN = re.compile(r"\{[a-z]+:[^}]*\}")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
#: A full stop ends a sentence when a space and a capital
#: (or an opening quote) follow; « art. R. 441 » does not.
_END = re.compile(r"(?<!\bart)(?<!\b[A-Z])[.!?…](?:\s+|$)(?=[A-ZÀ-ÖØ-Þ«(0-9*\[{]|$)|\s;\s")
_WORD = re.compile(r"\w[\w’'-]*|\d[\d\s]*")


def sentences(text: str) -> list[str]:
    """The sentences of a content text, its marks taken away. A token counts as one word."""
    bare = _LINK.sub(r"\1", _TOKEN.sub("x", text)).replace("**", "")
    return [part.strip() for part in _END.split(bare) if part.strip()]


def words(sentence: str) -> int:
    """How many words a sentence has; a figure with its thousands is one."""
    return len(_WORD.findall(sentence))


@dataclass(frozen=True, slots=True)
class Measure:
    """A page's sentences: how many, the words of an average one, and the longest."""

    count: int
    mean: float
    longest: int


def measure(texts: Iterable[str]) -> Measure:
    """The measure of some texts together."""
    lengths = [words(s) for text in texts for s in sentences(text)]
    return Measure(len(lengths), sum(lengths) / len(lengths) if lengths else 0.0, max(lengths, default=0))
