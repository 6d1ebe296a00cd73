"""Checks: what one object cannot know alone. Each takes the content and yields faults; together they are `check`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from ..content import Content
from ..faults import Fault
from ..translation.catalogue import Catalogue
from . import addresses, calls, dates, editors, figures, limits, pathways, privacy, proofs, readability, references, scope, texts, translations, wholeness


def check(content: Content, catalogues: Mapping[str, Catalogue], day: dt.date, root: Path) -> list[Fault]:
    """Every fault of `content` seen as a whole, as of `day`."""
    faults: list[Fault] = []
    for rule in (addresses, privacy, references, scope, texts, calls, proofs, pathways, wholeness, readability, figures, limits, editors):
        faults += rule.check(content)
    faults += dates.check(content, day)
    faults += translations.check(content, catalogues, root)
    return faults
