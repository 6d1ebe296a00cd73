"""A procedure told by stages: what each stage holds of its page, and what is left of the page beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..guide.content import Content
from ..model.pages import Call, Moment, Paper, Procedure
from ..model.pathways import Delay
from .aids import delays_of
from .decisions import Ruling, Turn, ruling
from .page import Section, View

#: The lists of a page that its stages tell instead of it: field of a stage -> kind of section.
TOLD: Mapping[str, str] = {
    "steps": "steps",
    "deadlines": "deadlines",
    "outcomes": "outcomes",
    "recourse": "recourse",
    "decisions": "decisions",
}


@dataclass(frozen=True, slots=True)
class Told:
    """An item told at a stage. `anchor` is its own anchor at the first stage that tells it, so that links to
    it still lead somewhere; at a later one, an anchor of that stage.
    """

    item: Any
    anchor: str


@dataclass(frozen=True, slots=True)
class StageView:
    """A stage ready to be drawn: its paper, the days that run, the one call, what to do, what may follow."""

    stage: Moment
    call: Call | None
    delays: tuple[tuple[str, Delay], ...]
    steps: tuple[Told, ...]
    deadlines: tuple[Told, ...]
    outcomes: tuple[Told, ...]
    recourse: tuple[Told, ...]
    decisions: tuple[Told, ...]
    papers: tuple[Paper, ...]

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Whose turn it is at this stage."""
        return tuple(turn for told in self.decisions for turn in told.item.turns)


def stages_of(content: Content, page: Procedure, view: View) -> tuple[StageView, ...]:
    """The stages of `page` in order; none for a page that has none. An item that the territory leaves out of
    the page is left out of its stages.
    """
    seen: set[str] = set()
    return tuple(_stage(content, page, view, stage, seen) for stage in page.stages)


def beside(view: View, page: Procedure) -> View:
    """`view` without what the stages of `page` tell; its papers stay, which are one list to tick."""
    told = {kind: {i for stage in page.stages for i in getattr(stage, field)} for field, kind in TOLD.items()}
    sections = (_without(section, told.get(section.kind, set())) for section in view.sections)
    return replace(view, sections=tuple(section for section in sections if section.is_shown))


def stage_of_letter(page: Procedure, letter: str) -> str:
    """The anchor of the stage that `letter` opens on `page`; empty where it opens none."""
    return next((anchor(stage) for stage in page.stages if letter in stage.letters), "")


def anchor(stage: Moment) -> str:
    """The anchor of a stage on its page."""
    return f"stade-{stage.id}"


def _without(section: Section, told: Iterable[str]) -> Section:
    return replace(section, items=tuple(i for i in section.items if i.id not in told)) if told else section


def _stage(content: Content, page: Procedure, view: View, stage: Moment, seen: set[str]) -> StageView:
    prefixes = {section.kind: section.prefix for section in view.sections}
    delays = delays_of(content)

    def told(field: str, known: Iterable[Any]) -> tuple[Told, ...]:
        by_id = {item.id: item for item in known}
        found = []
        for identifier in getattr(stage, field):
            own = f"{prefixes.get(TOLD[field], field)}-{identifier}"
            if identifier in by_id:
                found.append(Told(by_id[identifier], f"{stage.id}-{own}" if own in seen else own))
                seen.add(own)
        return tuple(found)

    rulings: list[Ruling] = [ruling(content, content.decisions[i]) for i in stage.decisions]
    asked = (*page.papers.required, *page.papers.later)
    return StageView(
        stage,
        stage.call or (page.calls[0] if page.calls else None),
        tuple((letter, delays[letter]) for letter in stage.letters if letter in delays),
        told("steps", page.steps),
        told("deadlines", page.deadlines),
        told("outcomes", page.outcomes),
        told("recourse", page.recourse),
        told("decisions", rulings),
        tuple(paper for paper in asked if paper.document in stage.papers),
    )
