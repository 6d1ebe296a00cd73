"""Reading: scalars stay as typed, places are known, nothing that an editor can write makes it fall."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.places.faults import Fault, format_fault
from macros.places.source_file import SourceFile
from macros.source.tree import compose

TEXT = st.text(st.characters(blacklist_categories=["Cs"]), max_size=200)
SPITEFUL = st.text(st.sampled_from(list("abc:-,[]{}&*!|>%@\"'#?\n\t \u2028é٣")), max_size=80)


def read(text: str):
    return compose(SourceFile("essai.yml"), text)


def data(text: str):
    return read(text)[0].data


def test_a_postcode_keeps_its_zero():
    assert data("code: 04100") == {"code": "04100"}


def test_no_is_a_word():
    assert data("réponse: no") == {"réponse": "no"}


def test_a_date_is_not_turned_into_another_object():
    assert data("le: 2025-10-16") == {"le": "2025-10-16"}


def test_a_place_is_counted_from_one():
    document, _ = read("a: 1\nb:\n  - c: deux\n")
    assert document.places[("b", 0, "c")] == (3, 8)


def test_a_key_has_its_own_place():
    document, _ = read("a: 1\nbonjour: 2\n")
    assert document.places[document.key_place(("bonjour",))] == (2, 1)


def test_a_fault_below_what_exists_is_shown_at_the_nearest_place_above():
    document, _ = read("a:\n  b: 1\n")
    assert document.fault(("a", "absent"), "X", "…").line == 2


def test_a_long_line_is_cut_around_the_caret():
    fault = Fault("x.yml", 1, 300, "erreur", "X", "…", "a" * 299 + "B" + "c" * 100)
    excerpt, caret = format_fault(fault).splitlines()[1:]
    assert excerpt[caret.index("^")] == "B"


@given(SPITEFUL | TEXT)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_or_refused_with_a_sentence(text):
    document, faults = read(text)
    assert document.data is not None or faults


@given(
    st.recursive(
        TEXT,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
        max_leaves=12,
    )
)
@settings(max_examples=150, deadline=None)
def test_what_yaml_writes_is_read_back(value):
    assert data(yaml.safe_dump(value, allow_unicode=True, default_style='"')) in (value, value or None)


def test_the_billion_laughs_are_refused():
    assert {f.code for f in read("a: &a [x]\nb: &b [*a, *a]\n")[1]} == {"L108", "L109"}
