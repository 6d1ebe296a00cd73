"""The interface has every word that a page or a paper shows, and no other."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..guide.content import Content
from ..places.faults import Fault, did_you_mean
from .objects import placed

#: What ends the form of a word for one thing alone, shown where there is one (« 1 page »).
_SINGULAR = "-une"


def check(content: Content, needed: Set[str]) -> Iterator[Fault]:
    """K706: a word is missing from `interface.yml`; K707 (warning): nobody shows one that is there.

    `needed` are the keys that pages and papers show.
    """
    for place, words in placed(content, "interface"):
        if not words:
            continue  # told as a whole
        missing = needed - set(words)
        strange = {key for key in words if not {key, key.removesuffix(_SINGULAR)} & needed}
        for key in sorted(missing):
            yield place.file.fault((), "K706", f"Il manque le mot « {key} ».{did_you_mean(key, strange)}")
        for key in () if missing else sorted(strange):  # a strange word may be a missing one, misspelt
            message = f"Personne ne montre le mot « {key} » : retirez-le, puis lancez « translate »."
            yield place.file.fault(place.file.key_place((key,)), "K707", message, "avertissement")
