"""Digits of elsewhere and signs that nobody sees."""

from __future__ import annotations

import pytest

from support.javascript import alone


@pytest.fixture(scope="module")
def call():
    with alone() as caller:
        yield caller


@pytest.mark.parametrize(
    "typed",
    [
        "1990",
        "١٩٩٠",
        "۱۹۹۰",
        "１９９０",
        "\u202b1990\u202c",
        "19\u200b90",
        "۱۹\u200c۹۰",
        "१९९०",
        "১৯৯০",
        "༡༩༩༠",
        "𞥑𞥙𞥙𞥐",
        "𝟏𝟗𝟗𝟎",
    ],
)
def test_a_figure_is_read_from_any_keyboard(call, typed):
    assert call("text => Guide.signs.western(text)", typed) == "1990"


def test_a_sign_that_parts_persian_words_stays(call):
    assert call("text => Guide.signs.seen(text)", "خانه\u200cای") == "خانه\u200cای"


def test_the_same_sign_elsewhere_goes(call):
    assert call("text => Guide.signs.seen(text)", "da\u200clo") == "dalo"
