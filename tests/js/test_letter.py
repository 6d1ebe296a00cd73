"""A letter to send: what a person types, as it stands in French."""

from __future__ import annotations

import pytest

from support.javascript import alone


@pytest.fixture(scope="module")
def call():
    with alone("js/formats.js", "js/delays.js", "js/letter.js") as caller:
        yield caller


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("  Amina   Ben  ", "Amina Ben"),
        ("12, rue\nde Rome", "12, rue de Rome"),
        ("١٢ rue de Rome", "12 rue de Rome"),
        ("۱۲ rue de Rome", "12 rue de Rome"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("100 % & $& $1", "100 % & $& $1"),
        ("", ""),
    ],
)
def test_a_line_is_read(call, text, read):
    assert call("Guide.letter.typed", text, False) == read


def test_a_long_text_keeps_its_lines(call):
    assert call("Guide.letter.typed", " un \r\ndeux\n", True) == "un \ndeux"


@pytest.mark.parametrize(("text", "read"), [("٠١٣", "013"), ("\u200f0132 ", "0132"), ("１３-A", "13-A")])
def test_a_number_is_written_in_the_digits_of_french_letters(call, text, read):
    assert call("Guide.letter.number", text) == read


@pytest.mark.parametrize("text", ["آمنة", "Амина", "阿米娜", "Amina آمنة"])
def test_letters_that_the_office_cannot_read_are_told(call, text):
    assert call("Guide.letter.isForeign", text)


@pytest.mark.parametrize("text", ["Amina", "Éloïse d’Ç – œ", "Nguyễn Đặng", "١٢", "100 % (a) <b> €", ""])
def test_letters_of_french_and_its_neighbours_are_not(call, text):
    assert not call("Guide.letter.isForeign", text)


@pytest.mark.parametrize(
    ("city", "town"),
    [("13001 Marseille", "Marseille"), ("Aix", "Aix"), ("13 100 Aix-en-Provence", "Aix-en-Provence")],
)
def test_a_letter_is_dated_from_the_town(call, city, town):
    assert call("Guide.letter.town", city) == town


def test_a_letter_is_copied_as_plain_text(call):
    groups = [["Amina Ben", " 12 rue "], [], ["Objet\u00a0: n°\u202f3"]]
    assert call("Guide.letter.plain", groups) == "Amina Ben\n12 rue\n\nObjet : n° 3\n"
