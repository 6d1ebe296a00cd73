"""Conditions answered: yes, no, or « don't know ». Three-valued
logic (Kleene), in which what is unknown never becomes a yes or a no.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.pages import Asked, Condition, Conditions, Exemption
from ..model.pathways import Pathway

#: An answer to one question: yes, no, or None for « don't know » and for what was not asked.
Known = bool | None

#: The answers given on the way through a decision aid: question -> answer.
Route = Mapping[str, str]


def every(values: Iterable[Known]) -> Known:
    """Whether all hold: no as soon as one does not, unknown as long as one is."""
    known = list(values)
    if False in known:
        return False
    return None if None in known else True


def one(values: Iterable[Known]) -> Known:
    """Whether one holds at least: yes as soon as one does, unknown as long as one may."""
    known = list(values)
    if True in known:
        return True
    return None if None in known else False


def answered(item: Condition | Exemption, aid: str, route: Route) -> Known:
    """What a route through `aid` says of a condition; None when the aid does not ask, or was not told."""
    return one_of(_answers(item.asked, aid, route))


def one_of(values: Iterable[Known]) -> Known:
    """The first answer that is known: an aid asks the same in several places, on different ways."""
    return next((value for value in values if value is not None), None)


def holds(logic: Conditions, aid: str, route: Route) -> Known:
    """Whether the conditions of a page hold for who went this way through `aid`.

    An exemption that applies leaves its condition, or the whole,
    undecided: it says what then happens, which is not a yes.
    """
    undone = {item.when for item in logic.unless if answered(item, aid, route)}
    values = {leaf.id: None if leaf.id in undone else answered(leaf, aid, route) for leaf in logic.leaves}
    needed = [every(values[leaf.id] for leaf in logic.all)] if logic.all else []
    enough = [one(values[leaf.id] for leaf in logic.any)] if logic.any else []
    found = every([*needed, *enough])
    return None if found and None in undone else found


def asked_only(logic: Conditions, aid: str) -> Conditions:
    """The conditions that `aid` asks about."""

    def kept(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(item for item in items if any(asked.aid == aid for asked in item.asked))

    return logic.model_copy(update={part: kept(getattr(logic, part)) for part in ("all", "any", "unless")})


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why an outcome says what it says of a page: conditions that
    hold on every way to it, that hold on none, and that stay open.
    """

    met: tuple[Condition, ...]
    unmet: tuple[Condition, ...]
    open: tuple[Condition, ...]


def reasons(logic: Conditions, aid: str, ways: Iterable[Route]) -> Reasons:
    """What the ways to an outcome settle.

    One of `any` that holds settles the others: they are neither missing
    nor open. Once something needed is missing, nothing else is open.
    """
    ways = list(ways)
    told = {leaf.id: {answered(leaf, aid, route) for route in ways} for leaf in logic.leaves}
    met = tuple(leaf for leaf in logic.leaves if told[leaf.id] == {True})
    settled = any(leaf in met for leaf in logic.any)
    weighed = logic.all if settled else logic.leaves
    unmet = tuple(leaf for leaf in weighed if told[leaf.id] == {False})
    missing = any(leaf in unmet for leaf in logic.all)
    open_ = () if missing else tuple(leaf for leaf in weighed if leaf not in met and leaf not in unmet)
    return Reasons(met, unmet, open_)


def agrees(says: str | None, found: Known, doubtful: bool) -> bool:
    """Whether what an outcome says of a page fits what its
    conditions give; `doubtful`: somebody did not know on the way.

    An outcome that says nothing of them leads to the page all the same: they must not be known to fail.
    """
    if says == "yes":
        return found is True
    if says == "no":
        return found is False or (found is None and doubtful)
    return found is not True if says == "unsure" else found is not False


def routes(pathway: Pathway) -> Iterator[tuple[Route, str]]:
    """Every way through a tree, with where it ends: an outcome's id, or a page."""
    questions = {question.id: question for question in pathway.questions}

    def walk(step: str, given: dict[str, str]) -> Iterator[tuple[Route, str]]:
        if step not in questions or step in given:
            yield given, step
            return
        for answer in questions[step].answers:
            yield from walk(answer.to, {**given, step: answer.id})

    yield from walk(pathway.start, {})


def _answers(asked: Iterable[Asked], aid: str, route: Route) -> Iterator[Known]:
    for question in asked:
        given = route.get(question.question) if question.aid == aid else None
        if given in question.yes:
            yield True
        elif given in question.no:
            yield False
        else:
            yield None
