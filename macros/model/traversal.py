"""Walking an object of the model: its phrases with their
contexts, its references, and the same object with other phrases.

A context names an item by ids, never by position
(`procedures/dalo#steps.formulaire.text`), so that inserting an item moves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from ..places.source_file import Where
from .fields import Item, Phrase, Ref


def phrases_of(item: Any, context: str, where: Where = ()) -> Iterator[tuple[str, Where, Phrase]]:
    """(context, place in the file, phrase) for each text of `item`."""
    if isinstance(item, Phrase):
        yield context, where, item
    elif isinstance(item, BaseModel):
        for name, written in _with_phrases(type(item)):
            yield from phrases_of(getattr(item, name), _join(context, written), (*where, written))
    elif isinstance(item, (tuple, list)):
        for index, child in enumerate(item):
            yield from phrases_of(child, _join(context, _key(child, index)), (*where, index))
    elif isinstance(item, dict):
        for key, child in item.items():
            yield from phrases_of(child, _join(context, str(key)), (*where, key))


def with_phrases(item: Any, context: str, change: Callable[[str, Phrase], Phrase]) -> Any:
    """The same object with each phrase replaced by `change(context,
    phrase)`; what holds no phrase is shared, not copied.
    """
    if isinstance(item, Phrase):
        return change(context, item)
    if isinstance(item, BaseModel):
        new = {
            name: with_phrases(getattr(item, name), _join(context, written), change)
            for name, written in _with_phrases(type(item))
        }
        changed = {name: value for name, value in new.items() if value is not getattr(item, name)}
        return item.model_copy(update=changed) if changed else item
    if isinstance(item, tuple):
        values = tuple(
            with_phrases(child, _join(context, _key(child, index)), change)
            for index, child in enumerate(item)
        )
        return values if any(a is not b for a, b in zip(values, item, strict=True)) else item
    if isinstance(item, dict):
        mapped = {key: with_phrases(child, _join(context, str(key)), change) for key, child in item.items()}
        return mapped if any(mapped[k] is not item[k] for k in item) else item
    return item


def references_of(item: Any) -> Iterator[tuple[str, str]]:
    """(kind, id) of every object that `item` names in a typed field."""
    for kind, identifier, _ in placed_references_of(item):
        yield kind, identifier


def placed_references_of(item: Any, where: Where = ()) -> Iterator[tuple[str, str, Where]]:
    """(kind, id, place in the file) of every object that `item` names in a typed field."""
    if not isinstance(item, BaseModel):
        return
    kinds = _reference_kinds(type(item))
    for name, written in _with_references(type(item)):
        yield from _references_in(getattr(item, name), kinds.get(name), (*where, written))


def own_references_of(item: BaseModel) -> Iterator[tuple[str, str, Where]]:
    """The same for the fields of `item` alone, not for the objects below it."""
    kinds = _reference_kinds(type(item))
    for name, field in type(item).model_fields.items():
        if kinds.get(name):
            yield from _references_in(getattr(item, name), kinds[name], (field.alias or name,))


def _references_in(value: Any, kind: str | None, where: Where) -> Iterator[tuple[str, str, Where]]:
    if isinstance(value, str):
        if kind:
            yield kind, value, where
    elif isinstance(value, BaseModel):
        yield from placed_references_of(value, where)
    elif isinstance(value, (tuple, list)):
        for index, child in enumerate(value):
            yield from _references_in(child, kind, (*where, index))
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _references_in(child, kind, (*where, key))


@cache
def _with_phrases(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """(name, name in the file) of the fields below which a phrase may stand: the others are not walked."""
    return _leading_to(model, _may_speak)


@cache
def _with_references(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The same, of a reference to another object."""
    return _leading_to(model, _may_refer)


def _leading_to(model: type[BaseModel], leads: Callable[[Any], bool]) -> tuple[tuple[str, str], ...]:
    hints = get_type_hints(model, include_extras=True)
    return tuple((n, field.alias or n) for n, field in model.model_fields.items() if leads(hints[n]))


def _may_speak(hint: Any) -> bool:
    return any(kind in (Phrase, Any) for kind in _kinds_below(hint))


def _may_refer(hint: Any) -> bool:
    return any(isinstance(kind, Ref) or kind is Any for kind in _kinds_below(hint))


def _kinds_below(hint: Any) -> frozenset[Any]:
    """All that a value of the type `hint` may be made of: types, what annotates them, and the same for the
    fields of every model met on the way, and of the models made from it.
    """
    found: set[Any] = set()
    waiting = [hint]
    while waiting:
        kind = waiting.pop()
        if get_origin(kind) is not None:
            waiting += (
                [*get_args(kind)[:1], *kind.__metadata__] if get_origin(kind) is Annotated else get_args(kind)
            )
        elif kind.__hash__ is not None and kind not in found:
            found.add(kind)
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                waiting += [*get_type_hints(kind, include_extras=True).values(), *kind.__subclasses__()]
    return frozenset(found)


@cache
def _reference_kinds(model: type[BaseModel]) -> dict[str, str]:
    hints = get_type_hints(model, include_extras=True)
    return {name: kind for name in model.model_fields if (kind := _kind_in(hints[name]))}


def _kind_in(hint: Any) -> str | None:
    if get_origin(hint) is Annotated:
        named = next((m.kind for m in hint.__metadata__ if isinstance(m, Ref)), None)
        return named or _kind_in(get_args(hint)[0])
    return next((kind for argument in get_args(hint) if (kind := _kind_in(argument))), None)


def _join(context: str, step: str) -> str:
    if not context:
        return step
    return context + ("" if context.endswith("#") else ".") + step


def _key(child: Any, index: int) -> str:
    return (child.key if isinstance(child, Item) else "") or str(index)
