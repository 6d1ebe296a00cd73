"""Legal delays: the day that comes so many days, weeks, months or years after another.

The day of the event never counts. A delay in months ends
on the day of the same number, or on the month's last day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from macros.guide.days import add_months
from macros.model.pathways import Delay

_DAY = dt.timedelta(days=1)


def easter(year: int) -> dt.date:
    """Easter Sunday (Gregorian, the « anonymous » algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


def holidays(year: int) -> frozenset[dt.date]:
    """The eleven public holidays of metropolitan France."""
    fixed = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
    moving = (1, 39, 50)
    return frozenset({dt.date(year, m, d) for m, d in fixed} | {easter(year) + n * _DAY for n in moving})


def working_day(day: dt.date) -> dt.date:
    """`day`, or the first day after it that is no Saturday, no Sunday and no holiday."""
    while day.weekday() > 4 or day in holidays(day.year):
        day += _DAY
    return day


def end_of(start: dt.date, value: float, unit: str, count: str = "calendar") -> dt.date:
    """The last day of a delay that begins with an event on `start`; `count` as in `model.pathways.Mark`."""
    whole = int(value)
    if unit in ("day", "week"):
        end = start + whole * (7 if unit == "week" else 1) * _DAY
    else:
        end = add_months(start, whole * (12 if unit == "year" else 1))
    return working_day(end) if count == "court" else end


def marks_of(delay: Delay, start: dt.date, lengths: Mapping[str, tuple[float, str]]) -> dict[str, dt.date]:
    """Mark id -> day; `lengths` gives (number, unit) by value id. A
    mark whose length is not known is left out, with all that follow it.
    """
    found: dict[str, dt.date] = {}
    for mark in delay.marks:
        origin = found.get(mark.after) if mark.after else start
        if origin and mark.value in lengths:
            found[mark.id] = end_of(origin, *lengths[mark.value], mark.count)
    return found
