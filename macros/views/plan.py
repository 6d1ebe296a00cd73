"""« Mon plan »: where an aid ends – what to do today, this week, what to keep – drawn from the page that the
outcome leads to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..guide.content import Content, procedure_of, split_reference
from ..guide.guide import Guide
from ..model.kinds import PAGES
from ..model.lists import Sender
from ..model.outgoing import Outgoing
from ..model.pages import Act, Criterion, Deadline, Paper, Procedure, Step
from ..model.pathways import Case, Delay, Elsewhere, Pathway, Question, Result
from .aids import as_json
from .indexes import MainCall, main_call

#: A plan is a few lines: the page that it comes from says the rest.
MOST_STEPS = 2
MOST_DATES = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do: the number to call and the steps of `today`, those of the `week`, the papers, the letters
    to send; what comes then: the calculator of the day not to miss, the delays of the page.
    """

    page: Procedure
    call: MainCall | None
    act: Act | None
    today: tuple[Step, ...]
    week: tuple[Step, ...]
    papers: tuple[Paper, ...]
    letters: tuple[Outgoing, ...]
    delay: Delay | None
    dates: tuple[Deadline, ...]


def plan_of(guide: Guide, pathway: Pathway, outcome: Result) -> Plan | None:
    """The plan of who comes to `outcome`; None where it leads to no procedure: the way goes on there."""
    page = procedure_of(guide.content, outcome.to)
    if page is None:
        return None
    here = [step for step in page.steps if not step.departments or main_department(guide) in step.departments]
    today = [step for step in here if step.id in outcome.today] or here[:1]
    first = here.index(today[0]) if today else 0
    week = [step for step in here[first:] if step not in today]
    delay = delays(guide.content).get(outcome.delay or "")
    return Plan(
        page,
        main_call(guide, page),
        page.act if page.act and page.act.to != f"parcours:{pathway.id}" else None,
        tuple(today),
        tuple(week[:MOST_STEPS]),
        page.papers.required,
        tuple(guide.content.outgoing[letter] for letter in outcome.letters),
        delay,
        () if delay else page.deadlines[:MOST_DATES],
    )


def main_department(guide: Guide) -> str:
    """The department of most readers."""
    return next(iter(guide.territory.departments))


def delays(content: Content) -> dict[str, Delay]:
    """Id -> delay of a calculator."""
    return {delay.id: delay for aid in content.pathways.values() for delay in aid.delays}


def delays_by_sender(
    content: Content, items: Iterable[Delay]
) -> tuple[tuple[Sender | None, tuple[Delay, ...]], ...]:
    """The delays behind the door of who sends their first paper, doors in their order; last, those that begin
    with no paper of anybody.
    """
    found: dict[str, list[Delay]] = {door: [] for door in (*content.senders, "")}
    for delay in items:
        letters = [content.letters[letter] for letter in delay.letters if letter in content.letters]
        found[letters[0].from_ if letters else ""].append(delay)
    return tuple((content.senders.get(door), tuple(those)) for door, those in found.items() if those)


def papers_to_bring(guide: Guide, reference: str) -> tuple[Paper, ...]:
    """What a page asks for at once; nothing for a page that asks for no paper."""
    kind, identifier = split_reference(reference)
    page = getattr(guide.content, PAGES[kind].attribute).get(identifier) if kind in PAGES else None
    return page.papers.required if isinstance(page, Procedure) else ()


def criterion_of(content: Content, reference: str) -> Criterion | None:
    """The priority behind a reference; None for another page."""
    kind, identifier = split_reference(reference)
    return content.criteria.get(identifier) if kind == "critere" else None


def carried(content: Content, pathway: Pathway) -> str:
    """What an aid knows of the answers given in others, and which of its own others know, as JSON:
    `{"knows": [["ma-situation.q-an", {"oui": "oui"}, "q-demande"]], "tells": ["q-toit"]}`.
    """
    knows = [
        [f"{known.aid}.{known.question}", known.answers, item.id]
        for item in _asking(pathway)
        for known in item.known
    ]
    tells = {known.question for known in _known_of(content.pathways.values()) if known.aid == pathway.id}
    hidden = {case.id for case in pathway.items if case.private}
    return as_json({"knows": knows, "tells": sorted(tells - hidden)})


def _known_of(pathways: Iterable[Pathway]) -> Iterator[Elsewhere]:
    for pathway in pathways:
        for item in _asking(pathway):
            yield from item.known


def _asking(pathway: Pathway) -> tuple[Question | Case, ...]:
    return (*pathway.questions, *pathway.items)
