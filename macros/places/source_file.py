"""A file of content with the place of every value in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .faults import Fault, Level

#: The steps from the top of a file to a value: keys and positions.
Where = tuple[str | int, ...]

_MAX_EXCERPT = 400


@dataclass(slots=True, eq=False)
class SourceFile:
    """A content file: its data, the place of every value and key, and its lines for excerpts. It is itself
    and no other, whatever stands in it.
    """

    path: str
    data: Any = None
    places: dict[Where, tuple[int, int]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def fault(self, where: Where, code: str, message: str, level: Level = "erreur") -> Fault:
        """A fault at the value at `where`, or at the nearest place above it that exists in the file."""
        while where not in self.places and where:
            where = where[:-1]
        line, col = self.places.get(where, (1, 1))
        return self.fault_at(line, col, code, message, level)

    def fault_at(self, line: int, col: int, code: str, message: str, level: Level = "erreur") -> Fault:
        """A fault at a known line and column (1-based)."""
        excerpt = self.lines[line - 1][:_MAX_EXCERPT] if 0 < line <= len(self.lines) else ""
        return Fault(self.path, line, col, level, code, message, excerpt)

    def key_place(self, where: Where) -> Where:
        """Where the key itself stands (unknown keys are shown there, not at their value)."""
        return (*where[:-1], f"\0{where[-1]}") if where else where
