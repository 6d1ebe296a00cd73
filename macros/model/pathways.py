"""Decision aids: questions that lead to outcomes, lists that add answers up, and the two calculators."""

from __future__ import annotations

from typing import Literal

from .fields import Id, Item, LetterId, OutgoingId, PathwayId, Phrase, Pictogram, Proof, RoleId, ValueId
from .pages import Page, Statement


class Elsewhere(Item):
    """The same question in another aid: `answers` says which of its answers is which of this one. It is not
    asked again.
    """

    aid: PathwayId
    question: Id
    answers: dict[str, Id]


class Answer(Item):
    """An answer of a question; `to` is another question, an outcome of the pathway, or a page."""

    id: Id
    text: Phrase
    to: str


class Question(Item):
    """One question, one screen."""

    id: Id
    text: Phrase
    help: Phrase | None = None
    answers: tuple[Answer, ...]
    known: tuple[Elsewhere, ...] = ()


class Result(Item):
    """Where answers lead: what it is, why (with its proof),
    and the page that goes on; `also` are others worth reading.

    `says` is what it answers of the conditions of the page `about` (of `to`
    when not given): that they hold, that they do not, or that it cannot be
    known. A test walks every route and holds it to the conditions of that page.

    The plan comes from the page `to`: `today` are the steps to do at once, else its first one; `delay` is the
    calculator of the day not to miss, `letters` those to send.
    """

    id: Id
    title: Phrase
    text: Phrase
    to: str
    about: str | None = None
    says: Literal["yes", "no", "unsure"] | None = None
    also: tuple[str, ...] = ()
    today: tuple[Id, ...] = ()
    delay: Id | None = None
    letters: tuple[OutgoingId, ...] = ()
    proof: Proof


class CaseGroup(Item):
    """A part of a tally's list: situations that go together."""

    id: Id
    title: Phrase
    icon: Pictogram | None = None


class Case(Item):
    """A situation of a tally: it applies or not, whatever
    the others do; `to` is the page that says what it opens.

    The answer to a `private` one is never written in the address, where the browser's history would keep it.
    `write` is what to write of it in an application; without it, the law alone is named.
    """

    id: Id
    group: Id | None = None
    text: Phrase
    help: Phrase | None = None
    write: Phrase | None = None
    to: str
    known: tuple[Elsewhere, ...] = ()
    private: bool = False
    proof: Proof


class Mark(Item):
    """A day that a calculator works out: `value` after the day given, or after another mark; without a
    value, that day itself.

    `count` says how the end is counted: `calendar` is the plain date; `court` also
    puts off a last day that falls on a Saturday, a Sunday or a holiday (code de
    procédure civile, articles 641 and 642), only where a fact says that it applies.
    """

    id: Id
    text: Phrase
    value: ValueId | None = None
    after: Id | None = None
    count: Literal["calendar", "court"] = "calendar"


class Delay(Item):
    """Something that happened on a day, and the days that
    follow from it; `letters` are the papers that tell of it.
    """

    id: Id
    text: Phrase
    day: Phrase
    marks: tuple[Mark, ...]
    note: Phrase | None = None
    to: str
    letters: tuple[LetterId, ...] = ()
    proof: Proof


class Example(Item):
    """A way through a pathway and where it must end; kept beside the rules and run as a test."""

    given: dict[str, str]
    then: str


class Pathway(Page):
    """A decision aid. `kind` says which parts it has: a tree its
    questions, a tally its items, a calculator its values or delays.

    `ask_role` is with whom a reader checks what he is not sure of.
    """

    kind: Literal["tree", "tally", "ceilings", "deadlines"] = "tree"
    start: str = ""
    questions: tuple[Question, ...] = ()
    outcomes: tuple[Result, ...] = ()
    groups: tuple[CaseGroup, ...] = ()
    items: tuple[Case, ...] = ()
    none: Result | None = None
    ceilings: tuple[ValueId, ...] = ()
    delays: tuple[Delay, ...] = ()
    notes: tuple[Statement, ...] = ()
    examples: tuple[Example, ...] = ()
    ask_role: RoleId | None = None
