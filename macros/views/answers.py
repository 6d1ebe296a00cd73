"""What a page answers: its sentences, each with its anchor on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..guide.content import Content, PageObject
from ..guide.sentences import WHOLE, is_answer, sentences_of
from ..model.pages import Criterion, Procedure
from .page import Section, view_of


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a page: its path in the content, its anchor, the section that it stands in; `items` say
    it, one, or all the papers to bring.
    """

    path: str
    anchor: str
    section: Section
    items: tuple[Any, ...]


def answers_of(content: Content, page: PageObject) -> tuple[Said, ...]:
    """Every sentence of a page that may answer a question, in the page's order; none for a page that is not
    made of sections.
    """
    return tuple(_answers(content, page)) if isinstance(page, (Procedure, Criterion)) else ()


def _answers(content: Content, page: Procedure | Criterion) -> Iterator[Said]:
    sections = {section.kind: section for section in view_of(content, page).sections}
    for path, items in sentences_of(page).items():
        *where, key = path.split(".")
        section = sections[key if path == WHOLE else where[-1]]
        anchor = section.chapter.anchor if path == WHOLE else f"{section.prefix}-{key}"
        if is_answer(items):
            yield Said(path, anchor, section, items)
