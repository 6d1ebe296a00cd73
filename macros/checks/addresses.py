"""Addresses: no page stands where the guide itself already has one."""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.content import Content, Place
from ..model.kinds import FIXED_PAGES, PAGES
from ..places.faults import Fault

#: The page of a folder itself is written under this name: an object so called would take its place.
_INDEX = "index"

#: Kind of object -> the folder its pages stand in.
_FOLDERS = {kind.name: kind.page.folder for kind in PAGES.values() if kind.page} | {
    "topic": FIXED_PAGES["faits"].address.rstrip("/")
}


def check(content: Content) -> Iterator[Fault]:
    """R320: an id whose address is already that of a fixed page."""
    fixed = {page.address for page in FIXED_PAGES.values()}
    for place in content.places:
        where = _address(place)
        if where in fixed:
            sentence = (
                f"« {place.id} » prendrait l’adresse d’une page du guide ({where}) : "
                "donnez un autre nom à ce fichier."
            )
            yield place.file.fault((*place.where, "id"), "R320", sentence)


def _address(place: Place) -> str | None:
    """Where the page of an object stands; None for what has no page of its own."""
    folder = _FOLDERS.get(place.kind)
    if folder is None:
        return None
    return f"{folder}/" if place.id == _INDEX else f"{folder}/{place.id}/"
