"""The counter: each of its pages says when an agent needs it; each question has answers that exist."""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.content import Content
from ..places.faults import Fault, did_you_mean
from .objects import placed


def check(content: Content) -> Iterator[Fault]:
    """T418: an agent's page without its moment. T419: an answer that nobody wrote, or a question without
    any.
    """
    for place, page in placed(content, "counter"):
        if page.moment is None:
            yield place.file.fault(
                place.where,
                "T418",
                "Quand l’agent en a-t-il besoin ? Ajoutez « moment » : accueillir, enregistrer, instruire, "
                "orienter ou apres.",
            )
    known = {reply.id for reply in content.navigation.desk.replies}
    for place, navigation in placed(content, "navigation"):
        for index, question in enumerate(navigation.desk.questions):
            where = (*place.where, "desk", "questions", index)
            for rank, reply in enumerate(question.replies):
                if reply not in known:
                    text = f"« {reply} » n’est pas dans « replies ».{did_you_mean(reply, known)}"
                    yield place.file.fault((*where, "replies", rank), "T419", text)
            if not known:
                yield place.file.fault(where, "T419", "Une question sans réponse possible.")
