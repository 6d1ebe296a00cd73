"""Decision aids without a page: where answers lead, which are written in the address, and which never are."""

from __future__ import annotations

import pytest

from support.javascript import alone

TREE = {
    "start": "q-toit",
    "places": ["q-toit", "q-bail", "fin"],
    "ways": [["q-toit", "oui", "q-bail"], ["q-toit", "non", "fin"], ["q-bail", "oui", "fin"]],
}
CASES = [
    {"id": "dalo", "isPrivate": False},
    {"id": "coups", "isPrivate": True},
    {"id": "age", "isPrivate": False},
]


@pytest.fixture(scope="module")
def call():
    with alone("js/pathway.js", "js/tally.js") as caller:
        yield caller


@pytest.mark.parametrize(
    ("pairs", "answers", "now"),
    [
        ([], [], "q-toit"),
        ([["q-toit", "oui"]], [["q-toit", "oui"]], "q-bail"),
        ([["q-toit", "oui"], ["q-bail", "oui"]], [["q-toit", "oui"], ["q-bail", "oui"]], "fin"),
        ([["fin"]], [], "fin"),  # a place named alone, without its way
        ([["ailleurs"]], [], "q-toit"),
        ([["q-bail", "oui"]], [], "q-toit"),  # not from the first question on
        ([["q-toit", "peut-être"]], [], "q-toit"),
        ([["q-toit", "peut-être"], ["q-toit", "oui"]], [], "q-toit"),  # what follows does not hold either
        ([["q-toit", "oui"], ["q-bail", "<b>"]], [["q-toit", "oui"]], "q-bail"),
        ([["q-toit"], ["q-bail", "oui"]], [], "q-toit"),
        ([["toString"]], [], "q-toit"),
        ([["q-toit", "constructor"]], [], "q-toit"),
    ],
)
def test_answers_lead_from_question_to_question(call, pairs, answers, now):
    assert call("Guide.pathway.follow", TREE, pairs) == {"answers": answers, "now": now}


def test_only_answers_that_exist_are_read(call):
    pairs = [["dalo", "oui"], ["age", "<b>"], ["coups"], ["fin"]]
    assert call("Guide.tally.read", pairs) == {"dalo": "oui"}


@pytest.mark.parametrize(
    ("pairs", "ended"),
    [
        ([["dalo", "oui"], ["fin"]], True),
        ([["fin"], ["dalo", "oui"]], False),
        ([], False),
        ([["fin", "1"]], False),
    ],
)
def test_an_address_asks_for_the_result_by_its_end(call, pairs, ended):
    assert call("Guide.tally.isEnded", pairs) is ended


@pytest.mark.parametrize(
    ("given", "ended", "address"),
    [
        ({}, False, "#"),
        ({"age": "non", "dalo": "oui"}, False, "#dalo=oui&age=non"),  # in the order of the questions
        ({"dalo": "oui"}, True, "#dalo=oui&fin"),
        ({"dalo": "oui", "coups": "oui"}, False, "#dalo=oui"),
        ({"dalo": "oui", "coups": "non"}, True, "#dalo=oui"),  # read again, it would be short of an answer
    ],
)
def test_an_answer_to_a_private_question_never_stands_in_the_address(call, given, ended, address):
    assert call("Guide.tally.address", CASES, given, ended) == address


def test_it_lives_as_long_as_the_page(call):
    assert call("Guide.tally.untold", CASES, {"dalo": "oui", "coups": "nsp"}) == {"coups": "nsp"}


@pytest.mark.parametrize(
    ("given", "next_one"), [({}, 0), ({"dalo": "non"}, 1), ({"dalo": "non", "age": "oui"}, 1)]
)
def test_the_next_question_is_the_first_without_an_answer(call, given, next_one):
    assert call("Guide.tally.next", CASES, given) == next_one


def test_no_question_is_left_once_each_has_its_answer(call):
    assert call("Guide.tally.next", CASES, {"dalo": "oui", "coups": "non", "age": "nsp"}) == -1


@pytest.mark.parametrize(
    ("given", "left"), [({"age": "oui", "dalo": "non"}, {"dalo": "non"}), ({"dalo": "non"}, {}), ({}, {})]
)
def test_going_back_takes_the_last_answer_away(call, given, left):
    assert call("Guide.tally.back", CASES, given) == left
