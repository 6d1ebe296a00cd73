"""« Mon plan »: what an aid ends in, drawn from the page that it leads to."""

from __future__ import annotations

import json

import pytest

from macros.views.plan import carried, delays_by_sender, papers_to_bring, plan_of
from support.guides import real


@pytest.fixture(scope="module")
def guide():
    return real()


def planned(guide, aid: str, outcome: str):
    pathway = guide.content.pathways[aid]
    return plan_of(guide, pathway, next(o for o in pathway.outcomes if o.id == outcome))


def test_every_outcome_that_leads_to_a_procedure_says_what_to_do_today(guide):
    plans = [
        (pathway.id, outcome.id)
        for pathway in guide.content.pathways.values()
        for outcome in pathway.outcomes
        if outcome.to in guide.content.procedures and not plan_of(guide, pathway, outcome).today
    ]
    assert plans == []


def test_the_steps_that_an_outcome_names_come_first(guide):
    assert [step.id for step in planned(guide, "dalo-possible", "r-attente").today] == [
        "formulaire",
        "preuves",
    ]


def test_what_comes_before_today_is_not_asked_of_the_week(guide):
    assert "demande" not in [step.id for step in planned(guide, "dalo-possible", "r-attente").week]


def test_a_plan_does_not_lead_back_to_its_aid(guide):
    assert planned(guide, "dalo-possible", "r-attente").act is None


def test_an_outcome_that_goes_on_elsewhere_has_no_plan(guide):
    assert planned(guide, "ma-situation", "r-dalo") is None


def test_a_step_of_another_department_is_no_part_of_it(guide):
    steps = [
        step
        for pathway in guide.content.pathways.values()
        for outcome in pathway.outcomes
        if (plan := plan_of(guide, pathway, outcome))
        for step in (*plan.today, *plan.week)
    ]
    assert [step.id for step in steps if step.departments and "13" not in step.departments] == []


def test_a_private_answer_is_told_to_no_other_aid(guide):
    tally = guide.content.pathways["suis-je-prioritaire"]
    private = {case.id for case in tally.items if case.private}
    assert private & set(json.loads(carried(guide.content, tally))["tells"]) == set()


def test_every_delay_stands_behind_one_door(guide):
    delays = guide.content.pathways["mes-delais"].delays
    found = [delay.id for _, those in delays_by_sender(guide.content, delays) for delay in those]
    assert sorted(found) == sorted(delay.id for delay in delays)


@pytest.mark.parametrize(
    ("reference", "count"), [("dalo", 3), ("page:contacts", 0), ("parcours:ma-situation", 0), ("", 0)]
)
def test_what_to_bring_is_what_a_procedure_asks_at_once(guide, reference, count):
    assert len(papers_to_bring(guide, reference)) == count
