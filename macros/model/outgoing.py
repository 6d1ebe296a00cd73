"""Letters that a person sends: in French, made in the browser from what the page asks; nothing leaves it."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from .fields import ContactId, Id, Item, Phrase, Proof, RoleId
from .pages import Page, Statement

_ANSWERED = re.compile(r"decision:([a-z0-9-]+)#([a-z_-]+)")


def _check_answered(value: str) -> str:
    if not _ANSWERED.fullmatch(value):
        raise PydanticCustomError(
            "bad_id",
            "« {value} » ne nomme pas ce à quoi la lettre répond : decision:identifiant#recours",
            {"value": value},
        )
    return value


#: What a letter puts in act: a way to contest of a decision, or its `reasons`, `silence`, `idle` or `answer`.
Answered = Annotated[str, AfterValidator(_check_answered)]

#: What a person fills in; a `tick` adds the sentences that name it.
BlankKind = Literal["text", "long", "number", "date", "choice", "tick"]

#: Every letter asks for them: who writes, from where. `ou` and `jour` head it: the town, the day.
WRITER = ("nom", "adresse", "ville", "joindre")


def answered_parts(reference: str) -> tuple[str, str]:
    """`decision:refus-attribution#gracieux` -> (`refus-attribution`, `gracieux`)."""
    decision, _, way = reference.removeprefix("decision:").partition("#")
    return decision, way


class Option(Item):
    """An answer to choose; its words stand in the letter where the blank is named."""

    id: Id
    text: Phrase


class Blank(Item):
    """Something that the person fills in. `starts` begins the delay of what the letter answers.

    `ahead`: the date may be one that has not come. `optional`: the letter is whole without it.
    """

    id: Id
    kind: BlankKind
    label: Phrase
    help: Phrase | None = None
    options: tuple[Option, ...] = ()
    optional: bool = False
    starts: bool = False
    ahead: bool = False


class Part(Item):
    """A paragraph, said only `when` a blank is filled, or when its answer is one of `chosen`."""

    id: Id
    text: Phrase
    when: Id | None = None
    chosen: tuple[Id, ...] = ()
    proof: Proof = ()


class Addressee(Item):
    """To whom: `name` as it is written above the address; `where` says where to find what we do not know."""

    name: Phrase
    role: RoleId | None = None
    contact: ContactId | None = None
    where: Phrase


class Outgoing(Page):
    """`content/outgoing/<id>.yml`: one letter. `does`, `does_not` and `then` say what it changes, what it
    does not, and what comes next. `send` is the way to send it.
    """

    answers: tuple[Answered, ...] = ()
    to: Addressee
    subject: Phrase
    fields: tuple[Blank, ...] = ()
    body: tuple[Part, ...]
    enclosed: tuple[Part, ...] = ()
    send: Literal["registered", "any"] = "registered"
    does: tuple[Statement, ...] = ()
    does_not: tuple[Statement, ...] = ()
    then: tuple[Statement, ...] = ()

    def blank(self, identifier: str) -> Blank | None:
        """The blank of that name; None for one that every letter has, or that nobody asks for."""
        return next((blank for blank in self.fields if blank.id == identifier), None)
