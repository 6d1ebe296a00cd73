"""Scope: nothing that a territory shows leads to a page that only another territory has."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from ..guide.content import Content, page_exists
from ..guide.scoping import has_page, scoped
from ..language.grammar import links, tokens
from ..model.fields import Item, Local, Phrase
from ..model.kinds import page_names
from ..places.faults import Fault
from ..places.source_file import Where
from .objects import placed


def check(content: Content) -> Iterator[Fault]:
    """R307: a text, helper or answer leads to a page that
    a territory lacks; R308: a contact that serves nobody.
    """
    views = [(territory, scoped(content, territory)) for territory in content.territories.values()]
    for place, page in placed(content, *_PAGES):
        lost: dict[tuple[str, Where], list[str]] = {}
        for territory, seen in views:
            if not has_page(content, territory, page):
                continue
            for target, where in _targets(page, (), territory.departments):
                if page_exists(content, target) and not page_exists(seen, target):
                    lost.setdefault((target, where), []).append(territory.id)
        for (target, where), names in lost.items():
            yield place.file.fault((*place.where, *where), "R307", _sentence(target, names))
    for place, contact in placed(content, "contact"):
        if not any(has_page(content, territory, contact) for territory in content.territories.values()):
            yield place.file.fault(
                place.where, "R308", f"« {contact.id} » ne sert aucun territoire : complétez « serves »."
            )


#: Fields that name where a reader is sent; those of outcomes and
#: related pages are left out of a territory that lacks the page.
_TARGETS = ("contact", "at", "ask_contact", "to", "phone")
_PAGES = page_names()


def _sentence(target: str, territories: list[str]) -> str:
    return (
        f"« {target} » n’existe pas dans : {', '.join(territories)}. Citez un rôle (« role:adil »), "
        "ou bornez l’élément par « departments » ou la page par « territories »."
    )


def _contact(reference: str) -> str:
    """The page of a contact, or of the one whose telephone is named (`police-secours.114`)."""
    return f"contact:{reference.partition('.')[0]}"


def _targets(item: Any, where: Where, departments: Collection[str]) -> Iterator[tuple[str, Where]]:
    """(page reference, place) of what a reader of these
    departments is led to by a text, a helper or an answer.
    """
    if isinstance(item, Phrase):
        yield from ((link.target, where) for link in links(item.fr))
        yield from ((_contact(token.id), where) for token in tokens(item.fr) if token.kind == "tel")
    elif isinstance(item, Local) and not item.holds_in(departments):
        return
    elif isinstance(item, Item):
        for name, field in type(item).model_fields.items():
            value = getattr(item, name)
            if name in _TARGETS and isinstance(value, str):
                yield value if name == "to" else _contact(value), (*where, name)
            yield from _targets(getattr(item, name), (*where, field.alias or name), departments)
    elif isinstance(item, tuple):
        for index, child in enumerate(item):
            yield from _targets(child, (*where, index), departments)
