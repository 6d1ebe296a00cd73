"""What a page is made of is stated once; each output says how it draws each part, or why it leaves it out."""

from __future__ import annotations

import re

import pytest

from macros.guide.content import Content
from macros.model.decisions import Answer, Contest, Decision, Silence
from macros.model.fields import Phrase
from macros.model.pages import Condition, Conditions, Procedure
from macros.print.sections import _ITEMS, ELSEWHERE
from macros.views.decisions import ruling
from macros.views.page import FORMS, section_words, view_of
from support import ROOT

TEMPLATE = (ROOT / "macros/web/templates/_sections.j2").read_text(encoding="utf-8")


def page(**parts) -> Procedure:
    return Procedure(id="page", title=Phrase("Titre"), short=Phrase("Court."), group="demander", **parts)


def leaf(name: str) -> Condition:
    return Condition(id=name, text=Phrase(name))


def titles(procedure: Procedure) -> list[str]:
    return [section.title for section in view_of(Content(), procedure).sections]


@pytest.mark.parametrize("form", FORMS)
def test_the_screen_draws_each_form(form):
    assert re.search(rf'section\.form == "{form}"', TEMPLATE)


@pytest.mark.parametrize("form", FORMS)
def test_paper_draws_each_form_or_says_where_it_is(form):
    assert form in {*_ITEMS, *ELSEWHERE, "decisions"}


def test_a_page_without_papers_says_so():
    assert titles(page()) == ["papiers-obligatoires"]


def test_one_condition_alone_is_neither_all_of_them_nor_one_among_others():
    assert titles(page(conditions=Conditions(any=(leaf("un"),))))[0] == "pour-qui"


def test_alternatives_that_follow_what_is_needed_say_so():
    logic = Conditions(all=(leaf("un"),), any=(leaf("deux"), leaf("trois")))
    assert titles(page(conditions=logic))[:2] == ["il-faut-tout", "et-une-seule-suffit"]


def test_every_word_that_names_a_section_is_in_the_interface(valid):
    words = (valid / "interface.yml").read_text(encoding="utf-8")
    assert [word for word in section_words() if f"\n{word}:" not in words] == []


def way(name: str, title: str, within: str) -> Contest:
    return Contest(
        id=name,
        title=Phrase(title),
        within=within,
        **{"from": Phrase("la lettre")},
        text=Phrase("Écrivez."),
        suspends="no",
        lawyer="none",
        legal_aid=False,
        proof=("f",),
    )


#: A commission with three months to answer; two ways to contest within two months, one within four.
COMMISSION = Decision(
    id="commission",
    title=Phrase("Décision"),
    on=Phrase("Elle décide."),
    role="commission-dalo",
    rule="private",
    answer=Answer(within="trois-mois", text=Phrase("Elle répond.")),
    silence=Silence(means="refusal", after="trois-mois", text=Phrase("Elle se tait.")),
    contest=(
        way("a", "Recours gracieux", "deux-mois"),
        way("b", "Tribunal", "deux-mois"),
        way("c", "Injonction", "quatre-mois"),
    ),
)


def test_their_turn_comes_first_with_what_silence_means():
    theirs = ruling(Content(), COMMISSION).turns[0]
    assert (theirs.role, theirs.within, theirs.silence, theirs.is_yours) == (
        "commission-dalo",
        "trois-mois",
        "refusal",
        False,
    )


def test_ways_of_the_same_length_are_one_turn():
    turns = ruling(Content(), COMMISSION).turns
    told = [[what.fr for what in one.what] for one in turns if one.is_yours]
    assert told == [["Recours gracieux", "Tribunal"], ["Injonction"]]
