"""A decision as it is told: their clock, the reader's, what if nobody acts; general law fills what the
decision does not say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..guide.content import Content
from ..guide.contesting import general_of, ways_of
from ..model.decisions import Contest, Decision, Said, Silence
from ..model.fields import ContactId, Phrase, Proof, RoleId, ValueId


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a decision: the anchor that ends its address, what is said, what adds to it, what proves
    it.
    """

    id: str
    text: Phrase
    proof: Proof
    detail: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is, for how long, to do what. `role` or `contact` is who must act, nobody for the reader;
    `within` the dated value; `silence` what no answer means; `waits`, that they may not act before.
    """

    what: tuple[Phrase, ...]
    within: ValueId
    role: RoleId | None = None
    contact: ContactId | None = None
    silence: str = ""
    is_yours: bool = False
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision ready to be drawn. `theirs` is what others owe the reader, and when; `yours`, what the
    reader may do, and until when;
    `idle`, what to do when nobody acts; `meanwhile`, where one stands; `turns`, the same in a glance."""

    decision: Decision
    theirs: tuple[Line, ...]
    yours: tuple[Line, ...]
    idle: tuple[Line, ...]
    meanwhile: tuple[Line, ...]
    turns: tuple[Turn, ...]

    @property
    def id(self) -> str:
        """The decision's own id."""
        return self.decision.id

    def lines(self) -> tuple[Line, ...]:
        """Every sentence, in the order of the page."""
        return (*self.theirs, *self.yours, *self.idle, *self.meanwhile)


def ruling(content: Content, decision: Decision) -> Ruling:
    """`decision` with what general law says of silence and of contesting where it says nothing of its own."""
    general = _general(content, decision)
    silence = decision.silence or _silence_of(general, decision)
    ways = ways_of(content, decision)
    return Ruling(
        decision,
        theirs=tuple(_lines(answer=decision.answer, silence=silence, form=decision.form)),
        yours=(*map(_way, ways), *_lines(reasons=decision.reasons, no_limit=decision.no_limit)),
        idle=tuple(_lines(idle=decision.idle)),
        meanwhile=tuple(_lines(meanwhile=decision.meanwhile)),
        turns=tuple(_turns(decision, silence, ways)),
    )


def _turns(decision: Decision, silence: Silence | None, ways: tuple[Contest, ...]) -> Iterator[Turn]:
    """Theirs, where the law gives it a length; then the reader's, ways of the same length told as one."""
    if decision.answer and decision.answer.within:
        yield Turn(
            (decision.title,),
            decision.answer.within,
            role=decision.role,
            contact=decision.contact,
            silence=silence.means if silence else "",
            waits=decision.answer.waits,
        )
    told: dict[ValueId, list[Phrase]] = {}
    for way in ways:
        if way.within:
            told.setdefault(way.within, []).append(way.title)
    for within, titles in told.items():
        yield Turn(tuple(titles), within, is_yours=True)


def _silence_of(general: Decision | None, decision: Decision) -> Silence | None:
    """What general law says of silence, for a decision that must be answered within the general time.

    An order that nobody asked for, or a decision with a clock of its own, is no request left without answer.
    """
    said = general.silence if general else None
    asked = decision.answer is not None and said is not None and decision.answer.within == said.after
    return said if asked else None


def of_letter(content: Content, letter: str) -> tuple[Ruling, ...]:
    """The decisions that a letter brings."""
    return tuple(
        ruling(content, decision) for decision in content.decisions.values() if letter in decision.letters
    )


def _general(content: Content, decision: Decision) -> Decision | None:
    return None if decision.general else general_of(content, decision.rule)


def _lines(**said: Said | None) -> Iterator[Line]:
    for name, sentence in said.items():
        if sentence is not None:
            yield Line(name, sentence.text, sentence.proof)


def _way(way: Contest) -> Line:
    return Line(way.id, way.text, way.proof, way.effect)
