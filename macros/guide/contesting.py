"""What a person may do about a decision, and the letter that does it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.decisions import Contest, Decision
from ..model.outgoing import Outgoing, answered_parts
from .content import Content

#: Before them one files a case, which is no letter of this guide: the page says what only they can do.
COURTS = ("tribunal-administratif", "tribunal-judiciaire")

#: The sentences of a decision that a letter may put in act, beside the ways to contest it.
SENTENCES = ("answer", "silence", "reasons", "idle", "no_limit")


def general_of(content: Content, rule: str) -> Decision | None:
    """The decision that states the general law of `rule`, when the content has one."""
    return next((d for d in content.decisions.values() if d.general and d.rule == rule), None)


def ways_of(content: Content, decision: Decision) -> tuple[Contest, ...]:
    """The ways to contest a decision: its own, else those of general law."""
    general = None if decision.general else general_of(content, decision.rule)
    return decision.contest or (general.contest if general else ())


def is_written(way: Contest) -> bool:
    """Whether one contests by a letter to somebody who is no court."""
    return way.role not in COURTS and way.lawyer != "required"


def answerable(content: Content, decision: Decision) -> tuple[str, ...]:
    """What a letter may say that it answers, of this decision."""
    said = (name for name in SENTENCES if getattr(decision, name) is not None)
    return (*(way.id for way in ways_of(content, decision)), *said)


def answered_way(content: Content, reference: str) -> Contest | None:
    """The way to contest that a letter puts in act; None for a sentence, or for nothing that is known."""
    identifier, name = answered_parts(reference)
    decision = content.decisions.get(identifier)
    ways = ways_of(content, decision) if decision else ()
    return next((way for way in ways if way.id == name), None)


def limit_of(content: Content, letter: Outgoing) -> Contest | None:
    """The first way with a limit among those that `letter` puts in act: how long one has to send it. None for
    a letter that asks for no day to count from.
    """
    if not any(blank.starts for blank in letter.fields):
        return None
    ways = (answered_way(content, reference) for reference in letter.answers)
    return next((way for way in ways if way is not None and way.within), None)


def letters_of(content: Content, decision: Decision) -> tuple[Outgoing, ...]:
    """The letters about a decision: its own, and those of general law for what no own letter does."""
    own = tuple(_answering(content, decision.id))
    return own + tuple(letter for letter in _inherited(content, decision) if letter not in own)


def _answering(content: Content, identifier: str, *ways: str) -> Iterator[Outgoing]:
    """The letters that answer the decision `identifier`; only by one of `ways`, when some are given."""
    for letter in content.outgoing.values():
        named = [way for one, way in map(answered_parts, letter.answers) if one == identifier]
        if named and (not ways or any(way in ways for way in named)):
            yield letter


def _inherited(content: Content, decision: Decision) -> Iterator[Outgoing]:
    general = None if decision.general else general_of(content, decision.rule)
    if general is None:
        return
    own_ways = [way for one, way in _answers(content) if one == decision.id]
    ways = [way.id for way in general.contest if not decision.contest and way.id not in own_ways]
    silent = decision.silence is not None and decision.silence.means == "refusal"
    if silent and "reasons" not in own_ways:
        ways.append("reasons")
    if ways:
        yield from _answering(content, general.id, *ways)


def _answers(content: Content) -> Iterator[tuple[str, str]]:
    for letter in content.outgoing.values():
        yield from map(answered_parts, letter.answers)


def needs_letter(content: Content, decision: Decision) -> bool:
    """Whether a decision can be contested by a letter, has none, and does not say why."""
    written = any(is_written(way) for way in ways_of(content, decision))
    return written and decision.no_letter is None and not letters_of(content, decision)
