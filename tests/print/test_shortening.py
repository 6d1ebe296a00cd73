"""What a sheet gives up when it is long: in small steps, the least valuable first, and nothing that still has
room.
"""

from __future__ import annotations

import json

import pypdfium2
import pytest

from macros.print.booklet import booklet_data
from macros.print.compiling import new_compiler, render
from macros.print.sheets import sheet_data
from macros.print.shortening import chapter_steps, steps_of, unmissed
from macros.print.writer import plain
from support.guides import real
from support.made import BASE, DAY, data_of, made_content, made_guide
from support.papers import text_of


@pytest.fixture(scope="module")
def compiler():
    return new_compiler()


def sheet(page: str, lang: str = "fr", bilingual: bool = False) -> dict:
    guide = real(lang)
    return sheet_data(guide, guide.content.procedures[page], bilingual, BASE)


def made_long(compiler, data: dict) -> tuple[dict, float, str]:
    """What a sheet kept of what it could say, the millimetres that its foot has to spare, and its text."""
    text = text_of(render(compiler, data, DAY).pdf)
    fit, left = (json.loads(compiler.query(f"<{name}>", field="value", one=True)) for name in ("fit", "left"))
    return fit["kept"], left - fit["foot"], " ".join(text.split())


def test_a_list_loses_its_last_sentence_first():
    steps = [kept for name, kept in steps_of(sheet("expulsion")) if name == "recourse"]
    assert steps == list(range(len(steps) - 1, -1, -1))


def test_what_is_told_elsewhere_goes_before_what_to_do_when_it_goes_wrong():
    names = [name for name, _ in steps_of(sheet("dalo"))]
    assert max(names.index(name) for name in ("caveats", "decisions", "laws")) < names.index("outcomes")
    assert names.index("outcomes") < names.index("unless") < names.index("conditions")


def test_what_to_do_and_to_bring_is_never_given_up():
    given = {name for name, _ in steps_of(sheet("premiere-demande"))}
    assert given & {"steps", "required", "never"} == set()


def test_the_papers_for_later_go_last_and_all_together():
    steps = steps_of(sheet("pieces-justificatives"))
    assert (steps[-1], "later" in dict(steps)) == (("papers", 0), False)


def test_papers_for_later_without_room_are_told_where_to_read(compiler):
    data = sheet("pieces-justificatives", "en", bilingual=True)
    later = next(part for part in data["sections"] if part["kind"] == "later")
    later["items"] = later["items"] * 3
    kept, _, text = made_long(compiler, data)
    assert (kept["papers"], plain(data["words"]["away"][0]) in text) == (0, True)


def test_what_a_sheet_does_not_have_costs_no_step():
    bare = data_of(made_guide(content=made_content(outcomes=[], recourse=[], show=[], deadlines=[])))
    assert {"outcomes", "recourse", "show", "deadlines"} & {name for name, _ in steps_of(bare)} == set()


def test_one_page_is_worth_no_sentence_of_its_own():
    steps = steps_of(sheet("dalo"))
    assert {name for name, _ in steps[: unmissed(steps)]} & {"air", "outcomes", "recourse", "cards"} == set()


def test_the_strip_for_a_wallet_goes_first_where_there_is_no_day_to_keep():
    assert steps_of(data_of(made_guide(content=made_content(deadlines=[]))))[0] == ("strip", 0)


@pytest.mark.parametrize("lang", ["fr", "ar"])
@pytest.mark.parametrize("page", ["dalo", "expulsion", "violences", "separation"])
def test_no_room_is_left_beside_what_was_given_up(compiler, page, lang):
    kept, spare, _ = made_long(compiler, sheet(page, lang))
    assert kept and spare < 22


@pytest.mark.parametrize(
    "page", ["dalo", "expulsion", "violences", "absence-longue", "separation", "impayes"]
)
def test_a_long_sheet_says_what_to_do_when_it_goes_wrong(compiler, page):
    kept, _, said = made_long(compiler, sheet(page))
    assert "Si cela se passe mal" in said
    assert sum(name in said for name in ("Sauf si", "Ce qui peut se passer", "Phrases à montrer")) >= 1, kept


def test_a_long_sheet_keeps_more_than_one_number_below(compiler):
    data = sheet("expulsion")
    _, _, said = made_long(compiler, data)
    numbers = {phone["number"] for card in data["cards"] for phone in card["phones"]}
    assert sum(number.replace("\u00a0", " ") in said for number in numbers) >= 4


@pytest.mark.parametrize("page", ["violences", "impayes", "absence-longue", "premiere-demande"])
def test_days_to_keep_have_their_strip(compiler, page):
    assert "à découper" in made_long(compiler, sheet(page))[2]


def test_what_goes_overleaf_is_not_what_fits_on_one_page(compiler):
    data = sheet("action-logement", "en", bilingual=True)
    assert render(compiler, data, DAY).pages == 2


def test_no_name_is_cut_at_its_hyphen(compiler):
    named = "Allez à Aix-Marseille-Provence"
    guide = made_guide(content=made_content(short=f"{', '.join([named] * 6)}."))
    page = pypdfium2.PdfDocument(render(compiler, data_of(guide), DAY).pdf)[0].get_textpage()
    search, whole = page.search("Aix-Marseille-Provence"), 0
    while search.get_next():
        whole += 1
    assert whole == 6


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_conditions_are_told_whole_or_not_at_all(compiler, lang):
    data = sheet("dalo", "ar", bilingual=True) if lang == "ar" else sheet("dalo")
    kept, _, _ = made_long(compiler, data)
    assert not {"all", "any"} & kept.keys()


def test_the_booklet_never_gives_up_all_that_undoes_a_condition():
    chapters = booklet_data(real("fr"), BASE)["chapters"]
    assert all(("unless", 0) not in chapter_steps(chapter) for chapter in chapters)


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_the_booklet_says_what_undoes_a_condition(compiler, lang):
    data = booklet_data(real(lang), BASE)
    titles = [plain(s["title"][0]) for c in data["chapters"] for s in c["sections"] if s["kind"] == "unless"]
    said = text_of(render(compiler, data, DAY).pdf)
    assert titles and (lang == "ar" or said.count(titles[0]) == len(titles))


@pytest.mark.parametrize("page", ["dalo", "expulsion", "publics-prioritaires", "titres-de-sejour"])
def test_conditions_and_days_that_find_no_room_are_named_with_where_they_are(compiler, page):
    data = sheet(page, "en", bilingual=True)
    kept, _, said = made_long(compiler, data)
    titles = {part["kind"]: plain(part["title"][0]) for part in data["sections"] if part["items"]}
    first = next((kind for kind in ("all", "any") if kind in titles), None)
    away = [name for name in ("conditions", "unless", "deadlines") if kept.get(name) == 0]
    missing = [titles[kind] for kind in (first, "unless", "deadlines") if kind in titles]
    assert [title for title in missing if title not in said] == []
    assert said.count("Cela ne tient pas sur cette feuille") == len(away)
