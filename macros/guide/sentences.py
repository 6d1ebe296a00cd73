"""The sentences of a page that may answer a question, each with its path in the content: what people ask
points at one (`answers:`), the search shows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.pages import Criterion, Papers, Procedure

#: A list of papers to bring answers as a whole.
WHOLE = "papers.required"


def sentences_of(page: Any) -> dict[str, tuple[Any, ...]]:
    """Path -> what says it: one item, or all the papers to bring. Empty for a page that is not made of
    sections.
    """
    if not isinstance(page, (Procedure, Criterion)):
        return {}
    found: dict[str, tuple[Any, ...]] = {}
    for path, items in _lists(page).items():
        if path == WHOLE:
            found |= {path: items} if items else {}
        else:
            found |= {f"{path}.{item.key}": (item,) for item in items}
    return found


def is_answer(items: tuple[Any, ...]) -> bool:
    """Whether what these items say may be told away from their page: proved, and true in every department."""
    return all(item.proof and not item.departments for item in items)


def _lists(page: Procedure | Criterion) -> Mapping[str, tuple[Any, ...]]:
    papers = page.papers if isinstance(page.papers, Papers) else Papers(required=page.papers)
    found: dict[str, tuple[Any, ...]] = {
        "conditions.all": page.conditions.all,
        "conditions.any": page.conditions.any,
        "conditions.unless": page.conditions.unless,
        "papers.required": papers.required,
        "papers.later": papers.later,
        "papers.never": papers.never,
        "agent": page.agent,
    }
    if isinstance(page, Criterion):
        return found | {"opens": page.opens}
    return found | {
        "steps": page.steps,
        "deadlines": page.deadlines,
        "outcomes": page.outcomes,
        "recourse": page.recourse,
    }
