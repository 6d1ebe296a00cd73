"""A territory's communes, from the CSV that a spreadsheet writes."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from pydantic import ValidationError

from ..model.territory import Commune
from ..places.faults import Fault, did_you_mean, tell
from ..places.source_file import SourceFile
from .cells import Row, cell_faults, string_faults

#: What spreadsheets put between cells: English ones a comma, French ones a semicolon.
_SEPARATORS = (",", ";", "\t")
_NEEDED = ("insee", "name", "department", "postcodes")
#: A longer cell is no address: a quotation mark was left open.
_LONGEST_CELL = 250


def read_communes(file: SourceFile, text: str) -> tuple[dict[str, Commune], list[Fault]]:
    """The communes of a CSV, by INSEE code; a fault for each cell
    that cannot be read, or one for the header that lacks a column.
    """
    head, _, _ = text.partition("\n")
    separator = max(_SEPARATORS, key=head.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    communes: dict[str, Commune] = {}
    faults: list[Fault] = []
    line = 1
    try:
        columns = tuple(name.strip() for name in next(reader, []))
        problem = _header_problem(columns)
        if problem:
            return communes, [file.fault_at(1, 1, "M208", problem)]
        line = reader.line_num + 1
        for cells in reader:
            row, line = Row(file, columns, line, separator), reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            commune, found = _commune(row, cells)
            if commune and commune.insee in communes:
                found = [*found, row.fault("", "R302", f"La commune {commune.insee} figure deux fois.")]
            if commune:
                communes[commune.insee] = commune
            if not tell(faults, found):
                break
    except csv.Error:
        sentence = "Ligne de commune illisible : guillemet jamais refermé, ou cellule bien trop longue."
        faults.append(file.fault_at(line, 1, "M208", sentence))
    if not communes and not faults:
        faults.append(
            file.fault_at(
                1, 1, "M208", "Aucune commune dans ce fichier : une ligne par commune, sous celle des titres."
            )
        )
    return communes, faults


def _header_problem(columns: Sequence[str]) -> str:
    """What is wrong with the first line of the file; empty when it is sound."""
    known = set(Commune.model_fields)
    missing = [name for name in _NEEDED if name not in columns]
    strange = [name for name in columns if name not in known]
    if missing:
        guess = did_you_mean(strange[0], missing) if strange else ""
        instead = f" : « {strange[0]} » n’est pas connue" if strange else ""
        return f"Il manque la colonne « {missing[0]} » en tête du fichier{instead}.{guess}"
    if strange:
        return f"Colonne inconnue « {strange[0]} ».{did_you_mean(strange[0], known)}"
    twice = next((name for name in columns if columns.count(name) > 1), None)
    return f"La colonne « {twice} » figure deux fois." if twice else ""


def _commune(row: Row, cells: list[str]) -> tuple[Commune | None, list[Fault]]:
    """The commune of a line, or None and why it cannot be read."""
    if len(cells) > len(row.columns):
        count = (
            f"{len(cells)} cellules pour {len(row.columns)} colonnes (un texte à virgule se met "
            "entre guillemets)"
        )
        return None, [row.fault("", "M208", f"Ligne de commune illisible : {count}.")]
    named = {name: " ".join(cell.split()) for name, cell in zip(row.columns, cells, strict=False)}
    long = next((name for name, cell in named.items() if len(cell) > _LONGEST_CELL), None)
    if long:
        return None, [
            row.fault(
                long,
                "M208",
                f"{len(named[long])} signes, {_LONGEST_CELL} au plus (guillemet jamais refermé ?).",
            )
        ]
    faults = string_faults(row, dict(zip(row.columns, cells, strict=False)))
    if not named.get("status"):
        named.pop("status", None)
    try:
        return Commune(**{**named, "postcodes": tuple(named.get("postcodes", "").split())}), faults
    except ValidationError as error:
        return None, [*faults, *cell_faults(row, error)]
