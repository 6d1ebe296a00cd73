"""Where each block of a page was written: for editors, on their desk; a published site says nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..guide.content import Content, Place, split_reference
from ..guide.guide import Guide
from ..model.kinds import PAGES
from ..speech.addresses import address
from .pages import references

_PAGE = "index.html"
#: The heading of each page: its block leads to the head of what it is about.
_TITLE = "titre"
#: A page of facts is a file of them.
_TOPIC = "sujet"


def paths(guide: Guide) -> dict[str, str]:
    """Path of each page below its language (`demarches/dalo/index.html`) -> its reference."""
    return {f"{address(r, guide.content)}{_PAGE}": r for r in references(guide.content, guide.lang)}


def written(content: Content, reference: str) -> dict[str, str]:
    """Id of each block of a page -> file and line (`content/procedures/dalo.yml:12`); empty for a page that
    no file is about.
    """
    kind, identifier = split_reference(reference)
    wanted = "topic" if kind == _TOPIC else PAGES[kind].name if kind in PAGES else ""
    found: dict[str, str] = {}
    for place in content.places:
        if (place.kind, place.id) == (wanted, identifier):
            found[_TITLE] = _at(place, place.where)
            found |= dict(_blocks(place))
    return found


def _blocks(place: Place) -> Iterator[tuple[str, str]]:
    """(id of a block, where it begins) for everything that has an id in a file."""
    for where in place.file.places:
        if where and where[-1] == "id":
            value: Any = place.file.data
            for step in where:
                value = value[step]
            yield str(value), _at(place, where)


def _at(place: Place, where: tuple[str | int, ...]) -> str:
    return f"{place.file.path}:{place.file.places.get(where, (1, 1))[0]}"
