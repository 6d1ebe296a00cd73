"""Figures: a delay or an amount is written once, as a dated value, and cited; a page never types it."""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.content import Content
from ..language.figures import typed
from ..model.kinds import names
from ..model.traversal import phrases_of
from ..places.faults import Fault
from .objects import placed


def check(content: Content) -> Iterator[Fault]:
    """T412 (warning): a delay or an amount typed in a sentence,
    where it would not follow the law when that changes.
    """
    for place, page in placed(content, *names(reader="applicant"), *names(reader="agent")):
        for context, where, phrase in phrases_of(page, ""):
            if "keywords" in context:
                continue
            for figure in typed(phrase.fr):
                yield place.file.fault(
                    (*place.where, *where),
                    "T412",
                    f"« {figure} » est tapé : citez une valeur, « {{valeur:…}} ».",
                    "avertissement",
                )
