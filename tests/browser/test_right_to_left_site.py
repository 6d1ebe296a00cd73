"""The Arabic guide as a person sees it: no number turned on a
page, in a list, in a result; dates and amounts as on letters.
"""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import pytest

from support.browsing import unfold_all
from support.glyphs import drawn_lines, seen, turned

PAGES = [
    "demarches/",
    "demarches/discrimination/",
    "demarches/expulsion/",
    "demarches/impayes/",
    "demarches/garanties/",
    "demarches/etudiants/",
    "demarches/premiere-demande/",
    "demarches/pieces-justificatives/",
    "demarches/plafonds-ressources/",
    "contacts/",
    "contacts/communes/",
    "contacts/communes/13117/",
    "contacts/maisons-solidarite-13/",
    "courriers/",
    "parcours/mes-plafonds/",
    "recherche/",
    "cadre/glossaire/",
]


@pytest.mark.parametrize("path", PAGES)
def test_no_number_is_turned_on_a_page(visit, path):
    page = visit.go(f"ar/{path}")
    unfold_all(page)
    assert turned(page) == []


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("demarches/discrimination/", "39\u00a028"),
        ("demarches/premiere-demande/", "14069*05"),
        ("demarches/garanties/", "100\u202f000"),
    ],
)
def test_the_numbers_that_were_turned_are_there(visit, path, number):
    page = visit.go(f"ar/{path}")
    assert number in {one for one, _, _ in seen(page)}


@pytest.mark.parametrize("query", ["إخلاء", "إيجار", "تمييز", "expulsion", "14069", "39 28"])
def test_no_number_is_turned_in_results(visit, query):
    page = visit.go("ar/recherche/")
    page.fill("#chercher", query)
    page.wait_for_function("Guide.search && Guide.search.whole")
    page.wait_for_selector(".g-results a")
    assert turned(page, ".g-results") == []


@pytest.mark.parametrize(
    ("query", "number"), [("إخلاء", "0\u00a0805\u00a016\u00a000\u00a075"), ("تمييز", "39\u00a028")]
)
def test_a_result_that_tells_a_number_tells_it_in_order(visit, query, number):
    page = visit.go("ar/recherche/")
    page.fill("#chercher", query)
    page.wait_for_function("Guide.search && Guide.search.whole")
    page.wait_for_function(
        "(number) => document.querySelector('.g-results').textContent.includes(number)", arg=number
    )
    assert (number, True) in {(one, right) for one, right, _ in seen(page, ".g-results")}


@pytest.mark.parametrize(
    ("path", "number"),
    [("expulsion", "0\u00a0805\u00a016\u00a000\u00a075"), ("discrimination", "39\u00a028")],
)
def test_a_text_message_keeps_its_number_in_one_piece(visit, path, number):
    page = visit.go(f"ar/demarches/{path}/")
    link = page.locator("a[href^='sms:']").first
    assert number in unquote(link.get_attribute("href") or "")


def test_conditions_are_not_slanted_in_arabic(visit):
    page = visit.go("ar/demarches/premiere-demande/")
    assert page.evaluate(
        "[...new Set([...document.querySelectorAll('em')].map((em) => getComputedStyle(em).fontStyle))]"
    ) == ["normal"]


def test_a_ceiling_is_written_as_on_letters(visit):
    page = visit.go("ar/parcours/mes-plafonds/")
    page.fill("#revenu", "20000")
    page.keyboard.press("Enter")
    page.click("[data-detail] summary")
    page.wait_for_selector("[data-limit]:visible")
    assert re.fullmatch("\\d{2}\u202f\\d{3}\u00a0€", page.locator("[data-limit]:visible").first.inner_text())


@pytest.mark.parametrize(
    ("lang", "day"),
    [
        ("ar", "يوليو 2027 (15/07/2027)"),
        ("en", "15 July 2027 (15/07/2027)"),
        ("fr", "jeudi 15 juillet 2027 –"),
    ],
)
def test_the_last_day_is_told_in_figures_beside_the_month(visit, lang, day):
    page = visit.go(f"{lang}/parcours/mes-delais/#delai-proposition")
    page.locator("[data-start]").first.fill("2027-07-05")
    assert day in page.locator("[data-day]").first.inner_text()


def test_my_list_keeps_the_order_of_an_address_and_its_phone(visit):
    page = visit.go("ar/fiches/ma-liste/")
    page.locator("summary").first.click()
    page.locator("[data-procedure] input").first.check()
    page.select_option("#ma-commune", index=3)
    page.locator("form[data-maker] [type=submit]").click()
    page.wait_for_selector("[data-sheet]:visible")
    assert turned(page, "[data-sheet]") == []


def test_my_list_has_its_date_in_figures(visit):
    page = visit.go("ar/fiches/ma-liste/")
    page.locator("summary").first.click()
    page.locator("[data-procedure] input").first.check()
    page.locator("form[data-maker] [type=submit]").click()
    assert re.search(r"\(\d\d/\d\d/\d{4}\)", page.locator("[data-sheet]").inner_text())


def test_proof_lines_have_the_arabic_comma(visit):
    page = visit.go("ar/demarches/dalo/")
    told = page.locator(".g-proof li").evaluate_all("(rows) => rows.map((row) => row.textContent)")
    assert [line for line in told if re.search(r", (?:\d\d/\d\d/)?\d{4}", line)] == []


@pytest.mark.parametrize(
    ("sheet", "number"),
    [
        ("discrimination.pdf", "3928"),
        ("discrimination.fr.pdf", "3928"),
        ("expulsion.pdf", "0805160075"),
        ("premiere-demande.gros.pdf", "14069*05"),
        ("pieces-justificatives.gros.pdf", "14069*05"),
        ("delais-attente.pdf", "2020-2021"),
    ],
)
def test_a_number_is_printed_in_order(site, sheet, number):
    drawn = drawn_lines((site / "ar" / "fiches" / sheet).read_bytes())
    assert number in "\n".join(line.replace(" ", "") for line in drawn)


def test_the_areas_of_the_arabic_guide_are_counted_rightly(visit):
    page = unfold_all(visit.go("ar/demarches/suroccupation/"))
    text = page.locator("#etapes ~ *").all_inner_texts()
    assert all(
        said in " ".join(text).replace("\u00a0", " ")
        for said in ("9 أمتار مربعة", "16 مترًا مربعًا", "70 مترًا مربعًا")
    )


def test_what_results_say_leaves_no_number_in_pieces(site):
    script = (site / "ar" / "search" / "more.js").read_text(encoding="utf-8")
    words = json.loads(script.partition("=")[2].rstrip().rstrip(";"))["words"]
    assert [w["text"] for w in words.values() if re.search(r"\d \d", w.get("text", ""))] == []
