"""Checks: what one object cannot know alone. Each takes
the content and yields faults; together they are `check`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Set
from pathlib import Path

from ..guide.content import Content
from ..places.faults import Fault
from ..places.po_file import PoFile
from . import (
    acts,
    addresses,
    answers,
    calls,
    conditions,
    coverage,
    dates,
    desk,
    editors,
    evasions,
    figures,
    languages,
    limits,
    outgoing,
    pathways,
    printing,
    privacy,
    proofs,
    readability,
    references,
    roles,
    scope,
    stages,
    texts,
    translations,
    values,
    wholeness,
    words,
)

#: Every rule that looks at the content alone.
_RULES = (
    acts,
    addresses,
    desk,
    privacy,
    references,
    scope,
    roles,
    values,
    texts,
    calls,
    proofs,
    pathways,
    stages,
    wholeness,
    conditions,
    coverage,
    evasions,
    languages,
    readability,
    figures,
    limits,
    outgoing,
    editors,
)


def check(
    content: Content, files: Mapping[str, PoFile], day: dt.date, root: Path, needed: Set[str]
) -> list[Fault]:
    """Every fault of `content` seen as a whole, as of `day`; `files` are the translations by language.

    `needed` are the words of the interface that pages and papers show.
    """
    faults: list[Fault] = []
    for rule in _RULES:
        faults += rule.check(content)
    faults += words.check(content, needed)
    faults += answers.check(content, files)
    faults += dates.check(content, day)
    faults += translations.check(content, files, root)
    faults += printing.check(content, files, root.name)
    return faults
