"""Where an editor wrote what a page shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model.kinds import PAGES
from ..places.source_file import SourceFile
from .content import Content, split_reference

#: The heading of each page: its block leads to the head of the file.
_TITLE = "titre"


def written(content: Content, reference: str) -> dict[str, str]:
    """Id of each block of the page behind `reference` -> `content/procedures/dalo.yml:12`, where it was
    written; empty for a page that no file is about.
    """
    kind, identifier = split_reference(reference)
    wanted = {"sujet": "topic"}.get(kind) or (PAGES[kind].name if kind in PAGES else "")
    found: dict[str, str] = {}
    for place in content.places:
        if (place.kind, place.id) == (wanted, identifier):
            found[_TITLE] = f"{place.file.path}:{_line(place.file, place.where)}"
            found |= dict(_blocks(place.file))
    return found


def _blocks(file: SourceFile) -> Iterator[tuple[str, str]]:
    """(id of a block, where it begins) for everything that has an id in a file."""
    for where in file.places:
        if where and where[-1] == "id":
            value: Any = file.data
            for step in where:
                value = value[step]
            yield str(value), f"{file.path}:{_line(file, where)}"


def _line(file: SourceFile, where: tuple[str | int, ...]) -> int:
    return file.places.get(where, (1, 1))[0]
