"""Evasions: an answer says what holds, and for whom. « Dans
certains cas » and « demandez conseil » alone are not answers.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.content import Content
from ..language.evasions import evasion
from ..model.traversal import phrases_of
from ..places.faults import Fault
from .objects import placed

_KINDS = ("procedure", "criterion", "pathway", "decision", "letter")

#: What is no answer by nature: titles, words to search by, what is avowed not to be
#: known (with whom to ask), agents' lines; a step is an act, and asking may be one.
_LEFT_OUT = ("keywords", "title", "label", "#unknown.", "#agent.", "#notes.", ".when", "#steps.")


def check(content: Content) -> Iterator[Fault]:
    """T423: a text that ends without an answer."""
    for place, item in placed(content, *_KINDS):
        for context, where, phrase in phrases_of(item, "#"):
            if any(part in context for part in _LEFT_OUT):
                continue
            if said := evasion(phrase.fr):
                sentence = (
                    f"« {said} » n’est pas une réponse : dites lesquels, "
                    "ou ce qu’il faut faire et avant quand."
                )
                yield place.file.fault((*place.where, *where), "T423", sentence)
