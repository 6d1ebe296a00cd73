"""How fresh a fact is on a day: pure functions of dates; being overdue is shown and queued, never an error."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from .model.facts import Fact
from .model.fields import PartialDate

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
class Freshness:
    """What a reader is told of the age of some facts: the oldest source date, the oldest check, and whether one is overdue."""

    as_of: PartialDate | None
    checked: dt.date | None
    overdue: bool


def freshness_of(facts: Iterable[Fact], day: dt.date) -> Freshness:
    """The freshness of `facts` taken together on `day`."""
    known = tuple(facts)
    return Freshness(
        as_of=min((f.as_of for f in known if f.as_of), default=None),
        checked=min((f.checked.date for f in known), default=None),
        overdue=any(due(f) <= day for f in known),
    )


def queue(facts: Iterable[Fact], day: dt.date) -> list[tuple[dt.date, Fact]]:
    """(due date, fact) for published facts due by `day`, oldest first."""
    return sorted(((due(f), f) for f in facts if f.publishable and due(f) <= day), key=lambda pair: (pair[0], pair[1].id))
