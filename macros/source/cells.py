"""Tables of communes: a fault at its cell, as an editor counts lines and signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from ..language.strings import faults_of_string
from ..places.faults import Fault
from ..places.source_file import SourceFile

#: Faults of a cell that must be an address, a number, a date or a code.
_CODES = {"bad_date": "M205", "bad_url": "M207", "bad_email": "M207", "bad_phone": "M207", "bad_code": "M210"}


@dataclass(frozen=True)
class Row:
    """A row of a table: its file, the names of the columns,
    the line it begins at, and what parts its cells.
    """

    file: SourceFile
    columns: tuple[str, ...]
    line: int
    separator: str = ","

    def fault(self, column: str, code: str, sentence: str) -> Fault:
        """A fault at the cell of `column`, or at the row when it has no such column."""
        text = self.file.lines[self.line - 1] if self.line <= len(self.file.lines) else ""
        col = column_of(text, self.columns.index(column), self.separator) if column in self.columns else 1
        return self.file.fault_at(self.line, col, code, f"{column} : {sentence}" if column else sentence)


def cell_faults(row: Row, error: ValidationError) -> list[Fault]:
    """What a row's model refuses, each at its cell."""
    found = []
    for item in error.errors(include_url=False):
        column = str(item["loc"][0]) if item["loc"] else ""
        if item["type"] in _CODES:
            found.append(
                row.fault(column, _CODES[item["type"]], f"{item['msg'][0].upper()}{item['msg'][1:]}.")
            )
        else:
            found.append(row.fault(column, "M208", "Ligne de commune illisible : vérifiez les colonnes."))
    return list(dict.fromkeys(found))


def string_faults(row: Row, cells: Mapping[str, Any]) -> list[Fault]:
    """What no string may hold, whatever it is for (hidden
    characters, a template's marks), each at its cell.
    """
    return [
        row.fault(column, code, sentence)
        for column, cell in cells.items()
        if column and isinstance(cell, str)
        for code, sentence in faults_of_string(cell)
    ]


def column_of(line: str, index: int, separator: str = ",") -> int:
    """The 1-based sign at which the cell number `index` of a
    CSV line begins; separators between quotes separate nothing.
    """
    quoted, seen = False, 0
    for position, sign in enumerate(line):
        if seen == index:
            return position + 1
        if sign == '"':
            quoted = not quoted
        seen += sign == separator and not quoted
    return len(line) + 1 if seen == index else 1
