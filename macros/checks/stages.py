"""Stages of a procedure and doors of « Qui vous écrit ? »: what they name stands where they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..guide.content import Content
from ..model.pages import Moment, Procedure
from ..places.faults import Fault, did_you_mean
from ..places.source_file import Where
from .objects import placed

#: So many letters behind a door are seen at a glance.
MOST_LETTERS = 6


def check(content: Content) -> Iterator[Fault]:
    """R330: a stage names an item, a paper, a decision or a letter that its page has not; R331: two stages
    that one letter opens; R332 (warning): a door with no letter, or with too many; R333: a letter that does
    not say what it means.
    """
    for place, page in placed(content, "procedure", "counter"):
        for where, code, sentence in (*_strange(page), *_opened_twice(page)):
            yield place.file.fault((*place.where, "stages", *where), code, sentence)
    yield from _doors(content)
    told = {letter for decision in content.decisions.values() for letter in decision.letters}
    for place, letter in placed(content, "letter"):
        if letter.says is None and letter.id not in told:
            yield place.file.fault(
                place.where,
                "R333",
                f"« {letter.id} » : dites ce que veut dire ce courrier (« says »), "
                "ou citez-le dans « letters » d’une décision.",
            )


def _known(page: Procedure) -> dict[str, list[str]]:
    """Field of a stage -> what it may name on its page."""
    return {
        "steps": [step.id for step in page.steps],
        "deadlines": [deadline.id for deadline in page.deadlines],
        "outcomes": [outcome.id for outcome in page.outcomes],
        "recourse": [sentence.id for sentence in page.recourse],
        "decisions": list(page.decisions),
        "letters": list(page.letters),
        "papers": [paper.document for paper in (*page.papers.required, *page.papers.later)],
    }


def _strange(page: Procedure) -> Iterator[tuple[Where, str, str]]:
    for index, stage in enumerate(page.stages):
        for field, known in _known(page).items():
            for rank, identifier in enumerate(getattr(stage, field)):
                if identifier not in known:
                    yield (
                        (index, field, rank),
                        "R330",
                        f"« {identifier} » n’est pas dans « {field} » de cette page."
                        f"{did_you_mean(identifier, known)}",
                    )


def _opened_twice(page: Procedure) -> Iterator[tuple[Where, str, str]]:
    first: dict[str, Moment] = {}
    for index, stage in enumerate(page.stages):
        for rank, letter in enumerate(stage.letters):
            other = first.setdefault(letter, stage)
            if other is not stage:
                yield (
                    (index, "letters", rank),
                    "R331",
                    f"« {letter} » ouvre déjà l’étape « {other.id} » : un courrier dit où l’on en est.",
                )


def _doors(content: Content) -> Iterator[Fault]:
    if not content.letters:  # a file that cannot be read is a fault of its own
        return
    behind = Counter(letter.from_ for letter in content.letters.values())
    for place, sender in placed(content, "sender"):
        count = behind[sender.id]
        if not 1 <= count <= MOST_LETTERS:
            yield place.file.fault(
                place.where,
                "R332",
                f"{count} courriers derrière la porte « {sender.id} » : il en faut un au moins, "
                f"{MOST_LETTERS} au plus.",
                "avertissement",
            )
