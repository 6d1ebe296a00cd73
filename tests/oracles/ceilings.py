"""Income ceilings: which line of the order's table a household stands on, and the amount of that line.

The order of 29 July 1987 lists cases joined by « or »: a household stands on the
highest line that names it. Where the list does not say that two causes add up,
they are not added here: the answer errs on the low side, and the page says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LARGEST = 6


@dataclass(frozen=True, slots=True)
class Household:
    """Who will live in the home. `alone`: one adult, the others being dependants; `young`: a couple without
    dependants, 55 years between them at most; `disabled`: someone holds the « invalidité » mobility card.
    """

    persons: int
    alone: bool = False
    young: bool = False
    disabled: bool = False


def line_of(household: Household) -> int:
    """The line of the table, from 1 to 6."""
    persons = household.persons
    named = [persons]
    if (household.alone and persons > 1) or household.disabled:
        named.append(persons + 1)
    if household.young and persons == 2 and not household.alone:
        named.append(3)
    return min(LARGEST, max(named))


def ceiling(amounts: Mapping[str, float], household: Household) -> float:
    """The yearly ceiling in euros; `amounts` by row id. Above six persons, each one adds the supplement."""
    more = max(0, household.persons - LARGEST)
    return amounts[f"menage-{line_of(household)}"] + more * amounts["personne-supplementaire"]
