"""Decision aids: every question can be reached, every path ends, « je ne sais pas » is always an answer, examples hold."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content, page_exists
from ..faults import Fault, did_you_mean
from ..model.pages import Pathway
from .objects import placed

MAX_QUESTIONS = 60
UNSURE = "nsp"


def check(content: Content) -> Iterator[Fault]:
    """C601 unreachable, C602 cycle, C603 no « nsp », C604 example fails, C605 too large, R304 answer to nothing."""
    for place, pathway in placed(content, "pathway"):
        for where, code, message in _faults(pathway, content):
            yield place.file.fault((*place.where, *where), code, message)


def _faults(pathway: Pathway, content: Content) -> Iterator[tuple[tuple, str, str]]:
    questions = {q.id: q for q in pathway.questions}
    if pathway.start not in questions:
        yield ("start",), "R301", f"La première question « {pathway.start} » n’existe pas.{did_you_mean(pathway.start, questions)}"
        return
    if len(questions) > MAX_QUESTIONS:
        yield ("questions",), "C605", f"{len(questions)} questions : un parcours n’en a pas plus de {MAX_QUESTIONS}."
    for index, question in enumerate(pathway.questions):
        if UNSURE not in {a.id for a in question.answers}:
            yield ("questions", index), "C603", f"La question « {question.id} » n’a pas de réponse « {UNSURE} » (je ne sais pas)."
        for position, answer in enumerate(question.answers):
            if answer.to not in questions and not page_exists(content, answer.to):
                guess = did_you_mean(answer.to, [*questions, *content.procedures])
                yield ("questions", index, "answers", position, "to"), "R304", f"« {answer.to} » n’est ni une question ni une page.{guess}"
    reached, cycle = _explore(pathway)
    for index, question in enumerate(pathway.questions):
        if question.id not in reached:
            yield ("questions", index), "C601", f"Aucune réponse ne mène à la question « {question.id} »."
    if cycle:
        index = list(questions).index(cycle)
        yield ("questions", index), "C602", f"Les réponses tournent en rond à partir de « {cycle} » : tout chemin doit finir."
        return
    for index, example in enumerate(pathway.examples):
        end = follow(pathway, example.given)
        if end != example.then:
            yield ("examples", index), "C604", f"Cet exemple mène à « {end} » et non à « {example.then} »."


def _explore(pathway: Pathway) -> tuple[set[str], str | None]:
    """The questions that can be reached, and the first one that a path meets twice."""
    questions = {q.id: q for q in pathway.questions}
    done: set[str] = set()
    open_path: list[str] = []
    stack: list[tuple[str, bool]] = [(pathway.start, False)]
    while stack:
        current, leaving = stack.pop()
        if leaving:
            open_path.remove(current)
            done.add(current)
            continue
        if current in open_path:
            return done | set(open_path), current
        if current in done:
            continue
        open_path.append(current)
        stack.append((current, True))
        stack.extend((a.to, False) for a in questions[current].answers if a.to in questions)
    return done, None


def follow(pathway: Pathway, given: dict[str, str]) -> str:
    """Where the answers `given` (question id -> answer id) lead; a question left out is answered « je ne sais pas »."""
    questions = {q.id: q for q in pathway.questions}
    current = pathway.start
    for _ in range(len(questions) + 1):
        if current not in questions:
            return current
        chosen = given.get(current, UNSURE)
        answer = next((a for a in questions[current].answers if a.id == chosen), None)
        if answer is None:
            return f"{current} sans réponse « {chosen} »"
        current = answer.to
    return current
