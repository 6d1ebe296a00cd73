"""The sentences of a page away from it: what each says, and how long it is."""

from __future__ import annotations

import pytest

from macros.guide.content import Content
from macros.guide.sentences import LONGEST, sentences_of, signs, told_by
from macros.model.fields import Phrase
from macros.model.lists import Document
from macros.model.pages import Outcome, Paper, Papers, Procedure, Step

BAIL = Document(id="bail", name=Phrase("Bail"), proof=("fait",))
CONTENT = Content(documents={"bail": BAIL})


def told(path: str, **parts) -> list[str]:
    page = Procedure(id="page", title=Phrase("Page"), short=Phrase("Réponse"), group="groupe", **parts)
    return [phrase.text for phrase in told_by(CONTENT, path, sentences_of(page)[path])]


def test_an_outcome_says_its_case_then_what_follows():
    outcome = Outcome(id="refus", if_=Phrase("On refuse"), then=Phrase("Écrivez."))
    assert told("outcomes.refus", outcomes=(outcome,)) == ["On refuse", "Écrivez."]


def test_papers_say_their_names_and_who_must_bring_them():
    some = Paper(document="bail", when=Phrase("vous louez"))
    papers = Papers(required=(Paper(document="bail"), some), later=(some,))
    assert told("papers.required", papers=papers) == ["Bail", "Bail", "vous louez"]
    assert told("papers.later.bail", papers=papers) == ["Bail", "vous louez"]


@pytest.mark.parametrize(("long", "kept"), [(LONGEST - 9, 2), (LONGEST - 8, 1)])
def test_a_detail_is_left_out_when_it_makes_a_sentence_too_long(long, kept):
    step = Step(id="appeler", text=Phrase("Appelez."), detail=Phrase("x" * long))
    assert len(told("steps.appeler", steps=(step,))) == kept


@pytest.mark.parametrize(
    ("texts", "length"),
    [
        (["**Deux** mots"], 9),
        (["[Ici](role:caf)"], 3),
        (["Avant {valeur:delai-tribunal-administratif}"], 12),
        (["Un", "deux"], 7),
    ],
)
def test_signs_are_those_that_are_read(texts, length):
    assert signs(tuple(Phrase(text) for text in texts)) == length
