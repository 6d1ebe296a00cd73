"""Days counted by months, as the law and our own intervals count them."""

from __future__ import annotations

import datetime as dt


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` later (earlier when negative), or
    the last day of that month when it is shorter.
    """
    years, month = divmod(day.month - 1 + months, 12)
    first_of_next = dt.date(day.year + years + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_of_next - dt.timedelta(days=1)).day
    return dt.date(day.year + years, month + 1, min(day.day, last))
