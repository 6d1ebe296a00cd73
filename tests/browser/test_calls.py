"""What a person in danger does: types in any language, presses the first button."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("mon mari me frappe", "violences"),
        ("my husband beats me", "violences"),
        ("زوجي يضربني", "violences"),
        ("je suis battue", "violences"),
        ("battue par mon mari", "violences"),
        ("mon ex me menace", "violences"),
        ("le plafond menace de tomber", "peril-insalubrite"),
        ("mon immeuble va s’écrouler", "peril-insalubrite"),
        ("effondrement", "peril-insalubrite"),
        ("je dors dehors", "sans-abri"),
        ("I sleep outside", "sans-abri"),
        ("commandement de quitter les lieux", "expulsion"),
    ],
)
def test_a_cry_for_help_is_heard_in_every_edition(visit, lang, query, wanted):
    page = visit.go(f"{lang}/recherche/?q={query}")
    page.wait_for_selector("#resultats a")
    assert page.locator("#resultats a").first.get_attribute("href").endswith(f"demarches/{wanted}/")
    assert page.locator("#resultats li").first.locator("a.g-call").count()


@pytest.mark.parametrize("query", ["violation du bail", "je tape mon numéro", "bâtiment"])
def test_a_word_that_looks_like_a_cry_raises_no_alarm(visit, query):
    page = visit.go(f"fr/recherche/?q={query}")
    page.wait_for_selector("#resultats a")
    assert page.locator("#resultats .g-pinned").count() == 0


@pytest.mark.parametrize("query", ["exp", "expu", "expul"])
def test_a_word_begun_shows_the_page_it_begins(visit, query):
    page = visit.go(f"fr/recherche/?q={query}")
    page.wait_for_function("!!(Guide.search && Guide.search.whole)")
    page.wait_for_selector("#resultats a")
    assert page.locator("#resultats a").first.get_attribute("href").endswith("demarches/expulsion/")


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_the_first_button_of_the_page_is_on_the_first_screen(visit, lang):
    page = visit.go(f"{lang}/demarches/violences/")
    box = page.locator(".g-first-calls a").first.bounding_box()
    assert box and box["y"] + box["height"] <= page.viewport_size["height"]


def test_the_number_for_sleeping_tonight_is_on_the_first_screen_of_a_small_phone(visit):
    page = visit.go("fr/")
    page.set_viewport_size({"width": 360, "height": 640})
    box = page.locator("a[href='tel:115']").first.bounding_box()
    assert box and box["y"] + box["height"] <= 640


def test_the_search_opens_on_what_cannot_wait(visit):
    page = visit.go("fr/contacts/adil-13/")
    page.locator("[data-open-search]").click()
    page.wait_for_selector("#g-search .g-results a")
    assert page.locator("#g-search .g-results li").count() == 6


def test_a_commune_found_tells_where_its_town_hall_is(visit):
    page = visit.go("fr/recherche/?q=Vitrolles")
    page.wait_for_function("!!(Guide.search && Guide.search.whole)")
    page.wait_for_function(
        "document.querySelector('#resultats a') && "
        "/13127|Mairie/.test(document.querySelector('#resultats a').textContent)"
    )
    assert "Mairie\u00a0: " in page.locator("#resultats a").first.inner_text()
