"""What makes a text hard to read or a figure hard to keep:
sentences, words, typed delays, numbers in translations.
"""

from __future__ import annotations

import pytest

from macros.language.figures import numbers, typed
from macros.language.readability import measure, sentences, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Une phrase.", 1),
        ("Une phrase. Une autre ? Oui !", 3),
        ("Le texte est à l’art. R. 441-2 du code.", 1),
        ("Appelez le 115 (gratuit). C’est ouvert.", 2),
        ("Vous avez {valeur:x}. Ensuite, partez.", 2),
    ],
)
def test_sentences(text, count):
    assert len(sentences(text)) == count


def test_a_link_counts_as_its_words_and_a_token_as_one():
    assert words(sentences("Allez à [un guichet](demarche:guichets) avant {valeur:delai}.")[0]) == 6


def test_the_measure_of_two_texts():
    assert measure(["Un deux trois.", "Un."]).mean == 2


@pytest.mark.parametrize(
    "text", ["Vous avez 10 jours.", "Il faut 1 500 € au plus.", "25 % des logements", "après **3 mois**"]
)
def test_a_typed_figure_is_seen(text):
    assert len(typed(text)) == 1


@pytest.mark.parametrize(
    "text", ["Vous avez {valeur:delai}.", "Cerfa 15036", "article R. 441-2", "Appelez le 115.", "le 10ᵉ mois"]
)
def test_what_is_no_typed_figure(text):
    assert typed(text) == []


def test_thousands_are_the_same_number_in_every_language():
    assert numbers("1 500 €") == numbers("€1,500") == numbers("١٥٠٠ €")


def test_a_date_said_again_in_figures_is_the_same_date():
    assert numbers("avant le 29 juillet 2023") == numbers("قبل 29 يوليو 2023 (29/07/2023)")


def test_another_date_in_figures_is_another_number():
    assert numbers("avant le 29 juillet 2023") != numbers("قبل 29 يوليو 2023 (30/07/2023)")
