"""Dates: nothing is dated after the day of the build, no series
overlaps. Being overdue is never an error (see `freshness`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ..guide.content import Content
from ..guide.freshness import queue
from ..places.faults import Fault
from .objects import placed


def check(content: Content, day: dt.date) -> Iterator[Fault]:
    """D801 a date in the future, D802 a series that overlaps itself,
    D803 rows that do not match, D804 (warning) a fact overdue.
    """
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
    for place, statement in placed(content, "accessibility"):
        told = {
            ("made",): statement.made,
            **{("tried", index, "on"): trial.on for index, trial in enumerate(statement.tried)},
        }
        for where, date in told.items():
            if date.first_day() > day:
                yield place.file.fault(where, "D801", f"« {where[-1]} » est dans le futur ({date}).")
    for place, value in placed(content, "value"):
        starts = [p.from_ for p in value.series]
        if len(set(starts)) != len(starts):
            yield place.file.fault(
                (*place.where, "series"), "D802", f"La valeur « {value.id} » a deux séries à la même date."
            )
        rows = {r.id for r in value.rows}
        for index, point in enumerate(value.series):
            where = (*place.where, "series", index)
            if point.until and point.until < point.from_:
                yield place.file.fault((*where, "until"), "D802", "« until » précède « from ».")
            if (point.value is None) != bool(rows):
                yield place.file.fault(
                    where, "D803", "Une valeur simple a « value », un tableau a « values »."
                )
            if rows and set(point.values) != rows:
                missing = ", ".join(sorted(rows ^ set(point.values)))
                yield place.file.fault(
                    (*where, "values"), "D803", f"Lignes du tableau en trop ou manquantes : {missing}."
                )
    overdue = {fact.id: due for due, fact in queue(content.facts.values(), day)}
    for place, fact in placed(content, "fact"):
        if fact.id in overdue:
            yield place.file.fault(
                (*place.where, "checked"),
                "D804",
                f"Le fait « {fact.id} » était à revérifier le {overdue[fact.id]}.",
                "avertissement",
            )
