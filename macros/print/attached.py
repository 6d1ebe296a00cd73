"""What a paper rests on, as data that goes with it: the same file is read by a person and by a program."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from ..guide.guide import Guide
from ..model.facts import Fact


def attached(guide: Guide, url: str, day: dt.date, facts: Iterable[str]) -> str:
    """The facts behind a paper as JSON: where its page stands, in which language, the `day` of what it says,
    and each fact with its text, its sources and the day on which it was looked at. The same guide gives the
    same text.
    """
    said = {
        "page": url,
        "language": guide.language.html,
        "edition": day.isoformat(),
        "facts": [_fact(guide, fact) for fact in guide.facts(facts)],
    }
    return json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)


def _fact(guide: Guide, fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "statement": fact.statement,
        "law": fact.law,
        "as_of": str(fact.as_of) if fact.as_of else None,
        "checked": fact.checked.date.isoformat(),
        "sources": [source.url or source.title for source in guide.sources(fact)],
    }
