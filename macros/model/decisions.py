"""Decisions of others: who decides what, within what time, what silence means, and how one contests.

Two clocks never look alike: theirs (`answer`, « on doit vous
répondre ») and the reader's (`contest`, « vous avez »).
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .fields import ContactId, Id, Item, LetterId, Local, Phrase, Proof, RoleId, ValueId
from .pages import Unknown

#: Which general law fills what a decision does not say: that
#: of administrations, of courts, or none (a landlord, a bank).
Rule = Literal["administrative", "judicial", "private"]


class Said(Item):
    """A sentence of a decision, with its proof."""

    text: Phrase
    proof: Proof = ()


class Answer(Said):
    """Their clock: `within` is the dated value, null when the law fixes none; `from` the event that starts
    it. With `waits`, they may not act before it ends; else they owe an answer within it.
    """

    within: ValueId | None = None
    from_: Phrase | None = Field(default=None, alias="from")
    waits: bool = False


class Silence(Said):
    """What no answer means, and after how long."""

    means: Literal["refusal", "acceptance", "nothing"]
    after: ValueId | None = None


class Form(Said):
    """In what form the decision must be told."""

    written: bool
    reasons: bool
    says_limits: bool


class Contest(Local):
    """Your clock: one way to contest. `first` is a step that must come before the judge.

    `suspends` says whether the decision waits meanwhile; `effect` says it in words.
    """

    id: Id
    title: Phrase
    role: RoleId | None = None
    contact: ContactId | None = None
    within: ValueId | None = None
    from_: Phrase = Field(alias="from")
    text: Phrase
    first: bool = False
    suspends: Literal["yes", "no", "in-part"]
    effect: Phrase | None = None
    lawyer: Literal["none", "optional", "required"]
    legal_aid: bool
    proof: Proof


class Decision(Item):
    """`content/decisions/<id>.yml`: one decision, once. What general
    law says is left out: the `general` one of its `rule` says it.

    `no_letter` tells editors why no letter of ours contests it; it is never published.
    """

    id: Id
    title: Phrase
    on: Phrase
    role: RoleId | None = None
    contact: ContactId | None = None
    rule: Rule
    general: bool = False
    answer: Answer | None = None
    silence: Silence | None = None
    form: Form | None = None
    contest: tuple[Contest, ...] = ()
    reasons: Said | None = None
    no_limit: Said | None = None
    idle: Said | None = None
    meanwhile: Said | None = None
    letters: tuple[LetterId, ...] = ()
    no_letter: str | None = None
    unknown: tuple[Unknown, ...] = ()
