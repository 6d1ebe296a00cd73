"""Going through the content with the place of each object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..guide.content import Content, Place

_ATTRIBUTES = {
    "procedure": "procedures",
    "counter": "counter",
    "criterion": "criteria",
    "contact": "contacts",
    "framework": "framework",
    "pathway": "pathways",
    "territory": "territories",
    "document": "documents",
    "letter": "letters",
    "source": "sources",
    "term": "terms",
    "language": "languages",
    "value": "values",
    "fact": "facts",
    "asked": "asked",
}


def placed(content: Content, *kinds: str) -> Iterator[tuple[Place, Any]]:
    """(place, object) for each object of `kinds`, or of every kind; single files come as themselves."""
    for place in content.places:
        if kinds and place.kind not in kinds:
            continue
        if place.kind in _ATTRIBUTES:
            yield place, getattr(content, _ATTRIBUTES[place.kind])[place.id]
        elif place.kind in ("interface", "navigation", "accessibility", "numbers"):
            yield place, getattr(content, place.kind)
