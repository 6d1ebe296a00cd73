"""What nobody sees in a text: kept where a script needs it, a fault elsewhere."""

from __future__ import annotations

import pytest

from macros.language.characters import turning, unseen
from macros.language.direction import isolate_faults
from macros.language.strings import faults_of_string


@pytest.mark.parametrize("sign", ["\ufeff", "\u200b", "\ue000", "\U000e0041", "\x07", "\ufff9", "\u2062"])
def test_what_nobody_sees_is_told(sign):
    assert unseen(f"un{sign}e") == [sign]


@pytest.mark.parametrize("sign", ["\u00ad", "\u200d", "\u200e", "\u00a0", "\u202f", "\n", "\u0651"])
def test_what_a_script_needs_stays(sign):
    assert (unseen(f"un{sign}e"), turning(f"un{sign}e")) == ([], [])


@pytest.mark.parametrize("mark", ["\u202a", "\u202c", "\u202e"])
def test_a_mark_that_may_turn_a_number_is_told(mark):
    assert turning(f"{mark}115") == [mark]


@pytest.mark.parametrize("text", ["\u2066115\u2069", "\u2068a\u2067b\u2069c\u2069", "115"])
def test_an_isolate_that_closes_shelters_what_it_holds(text):
    assert list(isolate_faults(text)) == []


@pytest.mark.parametrize("text", ["115\u2066", "\u2069115", "\u2067a\u2068b\u2069", "\u2069\u2066"])
def test_an_isolate_that_does_not_close_is_told_once(text):
    assert len(list(isolate_faults(text))) == 1


def test_no_sign_that_is_told_passes_for_an_ordinary_one():
    signs = map(chr, range(0x3000))
    told = [sign for sign in signs if unseen(sign) or turning(sign) or [*isolate_faults(sign)]]
    assert [sign for sign in told if not faults_of_string(f"un{sign}e")] == []


@pytest.mark.parametrize("mark", ["{{ un }}", "{% un %}", "{# un #}"])
def test_a_mark_of_a_template_is_never_an_ordinary_text(mark):
    assert [code for code, _ in faults_of_string(mark)] == ["T402"]
