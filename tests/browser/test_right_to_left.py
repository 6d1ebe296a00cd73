"""Digits from right to left, where they are drawn: on a small page. No guide is built."""

from __future__ import annotations

import html

import pytest

from macros.language.typography import typeset
from macros.look.styles import SHEETS, sheet
from macros.model.fields import Phrase
from macros.opening import open_guide
from macros.web.html import PhraseRenderer
from support import DAY, ROOT
from support.glyphs import seen, turned

ASSETS = ROOT / "docs" / "assets"
BEFORE, AFTER = "اتصل بالرقم ", " من فضلك"
NUMBERS = [
    "39 28",
    "0 805 16 00 75",
    "14069*05",
    "15036*01",
    "100 000",
    "2025-2026",
    "2018–2020",
    "04.91.00.00.01",
    "04-91-00-00-01",
    "+33 4 91",
    "12/05/2027",
    "9:30-12:00",
    "3+4",
    "22 356 €",
    "1 234,50 €",
    "10%-20%",
    "39  28",
    "1×2",
    "1=2",
    "7·8",
    "1_2",
    "12#34",
]


@pytest.fixture
def page(browser):
    opened = browser.new_page(viewport={"width": 900, "height": 700})
    yield opened
    opened.close()


def show(page, body: str, lang: str = "ar", style: str = "") -> None:
    page.set_content(
        f'<!doctype html><html lang="{lang}" dir="rtl"><meta '
        f'charset="utf-8"><style>{style}</style><body>{body}'
    )


def test_without_the_rule_a_number_is_seen_turned(page):
    show(page, f"<p>{BEFORE}14069*05{AFTER}</p><p>{BEFORE}39 28{AFTER}</p>")
    assert [number for number, _ in turned(page)] == ["14069*05", "39 28"]


@pytest.mark.parametrize("lang", ["ar", "fa", "ur", "ps"])
@pytest.mark.parametrize("before", [BEFORE, "", "و", "CAF: ", "(", "CAF تدفع "])
def test_with_the_rule_every_number_is_seen_in_order(page, lang, before):
    show(
        page,
        "".join(f"<p>{html.escape(typeset(before + number + AFTER, lang))}</p>" for number in NUMBERS),
        lang,
    )
    assert turned(page) == []


def test_every_number_was_measured(page):
    show(
        page,
        "".join(
            f"<p>{html.escape(typeset(BEFORE + number + AFTER, 'ar'))}</p>"
            for number in ("39 28", "14069*05", "100 000")
        ),
    )
    assert len(seen(page)) == 3


def test_a_name_that_begins_with_a_figure_keeps_it_before(page):
    show(page, f"<h1 id=a>{typeset('13 Habitat', 'ar')}</h1>")
    assert edge(page, "1") < edge(page, "H")


def test_the_euro_stands_after_its_amount_as_on_letters(page):
    show(page, f"<p id=a>{typeset(BEFORE + '22 356 €' + AFTER, 'ar')}</p>")
    assert edge(page, "6") < edge(page, "€")


def edge(page, sign: str) -> float:
    """The left edge of a sign of `#a`."""
    return page.evaluate(
        """(sign) => {
      const node = document.querySelector('#a').firstChild, range = document.createRange();
      const at = node.data.indexOf(sign);
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().left;
    }""",
        sign,
    )


def test_phones_and_values_of_a_phrase_are_seen_in_order(page, valid):
    guide = open_guide(valid, DAY, "petit", "ar")
    phrase = Phrase("x", "اتصل {tel:adil} أو 39 28، **14069*05**", "ar", "translated")
    show(page, f"<p>{PhraseRenderer(guide, lambda target: f'#{target}').rich(phrase)}</p>")
    assert [right for _, right, _ in seen(page)] == [True] * 3


# --- letters ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["em", "i", "cite", "address", "dfn"])
def test_no_letter_is_slanted(page, tag):
    show(
        page,
        f"<p><{tag} id=a>شرط</{tag}></p>",
        style=sheet(SHEETS["guide.css"]),
    )
    assert page.evaluate("getComputedStyle(document.querySelector('#a')).fontStyle") == "normal"


@pytest.mark.parametrize("level", [1, 2, 3])
def test_no_letter_of_a_heading_is_spaced(page, level):
    show(
        page,
        f"<h{level} id=a>عنوان</h{level}>",
        style=sheet(SHEETS["guide.css"]),
    )
    assert page.evaluate("getComputedStyle(document.querySelector('#a')).letterSpacing") == "normal"
