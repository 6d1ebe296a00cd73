"""A procedure told by stages: each item stands once under its own anchor, and no more below the stages."""

from __future__ import annotations

from macros.guide.content import Content
from macros.model.decisions import Decision
from macros.model.fields import Phrase
from macros.model.lists import Letter, Sender
from macros.model.pages import Call, Moment, Paper, Papers, Procedure, Statement, Step
from macros.model.pathways import Delay, Mark, Pathway
from macros.views.letters import doors, meaning, way_to_answer
from macros.views.page import view_of
from macros.views.stages import beside, stages_of


def step(name: str) -> Step:
    return Step(id=name, text=Phrase(name))


def moment(name: str, **parts) -> Moment:
    return Moment(id=name, title=Phrase(name), icon="court", text=Phrase("Vous y êtes."), **parts)


def procedure(**parts) -> Procedure:
    first = moment("avant", steps=("payer", "aider"), letters=("rappel",), papers=("bail",))
    second = moment("apres", steps=("aider",), call=Call(phone="secours", text=Phrase("Dehors")))
    given = {
        "stages": (first, second),
        "calls": (Call(phone="juriste", text=Phrase("Un juriste")),),
        "steps": tuple(map(step, ("appeler", "payer", "aider"))),
        "recourse": (Statement(id="juge", text=Phrase("Le juge.")),),
        "papers": Papers(required=(Paper(document="bail"), Paper(document="avis"))),
        "letters": ("rappel",),
    }
    return Procedure(
        id="page", title=Phrase("Titre"), short=Phrase("Court."), group="g", **{**given, **parts}
    )


def letter(name: str, **parts) -> Letter:
    given = {"from": "juge", "means": "page", "sender": Phrase("Un juge"), "looks": Phrase("Une lettre.")}
    return Letter(id=name, name=Phrase(name), proof=(), **{**given, **parts})


def told(content: Content, page: Procedure) -> list[list[str]]:
    return [
        [item.anchor for item in stage.steps] for stage in stages_of(content, page, view_of(content, page))
    ]


def test_an_item_has_its_anchor_at_its_first_stage_and_another_at_the_next():
    assert told(Content(), procedure()) == [["etape-payer", "etape-aider"], ["apres-etape-aider"]]


def test_what_stages_tell_is_not_told_again_below():
    page = procedure()
    left = beside(view_of(Content(), page), page)
    assert [item.id for section in left.of("steps") for item in section.items] == ["appeler"]
    assert [item.id for section in left.of("recourse") for item in section.items] == ["juge"]


def test_a_section_that_stages_tell_whole_is_gone():
    page = procedure(steps=(step("payer"),))
    assert beside(view_of(Content(), page), page).of("steps") == ()


def test_papers_stay_one_list_to_tick():
    page = procedure()
    (papers,) = beside(view_of(Content(), page), page).of("required")
    assert [paper.document for paper in papers.items] == ["bail", "avis"]


def test_a_stage_has_one_call_its_own_or_the_page_s():
    page = procedure()
    calls = [stage.call.phone for stage in stages_of(Content(), page, view_of(Content(), page))]
    assert calls == ["juriste", "secours"]


def test_what_a_territory_leaves_out_of_a_page_is_left_out_of_its_stages():
    assert told(Content(), procedure(steps=(step("aider"),))) == [["etape-aider"], ["apres-etape-aider"]]


def test_the_letter_of_a_stage_brings_its_calculator():
    delay = Delay(
        id="d",
        text=Phrase("Reçu"),
        day=Phrase("Jour"),
        marks=(Mark(id="m", text=Phrase("Fin")),),
        to="page",
        letters=("rappel",),
        proof=(),
    )
    aid = Pathway(id="a", title=Phrase("A"), short=Phrase("A"), kind="deadlines", delays=(delay,))
    content, page = Content(pathways={"a": aid}), procedure()
    first, second = stages_of(content, page, view_of(content, page))
    assert (first.delays, second.delays) == ((("rappel", delay),), ())


def test_urgent_doors_come_first_and_urgent_letters_first_behind_them():
    senders = {
        "caf": Sender(id="caf", name=Phrase("La CAF"), icon="benefits"),
        "juge": Sender(id="juge", name=Phrase("Un juge"), icon="court", urgent=True),
        "vide": Sender(id="vide", name=Phrase("Personne"), icon="hall"),
    }
    letters = {
        name: letter(name, urgent=urgent, **{"from": sender})
        for name, sender, urgent in (("avis", "juge", False), ("acte", "juge", True), ("dette", "caf", True))
    }
    found = doors(Content(senders=senders, letters=letters))
    assert [(door.sender.id, [one.id for one in door.letters]) for door in found] == [
        ("juge", ["acte", "avis"]),
        ("caf", ["dette"]),
    ]


def test_a_letter_means_what_it_says_or_what_its_decision_is_about():
    decision = Decision(
        id="d", title=Phrase("D"), on=Phrase("Le juge décide."), rule="judicial", letters=("acte",)
    )
    content = Content(decisions={"d": decision})
    assert meaning(content, letter("acte")).fr == "Le juge décide."
    assert meaning(content, letter("acte", says=Phrase("Venez."))).fr == "Venez."
    assert meaning(content, letter("autre")) is None


def test_a_letter_leads_to_the_stage_that_it_opens():
    content = Content(procedures={"page": procedure()})
    assert way_to_answer(content, letter("rappel")) == ("demarche:page", "stade-avant")
    assert way_to_answer(content, letter("autre")) == ("demarche:page", "")
    assert way_to_answer(content, letter("rappel", answer="parcours:a")) == ("parcours:a", "")
