"""One content, several territories: what another one says
to its readers is left out before anything is rendered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ..model.contacts import Contact
from ..model.facts import FactFile
from ..model.fields import Item, Local
from ..model.kinds import PAGES
from ..model.territory import Territory
from ..model.traversal import references_of
from .content import Content, page_exists, phone_of
from .same import Same


def scoped(content: Content, territory: Territory) -> Content:
    """`content` as `territory` has it: its pages and contacts,
    the items true in its departments, the facts that these cite.
    """
    seen = replace(content, territories={territory.id: territory})
    for kind in PAGES.values():
        pages = getattr(content, kind.attribute)
        kept: dict[str, Any] = {
            kind.attribute: {
                i: _pruned(Same(page), tuple(territory.departments))
                for i, page in pages.items()
                if has_page(content, territory, page)
            }
        }
        seen = replace(seen, **kept)
    here: dict[str, Any] = {
        a: {i: x for i, x in getattr(content, a).items() if x.holds_in(territory.departments)}
        for a in ("terms", "values")
    }
    seen = replace(seen, **here)
    linked: dict[str, Any] = {
        kind.attribute: {i: _with_links(p, seen) for i, p in getattr(seen, kind.attribute).items()}
        for kind in PAGES.values()
    }
    cards = tuple(
        card.model_copy(update={"call": tuple(c for c in card.call if phone_of(seen, c))})
        for card in content.navigation.urgent
        if page_exists(seen, card.to)
    )
    path = tuple(_with_links(pruned(stage, territory.departments), seen) for stage in content.navigation.path)
    start = (
        content.navigation.start
        if content.navigation.start and page_exists(seen, content.navigation.start)
        else None
    )
    calls = tuple(
        call for call in pruned(content.navigation.calls, territory.departments) if phone_of(seen, call.phone)
    )
    starts = tuple(first for first in content.navigation.starts if page_exists(seen, first.to))
    needs = tuple(reference for reference in content.navigation.desk.needs if page_exists(seen, reference))
    desk = content.navigation.desk.model_copy(update={"needs": needs})
    shown = {
        "start": start,
        "urgent": cards,
        "path": path,
        "calls": calls,
        "starts": starts,
        "desk": desk,
    }
    seen = replace(seen, **linked, navigation=content.navigation.model_copy(update=shown))
    return replace(seen, topics=_topics(seen, territory))


def has_page(content: Content, territory: Territory, page: Any) -> bool:
    """Whether `territory` has this page; a contact is there when
    it serves a part of the territory or plays a part in it.
    """
    if not isinstance(page, Contact):
        return not page.territories or territory.id in page.territories
    if page.serves.everyone or any(code in territory.departments for code in page.serves.departments):
        return True
    communes = content.communes.get(territory.id, {})
    return any(insee in communes for insee in page.serves.communes) or page.id in players(territory)


def players(territory: Territory) -> frozenset[str]:
    """The contacts that play a part in `territory`."""
    found = (
        c
        for role in territory.roles
        for c in (role.default, *role.by_department.values(), *role.by_commune.values())
    )
    return frozenset(c for c in found if c)


@lru_cache(maxsize=16384)
def _pruned(page: Same, departments: tuple[str, ...]) -> Any:
    return pruned(page.it, departments)


@lru_cache(maxsize=16384)
def _cited(item: Same) -> frozenset[str]:
    """The facts that an object cites."""
    return frozenset(identifier for kind, identifier in references_of(item.it) if kind == "fact")


def pruned(item: Any, departments: Collection[str]) -> Any:
    """The same object without what is true only in other departments;
    what holds nothing of the kind is shared, not copied.
    """
    if isinstance(item, Item):
        new = {name: pruned(getattr(item, name), departments) for name in type(item).model_fields}
        changed = {name: value for name, value in new.items() if value is not getattr(item, name)}
        return item.model_copy(update=changed) if changed else item
    if isinstance(item, tuple):
        kept = tuple(
            pruned(child, departments)
            for child in item
            if not isinstance(child, Local) or child.holds_in(departments)
        )
        return (
            kept
            if len(kept) != len(item) or any(a is not b for a, b in zip(kept, item, strict=True))
            else item
        )
    return item


def _with_links(page: Any, seen: Content) -> Any:
    """The page without links to pages that this territory does not have."""
    change: dict[str, Any] = {}
    related = tuple(r for r in page.related if page_exists(seen, r))
    if related != page.related:
        change["related"] = related
    outcomes = getattr(page, "outcomes", ())
    if any(getattr(o, "next", None) and not page_exists(seen, o.next) for o in outcomes):
        change["outcomes"] = tuple(
            o if not o.next or page_exists(seen, o.next) else o.model_copy(update={"next": None})
            for o in outcomes
        )
    act = getattr(page, "act", None)
    if act and act.to and not page_exists(seen, act.to):
        change["act"] = None
    return page.model_copy(update=change) if change else page


def _topics(seen: Content, territory: Territory) -> Mapping[str, FactFile]:
    """The topics with the facts that are true here and, in topics
    of another territory, only those that a page or a value cites.
    """
    objects: Iterable[Any] = (
        territory,
        *(page for kind in PAGES.values() for page in getattr(seen, kind.attribute).values()),
        *seen.decisions.values(),
        *seen.documents.values(),
        *seen.letters.values(),
        *seen.terms.values(),
        *seen.values.values(),
    )
    cited = frozenset().union(*(_cited(Same(item)) for item in objects))
    found = {}
    for name, topic in seen.topics.items():
        own = not topic.territories or territory.id in topic.territories
        facts = tuple(f for f in topic.facts if f.id in cited or (own and f.holds_in(territory.departments)))
        if facts:
            found[name] = topic if facts == topic.facts else topic.model_copy(update={"facts": facts})
    return found
