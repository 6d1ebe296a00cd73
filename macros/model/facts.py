"""The ground: facts with their law, sources and dates; and the dated values that texts cite."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from .fields import FactId, Figure, Id, Item, Local, PartialDate, Phrase, Proof, SourceId, TerritoryId, Url

#: What a fact is about, which tells how fast it changes; with
#: `Harm`, when it must be looked at again (see `freshness`).
ReviewKind = Literal["law", "amount", "contact", "figure", "term"]
Confidence = Literal["high", "medium", "low"]

#: What it costs a reader that a fact is no longer true: a home,
#: a right, a deadline, a number that must answer; or little.
Harm = Literal["high", "usual", "low"]

#: What a source is. `text` is a law, a decree, an order, a regulation,
#: read in its own words, wherever they are copied; `official` a page of the
#: State, a court's or an independent authority's included; `court` a decision
#: read as such; `operator` who acts under the law without making it (landlord,
#: Caf, Action Logement, town hall, department); `association` also the ADIL
#: and the ANIL, which are associations that the State approves.
Nature = Literal["text", "official", "court", "operator", "association", "press", "private"]


class Source(Item):
    """Where a fact was read: what it is, publisher, title, address;
    `seen` is the day the address was last known to answer.

    `state` is the date of the text or page that was read, absent when it
    has none. `unchanged_since` is the last known change of a text: read
    in that state or a later one, it is still in force.
    """

    id: Id
    publisher: str
    title: str
    nature: Nature
    state: PartialDate | None = None
    unchanged_since: PartialDate | None = None
    url: Url | None = None
    seen: dt.date | None = None
    licence: str | None = None


class Checked(Item):
    """Who looked last and how: a live page, a stored copy
    or a phone call. Never written by the tool itself.
    """

    date: dt.date
    how: Literal["live", "copy", "call"]
    who: str | None = None


class News(Item):
    """What a fact changed for people, and when it took effect:
    a line of the page of what is new. French, as facts are.
    """

    date: PartialDate
    text: str


#: What a fact holds for editors alone.
FOR_EDITORS = frozenset({"note", "withheld", "no_letter"})


class Fact(Local):
    """One statement with what it rests on. `as_of` dates what the source says, `checked` the last look at it.

    `caveat` is what a reader must know beside it, short and
    translated; `note` is for editors and is never published.
    `harm` says when it must be looked at again, where that is not the usual interval of its kind.
    """

    id: Id
    statement: str
    value: str | None = None
    law: str | None = None
    sources: tuple[SourceId, ...] = ()
    as_of: PartialDate | None = None
    checked: Checked
    confidence: Confidence
    caveat: Phrase | None = None
    note: str | None = None
    withheld: str | None = None
    review: ReviewKind
    harm: Harm = "usual"
    news: News | None = None

    @property
    def publishable(self) -> bool:
        """The one publication rule: high and medium are published, low and withheld are not."""
        return self.confidence != "low" and self.withheld is None

    @property
    def legal(self) -> bool:
        """Whether it states the law: only the text in force, or a recent official page, makes it sure."""
        return self.review == "law" or self.law is not None


class FactFile(Item):
    """`content/facts/<topic>.yml`: one topic, its facts in order. Elsewhere
    than in `territories`, only those that a page cites are shown.
    """

    id: Id
    topic: str
    territories: tuple[TerritoryId, ...] = ()
    facts: tuple[Fact, ...]


Unit = Literal[
    "hour",
    "day",
    "week",
    "month",
    "year",
    "euro",
    "percent",
    "person",
    "square-meter",
    "room",
    "refusal",
    "point",
]


class Point(Item):
    """A value from a day on (to `until`, when the source says so)."""

    key_field = "from_"
    from_: dt.date = Field(alias="from")
    until: dt.date | None = None
    value: Figure | None = None
    values: dict[str, Figure] = Field(default={})
    proof: Proof


class Row(Item):
    """A line of a table of values, such as « une personne seule »."""

    id: Id
    label: Phrase


class Value(Local):
    """A dated series: one number, or a table with the same rows at each date."""

    id: Id
    label: Phrase
    unit: Unit
    rows: tuple[Row, ...] = ()
    series: tuple[Point, ...] = Field(min_length=1)

    def in_force(self, day: dt.date) -> Point | None:
        """The point that holds on `day`: the latest begun, even when
        its end has passed (a lapsed series shows its last value).
        """
        begun = [p for p in self.series if p.from_ <= day]
        return max(begun, key=lambda p: p.from_) if begun else None

    def announced(self, day: dt.date) -> Point | None:
        """The first point that begins after `day`, or None."""
        later = [p for p in self.series if p.from_ > day]
        return min(later, key=lambda p: p.from_) if later else None


class LocalValue(Item):
    """A territory's own value for a department or by
    default: a number with its proof, or an avowed unknown.
    """

    value: Figure | None = None
    proof: tuple[FactId, ...] = ()
    unknown: Phrase | None = None
