"""A territory's communes, from the CSV that a spreadsheet writes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from pydantic import ValidationError

from ..faults import Fault, did_you_mean
from ..model.territory import Commune
from ..text.characters import named, turning, unseen
from .tree import Document as File

#: What spreadsheets put between cells: English ones a comma, French ones a semicolon.
_SEPARATORS = (",", ";", "\t")
_NEEDED = ("insee", "name", "department", "postcodes")
#: A longer cell is no address: a quotation mark was left open.
_LONGEST_CELL = 250


def read_communes(file: File, text: str) -> tuple[dict[str, Commune], list[Fault]]:
    """The communes of a CSV, by INSEE code; a fault for each line that cannot be read, or one for the header that lacks a column."""
    head, _, _ = text.partition("\n")
    reader = csv.reader(io.StringIO(text), delimiter=max(_SEPARATORS, key=head.count))
    communes: dict[str, Commune] = {}
    faults: list[Fault] = []

    def wrong(line: int, sentence: str, code: str = "M208") -> None:
        faults.append(file.fault_at(max(line, 1), 1, code, sentence))

    try:
        columns = [name.strip() for name in next(reader, [])]
        problem = _header_problem(columns)
        if problem:
            wrong(1, problem)
            return communes, faults
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            commune, problem = _commune(columns, cells)
            if commune is None:
                wrong(reader.line_num, f"Ligne de commune illisible : {problem}.")
                continue
            if commune.insee in communes:
                wrong(reader.line_num, f"La commune {commune.insee} figure deux fois.", "R302")
            communes[commune.insee] = commune
    except csv.Error:
        wrong(reader.line_num, "Ligne de commune illisible : guillemet jamais refermé, ou cellule bien trop longue.")
    if not communes and not faults:
        wrong(1, "Aucune commune dans ce fichier : une ligne par commune, sous celle des titres.")
    return communes, faults


def _header_problem(columns: list[str]) -> str:
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


def _commune(columns: list[str], cells: list[str]) -> tuple[Commune | None, str]:
    """The commune of a line, or None and why it cannot be read."""
    if len(cells) > len(columns):
        return None, f"{len(cells)} cellules pour {len(columns)} colonnes (un texte à virgule se met entre guillemets)"
    row = {name: " ".join(cell.split()) for name, cell in zip(columns, cells, strict=False)}
    problem = next(_cell_problems(row), "")
    if problem:
        return None, problem
    if not row.get("status"):
        row.pop("status", None)
    try:
        return Commune(**{**row, "postcodes": tuple(row.get("postcodes", "").split())}), ""
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = first["loc"][0] if first["loc"] else "?"
        said = first["msg"] if first["type"].startswith("bad_") else f"« {row.get(str(field), '')} » ne convient pas"
        return None, f"colonne « {field} », {said}"


def _cell_problems(row: dict[str, str]) -> Iterator[str]:
    for name, cell in row.items():
        if len(cell) > _LONGEST_CELL:
            yield f"colonne « {name} », {len(cell)} signes, {_LONGEST_CELL} au plus (guillemet jamais refermé ?)"
        for character in (*unseen(cell), *turning(cell)):
            yield f"colonne « {name} », caractère invisible {named(character)}"
