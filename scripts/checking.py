"""`guide.py check`: every fault at once, on the terminal or as JSON."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from macros.faults import format_report
from macros.freshness import queue
from macros.opening import Opened, open_content


def check(content: Path, day: dt.date, as_json: bool) -> int:
    """Print the faults of a content folder as of `day`; 1 when one is an error."""
    opened = open_content(content, day)
    failed = any(f.is_error for f in opened.faults)
    if as_json:
        print(json.dumps({"faults": [f.as_dict() for f in opened.faults], "ok": not failed}, ensure_ascii=False, indent=1))
    else:
        print(format_report(opened.faults))
        if not failed:
            print(freshness_line(opened, day))
    return int(failed)


def freshness_line(opened: Opened, day: dt.date) -> str:
    """One line on what is to be looked at again."""
    overdue = queue(opened.content.facts.values(), day)
    if not overdue:
        return "Aucun fait n’est à revérifier aujourd’hui."
    (due, first), *_ = overdue
    return f"{len(overdue)} faits à revérifier, le plus ancien depuis le {due} : {first.id}."
