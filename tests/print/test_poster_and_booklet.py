"""The poster, read at two metres, and the booklet, folded in a pocket."""

from __future__ import annotations

import ctypes
import dataclasses
import io
import statistics
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from pypdfium2 import raw

from macros.print.booklet import booklet_data
from macros.print.compiling import new_compiler, render
from macros.print.poster import poster_data
from macros.print.print_faults import SheetFault
from macros.print.writer import plain
from support.guides import real
from support.made import BASE, DAY, made_guide, rich_content
from support.papers import tags_of, text_of


@pytest.fixture(scope="module")
def compiler():
    return new_compiler()


@pytest.fixture(scope="module")
def poster(compiler):
    return render(compiler, poster_data(real("fr"), BASE), DAY).pdf


@pytest.fixture(scope="module")
def booklet(compiler):
    return render(compiler, booklet_data(real("fr"), BASE), DAY)


def sizes(pdf: bytes, words: set[str]) -> list[float]:
    """How tall each of these words is drawn, in points."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    found = []
    for word in sorted(words):
        at = page.search(word, match_whole_word=True).get_next()
        box = page.get_charbox(at[0])
        found.append(box[3] - box[1])
    return found


def test_every_step_of_the_road_has_its_verb_and_its_picture():
    steps = poster_data(real("fr"), BASE)["sections"]
    assert [bool(step["verb"] and step["icon"]) for step in steps] == [True] * 6


def test_three_clocks_run_along_the_road():
    steps = poster_data(real("fr"), BASE)["sections"]
    assert sum(len(step["deadlines"]) for step in steps) == 3


def test_verbs_are_read_from_two_metres(poster):
    assert min(sizes(poster, {"Demander", "Renouveler", "Signer"})) >= 16


def test_each_step_leads_to_its_page(poster):
    picture = pypdfium2.PdfDocument(poster)[0].render(scale=2).to_pil().convert("RGB")
    found = {code.text for code in zxingcpp.read_barcodes(picture)}
    assert {step["qr"]["url"] for step in poster_data(real("fr"), BASE)["sections"]} <= found


def test_each_code_says_where_it_leads(poster):
    document = pikepdf.open(io.BytesIO(poster))
    assert len({str(tag.Alt) for tag in tags_of(document) if tag.S == "/Figure"}) == 7


def test_a_poster_stands_beside_french_too(compiler):
    said = text_of(render(compiler, poster_data(real("ar"), BASE, bilingual=True), DAY).pdf)
    assert ("Renouveler" in said, "اسكن" in said) == (True, True)


def test_a_booklet_has_24_pages(booklet):
    assert booklet.pages == 24


def test_a_booklet_is_of_half_a_sheet(booklet):
    page = pypdfium2.PdfDocument(booklet.pdf)[0]
    assert [round(side / 72 * 25.4) for side in page.get_size()] == [148, 210]


def test_each_procedure_of_a_booklet_begins_on_the_left_of_two_pages(booklet):
    document = pypdfium2.PdfDocument(booklet.pdf)
    data = booklet_data(real("fr"), BASE)
    heads = [
        document[3 + 2 * index].get_textpage().get_text_range()[:200].split()
        for index in range(len(data["chapters"]))
    ]
    first_words = [plain(chapter["title"][0]).split()[:3] for chapter in data["chapters"]]
    assert [head[:3] for head in heads] == first_words


def test_a_booklet_names_whom_its_procedures_lead_to_and_no_number_twice():
    data = booklet_data(real("fr"), BASE)
    names = [plain(contact["name"][0]) for contact in data["contacts"]]
    assert len(names) == len(set(names))
    assert {"Urgence sans abri", "Espace Accompagnement Habitat", "Préfecture des Bouches-du-Rhône"} <= set(
        names
    )


def test_lines_of_arabic_stand_further_apart(compiler):
    pdf = pypdfium2.PdfDocument(render(compiler, booklet_data(real("ar"), BASE), DAY).pdf)
    text = pdf[12].get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for index in range(text.count_chars()):
        if "\u0621" <= chr(raw.FPDFText_GetUnicode(text.raw, index)) <= "\u064a":
            raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
            found.append((round(raw.FPDFText_GetFontSize(text.raw, index), 2), round(y.value, 1)))
    size = statistics.mode(size for size, _ in found)
    lines = sorted({line for own, line in found if own == size})
    steps = [round(high - low, 1) for low, high in pairwise(lines)]
    assert statistics.mode(step for step in steps if step > 1.1 * size) >= 1.42 * size


def test_a_procedure_that_overflows_is_a_fault(compiler):
    guide = made_guide("fr", rich_content())
    navigation = guide.content.navigation.model_copy(update={"booklet": ("renouveler",)})
    guide = dataclasses.replace(guide, content=dataclasses.replace(guide.content, navigation=navigation))
    data = {**booklet_data(guide, BASE), "leaves": 24}
    with pytest.raises(SheetFault, match="10 pages"):
        render(compiler, data, DAY)
