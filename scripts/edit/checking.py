"""`guide.py check`: every fault at once, on the terminal or as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from pathlib import Path

from macros.guide.freshness import queue
from macros.opening import Opened, open_content
from macros.places.faults import format_report


def check(content: Path, day: dt.date, as_json: bool, whole_queue: bool = False) -> int:
    """Print the faults of a content folder as of `day`, then what
    is to be looked at again and when; 1 when one is an error.
    """
    opened = open_content(content, day)
    failed = any(f.is_error for f in opened.faults)
    if as_json:
        print(
            json.dumps(
                {"faults": [f.as_dict() for f in opened.faults], "ok": not failed},
                ensure_ascii=False,
                indent=1,
            )
        )
    else:
        print(format_report(opened.faults))
        if not failed:
            print(*queue_lines(opened, day, whole_queue), sep="\n")
    return int(failed)


def queue_lines(opened: Opened, day: dt.date, whole: bool) -> list[str]:
    """What is overdue, then how many facts fall due each month; with `whole`, each fact with its day."""
    waiting = queue(opened.content.facts.values(), dt.date.max)
    if whole:
        return [f"{due} {fact.id} ({fact.review}) {fact.statement[:90]}" for due, fact in waiting]
    months = Counter(f"{due:%Y-%m}" for due, _ in waiting if due > day)
    coming = " ; ".join(f"{month} : {count}" for month, count in sorted(months.items()))
    return [
        freshness_line(opened, day),
        f"À revérifier ensuite – {coming}." if coming else "Rien à revérifier ensuite.",
        "Liste complète : « guide.py check --queue ».",
    ]


def freshness_line(opened: Opened, day: dt.date) -> str:
    """One line on what is to be looked at again."""
    overdue = queue(opened.content.facts.values(), day)
    if not overdue:
        return "Aucun fait n’est à revérifier aujourd’hui."
    (due, first), *_ = overdue
    return f"{len(overdue)} faits à revérifier, le plus ancien depuis le {due} : {first.id}."
