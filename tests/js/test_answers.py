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
    with alone("js/carried.js", "js/pathway.js", "js/tally.js") as caller:
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
        ([["q-bail"], ["q-bail", "oui"]], [["q-bail", "oui"]], "fin"),  # begun before the script had come
        ([["q-bail"], ["q-bail", "non"]], [], "q-bail"),
        ([["toString"]], [], "q-toit"),
        ([["q-toit", "constructor"]], [], "q-toit"),
    ],
)
def test_answers_lead_from_question_to_question(call, pairs, answers, now):
    found = call("Guide.pathway.follow", TREE, pairs)
    assert (found["answers"], found["now"]) == (answers, now)


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


def test_what_other_aids_were_told_stands_first_in_the_address(call):
    before = [["ma-situation.q-an", "oui"]]
    assert (
        call("Guide.tally.address", CASES, {"age": "oui"}, True, before)
        == "#ma-situation.q-an=oui&age=oui&fin"
    )


KNOWN = [["autre.q-ou", {"dehors": "non"}, "q-toit"]]


@pytest.mark.parametrize(
    ("pairs", "known"),
    [
        ([["autre.q-ou", "dehors"]], {"q-toit": "non"}),
        ([["autre.q-ou", "dedans"]], {}),
        ([["q-ou", "dehors"]], {}),
        ([["autre.q-ou"]], {}),
        ([["autre.q-ou", "constructor"]], {}),
    ],
)
def test_an_answer_given_in_another_aid_is_known(call, pairs, known):
    assert call("Guide.carried.known", KNOWN, pairs) == known


@pytest.mark.parametrize(
    ("pairs", "known", "answers", "now"),
    [
        ([], {"q-toit": "oui"}, [["q-toit", "oui", True]], "q-bail"),
        ([["q-toit", "non"]], {"q-toit": "oui"}, [["q-toit", "non"]], "fin"),  # said here, it counts more
        ([["q-toit", "oui"]], {"q-bail": "oui"}, [["q-toit", "oui"], ["q-bail", "oui", True]], "fin"),
        ([], {"q-toit": "peut-être"}, [], "q-toit"),
    ],
)
def test_what_is_known_is_not_asked_again(call, pairs, known, answers, now):
    found = call("Guide.pathway.follow", TREE, pairs, known)
    assert (found["answers"], found["now"]) == (answers, now)


@pytest.mark.parametrize(
    ("pairs", "onward"),
    [
        ([["q-an", "oui"]], [["ici.q-an", "oui"]]),
        ([["q-toit", "oui"]], []),  # nobody asks it elsewhere
        ([["la.q", "oui"], ["q-an", "non"]], [["la.q", "oui"], ["ici.q-an", "non"]]),
        ([["ici.q-an", "oui"], ["q-an", "non"]], [["ici.q-an", "non"]]),
        ([["q-an"]], []),
    ],
)
def test_the_next_aid_is_told_what_it_would_ask(call, pairs, onward):
    assert call("Guide.carried.onward", "ici", ["q-an"], pairs) == onward
