"""The sentences of a page that may answer a question, each with its path in the content: what people ask
points at one (`answers:`), the search shows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.fields import Phrase
from ..model.pages import Criterion, Papers, Procedure
from .content import Content

#: A list of papers to bring answers as a whole.
WHOLE = "papers.required"
#: How many signs a sentence may have that is told away from its page: a longer one is a page, not an answer.
LONGEST = 420


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


def told_by(content: Content, path: str, items: tuple[Any, ...]) -> tuple[Phrase, ...]:
    """The phrases that the sentence at `path` says away from its page, in their order; its detail is left out
    when it makes it too long.
    """
    if path == WHOLE:
        named = ((content.documents[paper.document].name, paper.when) for paper in items)
        return tuple(phrase for pair in named for phrase in pair if phrase)
    item, kind = items[0], path.split(".")[-2]
    phrases = _phrases(content, kind, item)
    is_cut = getattr(item, "detail", None) and signs(phrases) > LONGEST
    return (item.text,) if is_cut else phrases


def signs(phrases: tuple[Phrase, ...]) -> int:
    """How many signs phrases have together, spaces between them included."""
    return sum(phrase.signs + 1 for phrase in phrases) - 1


def _phrases(content: Content, kind: str, item: Any) -> tuple[Phrase, ...]:
    """The texts that an item says, in their order."""
    if kind in ("required", "later"):
        named = content.documents[item.document].name
        return (named, item.when) if item.when and kind == "later" else (named,)
    if kind == "outcomes":
        return (item.if_, item.then)
    if kind == "unless":
        return (item.text, item.then)
    detail = getattr(item, "detail", None)
    return (item.text, detail) if detail else (item.text,)


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
