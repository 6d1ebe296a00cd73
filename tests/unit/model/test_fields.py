"""The smallest pieces: a phrase, its translation, the values that it gives."""

from __future__ import annotations

import pytest

from macros.model.fields import Phrase


@pytest.mark.parametrize(
    ("fr", "values"),
    [
        ("Vous avez {valeur:recours}, puis **{valeur:smic.mensuel}**.", ("recours", "smic.mensuel")),
        ("Appelez {tel:adil} avant [la fin](dalo).", ()),
    ],
)
def test_the_values_of_a_phrase_are_named_in_order(fr, values):
    assert Phrase(fr).values == values


@pytest.mark.parametrize(("typed", "shown"), [("مرحبا \n بكم\n", "مرحبا بكم"), ("a\u00a0b", "a\u00a0b")])
def test_a_line_break_of_a_translator_is_a_space_and_no_break_spaces_stay(typed, shown):
    assert Phrase("Bonjour").translated(typed, "ar").text == shown


@pytest.mark.parametrize("typed", [None, "", " \n "])
def test_a_translation_without_a_word_is_missing(typed):
    phrase = Phrase("Bonjour").translated(typed, "ar")
    assert (phrase.text, phrase.lang, phrase.state) == ("Bonjour", "fr", "missing")
