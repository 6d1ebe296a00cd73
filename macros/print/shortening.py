"""What a sheet gives up when its two pages cannot hold all: in small steps, the least valuable first. Typst
measures how many of them it takes, then gives back whatever still finds room (`sheet.typ`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

#: What is kept, and how many of it: `("recourse", 2)` keeps two sentences of « if it goes wrong ».
Step = tuple[str, int]

#: What goes, in order, and how much of it is left. First what is told elsewhere too: what a reader must know
#: of the sources, each decision one by one, who serves other communes, the list of texts, whom the head
#: names already, details, air. Then, from the end of each list, who else helps, what can come out of it,
#: what to do when it goes wrong, what to show; the strip for a wallet, whose days stand above it. Then
#: what undoes the conditions, these themselves, and the days that one has; at the very last all the papers to
#: get ready for later. Where these are to be read is said in their place, as long as that finds room.
_BEFORE = (("caveats", 0), ("decisions", 0), ("others", 0), ("laws", 0), ("named", 0))
_AFTER = (
    *(("air", 2), ("unknown", 0), ("streets", 0), ("details:steps", 0), ("air", 1)),
    *(("cards", 5), ("outcomes", 6), ("recourse", 4), ("show", 2)),
    *(("cards", 3), ("outcomes", 3), ("recourse", 2), ("show", 1), ("outcomes", 1), ("air", 0), ("strip", 0)),
    *(("outcomes", 0), ("recourse", 1), ("show", 0), ("recourse", 0), ("cards", 1)),
    *(("unless", 0), ("conditions", 0), ("cards", 0), ("deadlines", 0), ("calls", 2), ("away", 0)),
    ("papers", 0),
)
#: What a procedure of the booklet gives up; never all that undoes its conditions.
_BOOKLET = (
    *(("show", 1), ("outcomes", 4), ("recourse", 3), ("show", 0), ("outcomes", 2), ("recourse", 1)),
    *(("outcomes", 0), ("recourse", 0), ("later", 0), ("unless", 1)),
)
#: Lists that grow shorter an item at a time.
_LISTS = ("decisions", "outcomes", "recourse", "show", "unknown", "later", "unless", "deadlines")


def steps_of(data: Mapping[str, Any]) -> list[Step]:
    """What the sheet of `data` gives up, step by step; what it does not have costs no step."""
    there = _amounts(data["sections"])
    cards = data["cards"]
    details = [(name, 0) for name in there if name.startswith("details:") and name != "details:steps"]
    blank = [] if _has_own_dates(data["sections"]) else [("strip", 0)]
    rulings = {n for n, item in enumerate(_items(data["sections"], "decisions")) if "if" in item}
    steps = _stepped(
        there
        | {
            "others": int(any(card["others"] for card in cards)),
            "named": int(any(card["first"] for card in cards)),
            "streets": int(any(card["address"] and card["phones"] for card in cards)),
            "cards": sum(not card["first"] for card in cards),
            "laws": int(data["law"]["texts"] is not None),
            "calls": len(data["calls"]),
            "strip": 1,
            "air": 3,
            "away": 1,
        },
        (*blank, *_BEFORE, *details, *_AFTER),
    )
    # a decision has several lines, which stay together
    return [(name, kept) for name, kept in steps if name != "decisions" or kept in rulings]


def chapter_steps(chapter: Mapping[str, Any]) -> list[Step]:
    """What a procedure of the booklet gives up so as to stand on its two pages."""
    return _stepped(_amounts(chapter["sections"]), _BOOKLET)


def unmissed(steps: list[Step]) -> int:
    """How many of the steps one page is worth: none that takes a sentence of its own, or whom to call."""
    return next((n for n, (name, _) in enumerate(steps) if name == "air"), len(steps))


def _stepped(there: Mapping[str, int], order: Iterable[Step]) -> list[Step]:
    """The steps from what is there, each taking one."""
    left, found = dict(there), []
    for name, least in order:
        have = left.get(name, 0)
        found += [(name, kept) for kept in range(have - 1, least - 1, -1)]
        left[name] = min(have, least)
    return found


def _amounts(sections: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """How much there is of what parts can give up."""
    parts = {part["kind"]: part["items"] for part in sections}
    return {
        **{name: len(parts.get(name, ())) for name in _LISTS},
        **{
            f"details:{kind}": int(any(item.get("detail") for item in items)) for kind, items in parts.items()
        },
        "caveats": int(any(item.get("caveat") for items in parts.values() for item in items)),
        "conditions": int("all" in parts or "any" in parts),
        "papers": int(bool(parts.get("later"))),
    }


def _has_own_dates(sections: Iterable[Mapping[str, Any]]) -> bool:
    """Whether the reader has days to keep, which the strip to cut out bears."""
    return any(
        item["whose"] == "yours" and item["figure"] is not None for item in _items(sections, "deadlines")
    )


def _items(sections: Iterable[Mapping[str, Any]], kind: str) -> list[Mapping[str, Any]]:
    return [item for part in sections if part["kind"] == kind for item in part["items"]]
