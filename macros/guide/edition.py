"""The day that an edition bears: when what it says was last read, took effect or fell due.

Not the day of the build: a guide where nothing changed is the same tomorrow, byte for byte, and
a paper that nobody read again does not look younger each morning.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from ..model.facts import Fact, Point
from ..model.traversal import phrases_of, references_of
from .content import Content
from .freshness import due
from .guide import Guide
from .same import Same

_DAY = dt.timedelta(days=1)
#: `{valeur:id}` and `{tel:contact}`, and what they name.
_TOKEN = re.compile(r"\{(valeur|tel):([a-z0-9-]+)")


def edition_day(content: Content, day: dt.date) -> dt.date:
    """The last day, up to `day`, on which something turned that the guide says: until the next one, it says
    the same. Pages name the year, so that each 1 January is one.
    """
    return max([dt.date(day.year, 1, 1), *(t for t in _turns(content) if t <= day)])


def next_turn(content: Content, day: dt.date) -> dt.date:
    """The first day after `day` on which something turns that the guide says."""
    return min([dt.date(day.year + 1, 1, 1), *(t for t in _turns(content) if t > day)])


def said_on(guide: Guide, items: Iterable[BaseModel]) -> dt.date:
    """The last day on which something turned that these objects rest on: their facts, their values, whom they
    send to. The guide's own day when they rest on nothing.
    """
    seen = list(_behind(guide, items))
    facts = [item for item in seen if isinstance(item, Fact) and item.publishable]
    points = [item for item in seen if isinstance(item, Point)]
    turned = [t for t in (*_of_facts(facts), *_of_points(points)) if t <= guide.day]
    return max(turned, default=guide.day)


def _turns(content: Content) -> Iterator[dt.date]:
    yield from _of_facts(content.facts.values())
    yield from _of_points(point for value in content.values.values() for point in value.series)


def _of_facts(facts: Iterable[Fact]) -> Iterator[dt.date]:
    for fact in facts:
        yield from (fact.checked.date, due(fact))


def _of_points(points: Iterable[Point]) -> Iterator[dt.date]:
    for point in points:
        yield point.from_
        if point.until:
            yield point.until + _DAY


def _behind(guide: Guide, items: Iterable[BaseModel]) -> Iterator[BaseModel]:
    """Every object that these rest on, once: what they name, and what that names in turn."""
    waiting, done = list(items), set[Same]()
    while waiting:
        item = waiting.pop()
        if Same(item) not in done:
            done.add(Same(item))
            yield item
            waiting += _below(guide, item)


def _below(guide: Guide, item: BaseModel) -> list[BaseModel]:
    """What one object names or holds, other pages left out: a link to a page is not what it says."""

    def found() -> list[BaseModel]:
        named = [
            thing
            for kind, name in (*references_of(item), *_tokens(item))
            for thing in _called(guide, kind, name)
        ]
        return [*named, *getattr(item, "series", ())]

    return guide.once(("below", Same(item)), found)


#: Kind of reference, or of token -> where its objects stand in the content.
_KINDS: Mapping[str, str] = {
    "fact": "facts",
    "decision": "decisions",
    "document": "documents",
    "contact": "contacts",
    "phone": "contacts",
    "tel": "contacts",
    "value": "values",
    "valeur": "values",
}


def _called(guide: Guide, kind: str, name: str) -> list[BaseModel]:
    if kind == "role":
        return [role for role in guide.territory.roles if role.id == name]
    if kind not in _KINDS:
        return []
    known: Mapping[str, BaseModel] = getattr(guide.content, _KINDS[kind])
    found = [known.get(name.partition(".")[0])]
    if _KINDS[kind] == "values":
        found.append(guide.local_value(name))
    return [item for item in found if item is not None]


def _tokens(item: BaseModel) -> Iterator[tuple[str, str]]:
    """What the texts of an object name: values and telephones."""
    for _, _, phrase in phrases_of(item, ""):
        yield from _TOKEN.findall(phrase.fr)
