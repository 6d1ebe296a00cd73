"""The interface has every word that a page or a paper shows."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..faults import Fault, did_you_mean
from ..rendering.needed_words import needed_words
from .objects import placed


def check(content: Content) -> Iterator[Fault]:
    """K706: a word is missing from `interface.yml`."""
    for place, words in placed(content, "interface"):
        if not words:
            continue  # told as a whole
        strange = set(words) - needed_words()
        for key in sorted(needed_words() - set(words)):
            yield place.file.fault((), "K706", f"Il manque le mot « {key} ».{did_you_mean(key, strange)}")
