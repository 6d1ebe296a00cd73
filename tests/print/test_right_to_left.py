"""Digits from right to left on paper: measured where Typst draws them."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from macros.guide.guide import Guide
from macros.guide.localise import localise
from macros.guide.texts import source_texts
from macros.model.fields import Phrase
from macros.places.po_file import Entry
from macros.print.book import book_data
from macros.print.compiling import new_compiler, render
from macros.print.phrases import phrases_data
from macros.print.poster import poster_data
from macros.print.sheets import large, sheet_data
from macros.print.words_index import index_of
from macros.print.writer import cells_of
from support.glyphs import drawn_lines
from support.made import ARABIC, BASE, DAY, made_content, rich_content

NUMBERS = "اتصل بالرقم 39 28، والنموذج 14069*05، في مدينة فيها 100 000 ساكن، لسنة 2025-2026، بمبلغ 22 356 €."
SEEN = ["3928", "14069*05", "100000", "2025-2026", "22356€"]
TURNED = ["2839", "05*14069", "000100", "2026-2025", "35622"]
SAID = dict.fromkeys(
    (
        "procedures/renouveler#short",
        "procedures/renouveler#steps.quand.text",
        "procedures/renouveler#show.montrer.text",
        "criteria/handicap#text",
        "navigation#path.e1.points.a.text",
        "contacts/adil#short",
    ),
    NUMBERS,
)


def arabic(content, extra: dict[str, str]) -> Guide:
    french = source_texts(content)
    texts = {context: text for context, text in {**ARABIC, **extra}.items() if context in french}
    catalogue = {context: Entry(french[context], text) for context, text in texts.items()}
    return Guide(localise(content, "ar", catalogue), content.territories["essai"], DAY, "ar")


@pytest.fixture(scope="module")
def compiler():
    return new_compiler()


def sheet(guide: Guide, bilingual: bool = False) -> dict:
    return sheet_data(guide, next(iter(guide.content.procedures.values())), bilingual, BASE)


PAPERS = {
    "sheet": sheet,
    "beside French": lambda guide: sheet(guide, True),
    "large print": lambda guide: large(sheet(guide)),
    "book": lambda guide: book_data(guide, BASE),
    "cards": lambda guide: phrases_data(guide, BASE),
    "poster": lambda guide: poster_data(guide, BASE),
}


def lines(compiler, data: dict) -> str:
    """The figures of a paper as the eye meets them, a line after the other, without spaces."""
    return "\n".join(line.replace(" ", "") for line in drawn_lines(render(compiler, data, DAY).pdf))


@pytest.mark.parametrize("paper", PAPERS)
def test_no_number_is_drawn_turned(compiler, paper):
    drawn = lines(compiler, PAPERS[paper](arabic(rich_content(), SAID)))
    assert [number for number in TURNED if number in drawn] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_every_number_is_drawn_in_order(compiler, paper):
    drawn = lines(compiler, PAPERS[paper](arabic(rich_content(), SAID)))
    assert [number for number in SEEN if number not in drawn] == []


def test_no_sign_that_holds_a_number_is_printed():
    runs = [run["t"] for cell in cells_of(sheet(arabic(rich_content(), SAID))) for run in cell["runs"]]
    assert [text for text in runs if set(text) & set("\u200e\u200f\u2066\u2069")] == []


def test_a_number_is_followed_by_its_comma_in_the_text_of_the_paper(compiler):
    pdf = render(compiler, sheet(arabic(rich_content(), SAID)), DAY).pdf
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    assert re.findall("[\u2066\u2069]\u060c", text) == []


def test_the_index_of_the_book_keeps_the_order_of_a_number():
    words = Phrase("x", "39 28", "ar", "translated")
    assert index_of(arabic(made_content(), {}), [("a", words, True)])[0]["entries"][0]["t"] == "39\u00a028"


def test_two_notes_of_a_phone_are_parted_by_the_comma_of_the_language():
    assert sheet(arabic(made_content(), {}))["comma"] == "، "


def test_the_french_of_a_sheet_in_two_languages_keeps_its_comma():
    assert sheet(arabic(made_content(), {}), True)["comma"] == ", "
