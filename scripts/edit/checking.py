"""`guide.py check`: every fault at once, on the terminal or as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from pathlib import Path

from macros.guide.content import Content
from macros.guide.freshness import overdue_line, queue
from macros.guide.standing import share
from macros.opening import Opened, open_content
from macros.places.faults import format_report


def check(content: Path, day: dt.date, as_json: bool, whole_queue: bool = False) -> int:
    """Print the faults of a content folder as of `day`, then what
    is to be looked at again and when; 1 when one is an error.
    """
    opened = open_content(content, day)
    failed = bool(opened.errors)
    if as_json:
        print(
            json.dumps(
                {
                    "faults": [f.as_dict() for f in opened.faults],
                    "ok": not failed,
                    "law": {topic: {"held": held, "of": rules} for topic, held, rules in law(opened.content)},
                },
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
        facts = [f"{due} {fact.id} ({fact.review}) {fact.statement[:90]}" for due, fact in waiting]
        return [*facts, *law_lines(opened.content)]
    months = Counter(f"{due:%Y-%m}" for due, _ in waiting if due > day)
    coming = " ; ".join(f"{month} : {count}" for month, count in sorted(months.items()))
    return [
        overdue_line(opened.content.facts.values(), day),
        f"À revérifier ensuite – {coming}." if coming else "Rien à revérifier ensuite.",
        "Liste complète : « guide.py check --queue ».",
        *coverage_lines(opened.content),
    ]


def coverage_lines(content: Content) -> list[str]:
    """How many pages have their grid of articles, and what its cells hold; nothing while no page has one."""
    grids = [grid.counted for grid in content.coverage.values()]
    if not grids:
        return []
    said, left_out, empty = (sum(column) for column in zip(*grids, strict=True))
    cells = f"{said} cases disent où, {left_out} sont laissées pour une raison, {empty} sont vides"
    return [f"Grille des articles : {len(grids)} pages ; {cells}."]


def law(content: Content) -> list[tuple[str, int, int]]:
    """(topic, statements of law on the text in force or a recent
    official page, all of them), then the whole under « total ».
    """
    rows = []
    for topic in content.topics.values():
        facts = [f for f in topic.facts if f.publishable]
        held, rules = share(
            (f, [content.sources[i] for i in f.sources if i in content.sources]) for f in facts
        )
        rows.append((topic.id, held, rules))
    return [*rows, ("total", sum(held for _, held, _ in rows), sum(rules for _, _, rules in rows))]


def law_lines(content: Content) -> list[str]:
    """How much of the law stands on the text in force or on a recent official page, topic by topic."""
    return [
        "Droit lu dans le texte en vigueur ou une page officielle de moins de 24 mois :",
        *(
            f"  {topic} : {held} sur {rules} ({round(100 * held / rules)} %)"
            for topic, held, rules in law(content)
            if rules
        ),
    ]
