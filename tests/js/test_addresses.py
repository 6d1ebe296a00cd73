"""What stands after « # » in an address: an anchor, or answers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.javascript import alone


@pytest.fixture(scope="module")
def call():
    with alone() as caller:
        yield caller


@pytest.mark.parametrize(
    ("address", "pairs"),
    [
        ("", []),
        ("#", []),
        ("#a=1&b", [["a", "1"], ["b"]]),
        ("#&a=1&&", [["a", "1"]]),
        ("#demande=%2Ffr%2F", [["demande", "/fr/"]]),
        ("#a=1&b=50%", []),  # half an answer is no answer
    ],
)
def test_answers_are_read_from_an_address(call, address, pairs):
    assert call("text => Guide.address.pairs(text)", address) == pairs


@pytest.mark.parametrize(("address", "name"), [("#mes%20droits", "mes droits"), ("#50%", ""), ("", "")])
def test_an_anchor_is_read_from_an_address(call, address, name):
    assert call("text => Guide.address.fragment(text)", address) == name


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=2), max_size=4))
@settings(deadline=None)
def test_answers_written_are_read_again(call, pairs):
    assert call("pairs => Guide.address.pairs(Guide.address.hash(pairs))", pairs) == pairs
