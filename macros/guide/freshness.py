"""How fresh a fact is on a day: pure functions of dates;
being overdue is shown and queued, never an error.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..model.facts import Fact
from ..model.fields import PartialDate

_MONTHS = {"law": 12, "contact": 6, "figure": 12, "term": 24}


def due(fact: Fact) -> dt.date:
    """The day on which `fact` must be looked at again. Amounts fall due each 1 January."""
    checked = fact.checked.date
    if fact.review == "amount":
        return dt.date(checked.year + 1, 1, 1)
    return add_months(checked, _MONTHS[fact.review])


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or the last day of that month when it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    first_of_next = dt.date(day.year + years + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_of_next - dt.timedelta(days=1)).day
    return dt.date(day.year + years, month + 1, min(day.day, last))


@dataclass(frozen=True, slots=True)
class Copies:
    """What was only read in stored copies: the first and the last day
    somebody read, the years of the copies, how many have no date.

    `oldest` and `newest` are None when no copy has a date. Copies
    are counted by source: ten facts of one page are one copy.
    """

    first_read: dt.date
    last_read: dt.date
    oldest: int | None
    newest: int | None
    undated: int


@dataclass(frozen=True, slots=True)
class Freshness:
    """What a reader is told of the age of some facts: the oldest
    source date, the oldest check, and whether one is overdue.

    `copies` tells of those that were read in a copy, `seen` counts
    those that somebody saw in force or heard on the telephone.
    """

    as_of: PartialDate | None
    checked: dt.date | None
    overdue: bool
    copies: Copies | None = None
    seen: int = 0


def freshness_of(facts: Iterable[Fact], day: dt.date) -> Freshness:
    """The freshness of `facts` taken together on `day`."""
    known = tuple(facts)
    return Freshness(
        as_of=min((f.as_of for f in known if f.as_of), default=None),
        checked=min((f.checked.date for f in known), default=None),
        overdue=any(due(f) <= day for f in known),
        copies=copies_of(f for f in known if f.checked.how == "copy"),
        seen=sum(f.checked.how != "copy" for f in known),
    )


def copies_of(facts: Iterable[Fact]) -> Copies | None:
    """What is to be said of facts that were read in copies; None when there is none."""
    known = tuple(facts)
    if not known:
        return None
    read = [f.checked.date for f in known]
    years = [f.as_of.year for f in known if f.as_of]
    undated = {f.sources[0] if f.sources else f.id for f in known if not f.as_of}
    return Copies(min(read), max(read), min(years, default=None), max(years, default=None), len(undated))


@dataclass(frozen=True, slots=True)
class Saying:
    """A word of the interface and what fills its `{…}`: a day, a month, a number, or other words."""

    key: str
    fills: Mapping[str, dt.date | PartialDate | int | Saying] = field(default_factory=dict)


def sayings(fresh: Freshness) -> tuple[Saying, ...]:
    """How to say it in short: what was read in copies, then
    what was seen or heard. « Vérifié » is kept for the latter.
    """
    said = [] if fresh.copies is None else [_read(fresh.copies)]
    if fresh.seen and fresh.copies:
        said.append(Saying("dont-verifies", {"nombre": fresh.seen}))
    elif fresh.seen and fresh.checked:
        said.append(Saying("verifie-le", {"date": fresh.checked}))
    return tuple(said)


def _read(copies: Copies) -> Saying:
    return Saying("textes-lus", {"jour": _when(copies), "copies": _which(copies)})


def _when(copies: Copies) -> Saying:
    if copies.first_read == copies.last_read:
        return Saying("lus-le", {"date": copies.first_read})
    first, last = _month(copies.first_read), _month(copies.last_read)
    if first == last:
        return Saying("lus-en", {"mois": first})
    return Saying("lus-entre", {"debut": first, "fin": last})


def _month(day: dt.date) -> PartialDate:
    return PartialDate(day.year, day.month)


def _which(copies: Copies) -> Saying:
    if copies.oldest is None or copies.newest is None:
        return Saying("copies-sans-date")
    dated = Saying("copies-annees", {"debut": copies.oldest, "fin": copies.newest})
    if copies.oldest == copies.newest:
        dated = Saying("copies-annee", {"annee": copies.oldest})
    return Saying("copies-dont", {"copies": dated, "nombre": copies.undated}) if copies.undated else dated


def queue(facts: Iterable[Fact], day: dt.date) -> list[tuple[dt.date, Fact]]:
    """(due date, fact) for published facts due by `day`, oldest first."""
    return sorted(
        ((due(f), f) for f in facts if f.publishable and due(f) <= day),
        key=lambda pair: (pair[0], pair[1].id),
    )
