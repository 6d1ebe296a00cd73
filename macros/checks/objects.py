"""Going through the content with the place of each object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..guide.content import Content, Place
from ..model.kinds import BY_NAME


def placed(content: Content, *kinds: str) -> Iterator[tuple[Place, Any]]:
    """(place, object) for each object of `kinds`, or of every kind; single files come as themselves."""
    for place in content.places:
        if kinds and place.kind not in kinds:
            continue
        kind = BY_NAME[place.kind]
        held = getattr(content, kind.attribute)
        if kind.shape == "whole":
            yield place, held
        elif kind.name != "topic":
            yield place, held[place.id]
