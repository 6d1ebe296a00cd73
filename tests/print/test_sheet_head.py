"""The head of a sheet: whom to call stands on page one, in every form; the rest of what a hand can follow."""

from __future__ import annotations

import io
import json
import re

import pikepdf
import pypdfium2
import pytest

from macros.print.compiling import new_compiler, render
from macros.print.first import act_of, numbers
from macros.print.people import cards, named_beside
from macros.print.sheets import criterion_data, desk_data, large, sheet_data
from macros.print.writer import Writer, cells_of, plain
from support.guides import real
from support.made import BASE, DAY, PROCEDURE, data_of, made_content, made_guide


@pytest.fixture(scope="module")
def compiler():
    return new_compiler()


def first_page(pdf: bytes) -> str:
    return pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().replace("\u00a0", " ")


def with_deadline(**fields) -> dict:
    """A sheet whose only deadline has these fields."""
    deadline = {**PROCEDURE["deadlines"][0], **fields}
    return data_of(made_guide(content=made_content(deadlines=[deadline])))


def pages_of(guide):
    content = guide.content
    return [*content.procedures.values(), *content.criteria.values(), *content.counter.values()]


def test_every_page_of_the_guide_says_whom_to_call():
    guide = real("fr")
    writer = Writer(guide, False, BASE)
    assert [page.id for page in pages_of(guide) if not numbers(writer, page)] == []


@pytest.mark.parametrize("form", ["alone", "beside French", "large print"])
@pytest.mark.parametrize("page", ["violences", "expulsion", "dalo"])
def test_the_number_to_call_is_on_page_one(compiler, page, form):
    guide = real("ar")
    data = sheet_data(guide, guide.content.procedures[page], form == "beside French", BASE)
    data = large(data) if form == "large print" else data
    number = next(call["number"] for call in data["calls"] if call["number"])
    assert number.replace("\u00a0", " ") in first_page(render(compiler, data, DAY).pdf)


@pytest.mark.parametrize("kind", ["criterion", "desk"])
def test_agents_sheets_have_it_too(compiler, kind):
    guide = real("fr")
    data = (
        criterion_data(guide, guide.content.criteria["handicap"], False, BASE)
        if kind == "criterion"
        else desk_data(guide, guide.content.counter["enregistrer"], False, BASE)
    )
    number = data["calls"][0]["number"].replace("\u00a0", " ")
    assert number in first_page(render(compiler, data, DAY).pdf)


def test_who_has_no_number_is_written_to():
    guide = real("fr")
    data = sheet_data(guide, guide.content.procedures["dalo"], False, BASE)
    written = [call for call in data["calls"] if call["number"] is None]
    assert written[0]["address"]["lines"]


def test_whom_the_head_tells_whole_is_not_told_twice():
    numbers_told = [phone["number"] for card in data_of(made_guide())["cards"] for phone in card["phones"]]
    assert len(numbers_told) == len(set(numbers_told))


def test_what_to_do_first_leads_the_sheet(compiler):
    guide = made_guide(content=made_content(act={"text": "Appeler l’ADIL", "to": "contact:adil"}))
    assert "Appeler l’ADIL" in first_page(render(compiler, data_of(guide), DAY).pdf)


def everywhere(page: str) -> list[str]:
    """Each number of the box at the head of a sheet, as often as it stands there."""
    guide = real("fr")
    data = sheet_data(guide, guide.content.procedures[page], False, BASE)
    said = [
        *(call["number"] or "" for call in data["calls"]),
        *(plain(call["text"][0]) for call in data["calls"]),
        *(plain(call["silent"][0]) for call in data["calls"] if call["silent"]),
    ]
    return re.findall(r"\d[\d\u00a0]+\d", " | ".join(said))


@pytest.mark.parametrize("page", ["premiere-demande", "violences", "peril-insalubrite", "fsl", "daho"])
def test_no_number_stands_twice_in_the_box(page):
    numbers_said = everywhere(page)
    assert len(numbers_said) == len(set(numbers_said))


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_what_to_do_first_has_the_number_of_whom_it_leads_to(lang):
    guide = real(lang)
    writer = Writer(guide, False, BASE)
    acts = {page.id: act_of(writer, page.act) for page in guide.content.procedures.values() if page.act}
    assert [name for name, act in acts.items() if not act["where"]] == []


