"""Digits and dates from right to left, where they are drawn:
on a small page and in the scripts. No guide is built.
"""

from __future__ import annotations

import datetime as dt
import html
from pathlib import Path

import pytest

from macros.language.typography import typeset
from macros.model.fields import Phrase
from macros.opening import open_guide
from macros.speech.formats import quantity
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


# --- scripts ----------------------------------------------------------------------------------------------


@pytest.fixture
def script(page):
    """Runs an expression with `GuideFormats` at hand."""
    page.add_script_tag(path=str(ASSETS / "js" / "formats.js"))
    return page.evaluate


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("fr", "jeudi 15 juillet 2027"),
        ("en", "Thursday 15 July 2027 (15/07/2027)"),
        ("ar", "الخميس، 15 يوليو 2027 (15/07/2027)"),
    ],
)
def test_a_day_worked_out_stands_also_in_figures(script, lang, shown):
    assert (
        script(f"GuideFormats.date('2027-07-15', '{lang}', true)").replace("Thursday, ", "Thursday ") == shown
    )


@pytest.mark.parametrize("lang", ["fa", "ps", "ar-SA", "th"])
def test_a_day_is_gregorian_in_every_language(script, lang):
    named, figures = script(f"GuideFormats.date('2027-07-15', '{lang}')").split(" (")
    assert "2027" in named and figures == "15/07/2027)"


def test_the_first_of_a_month_in_french(script):
    assert script("GuideFormats.date('2027-07-01', 'fr')") == "1er juillet 2027"


def test_a_language_that_the_browser_does_not_know_is_written_in_french(script):
    assert script("GuideFormats.date('2027-07-15', 'zdj')") == "15 juillet 2027 (15/07/2027)"


@pytest.mark.parametrize("lang", ["fr", "en", "ar", "tr"])
@pytest.mark.parametrize("euros", [0, 999, 1000, 22356, 1234567])
def test_an_amount_is_the_same_on_a_page_and_in_a_calculator(script, lang, euros):
    assert script(f"GuideFormats.amount({euros}, '{lang}')") == quantity(euros, "euro", lang)


def test_today_is_the_day_of_the_device(script):
    assert dt.date.fromisoformat(script("GuideFormats.today()"))


# --- letters ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["em", "i", "cite", "address", "dfn"])
def test_no_letter_is_slanted(page, tag):
    show(
        page,
        f"<p><{tag} id=a>شرط</{tag}></p>",
        style=(ASSETS / "css" / "guide.css").read_text(encoding="utf-8"),
    )
    assert page.evaluate("getComputedStyle(document.querySelector('#a')).fontStyle") == "normal"


@pytest.mark.parametrize("level", [1, 2, 3])
def test_no_letter_of_a_heading_is_spaced(page, level):
    show(
        page,
        f"<h{level} id=a>عنوان</h{level}>",
        style=(ASSETS / "css" / "guide.css").read_text(encoding="utf-8"),
    )
    assert page.evaluate("getComputedStyle(document.querySelector('#a')).letterSpacing") == "normal"


#: What `delay-form.js` needs of a page.
FORM = """<p data-delay-words data-unknown="" data-past="" data-file="dates"></p>
<p data-department><select><option value="13">13</option></select></p>
<section id="delai-a" data-delay><h3 class="g-delay-title">اتصل 39\u00a028</h3>
<input type="date" data-start><p data-fault></p>
<p data-mark="fin" data-length='{"all": 2, "unit": "month"}' data-count="">
<span class="g-say">آخر يوم: 0\u00a0805\u00a016\u00a000\u00a075</span>
<output data-day></output></p><button data-ics hidden></button></section>"""


@pytest.fixture
def calendar(page):
    """The calendar file that a reader takes away from a page about phone numbers."""
    show(page, FORM)
    for name in ("guide", "formats", "delays", "delay-form"):
        page.add_script_tag(path=str(ASSETS / "js" / f"{name}.js"))
    page.fill("[data-start]", "2027-05-15")
    with page.expect_download() as waiting:
        page.click("[data-ics]")
    return Path(waiting.value.path()).read_text(encoding="utf-8").replace("\n ", "")


def test_a_calendar_keeps_the_order_of_a_phone_number(calendar):
    assert "0\u00a0805\u00a016\u00a000\u00a075" in calendar


def test_a_calendar_keeps_the_order_of_a_number_in_its_title(calendar):
    assert "39\u00a028" in calendar
