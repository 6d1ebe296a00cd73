"""Values and words: each one that a text cites is there in every
territory that shows the text, and is what its place needs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from ..guide.content import Content
from ..guide.scoping import has_page, scoped
from ..language.grammar import tokens
from ..model.fields import Item, Local, Phrase
from ..model.kinds import page_names
from ..model.lists import Letter
from ..model.pages import Page
from ..model.pathways import Pathway
from ..model.territory import Territory
from ..model.traversal import own_references_of
from ..places.faults import Fault
from ..places.source_file import Where
from .objects import placed

_PAGES = page_names()
_EVERYWHERE = ("letter", "document", "term", "value", "navigation", "interface", "accessibility")


def check(content: Content) -> Iterator[Fault]:
    """R313: a value or a word is cited where a territory
    lacks it; R314: what must be a dated table is none.
    """
    views = [(territory, scoped(content, territory)) for territory in content.territories.values()]
    for place, item in placed(content, *_PAGES, *_EVERYWHERE):
        lost: dict[tuple[str, str, Where], list[str]] = {}
        for territory, seen in views:
            if place.kind in _PAGES and not has_page(content, territory, item):
                continue
            if isinstance(item, Local) and not item.holds_in(territory.departments):
                continue
            for kind, identifier, where in _cited(item, (), territory.departments):
                if _exists(content, kind, identifier) and not _is_there(seen, territory, kind, identifier):
                    lost.setdefault((kind, identifier, where), []).append(territory.id)
        for (kind, identifier, where), names in lost.items():
            yield place.file.fault((*place.where, *where), "R313", _sentence(kind, identifier, names))
    yield from _tables(content)


def _sentence(kind: str, identifier: str, territories: list[str]) -> str:
    what = "La valeur" if kind == "valeur" else "Le mot"
    return (
        f"{what} « {identifier} » n’existe pas dans : {', '.join(territories)}. Donnez-la, "
        "ou bornez l’élément par « departments »."
    )


def _cited(item: Any, where: Where, departments: Collection[str]) -> Iterator[tuple[str, str, Where]]:
    """(`valeur` or `terme`, id, place) of what a reader of these departments is shown."""
    if isinstance(item, Phrase):
        yield from (
            (token.kind, token.id, where) for token in tokens(item.fr) if token.kind in ("valeur", "terme")
        )
    elif isinstance(item, Local) and where and not item.holds_in(departments):
        return
    elif isinstance(item, Item):
        yield from (
            ("valeur", i, (*where, *step)) for kind, i, step in own_references_of(item) if kind == "value"
        )
        for name, field in type(item).model_fields.items():
            yield from _cited(getattr(item, name), (*where, field.alias or name), departments)
    elif isinstance(item, (tuple, list)):
        for index, child in enumerate(item):
            yield from _cited(child, (*where, index), departments)
    elif isinstance(item, dict):
        for key, child in item.items():
            yield from _cited(child, (*where, key), departments)


def _exists(content: Content, kind: str, identifier: str) -> bool:
    """Whether somebody defines it: what nobody does is told elsewhere."""
    if kind == "terme":
        return identifier in content.terms
    name = identifier.partition(".")[0]
    return name in content.values or any(
        v.id == identifier for t in content.territories.values() for v in t.values
    )


def _is_there(seen: Content, territory: Territory, kind: str, identifier: str) -> bool:
    if kind == "terme":
        return identifier in seen.terms
    return identifier.partition(".")[0] in seen.values or any(v.id == identifier for v in territory.values)


def _tables(content: Content) -> Iterator[Fault]:
    for place, item in placed(content, "procedure", "counter", "framework", "pathway"):
        named = [("tables", i, v) for i, v in enumerate(item.tables if isinstance(item, Page) else ())]
        named += [
            ("ceilings", i, v) for i, v in enumerate(item.ceilings if isinstance(item, Pathway) else ())
        ]
        for field, index, identifier in named:
            value = content.values.get(identifier)
            if not (value and value.rows) and identifier not in content.doubtful:
                yield place.file.fault(
                    (*place.where, field, index),
                    "R314",
                    f"« {identifier} » n’est pas un tableau de montants.",
                )
    for place, letter in placed(content, "letter"):
        if isinstance(letter, Letter) and letter.by and letter.by.partition(".")[0] != letter.by:
            yield place.file.fault(
                (*place.where, "by"), "R314", f"« {letter.by} » est une case d’un tableau : citez un délai."
            )
