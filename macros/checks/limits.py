"""Limits: the time to contest a decision is never said to be unknown, since general law always gives it."""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.content import Content
from ..language.limits import unknown_limit
from ..model.kinds import names
from ..model.traversal import phrases_of
from ..places.faults import Fault
from .objects import placed

_KINDS = (*names(reader="applicant"), *names(reader="agent"), "territory")
_VALUE = "delai-tribunal-administratif"


def check(content: Content) -> Iterator[Fault]:
    """T413: a text that calls unknown the limit to contest, where general law gives it."""
    for place, item in placed(content, *_KINDS):
        for context, where, phrase in phrases_of(item, ""):
            said = None if "keywords" in context else unknown_limit(phrase.fr)
            if said:
                yield place.file.fault((*place.where, *where), "T413", _sentence(said, content))


def _sentence(said: str, content: Content) -> str:
    value = f"« {{valeur:{_VALUE}}} »" if _VALUE in content.values else "la valeur du délai général"
    return f"« {said} » : le délai pour contester n’est jamais inconnu, la loi le donne ; citez {value}."
