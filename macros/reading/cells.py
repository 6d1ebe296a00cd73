"""Tables of communes: a fault at its cell, as an editor counts lines and signs."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from ..faults import Fault
from ..text.characters import faults_of_string
from .tree import Document

#: Faults of a cell that must be an address, a number, a date or a code.
_CODES = {"bad_date": "M205", "bad_url": "M207", "bad_email": "M207", "bad_phone": "M207", "bad_insee": "M207", "bad_postcode": "M207"}


def cell_faults(file: Document, reader: csv.DictReader[str], error: ValidationError) -> list[Fault]:
    """What a row's model refuses, each at its cell."""
    found = []
    for item in error.errors(include_url=False):
        column = str(item["loc"][0]) if item["loc"] else ""
        code = _CODES.get(item["type"], "M208")
        sentence = f"{item['msg'][0].upper()}{item['msg'][1:]}." if code != "M208" else "Ligne de commune illisible : vérifiez les colonnes."
        found.append(_fault(file, reader, column, code, sentence))
    return list(dict.fromkeys(found))


def string_faults(file: Document, reader: csv.DictReader[str], row: Mapping[str, Any]) -> list[Fault]:
    """What no string may hold, whatever it is for (hidden characters, a template's marks), each at its cell."""
    return [
        _fault(file, reader, column, code, sentence)
        for column, cell in row.items() if column and isinstance(cell, str)
        for code, sentence in faults_of_string(cell)
    ]


def _fault(file: Document, reader: csv.DictReader[str], column: str, code: str, sentence: str) -> Fault:
    names = list(reader.fieldnames or ())
    line = file.lines[reader.line_num - 1] if 0 < reader.line_num <= len(file.lines) else ""
    col = column_of(line, names.index(column)) if column in names else 1
    name = f"{column} : " if column else ""
    return file.fault_at(reader.line_num, col, code, name + sentence)


def column_of(line: str, index: int) -> int:
    """The 1-based sign at which the cell number `index` of a CSV line begins; commas between quotes separate nothing."""
    quoted, seen = False, 0
    for position, sign in enumerate(line):
        if seen == index:
            return position + 1
        if sign == '"':
            quoted = not quoted
        seen += sign == "," and not quoted
    return len(line) + 1 if seen == index else 1
