"""The search answers what people type into the box. The full measure
is `guide.py measure recherche`; here, floors that must hold.
"""

from __future__ import annotations

import re

import pytest

from scripts.measure.search import ask, queries
from support import ROOT
from support.guides import real

FILES = sorted((ROOT / "tests" / "search").rglob("*.tsv"))


#: The share of right pages first that a set must keep; lower for those that nothing was ever tuned on.
FIRST, JUDGED = 0.8, {"sixth": 0.7, "seventh": 0.7, "eighth": 0.7}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_right_page_comes_first(browser, address, path):
    asked = queries(path)
    home = f"{address}{path.name.split('.')[0]}/"
    got = ask(browser, home, asked, real().content, slowdown=1)
    first = JUDGED.get(path.parent.name, FIRST)
    assert sum(answer.rank == 1 for answer in got) >= first * len(got), [a for a in got if a.rank != 1]
    assert sum(0 < answer.rank <= 3 for answer in got) >= 0.9 * len(got), [
        a for a in got if not 0 < a.rank <= 3
    ]
    assert all(answer.given for answer in got)


def answered(page, lang, query):
    """The sentence shown under the first result of what is typed in the box of the dialog."""
    page.click("[data-open-search]")
    page.fill("#g-query", query)
    page.wait_for_selector("#g-search .g-told a")
    return page.locator("#g-search .g-results > li").first.locator(".g-told")


def test_the_first_page_found_says_the_sentence_that_answers_where_it_stands(visit):
    said = answered(visit.go("fr/contacts/adil-13/"), "fr", "le bailleur dit que je gagne pas assez")
    assert said.locator("a").get_attribute("href").endswith("demarches/motif-refus/#issue-ressources")


def test_it_tells_its_source_and_the_day_of_the_last_look(visit):
    said = answered(visit.go("fr/contacts/adil-13/"), "fr", "le bailleur dit que je gagne pas assez")
    assert re.search(r"^Source · .+ · (?:Lu|Vérifié) le .+ 2026$", said.locator("small").inner_text())


def test_it_is_told_in_the_reader_s_language_with_its_source_in_french(visit):
    said = answered(visit.go("ar/contacts/adil-13/"), "ar", "رقم الطلب ضاع")
    assert said.locator("small span").get_attribute("lang") == "fr"


def test_what_calls_for_help_shows_its_numbers_and_no_sentence(visit):
    page = visit.go("fr/contacts/adil-13/")
    page.click("[data-open-search]")
    page.fill("#g-query", "mon mari me frappe")
    page.wait_for_selector("#g-search .g-alarm .g-call")
    page.wait_for_timeout(1000)
    assert page.locator(".g-told").count() == 0


def test_a_site_in_a_folder_answers_too(visit, site):
    visit.page.goto((site / "fr/index.html").resolve().as_uri())
    visit.page.fill("#chercher", "le bailleur dit que je gagne pas assez")
    visit.page.wait_for_selector(".g-told a")
    assert "motif-refus" in visit.page.locator(".g-told a").first.get_attribute("href")


def test_arrows_are_the_input_method_s_while_it_makes_a_word(visit):
    page = visit.go("fr/recherche/?q=dalo")
    page.wait_for_selector("#resultats a")
    page.focus("#chercher")
    page.evaluate(
        "document.getElementById('chercher').dispatchEvent(new KeyboardEvent('keydown', "
        "{key: 'ArrowDown', bubbles: true, isComposing: true}))"
    )
    assert page.evaluate("document.activeElement.id") == "chercher"


def test_the_page_of_the_search_holds_all_its_themes_in_two_screens_of_a_phone(visit):
    page = visit.go("fr/recherche/")
    assert page.evaluate("document.documentElement.scrollHeight") <= 2 * 740 + 700


def test_sentences_that_did_not_come_are_asked_for_again(visit):
    """A train enters a tunnel after the titles: the next letter typed brings what lacks."""
    page = visit.page
    page.route("**/search/more.js*", lambda route: route.abort())
    page = visit.go("fr/recherche/")
    page.fill("#chercher", "dal")
    page.wait_for_selector("#resultats a b")
    page.wait_for_timeout(500)
    page.unroute("**/search/more.js*")
    page.fill("#chercher", "dalo")
    page.wait_for_selector("#resultats li:first-child a > span:not(.g-kind):not(:empty)")
    assert page.locator("#resultats a > span:not(.g-kind):empty").count() == 0
