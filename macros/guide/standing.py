"""What a fact stands on, said as it is: the text in force,
an official page, a decision of a court, or something else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..model.facts import Fact, Source
from ..model.fields import PartialDate
from .days import add_months

#: How old a text or an official page may be, on the day it was read, and still tell the law of that day.
RECENT = 24

#: `in-force` is a text that was in force when it was read, `in-part` the same behind a statement of which
#: something is not sure (`confidence: medium`); `copy` whatever is none of the others.
Ground = Literal["in-force", "in-part", "official", "court", "copy"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The best source of a fact (None when it has none), what it is,
    its date, and whether it is recent enough to tell the law.
    """

    ground: Ground
    source: Source | None = None
    dated: PartialDate | None = None
    recent: bool = False


def standing(fact: Fact, sources: Sequence[Source]) -> Standing:
    """What `fact` stands on: of its `sources`, the first of the best kind, a recent one before an old one."""
    found = [_of(fact, source) for source in sources]
    return min(found, key=_rank, default=Standing("copy"))


def holds(fact: Fact, sources: Sequence[Source]) -> bool:
    """Whether the whole of a statement of law stands on the text in force, or on an official page recent when
    it was read.
    """
    return standing(fact, sources).recent


def state_of(fact: Fact, source: Source) -> PartialDate | None:
    """The date of what was read of `source`; a page that
    has none may date each thing that it says.
    """
    return source.state or (fact.as_of if fact.sources == (source.id,) else None)


def share(facts: Iterable[tuple[Fact, Sequence[Source]]]) -> tuple[int, int]:
    """How many statements of law hold, of how many."""
    legal = [holds(fact, sources) for fact, sources in facts if fact.legal]
    return sum(legal), len(legal)


def _of(fact: Fact, source: Source) -> Standing:
    dated = state_of(fact, source)
    sure = fact.confidence == "high"
    recent = _is_recent(source.state, fact.checked.date)
    if source.nature == "text" and (recent or _is_unchanged(source)):
        return Standing("in-force" if sure else "in-part", source, dated, sure)
    if source.nature == "official":
        return Standing("official", source, dated, recent and sure)
    return Standing("court" if source.nature == "court" else "copy", source, dated)


def _rank(found: Standing) -> int:
    if found.recent:
        return 0 if found.ground == "in-force" else 1
    return {"in-part": 2, "court": 3, "official": 4}.get(
        found.ground, 5 if found.source and found.source.nature == "text" else 6
    )


def _is_recent(state: PartialDate | None, read: dt.date) -> bool:
    """A year or a month counts from its first day: what may be too old is too old."""
    return state is not None and state.first_day() >= add_months(read, -RECENT)


def _is_unchanged(source: Source) -> bool:
    return (
        source.state is not None
        and source.unchanged_since is not None
        and source.state.first_day() >= source.unchanged_since.first_day()
    )
