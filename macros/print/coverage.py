"""Every character of a sheet is in the vendored fonts, and every word fits: else a fault that says where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..language.printable import LONGEST_PIECE, problems
from .print_faults import SheetFault, split_context
from .writer import cells_of


def _strings_of(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """(field, text) of each bare string that the sheet shows: phones, addresses, names."""
    if isinstance(value, dict):
        if "runs" not in value:
            for key, child in value.items():
                if key not in _HIDDEN:
                    yield from _strings_of(child, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _strings_of(child, f"{path}.{index}")
    elif isinstance(value, str):
        yield path, value


#: Strings that are never drawn with our fonts.
_HIDDEN = frozenset(
    {
        *("url", "kind", "id", "reader", "columns", "lang", "dir", "template", "label", "ref", "refs"),
        *("to", "attached", "whose", "n", "icon"),
    }
)


def faults_of(data: dict[str, Any]) -> list[SheetFault]:
    """Every character that no font has, and every text or word too long to be printed, each with its object,
    language and field.
    """
    found: list[SheetFault] = []
    for cell in cells_of(data):
        subject, field = split_context(cell["field"], data["id"])
        found += _faults(subject, cell["lang"], field, "".join(run["t"] for run in cell["runs"]))
    for field, text in _strings_of(data):
        found += _faults(data["id"], data["reader"], field, text)
        most = next((n for name, n in LONGEST_PIECE.items() if field.endswith(name)), len(text))
        if len(text) > most:
            found.append(
                SheetFault(
                    data["id"],
                    data["reader"],
                    field,
                    f"« {text} » est trop long : {len(text)} signes, {most} au plus.",
                )
            )
    return list({str(fault): fault for fault in found}.values())


def _faults(subject: str, lang: str, field: str, text: str) -> Iterator[SheetFault]:
    for sentence in problems(text, listed=field == "facts.law"):
        yield SheetFault(subject, lang, field, sentence)
