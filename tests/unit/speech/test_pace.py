"""A long text stops for breath, and says nothing else for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.speech.pace import SHORTEST, paragraphs
from macros.speech.spans import Span

CALM = "Une phrase calme qui dit une chose, puis une autre, et finit là. "
LONG = CALM * 4


def read(*spans: Span) -> list[str]:
    return ["".join(span.text for span in part) for part in paragraphs(spans)]


def test_a_short_text_is_one_paragraph():
    assert read(Span(CALM * 2)) == [CALM * 2]


def test_after_a_while_a_sentence_begins_a_paragraph():
    assert read(Span(LONG.strip())) == [(CALM * 3).strip(), CALM.strip()]


def test_another_case_begins_a_paragraph():
    assert read(Span(CALM + "Il refuse ? " + CALM * 3))[1].startswith("Il refuse ?")


def test_what_matters_begins_a_paragraph():
    assert read(Span(CALM), Span("Ne partez pas.", strong=True), Span(f" {CALM}{CALM}{CALM}"))[1].startswith(
        "Ne partez pas."
    )


def test_another_case_in_arabic_begins_a_paragraph():
    calm = "هذه جملة هادئة تقول شيئًا ثم شيئًا آخر وتنتهي هنا من دون عجلة. "
    assert read(Span(f"{calm}رفض؟ {calm}{calm}{calm}"))[1].startswith("رفض؟")


def test_no_paragraph_is_a_few_words_left_over():
    assert read(Span(CALM * 3 + "C’est tout, voilà donc la fin du texte."))[-1].endswith("la fin du texte.")


@pytest.mark.parametrize("inside", ["art. L. 442-3", "M. Untel", "etc. puis", "0 805 16 00 75", "1.500"])
def test_no_paragraph_begins_within_a_sentence(inside):
    assert len(read(Span(CALM + f"Le bailleur cite {inside} " * 14))) == 1


def test_a_link_stays_whole():
    link = Span("un point-justice", "page", "role:point-justice")
    assert link in paragraphs((Span(LONG), link, Span(f". {LONG}")))[1]


@given(
    st.lists(st.tuples(st.text("aÀب ?.!؟…\u00a0\u202f«»", max_size=90), st.booleans()), max_size=8),
)
def test_nothing_is_said_otherwise(parts):
    spans = [Span(text, strong=strong) for text, strong in parts]
    said = "".join(span.text for span in spans)
    assert "".join(" ".join(read(*spans)).split()) == "".join(said.split())


@given(st.text("aA ?.", max_size=SHORTEST - 1))
def test_no_short_text_is_cut(text):
    assert read(Span(text)) == [text]
