"""How fresh a fact is on a day, and what is said of it: pure functions
of dates; being overdue is shown and queued, never an error.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ..model.facts import Fact, Harm, ReviewKind, Source
from ..model.fields import PartialDate
from .days import add_months
from .standing import Standing, share, standing, state_of

#: Months before a fact is looked at again: how fast its kind changes,
#: by what it costs a reader that it is no longer true.
INTERVALS: Mapping[ReviewKind, Mapping[Harm, int]] = {
    "contact": {"high": 3, "usual": 6, "low": 12},
    "law": {"high": 6, "usual": 12, "low": 24},
    "amount": {"high": 6, "usual": 12, "low": 12},
    "figure": {"high": 6, "usual": 12, "low": 24},
    "term": {"high": 12, "usual": 24, "low": 36},
}


def due(fact: Fact) -> dt.date:
    """The day on which `fact` must be looked at again. Amounts
    fall due on the next 1 January at the latest.
    """
    checked = fact.checked.date
    after = add_months(checked, INTERVALS[fact.review][fact.harm])
    return min(after, dt.date(checked.year + 1, 1, 1)) if fact.review == "amount" else after


@dataclass(frozen=True, slots=True)
class Copies:
    """What was only read in stored copies: the first and the last day
    somebody read, the years of the sources, how many have no date.

    `oldest` and `newest` are None when no source has a
    date. Ten facts of one page are one source.
    """

    first_read: dt.date
    last_read: dt.date
    oldest: int | None
    newest: int | None
    undated: int


@dataclass(frozen=True, slots=True)
class Freshness:
    """What a reader is told of the age of some facts: the oldest
    source date, the oldest check, and whether one is overdue.

    `copies` tells of those that were read in a copy, `seen` counts
    those that somebody saw in force or heard on the telephone.
    Of `rules` statements of law, `held` stand on the text in force
    or a recent official page; `version` is the date of the oldest
    of these texts, when everything stands on texts in force.
    """

    as_of: PartialDate | None
    checked: dt.date | None
    overdue: bool
    copies: Copies | None = None
    seen: int = 0
    rules: int = 0
    held: int = 0
    version: PartialDate | None = None


def freshness_of(facts: Iterable[Fact], day: dt.date, sources: Mapping[str, Source]) -> Freshness:
    """The freshness of `facts` taken together on `day`; `sources` are those that they name, by id."""
    known = [(fact, tuple(sources[i] for i in fact.sources)) for fact in facts]
    held, rules = share(known)
    return Freshness(
        as_of=min((f.as_of for f, _ in known if f.as_of), default=None),
        checked=min((f.checked.date for f, _ in known), default=None),
        overdue=any(due(f) <= day for f, _ in known),
        copies=copies_of((f, read) for f, read in known if f.checked.how == "copy"),
        seen=sum(f.checked.how != "copy" for f, _ in known),
        rules=rules,
        held=held,
        version=_version(standing(f, read) for f, read in known),
    )


def copies_of(facts: Iterable[tuple[Fact, Sequence[Source]]]) -> Copies | None:
    """What is to be said of facts that were read in copies; None when there is none."""
    known = tuple(facts)
    if not known:
        return None
    read = [f.checked.date for f, _ in known]
    states = {(source.id, state_of(fact, source)) for fact, sources in known for source in sources}
    years = [state.year for _, state in states if state]
    undated = {source for source, state in states if not state}
    return Copies(min(read), max(read), min(years, default=None), max(years, default=None), len(undated))


def _version(standings: Iterable[Standing]) -> PartialDate | None:
    """The date of the oldest of these texts; None unless all are texts in force."""
    found = tuple(standings)
    if any(s.ground != "in-force" for s in found):
        return None
    return min((s.dated for s in found if s.dated), default=None)


#: What fills a hole of a word: a day, a month or a year, a number, a name in French, or other words.
Filling: TypeAlias = "dt.date | PartialDate | int | str | Saying"


@dataclass(frozen=True, slots=True)
class Saying:
    """A word of the interface and what fills its `{…}`: a
    day, a month, a number, a name in French, or other words.
    """

    key: str
    fills: Mapping[str, Filling] = field(default_factory=dict)


def sayings(fresh: Freshness) -> tuple[Saying, ...]:
    """How to say it in short: what was read in copies, how much of the law was, then what was seen or heard.

    « Vérifié » is kept for the latter.
    """
    said = [] if fresh.copies is None else [_read(fresh, fresh.copies)]
    if fresh.copies and fresh.rules and not fresh.version:
        said.append(_rules(fresh))
    if fresh.seen and fresh.copies:
        said.append(Saying("dont-verifies", {"nombre": fresh.seen}))
    elif fresh.seen and fresh.checked:
        said.append(Saying("verifie-le", {"date": fresh.checked}))
    return tuple(said)


def saying_of(fact: Fact, sources: Sequence[Source]) -> tuple[Saying, ...]:
    """What was read of a fact that nobody saw live nor heard: in what,
    of what date, and whether the law in force was not.
    """
    found = standing(fact, sources)
    if not fact.legal or found.recent or found.ground == "in-part":
        return (_read_in(found, fact.checked.date),)
    unread = Saying("article-non-relu") if fact.law else Saying("texte-non-relu")
    return _read_in(found, fact.checked.date), unread


def _read_in(found: Standing, read: dt.date) -> Saying:
    name = found.source.publisher if found.source else "–"
    if found.dated is None:
        fills: dict[str, Filling] = {"date": read, "editeur": name}
        if found.ground == "official":
            return Saying("page-officielle-sans-date", fills)
        return (
            Saying("decision-sans-date", fills)
            if found.ground == "court"
            else Saying("lu-dans-sans-date", fills)
        )
    if found.ground == "in-force":
        return Saying("texte-relu", {"date": read, "version": _of(found.dated)})
    if found.ground == "in-part":
        return Saying("texte-relu-en-partie", {"date": read, "version": _of(found.dated)})
    if found.ground == "court":
        return Saying("decision-du", {"jour": _of(found.dated), "date": read, "editeur": name})
    fills = {"date": read, "editeur": name, "source": found.dated}
    return Saying("page-officielle", fills) if found.ground == "official" else Saying("lu-dans", fills)


def _of(date: PartialDate) -> Saying:
    """« du 3 avril 2026 », « d’avril 2026 », « de 2026 »: French has three ways to say it."""
    if date.day:
        return Saying("date-du", {"date": date})
    return Saying("date-d", {"date": date}) if date.month in (4, 8, 10) else Saying("date-de", {"date": date})


def _rules(fresh: Freshness) -> Saying:
    if not fresh.held:
        return Saying("articles-non-relus")
    if fresh.held == fresh.rules:
        return Saying("regles-relues")
    return Saying("regles-relues-dont", {"nombre": fresh.held, "total": fresh.rules})


def _read(fresh: Freshness, copies: Copies) -> Saying:
    if fresh.version:
        return Saying("textes-relus", {"jour": _when(copies), "version": _of(fresh.version)})
    return Saying("textes-lus", {"jour": _when(copies), "copies": _which(copies)})


def _when(copies: Copies) -> Saying:
    if copies.first_read == copies.last_read:
        return Saying("lus-le", {"date": copies.first_read})
    first, last = _month(copies.first_read), _month(copies.last_read)
    if first == last:
        return Saying("lus-en", {"mois": first})
    return Saying("lus-entre", {"debut": first, "fin": last})


def _month(day: dt.date) -> PartialDate:
    return PartialDate(day.year, day.month)


def _which(copies: Copies) -> Saying:
    if copies.oldest is None or copies.newest is None:
        return Saying("copies-sans-date")
    dated = Saying("copies-annees", {"debut": copies.oldest, "fin": copies.newest})
    if copies.oldest == copies.newest:
        dated = Saying("copies-annee", {"annee": copies.oldest})
    return Saying("copies-dont", {"copies": dated, "nombre": copies.undated}) if copies.undated else dated


def queue(facts: Iterable[Fact], day: dt.date) -> list[tuple[dt.date, Fact]]:
    """(due date, fact) for published facts due by `day`, oldest first."""
    return sorted(
        ((due(f), f) for f in facts if f.publishable and due(f) <= day),
        key=lambda pair: (pair[0], pair[1].id),
    )


def overdue_line(facts: Iterable[Fact], day: dt.date) -> str:
    """One line, for who runs a command, on what is to be looked at again."""
    overdue = queue(facts, day)
    if not overdue:
        return "Aucun fait n’est à revérifier aujourd’hui."
    (due_day, first), *_ = overdue
    return f"{len(overdue)} faits à revérifier, le plus ancien depuis le {due_day} : {first.id}."
