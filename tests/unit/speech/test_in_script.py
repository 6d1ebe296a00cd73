"""A value in a script says what it is, and can end no script."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.speech.in_script import script_of


def value_of(script: str) -> object:
    return json.loads(script.removeprefix("X=").removesuffix(";\n"))


def test_a_value_has_its_name():
    assert script_of("X", {"a": ["é", 1]}) == 'X={"a":["é",1]};\n'


@pytest.mark.parametrize(
    ("text", "written"),
    [("</script>", "<\\/script>"), ("a\u2028b", "a\\u2028b"), ("a\u2029b", "a\\u2029b"), ("<!--", "<!--")],
)
def test_what_could_end_the_script_is_written_otherwise(text, written):
    assert script_of("X", {"a": text}) == f'X={{"a":"{written}"}};\n'


@given(st.dictionaries(st.text(), st.text() | st.just("</script><script>\u2028\u2029")))
def test_whatever_it_says_it_is_read_back(value):
    script = script_of("X", value)
    assert (value_of(script), "</" in script, "\u2028" in script, "\u2029" in script) == (
        value,
        False,
        False,
        False,
    )
