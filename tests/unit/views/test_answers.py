"""The sentences of a page that may answer: their paths, their anchors."""

from __future__ import annotations

from macros.guide.content import Content
from macros.model.fields import Phrase
from macros.model.pages import Paper, Papers, Procedure, Statement, Step
from macros.views.answers import answers_of


def page(**parts) -> Procedure:
    return Procedure(id="page", title=Phrase("Page"), short=Phrase("Réponse"), group="groupe", **parts)


def step(**parts) -> Step:
    return Step(id="appeler", text=Phrase("Appelez."), **{"proof": ("fait",)} | parts)


def told(**parts) -> list[tuple[str, str]]:
    return [(said.path, said.anchor) for said in answers_of(Content(), page(**parts))]


def test_a_sentence_has_the_anchor_that_the_screen_gives_it():
    assert told(steps=(step(),)) == [("steps.appeler", "etape-appeler")]


def test_the_papers_to_bring_answer_as_a_whole():
    papers = Papers(
        required=(Paper(document="bail", proof=("fait",)), Paper(document="titre", proof=("fait",)))
    )
    assert told(papers=papers) == [("papers.required", "papiers")]


def test_what_may_not_be_asked_is_below_the_papers():
    never = Papers(never=(Statement(id="argent", text=Phrase("Rien à payer."), proof=("fait",)),))
    assert told(papers=never) == [("papers.never.argent", "jamais-argent")]


def test_what_is_true_in_one_department_alone_answers_nobody():
    assert told(steps=(step(departments=("83",)),)) == []


def test_what_nothing_proves_answers_nobody():
    assert told(steps=(step(proof=()),)) == []
