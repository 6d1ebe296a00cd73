"""The French behind a guide in another language: what resolves the tokens of a French phrase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..model.fields import Phrase
from ..model.traversal import with_phrases
from .content import Content


def in_french(phrase: Phrase) -> Phrase:
    """The French source of a phrase."""
    return replace(phrase, text=phrase.fr, lang="fr", state="source")


def french_object(item: Any) -> Any:
    """The same object with its French texts."""
    return with_phrases(item, "", lambda _, phrase: in_french(phrase))


class _French(Mapping[str, Any]):
    """The same objects with their French texts, made when first asked for."""

    def __init__(self, objects: Mapping[str, Any]) -> None:
        self._objects = objects
        self._made: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self._made:
            self._made[key] = french_object(self._objects[key])
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._objects)

    def __len__(self) -> int:
        return len(self._objects)


def french_content(content: Content) -> Content:
    """The same content with its terms and values in French."""
    return replace(content, terms=_French(content.terms), values=_French(content.values))
