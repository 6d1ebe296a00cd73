"""To whom a letter goes: those whose address is known, with the lines of the envelope in French."""

from __future__ import annotations

import pytest

from macros.views.outgoing import recipients
from support.guides import real


def sent(letter: str, lang: str = "fr") -> dict[str, tuple[str, ...]]:
    guide = real(lang)
    return {one.id: one.lines for one in recipients(guide, guide.content.outgoing[letter])}


def test_each_department_has_its_own_commission():
    assert list(sent("contester-dalo")) == ["commission-dalo-13", "commission-dalo-84", "commission-dalo-83"]


def test_the_envelope_is_in_french_whatever_the_language():
    assert sent("contester-dalo", "ar") == sent("contester-dalo")


def test_the_lines_of_an_envelope_are_the_name_the_street_and_the_town():
    lines = sent("contester-dalo")["commission-dalo-13"]
    assert lines[0] == "Commission de médiation DALO des Bouches-du-Rhône" and lines[-1].startswith("13271 ")


def test_somebody_whose_address_nobody_knows_is_named_alone():
    assert sent("contester-dalo")["commission-dalo-84"] == ("Commission de médiation DALO de Vaucluse",)


@pytest.mark.parametrize("letter", ["contester-refus-attribution", "demander-travaux"])
def test_an_address_that_stands_on_the_letter_received_is_left_to_fill(letter):
    assert sent(letter) == {}
