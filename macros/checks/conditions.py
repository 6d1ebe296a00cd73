"""Conditions: what a decision aid asks of them exists there, and says yes or no."""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.content import Content, Place
from ..model.pages import Asked
from ..places.faults import Fault, did_you_mean
from ..places.source_file import Where
from .objects import placed
from .pathways import answers_of


def check(content: Content) -> Iterator[Fault]:
    """R316: `asked` names a question, or an answer, that the decision aid does not have."""
    for place, page in placed(content, "procedure", "counter", "criterion"):
        for part in ("all", "any", "unless"):
            for index, item in enumerate(getattr(page.conditions, part)):
                for number, asked in enumerate(item.asked):
                    yield from _asked(content, place, asked, ("conditions", part, index, "asked", number))


def _asked(content: Content, place: Place, asked: Asked, where: Where) -> Iterator[Fault]:
    pathway = content.pathways.get(asked.aid)
    if pathway is None:
        return  # R301 says so
    questions = answers_of(pathway)
    if asked.question not in questions:
        guess = did_you_mean(asked.question, questions)
        sentence = f"« {asked.aid} » ne pose pas la question « {asked.question} ».{guess}"
        yield place.file.fault((*place.where, *where, "question"), "R316", sentence)
        return
    known = questions[asked.question]
    for part in ("yes", "no"):
        for answer in getattr(asked, part):
            if answer not in known:
                sentence = (
                    f"« {answer} » n’est pas une réponse à « {asked.question} ».{did_you_mean(answer, known)}"
                )
                yield place.file.fault((*place.where, *where, part), "R316", sentence)
