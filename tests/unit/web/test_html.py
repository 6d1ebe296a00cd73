"""Guards that nobody sees while they hold: hostile text is
escaped, French in another language is marked as French.
"""

from __future__ import annotations

from macros.guide.guide import Guide
from macros.model.fields import Phrase
from macros.web.environment import Words
from macros.web.html import PhraseRenderer
from support.made import made_guide


def renderer(guide: Guide) -> PhraseRenderer:
    return PhraseRenderer(guide, lambda target: target, "pas encore traduit")


# --- French that stands in another language ---------------------------------------------------------------


def test_a_missing_translation_is_marked_as_french():
    html = renderer(made_guide("ar")).rich(Phrase("Bonjour").translated(None, "ar"))
    assert (
        html == '<span class="g-fr" lang="fr" dir="ltr">Bonjour</span><span class="g-fr-sign" title="pas '
        'encore traduit">fr</span>'
    )


def test_a_translation_is_not_marked():
    assert renderer(made_guide("ar")).rich(Phrase("Bonjour").translated("سلام", "ar")) == "سلام"


def test_a_word_of_the_interface_left_in_french_is_marked():
    guide = made_guide("ar")
    words = Words(guide, renderer(guide))
    assert 'lang="fr"' in words.html("recours")


# --- hostile text -----------------------------------------------------------------------------------------


def test_what_fills_a_word_of_the_interface_is_escaped():
    guide = made_guide()
    assert "<script>" not in Words(guide, renderer(guide)).html(
        "verifie-le", date="<script>alert(1)</script>"
    )
