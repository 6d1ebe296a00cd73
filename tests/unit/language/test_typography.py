"""How a word stands inside a sentence."""

from __future__ import annotations

import pytest

from macros.language.typography import in_sentence


@pytest.mark.parametrize(
    ("name", "lang", "said"),
    [
        ("Français", "fr", "français"),
        ("English", "en", "English"),
        ("Italiano", "it", "italiano"),
        ("العربية", "ar", "العربية"),
    ],
)
def test_the_name_of_a_language_inside_a_sentence(name, lang, said):
    assert in_sentence(name, lang) == said
