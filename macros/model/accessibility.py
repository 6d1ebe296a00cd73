"""The accessibility statement: what state the guide is in, what was tried and what was not."""

from __future__ import annotations

from typing import Literal

from .fields import ContactId, Id, Item, PartialDate, Phrase


class Trial(Item):
    """Something that was tried: when, with what, and what came of it."""

    id: Id
    text: Phrase
    on: PartialDate
    tools: str
    found: Phrase


class Gap(Item):
    """Something that does not work yet, or that nobody has tried."""

    id: Id
    text: Phrase


class Accessibility(Item):
    """The statement that a public body owes its readers (loi n°
    2005-102 of 11 February 2005, article 47; décret n° 2019-768).

    Only an audit allows a `state` other than `non`. `redress` is whom to turn to when nobody answers.
    """

    state: Literal["non", "partiel", "total"]
    made: PartialDate
    standard: str
    why: Phrase
    tried: tuple[Trial, ...]
    failing: tuple[Gap, ...] = ()
    untried: tuple[Gap, ...] = ()
    redress: ContactId