def test_whom_nobody_can_reach_is_not_named_below():
    guide = real("fr")
    writer = Writer(guide, False, BASE)
    found = [card for page in guide.content.procedures.values() for card in cards(writer, page.contacts)]
    ways = ("phones", "address", "email", "web", "write_in")
    assert [plain(card["name"][0]) for card in found if not any(card[way] for way in ways)] == []
    assert [
        line for card in found for line in card["others"] if not (line["phone"] or line["write_in"])
    ] == []


def test_a_name_does_not_say_again_the_number_beside_it():
    guide = real("fr")
    contact = next(c for c in guide.content.contacts.values() if c.name.fr.startswith("115"))
    writer = Writer(guide, False, BASE)
    assert plain(named_beside(writer, contact, "115")[0]) == "Urgence sans abri"
    assert plain(named_beside(writer, contact, None)[0]).startswith("115")


def test_a_paper_counts_no_sources():
    guide = real("fr")
    said = plain(sheet_data(guide, guide.content.procedures["dalo"], False, BASE)["law"]["dates"][0])
    assert "Lu en" in said and "sans date" not in said and " sur " not in said


def test_the_title_of_what_nobody_translated_is_french():
    guide = made_guide("ar", made_content(steps=[{"id": "a", "text": "Écrivez au service."}]))
    [part] = [s for s in data_of(guide)["sections"] if s["kind"] == "steps"]
    assert part["items"][0]["text"][0]["missing"]
    assert (part["title"][0]["lang"], plain(part["title"][0])) == ("fr", "À faire")


def test_a_page_that_a_link_does_not_name_is_named():
    guide = real("fr")
    data = sheet_data(guide, guide.content.procedures["expulsion"], False, BASE)
    said = " ".join(plain(cell) for cell in cells_of(data["sections"]))
    assert re.search("cette page \\(fiche\u00a0206\u00a0: On me met dehors", said)
    assert "loyers impayés (fiche\u00a039)" in said


def test_another_page_is_named_by_its_number():
    guide = real("fr")
    data = sheet_data(guide, guide.content.procedures["dalo"], False, BASE)
    said = " ".join(plain(cell) for cell in cells_of(data["sections"]))
    assert "renouveler votre demande (fiche\u00a06)" in said


def test_what_is_to_be_confirmed_is_explained_once(compiler):
    guide = real("fr")
    data = sheet_data(guide, guide.content.procedures["dalo"], False, BASE)
    text = "".join(
        page.get_textpage().get_text_range()
        for page in pypdfium2.PdfDocument(render(compiler, data, DAY).pdf)
    )
    assert text.count("Vérifiez cette adresse") == 1


@pytest.mark.parametrize(("whose", "word"), [("yours", "Vous avez"), ("theirs", "On vous répond")])
def test_a_clock_says_whose_it_is(compiler, whose, word):
    assert word in first_page(render(compiler, with_deadline(whose=whose), DAY).pdf)


def test_conditions_of_which_one_is_enough_are_joined_by_or(compiler):
    two = [{"id": f"c{n}", "text": f"Condition {n}.", "proof": ["ren-01"]} for n in (1, 2)]
    guide = made_guide(content=made_content(conditions={"any": two}))
    assert "ou Condition 2." in first_page(render(compiler, data_of(guide), DAY).pdf)


def test_an_arabic_sheet_keeps_its_vowel_signs():
    assert "جدِّدْه" in " ".join(plain(cell) for cell in cells_of(data_of(made_guide("ar"))))


def test_a_vowel_sign_does_not_repeat_its_letter(compiler):
    text = first_page(render(compiler, data_of(made_guide("ar")), DAY).pdf)
    bare = "".join(c for c in text if not "\u064b" <= c <= "\u0652")
    assert "جدد الطلب" in bare


def test_a_sheet_is_made_to_last(compiler):
    document = pikepdf.open(io.BytesIO(render(compiler, data_of(made_guide()), DAY).pdf))
    with document.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")


def test_a_sheet_carries_the_facts_it_rests_on(compiler):
    document = pikepdf.open(io.BytesIO(render(compiler, data_of(made_guide()), DAY).pdf))
    carried = json.loads(document.attachments["faits.json"].get_file().read_bytes())
    assert "ren-01" in [fact["id"] for fact in carried["facts"]]


def test_a_page_to_hide_keeps_its_title_out_of_the_wallet():
    guide = made_guide(content=made_content(privacy="sensitive"))
    assert data_of(guide)["strip_title"] == []
