"""Dates: nothing is dated after the day of the build, no series
overlaps. Being overdue is never an error (see `freshness`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ..guide.content import Content
from ..guide.freshness import queue
from ..model.facts import Point
from ..places.faults import Fault
from ..places.source_file import Where
from .objects import placed


def check(content: Content, day: dt.date) -> Iterator[Fault]:
    """D801 a date in the future, D802 a series that overlaps itself,
    D803 rows that do not match, D804 (warning) a fact overdue.
    """
    yield from _facts(content, day)
    yield from _statements(content, day)
    yield from _values(content)
    yield from _overdue(content, day)


def _facts(content: Content, day: dt.date) -> Iterator[Fault]:
    for place, fact in placed(content, "fact"):
        if fact.as_of and fact.as_of.first_day() > day:
            yield place.file.fault(
                (*place.where, "as_of"), "D801", f"« as_of » est dans le futur ({fact.as_of})."
            )
        if fact.checked.date > day:
            yield place.file.fault(
                (*place.where, "checked", "date"),
                "D801",
                f"La vérification est datée du futur ({fact.checked.date}).",
            )


def _statements(content: Content, day: dt.date) -> Iterator[Fault]:
    """What the statement of accessibility says was made and tried."""
    for place, statement in placed(content, "accessibility"):
        tried = [(("tried", index, "on"), trial.on) for index, trial in enumerate(statement.tried)]
        for where, date in ((("made",), statement.made), *tried):
            if date.first_day() > day:
                yield place.file.fault(where, "D801", f"« {where[-1]} » est dans le futur ({date}).")


def _values(content: Content) -> Iterator[Fault]:
    for place, value in placed(content, "value"):
        starts = [p.from_ for p in value.series]
        if len(set(starts)) != len(starts):
            yield place.file.fault(
                (*place.where, "series"), "D802", f"La valeur « {value.id} » a deux séries à la même date."
            )
        rows = {r.id for r in value.rows}
        for index, point in enumerate(value.series):
            for where, code, sentence in _point(point, rows):
                yield place.file.fault((*place.where, "series", index, *where), code, sentence)


def _point(point: Point, rows: set[str]) -> Iterator[tuple[Where, str, str]]:
    """(place below the point, code, sentence) for what is wrong with a point of a series."""
    if point.until and point.until < point.from_:
        yield ("until",), "D802", "« until » précède « from »."
    if (point.value is None) != bool(rows):
        yield (), "D803", "Une valeur simple a « value », un tableau a « values »."
    if rows and set(point.values) != rows:
        missing = ", ".join(sorted(rows ^ set(point.values)))
        yield ("values",), "D803", f"Lignes du tableau en trop ou manquantes : {missing}."


def _overdue(content: Content, day: dt.date) -> Iterator[Fault]:
    overdue = {fact.id: due for due, fact in queue(content.facts.values(), day)}
    for place, fact in placed(content, "fact"):
        if fact.id in overdue:
            yield place.file.fault(
                (*place.where, "checked"),
                "D804",
                f"Le fait « {fact.id} » était à revérifier le {overdue[fact.id]}.",
                "avertissement",
            )
