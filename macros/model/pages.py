"""What becomes pages: procedures, agent pages, criteria, framework pages, decision aids."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .fields import (
    ContactId,
    DecisionId,
    DocumentId,
    GroupId,
    Id,
    Item,
    Keywords,
    LetterId,
    Local,
    PathwayId,
    PhoneId,
    Phrase,
    Pictogram,
    Privacy,
    Proof,
    RoleId,
    TerritoryId,
    ValueId,
)


class Statement(Local):
    """A sentence (or two) with its proof."""

    id: Id
    text: Phrase
    proof: Proof = ()


class Asked(Item):
    """Where a decision aid asks the question of a condition: the
    answers that mean yes and no; any other is « don't know ».
    """

    aid: PathwayId
    question: Id
    yes: tuple[Id, ...] = ()
    no: tuple[Id, ...] = ()


class Condition(Statement):
    """One question answered yes, no or don't know; `whose` says of whom it must be true.

    `member` is each person to be housed, `household` all of them taken together.
    """

    whose: Literal["applicant", "member", "household"] = "applicant"
    asked: tuple[Asked, ...] = ()


class Exemption(Local):
    """A case that undoes the conditions, or the one named by `when`; `then` says what follows."""

    id: Id
    when: Id | None = None
    text: Phrase
    then: Phrase
    asked: tuple[Asked, ...] = ()
    proof: Proof = ()


class Conditions(Item):
    """For whom a procedure is: all of `all`, and one of `any`; `unless` beats both."""

    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()
    unless: tuple[Exemption, ...] = ()

    @property
    def leaves(self) -> tuple[Condition, ...]:
        """Every condition, those needed together first."""
        return (*self.all, *self.any)


class Step(Statement):
    """Something to do, in order."""

    detail: Phrase | None = None


class Paper(Local):
    """A document asked for; `when` says in which case."""

    key_field = "document"
    document: DocumentId
    when: Phrase | None = None
    proof: Proof = ()


class Papers(Item):
    """What must be brought, what may be asked later, and what a counter may not demand."""

    required: tuple[Paper, ...] = ()
    later: tuple[Paper, ...] = ()
    never: tuple[Statement, ...] = ()


class Deadline(Statement):
    """How long or by when; `starts` names the event the delay runs from, `value` the dated value it shows.

    `whose` tells the reader's own time from the time that others have to answer: papers draw them apart.
    """

    starts: Phrase | None = None
    value: ValueId | None = None
    whose: Literal["yours", "theirs"] | None = None


class Outcome(Local):
    """What can come out of it and what then; `next` is a page reference (a procedure id, or `kind:id`)."""

    id: Id
    if_: Phrase = Field(alias="if")
    then: Phrase
    next: str | None = None
    proof: Proof = ()


class Unknown(Local):
    """What is not known, with whom to ask: absent is better than invented."""

    id: Id
    text: Phrase
    ask_role: RoleId | None = None
    ask_contact: ContactId | None = None


class Call(Local):
    """A number to call at once, with what for in a few words: a button at the top of a page."""

    key_field = "phone"
    phone: PhoneId
    text: Phrase


class Act(Item):
    """The one thing to do first: a page of the guide (`to`), or the site of a contact (`site`)."""

    text: Phrase
    to: str | None = None
    site: ContactId | None = None


class Helper(Local):
    """Someone who helps: a role that the territory fills, or one contact true everywhere."""

    role: RoleId | None = None
    contact: ContactId | None = None

    @property
    def key(self) -> str:
        """What tells it from its neighbours."""
        return self.role or self.contact or ""


class Moment(Local):
    """A stage of a procedure, told by the paper that one holds. It names, by their ids, the items of its page
    that matter then; they are told there, and not once more below.

    `letters` are the papers that open it, whose calculators it shows; `call` the one number to ring then.
    """

    id: Id
    title: Phrase
    icon: Pictogram
    text: Phrase
    letters: tuple[LetterId, ...] = ()
    call: Call | None = None
    steps: tuple[Id, ...] = ()
    deadlines: tuple[Id, ...] = ()
    outcomes: tuple[Id, ...] = ()
    recourse: tuple[Id, ...] = ()
    decisions: tuple[DecisionId, ...] = ()
    papers: tuple[DocumentId, ...] = ()
    proof: Proof = ()


class Page(Item):
    """What every page of the guide has. `territories` are the only ones
    that have the page; empty for all; `tables` shows dated tables.

    `privacy: sensitive` is a page whose visit must stay hidden; pages close to one must say which they are.
    """

    id: Id
    title: Phrase
    short: Phrase
    privacy: Privacy | None = None
    keywords: Keywords | None = None
    related: tuple[str, ...] = ()
    territories: tuple[TerritoryId, ...] = ()
    tables: tuple[ValueId, ...] = ()


#: When an agent needs a page: the order of the work at a counter.
Work = Literal["accueillir", "enregistrer", "instruire", "orienter", "apres"]


class Procedure(Page):
    """A procedure, or an agent page of `counter/`: the same shape, another audience.

    With `registers`, its required papers are those without which no application is registered. With `stages`,
    it begins with « Quel papier avez-vous ? ». `moment` is when an agent needs a page of `counter/`.
    """

    group: GroupId
    moment: Work | None = None
    registers: bool = False
    audience: tuple[Literal["demandeur", "agent"], ...] = ("demandeur",)
    calls: tuple[Call, ...] = ()
    act: Act | None = None
    stages: tuple[Moment, ...] = ()
    conditions: Conditions = Conditions()
    steps: tuple[Step, ...] = ()
    papers: Papers = Papers()
    deadlines: tuple[Deadline, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    recourse: tuple[Statement, ...] = ()
    decisions: tuple[DecisionId, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    contacts: tuple[Helper, ...] = ()
    agent: tuple[Statement, ...] = ()
    show: tuple[Statement, ...] = ()
    letters: tuple[LetterId, ...] = ()
    sms: Phrase | None = None
    proof: Proof = ()


class Criterion(Item):
    """A legal priority: who, how it is proved, what it opens."""

    id: Id
    letter: str | None = None
    title: Phrase
    privacy: Privacy | None = None
    text: Phrase
    law: str
    proof: Proof
    calls: tuple[Call, ...] = ()
    conditions: Conditions = Conditions()
    papers: tuple[Paper, ...] = ()
    opens: tuple[Statement, ...] = ()
    decisions: tuple[DecisionId, ...] = ()
    agent: tuple[Statement, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    keywords: Keywords | None = None
    related: tuple[str, ...] = ()
    territories: tuple[TerritoryId, ...] = ()


class Section(Local):
    """A part of a framework page."""

    id: Id
    title: Phrase
    text: Phrase | None = None
    items: tuple[Statement, ...] = ()
    proof: Proof = ()


class Framework(Page):
    """A page about the frame of it all: the CIL, the plans, what changed in the law."""

    sections: tuple[Section, ...]
    unknown: tuple[Unknown, ...] = ()
