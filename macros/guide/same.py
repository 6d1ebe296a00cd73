"""What was worked out of an object, for as long as it is the very same object.

Objects of the model never change, so that what follows from one alone need not be worked out again when an
editor changes another file. Equality is of no use there: it reads the whole object.
"""

from __future__ import annotations

from typing import Any


class Same:
    """An object as a key: equal to itself and to no other, whatever it says."""

    __slots__ = ("it",)

    def __init__(self, it: Any) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.it is other.it
