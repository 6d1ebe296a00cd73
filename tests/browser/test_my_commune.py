"""« My commune », asked once: found as it is typed, kept for the visit, followed by other pages, wiped."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from support.browsing import Visit

KEPT = "[sessionStorage.getItem('guide.commune'), localStorage.getItem('guide.commune')]"


def choose(visit: Visit, typed: str, lang: str = "fr") -> Page:
    """The page of the commune that the box finds first."""
    page = visit.go(f"{lang}/contacts/communes/")
    page.fill("#commune", typed)
    page.press("#commune", "Enter")
    page.wait_for_selector(".g-commune-page")
    return page


def follow(visit: Visit, path: str) -> Page:
    """Another page of the visit, once it follows the commune chosen."""
    page = visit.go(path)
    page.wait_for_selector("[data-place]:visible")
    return page


def people(page: Page) -> list[str]:
    """Who stands open in the list of a page."""
    return page.locator("[data-people] > .g-cards > li .g-card-title").all_inner_texts()


@pytest.mark.parametrize("typed", ["st victoret", "13 730", "١٣٧٣٠", "۱۳ ۷۳۰", "SAINT-VICTORÈT", "victoret"])
def test_a_commune_is_chosen_however_it_is_typed(visit, typed):
    page = choose(visit, typed)
    assert (page.url.split("/fr/")[1], page.evaluate(KEPT)) == ("contacts/communes/13102/", ["13102", None])


def test_another_page_says_which_commune_and_how_to_change(visit):
    choose(visit, "Vitrolles")
    page = follow(visit, "fr/demarches/dalo/")
    assert page.inner_text("[data-place]") == "Votre commune\u00a0: Vitrolles · changer"
    page.click("[data-place] >> text=Vitrolles")
    assert page.url.endswith("fr/contacts/communes/13117/")


def test_a_list_of_people_shows_who_serves_the_commune(visit):
    page = visit.go("fr/demarches/dalo/#aide")
    before = people(page)
    choose(visit, "Pertuis")
    here = people(follow(visit, "fr/demarches/dalo/#aide"))
    assert ("ADIL 13" in before, "ADIL 13" in here, "ADIL 84 (Vaucluse)" in here) == (True, False, True)
    assert page.locator("[data-people] .g-far").get_attribute("open") is None
    assert page.inner_text("[data-people] .g-far summary") == "Pour d’autres communes"


def test_the_town_hall_becomes_the_one_of_the_commune(visit):
    choose(visit, "Vitrolles")
    page = follow(visit, "fr/demarches/renouveler-demande/#aide")
    card = page.locator("[data-people] > .g-cards > li", has_text="Mairie\u00a0: Vitrolles")
    assert card.locator("a[href='tel:+33442779000']").count() == 1
    card.locator(".g-card-title a").click()
    assert page.url.endswith("fr/contacts/communes/13117/")


def test_what_is_true_elsewhere_is_folded(visit):
    page = visit.go("fr/demarches/dalo/#inconnu")
    seen = page.is_visible("#inconnu-delai-autres")
    choose(visit, "Vitrolles")
    page = follow(visit, "fr/demarches/dalo/#inconnu")
    assert (seen, page.is_visible("#inconnu-delai-autres"), page.is_visible("#inconnu-en-ligne")) == (
        True,
        False,
        True,
    )


def test_whom_to_ask_is_who_serves_the_commune(visit):
    choose(visit, "Pertuis")
    page = follow(visit, "fr/demarches/dalo/#inconnu")
    asked = page.locator("#inconnu-delai-autres")
    assert ("ADIL 84" in asked.inner_text(), "ADIL 13" in asked.inner_text()) == (True, False)


def test_my_list_asks_no_commune_twice(visit):
    choose(visit, "Vitrolles")
    assert follow(visit, "fr/fiches/ma-liste/").input_value("#ma-commune") == "13117"


def test_wiping_forgets_the_commune_and_puts_the_page_back(visit):
    page = visit.go("fr/demarches/dalo/#aide")
    before = people(page)
    choose(visit, "Pertuis")
    follow(visit, "fr/demarches/dalo/#aide")
    page.click(".g-wipe-all [data-wipe]")
    assert (people(page), page.evaluate(KEPT), page.is_visible("[data-place]")) == (
        before,
        [None, None],
        False,
    )


def test_a_page_to_hide_follows_the_commune_and_writes_none(visit):
    page = visit.go("fr/demarches/violences/")
    page.evaluate("Guide.commune.choose('13117')")
    assert page.evaluate(KEPT) == [None, None]
    choose(visit, "Vitrolles")
    assert follow(visit, "fr/demarches/violences/").is_visible("[data-place]")


def test_the_commune_goes_with_the_ticks_that_one_keeps_on_the_device(visit):
    choose(visit, "Vitrolles")
    page = follow(visit, "fr/demarches/dalo/#papiers")
    page.check("[data-keep]")
    page.wait_for_function("localStorage.getItem('guide.commune') === '13117'")
    page.uncheck("[data-keep]")
    page.wait_for_function("sessionStorage.getItem('guide.commune') === '13117'")
    assert page.evaluate(KEPT) == ["13117", None]


def test_a_page_found_by_the_search_is_chosen_on_demand(visit):
    page = visit.go("fr/contacts/communes/13055/")
    page.click("[data-choose] button")
    page.wait_for_selector("[data-place]:visible")
    assert (page.evaluate(KEPT), page.is_visible("[data-choose]")) == (["13055", None], False)


def test_one_can_choose_no_commune_any_more(visit):
    choose(visit, "Vitrolles")
    page = follow(visit, "fr/contacts/")
    page.click("[data-unplace] button")
    page.wait_for_selector("[data-place]", state="hidden")
    assert page.evaluate(KEPT) == [None, None]


@pytest.mark.parametrize("insee", ["13117", "13055", "13109", "84089"])
def test_the_page_of_a_commune_holds_in_a_screen_and_a_third_before_its_folds(visit, insee):
    page = visit.go(f"fr/contacts/communes/{insee}/")
    top = page.evaluate("document.querySelector('.g-commune-page > .g-fold').getBoundingClientRect().top")
    assert top / 740 <= 1.34


def test_the_list_of_communes_begins_in_the_first_screen(visit):
    page = visit.go("fr/contacts/communes/")
    assert page.evaluate("document.querySelector('#liste').getBoundingClientRect().top") < 740


def test_a_delay_is_the_one_of_the_department(visit):
    choose(visit, "Pertuis")
    page = follow(visit, "fr/demarches/dalo/")
    told = page.locator("[data-in-84]").first
    assert told.text_content() == told.get_attribute("data-in-84")


def test_a_calculator_knows_the_department(visit):
    choose(visit, "Pertuis")
    assert follow(visit, "fr/parcours/mes-delais/").input_value("#departement") == "84"


def test_the_home_page_leads_to_the_page_of_the_commune_chosen(visit):
    choose(visit, "Vitrolles")
    page = follow(visit, "fr/")
    page.click("text=Ma commune")
    assert page.url.endswith("fr/contacts/communes/13117/")
