"""A part added to a page is printed on every paper, without anybody thinking of it in a template."""

from __future__ import annotations

import copy
from dataclasses import replace

import pypdfium2
import pytest

from macros.model.fields import Phrase
from macros.print.book import book_data
from macros.print.compiling import new_compiler, render
from macros.print.share_picture import card
from macros.print.sheets import large
from support.made import BASE, DAY, data_of, made_content, made_guide

SAID = "Douze euros vingt"


@pytest.fixture(scope="module")
def compiler():
    return new_compiler()


def added(sections: list[dict]) -> list[dict]:
    """The parts of a page and one more, of a kind that no template knows."""
    new = copy.deepcopy(next(s for s in sections if s["kind"] == "recourse"))
    new["kind"] = "cost"
    for item in new["items"]:
        for cell in item["text"]:
            cell["runs"] = [{"t": SAID, "k": "text"}]
    return [*sections, new]


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(document[i].get_textpage().get_text_range() for i in range(len(document)))


def long_steps() -> list[dict]:
    return [
        {"id": f"e{n}", "text": f"Étape {n} : {'lisez bien cette phrase, ' * 6}puis passez à la suite."}
        for n in range(14)
    ]


@pytest.mark.parametrize("form", ["one page", "two pages", "bilingual", "large"])
def test_a_new_part_is_on_the_sheet(compiler, form):
    guide = (
        made_guide("fr", made_content(steps=long_steps()))
        if form == "two pages"
        else made_guide("ar" if form == "bilingual" else "fr")
    )
    data = data_of(guide, form == "bilingual")
    data = {**(large(data) if form == "large" else data), "sections": added(data["sections"])}
    printed = render(compiler, data, DAY)
    assert SAID in text_of(printed.pdf)
    assert (printed.pages > 1) == (form != "one page")


def test_a_new_part_is_in_the_book(compiler):
    data = book_data(made_guide(), BASE)
    chapter = data["parts"][0]["chapters"][0]
    chapter["sections"] = added(chapter["sections"])
    assert SAID in text_of(render(compiler, data, DAY).pdf)


@pytest.mark.parametrize("lang", ["fr", "ar"])
@pytest.mark.parametrize("times", [1, 4, 60])
def test_a_long_title_still_makes_one_picture(lang, times):
    guide = made_guide(lang)
    words = {**guide.content.interface, "titre-long": Phrase("Guide du logement social " * times)}
    picture = card(replace(guide, content=replace(guide.content, interface=words)))
    assert (picture[:4], int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")) == (
        b"\x89PNG",
        1200,
        630,
    )
