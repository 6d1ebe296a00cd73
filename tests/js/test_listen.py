"""« Écouter »: what is said, breath by breath, and by which voice."""

from __future__ import annotations

import pytest

from support.javascript import alone


@pytest.fixture(scope="module")
def call():
    with alone("js/listen.js") as caller:
        yield caller


def test_a_sentence_is_one_breath(call):
    assert call("Guide.listen.breaths", "Gardez la preuve. Renouvelez !") == [
        "Gardez la preuve.",
        "Renouvelez !",
    ]


def test_a_number_to_call_is_read_digit_by_digit(call):
    assert call("Guide.listen.breaths", "Appelez le 0 805 16 00 75.", ["0 805 16 00 75"]) == [
        "Appelez le 0 8 0 5 1 6 0 0 7 5."
    ]


def test_an_amount_stays_a_number(call):
    assert call("Guide.listen.breaths", "Le plafond est 22 356 €") == ["Le plafond est 22 356 €"]


def test_a_breath_is_short_enough_for_every_engine(call):
    said = call("Guide.listen.breaths", "un mot, " * 60)
    assert max(map(len, said)) <= 180 and "".join(said).count("mot") == 60


@pytest.mark.parametrize(
    ("voices", "found"),
    [
        ([{"lang": "ar-SA", "localService": True, "name": "a"}], "a"),
        ([{"lang": "ar_EG", "localService": True, "name": "b"}], "b"),
        ([{"lang": "ar-SA", "localService": False, "name": "far"}], None),
        ([{"lang": "fr-FR", "localService": True, "name": "c"}], None),
    ],
)
def test_only_a_voice_of_the_device_in_the_page_s_language_reads(call, voices, found):
    voice = call("Guide.listen.voiceFor", "ar", voices)
    assert (voice and voice["name"]) == found
