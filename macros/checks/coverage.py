"""Coverage: each thing that a governing article says is said somewhere, or is left out for a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ..guide.content import Content, Place, page_exists, split_reference
from ..model.coverage import HIGH_STAKE, Article, Coverage, LeftOut
from ..model.fields import Item
from ..model.kinds import BY_NAME, PAGES
from ..places.faults import Fault, did_you_mean
from .objects import placed

#: Kinds that a cell may cite beside pages: prefix of the reference -> kind of content.
_OTHERS = {"decision": "decision", "courrier": "letter", "valeur": "value", "page": "fixed"}


def check(content: Content) -> Iterator[Fault]:
    """G801: the grid is of no page; G802: a cell cites what nobody says; G803: an empty
    cell where a home or a right is at stake; G804 (warning): any other empty cell.
    """
    for place, grid in placed(content, "coverage"):
        if not page_exists(content, grid.page):
            yield place.file.fault(
                (*place.where, "page"), "G801", f"« {grid.page} » n’est pas une page du guide."
            )
            continue
        for index, article in enumerate(grid.articles):
            yield from _article(content, place, grid, article, index)


def _article(content: Content, place: Place, grid: Coverage, article: Article, index: int) -> Iterator[Fault]:
    for column, cell in article.cells().items():
        where = (*place.where, "articles", index)
        if cell is None or cell == ():
            grave = column in HIGH_STAKE
            sentence = (
                f"{article.article} : la case « {column} » est vide ; citez ce qui le dit, "
                "ou « none: raison »."
            )
            yield place.file.fault(
                where, "G803" if grave else "G804", sentence, "erreur" if grave else "avertissement"
            )
        elif not isinstance(cell, LeftOut):
            for number, cited in enumerate(cell):
                if wrong := unsaid(content, grid.page, cited):
                    yield place.file.fault((*where, column, number), "G802", wrong)


def unsaid(content: Content, page: str, cited: str) -> str:
    """One sentence when `cited` names nothing that the guide says;
    empty when it does. `#steps.motif` is of the grid's own page.
    """
    reference, mark, path = cited.partition("#")
    found = _object(content, reference or page)
    if found is None:
        return f"« {cited} » : « {reference or page} » ne désigne rien."
    if not mark:
        return ""
    steps = path.split(".")
    missing = _first_missing(found, steps)
    return f"« {cited} » : « {missing[0]} » n’y est pas.{did_you_mean(*missing)}" if missing else ""


def _object(content: Content, reference: str) -> Any:
    """What a cell's reference names: a page, a decision, a letter, a value."""
    kind, identifier = split_reference(reference)
    if kind in _OTHERS and kind != "page":
        return getattr(content, BY_NAME[_OTHERS[kind]].attribute).get(identifier)
    if kind in PAGES:
        return getattr(content, PAGES[kind].attribute).get(identifier)
    return reference if kind == "page" and page_exists(content, reference) else None


def _first_missing(found: Any, steps: list[str]) -> tuple[str, list[str]] | None:
    """The first step that leads nowhere, with the names that would."""
    for step in steps:
        known = _children(found)
        if step not in known:
            return step, list(known)
        found = known[step]
    return None


def _children(item: Any) -> Mapping[str, Any]:
    """Name, or id -> what stands there."""
    if isinstance(item, BaseModel):
        return {field.alias or name: getattr(item, name) for name, field in type(item).model_fields.items()}
    if isinstance(item, tuple):
        return {child.key: child for child in item if isinstance(child, Item)}
    return {}
