"""What a person does comes before what it rests on."""

from __future__ import annotations

import pytest

from macros.web.pages import render
from support.guides import real

SITE = {"languages": ["fr"], "papers": {}, "base_url": ""}
CONTENT = real().content


@pytest.mark.parametrize("letter", list(CONTENT.outgoing))
def test_the_form_of_a_letter_stands_before_its_sources(letter):
    shown = render(real(), f"lettre:{letter}", SITE)
    form, does, send, law = (shown.find(sign) for sign in ("<form", 'id="fait"', 'id="envoyer"', 'id="loi"'))
    assert form < shown.index('class="g-letter"') < send < law < shown.index('class="g-fresh"')
    assert does == -1 or form < does < send


@pytest.mark.parametrize("contact", list(CONTENT.contacts))
def test_where_a_contact_is_stands_before_the_sources_of_its_page(contact):
    shown = render(real(), f"contact:{contact}", SITE)
    assert shown.index('class="g-fields"') < shown.index('class="g-fresh"')
