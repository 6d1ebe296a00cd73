"""The interface has every word that a page or a paper shows."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..guide.content import Content
from ..places.faults import Fault, did_you_mean
from .objects import placed


def check(content: Content, needed: Set[str]) -> Iterator[Fault]:
    """K706: a word is missing from `interface.yml`; `needed` are the keys that pages and papers show."""
    for place, words in placed(content, "interface"):
        if not words:
            continue  # told as a whole
        strange = set(words) - needed
        for key in sorted(needed - set(words)):
            yield place.file.fault((), "K706", f"Il manque le mot « {key} ».{did_you_mean(key, strange)}")
