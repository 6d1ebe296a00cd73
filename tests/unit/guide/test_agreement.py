"""The decision aids and the conditions of pages say the same:
every way through every aid is walked, and both are asked.
"""

from __future__ import annotations

import pytest

from macros.guide.conditions import agrees, answered, asked_only, holds, reasons, routes
from macros.model.fields import Phrase
from macros.model.pages import Asked, Condition, Conditions, Exemption
from macros.views.aids import conditions_of
from support.guides import read

CONTENT = read().content
TREES = [pathway for pathway in CONTENT.pathways.values() if pathway.questions]


def disagreements(pathway) -> list[str]:
    """A line for each way whose outcome the conditions of its page contradict."""
    outcomes = {outcome.id: outcome for outcome in pathway.outcomes}
    found = []
    for route, end in routes(pathway):
        outcome = outcomes.get(end)
        if outcome is None:
            continue
        reference = outcome.about or outcome.to
        logic = asked_only(conditions_of(CONTENT, reference), pathway.id)
        given = {leaf.id: answered(leaf, pathway.id, route) for leaf in logic.leaves}
        if given and not agrees(outcome.says, holds(logic, pathway.id, route), None in given.values()):
            found.append(f"{route} -> {end} ({outcome.says}), {reference} : {given}")
    return found


@pytest.mark.parametrize("pathway", TREES, ids=lambda pathway: pathway.id)
def test_an_aid_never_contradicts_the_conditions_of_the_page_it_leads_to(pathway):
    assert disagreements(pathway) == []


@pytest.mark.parametrize("pathway", TREES, ids=lambda pathway: pathway.id)
def test_every_outcome_is_reached(pathway):
    reached = {end for _, end in routes(pathway)}
    assert [outcome.id for outcome in pathway.outcomes if outcome.id not in reached] == []


@pytest.mark.parametrize(
    ("aid", "item", "to"),
    [(p.id, item.id, item.to) for p in CONTENT.pathways.values() for item in p.items],
)
def test_an_item_that_applies_does_not_fail_the_page_it_opens(aid, item, to):
    logic = asked_only(conditions_of(CONTENT, to), aid)
    assert not logic.leaves or holds(logic, aid, {item: "oui"}) is not False


def leaf(name: str, **kinds) -> Condition:
    return Condition(
        id=name,
        text=Phrase(name),
        asked=(Asked(aid="aide", question=name, yes=("oui",), no=("non",)),),
        **kinds,
    )


LOGIC = Conditions(all=(leaf("sejour"),), any=(leaf("rue"), leaf("attente")))


@pytest.mark.parametrize(
    ("route", "found"),
    [
        ({"sejour": "oui", "rue": "oui"}, True),
        ({"sejour": "non", "rue": "oui"}, False),
        ({"sejour": "oui", "rue": "non", "attente": "non"}, False),
        ({"sejour": "oui", "rue": "non"}, None),
        ({"rue": "oui"}, None),
        ({"sejour": "nsp", "rue": "non", "attente": "non"}, False),
        ({}, None),
    ],
)
def test_all_of_these_and_one_of_those(route, found):
    assert holds(LOGIC, "aide", route) is found


def test_an_exemption_leaves_its_condition_undecided():
    asked = (Asked(aid="aide", question="adapte", yes=("oui",)),)
    undone = Exemption(id="adapte", when="attente", text=Phrase("a"), then=Phrase("b"), asked=asked)
    logic = LOGIC.model_copy(update={"unless": (undone,)})
    assert holds(logic, "aide", {"sejour": "oui", "rue": "non", "attente": "oui", "adapte": "oui"}) is None


def test_an_exemption_of_the_whole_makes_no_yes():
    asked = (Asked(aid="aide", question="expulse", yes=("oui",)),)
    undone = Exemption(id="expulse", text=Phrase("a"), then=Phrase("b"), asked=asked)
    logic = LOGIC.model_copy(update={"unless": (undone,)})
    assert holds(logic, "aide", {"sejour": "oui", "rue": "oui", "expulse": "oui"}) is None


def test_an_outcome_tells_why():
    why = reasons(
        LOGIC, "aide", [{"sejour": "oui", "rue": "oui"}, {"sejour": "oui", "rue": "oui", "attente": "non"}]
    )
    assert ([c.id for c in why.met], [c.id for c in why.unmet], [c.id for c in why.open]) == (
        ["sejour", "rue"],
        [],
        [],
    )


def test_an_outcome_tells_what_is_missing():
    why = reasons(LOGIC, "aide", [{"sejour": "non"}])
    assert ([c.id for c in why.unmet], [c.id for c in why.open]) == (["sejour"], [])
