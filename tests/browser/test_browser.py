"""What a person does, in Chromium: search, change language, tick, wipe, look up a town, leave in a hurry."""

from __future__ import annotations

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Page

from support.browsing import DESK, PHONE, unfold, unfold_all


def first_result(page: Page) -> str:
    return page.locator(".g-results:visible a").first.get_attribute("href") or ""


@pytest.mark.parametrize(
    ("lang", "query", "wanted"),
    [
        ("fr", "renouvelement", "demarches/renouveler-demande/"),
        ("fr", "l’expulsion", "demarches/expulsion/"),
        ("fr", "mairie Vitroles", "contacts/communes/13117/"),
        (
            "fr",
            "FAUTEUILS ROULANTS",
            ("criteres/handicap/", "demarches/handicap/", "demarches/adapter-logement/"),
        ),
        ("ar", "يضربني", "demarches/violences/"),
        ("en", "homeles", "demarches/sans-abri/"),
        ("fr", "115", ("contacts/samu-social-115/", "demarches/sans-abri/")),
        ("ar", "3919", ("contacts/violences-femmes-info/", "demarches/violences/")),
        ("en", "blank 15037 pdf", ("courriers/#cerfa-15037", "demarches/daho/")),
        ("ar", "دالو", ("demarches/dalo/", "parcours/dalo-possible/")),
        ("ar", "dalo", ("demarches/dalo/", "parcours/dalo-possible/")),
        ("en", "caf marseille", ("contacts/caf-13/", "contacts/caf/")),
        ("fr", "renouv", "demarches/renouveler-demande/"),
        ("fr", "expulsıon", "demarches/expulsion/"),
        ("fr", "ma demmande a éte suprimée", ("demarches/radiation/", "courriers/#avertissement-radiation")),
        ("ar", "طرد", "demarches/expulsion/"),
        ("fr", "dal", "demarches/dalo/"),
    ],
)
def test_search_forgives(visit, lang, query, wanted):
    page = visit.go(f"{lang}/")
    page.focus("#chercher")
    page.wait_for_function("!!(Guide.search && Guide.search.whole)")
    page.fill("#chercher", query)
    page.wait_for_selector(".g-results a")
    assert first_result(page).endswith(wanted)


def test_a_query_of_small_words_alone_still_leads_somewhere(visit):
    page = visit.go("fr/recherche/?q=comment%20faire")
    page.wait_for_selector("#resultats a")
    assert page.locator("#resultats a[href^='tel:']").first.get_attribute("href") == "tel:115"


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_no_result_leads_to_another_language(visit, lang):
    page = visit.go(f"{lang}/recherche/?q=logement%20expulsion%20mairie%20dalo")
    page.wait_for_selector("#resultats a")
    assert [
        a
        for a in page.locator("#resultats a:not(.g-call)").evaluate_all(
            "all => all.map(a => new URL(a.href).pathname)"
        )
        if not a.startswith(f"/{lang}/")
    ] == []


def test_search_opens_from_any_page_by_its_button(visit):
    page = visit.go("fr/contacts/adil-13/")
    page.click("[data-open-search]")
    page.keyboard.type("dalo")
    page.wait_for_selector("#g-search .g-results a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/demarches/dalo/")


def test_search_closes_with_escape_and_gives_the_focus_back(visit):
    page = visit.go("fr/")
    page.click("[data-open-search]")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.hasAttribute('data-open-search')")


def test_search_is_fetched_only_when_used(visit):
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.go("fr/demarches/dalo/").wait_for_load_state("networkidle")
    assert [url for url in asked if "/search/" in url] == []


def test_search_page_takes_the_query_from_its_address(visit):
    page = visit.go("fr/recherche/?q=dalo")
    page.wait_for_selector("#resultats a")
    assert first_result(page).endswith("demarches/dalo/")


def test_a_query_is_never_read_as_html(visit):
    page = visit.go("fr/recherche/?q=dalo%20%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D1%3E")
    page.wait_for_selector("#resultats a")
    assert page.input_value("#chercher").startswith("dalo <img")
    assert page.locator("main img").count() == 0
    assert page.title() != "1"


def test_searching_without_result_offers_the_urgent_pages(visit):
    page = visit.go("fr/recherche/?q=zzzzzzzz")
    page.wait_for_selector("#resultats a")
    assert "Aucun résultat" in page.inner_text(".g-search-status")


def test_the_site_can_be_searched_from_a_folder(visit, site):
    visit.page.goto((site / "fr/index.html").resolve().as_uri())
    visit.page.fill("#chercher", "renouveler")
    visit.page.wait_for_selector(".g-results a")
    assert first_result(visit.page).endswith("demarches/renouveler-demande/")


def test_changing_language_keeps_the_page(visit):
    page = visit.go("fr/demarches/dalo/")
    page.click(".g-languages a[hreflang=ar]")
    page.wait_for_url("**/ar/demarches/dalo/")
    assert page.evaluate("document.documentElement.dir") == "rtl"


def test_a_tick_survives_a_reload(visit):
    page = unfold(visit.go("fr/demarches/dalo/"))
    page.check("[data-tick='dalo.numero-unique']")
    page.reload()
    assert page.is_checked("[data-tick='dalo.numero-unique']")


def test_a_tick_is_the_same_in_another_language(visit):
    unfold(visit.go("fr/demarches/dalo/")).check("[data-tick='dalo.numero-unique']")
    assert visit.go("ar/demarches/dalo/").is_checked("[data-tick='dalo.numero-unique']")


def test_ticks_are_not_kept_on_the_device_unless_asked(visit):
    page = unfold(visit.go("fr/demarches/dalo/"))
    page.check("[data-tick='dalo.numero-unique']")
    assert page.evaluate("localStorage.length") == 0


def test_wiping_leaves_nothing(visit):
    page = unfold(visit.go("fr/demarches/dalo/"))
    page.check("[data-keep]")
    page.check("[data-tick='dalo.numero-unique']")
    page.locator("[data-wipe]").first.click()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_nothing_is_stored_on_a_sensitive_page(visit):
    page = unfold(visit.go("fr/demarches/violences/"))
    page.locator("[data-tick]").first.check()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_leaving_in_a_hurry_replaces_the_page(visit):
    page = visit.go("fr/")
    page.goto(visit.address + "fr/demarches/violences/")
    page.route("**/*meteofrance*/**", lambda route: route.fulfill(body="météo"))
    page.click("[data-quit]")
    page.wait_for_url("**meteofrance**")
    page.go_back()
    assert page.url == visit.address + "fr/"


def test_a_town_is_found_by_its_name(visit):
    page = visit.go("fr/contacts/")
    page.fill("#commune", "vitrol")
    page.press("#commune", "Enter")
    page.wait_for_url("**/contacts/communes/13117/")


def test_a_town_is_found_by_its_postcode(visit):
    page = visit.go("fr/contacts/")
    page.fill("#commune", "84120")
    page.wait_for_selector(".g-commune-hits a")
    assert page.inner_text(".g-commune-hits") == "Pertuis"


def test_a_path_of_questions_works_without_script(browser, address):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + "fr/parcours/ma-situation/")
    page.locator(".g-question:visible .g-answer", has_text="Non").first.click()
    assert page.locator(".g-question:visible").count() == 1
    context.close()


def test_sources_stand_behind_one_switch_and_open_where_they_stand(visit):
    page = visit.go("fr/demarches/dalo/")
    assert page.locator(".g-proof:visible").count() == 0
    page.click(".g-sources-switch")
    page.locator(".g-proof summary").first.click()
    assert "2026" in page.locator(".g-proof[open] li").first.inner_text()


def test_the_menu_opens_on_a_phone(visit):
    page = visit.go("fr/")
    page.click("[data-menu]")
    assert page.is_visible("#g-menu")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "demarches/dalo/",
        "demarches/violences/",
        "contacts/",
        "contacts/communes/",
        "contacts/communes/13117/",
        "parcours/ma-situation/",
        "recherche/",
        "cadre/glossaire/",
        "courriers/",
        "guichet/enregistrer/",
        "parcours/dalo-possible/",
        "parcours/suis-je-prioritaire/",
        "parcours/mes-plafonds/",
        "parcours/mes-delais/",
        "fiches/ma-liste/",
        "demarches/dalo/?guichet",
    ],
)
@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_no_page_complains_calls_out_or_scrolls_sideways(visit, lang, path):
    page = visit.go(f"{lang}/{path}")
    page.wait_for_load_state("networkidle")
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert (visit.wrong, visit.foreign, max(wide, 0)) == ([], [], 0)


#: A scheme changes colours alone; axe is in the page since it was run in the light.
IN_THE_DARK = """axe.run(document, {
    resultTypes: ["violations"],
    runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]},
})"""


def grave(found: dict) -> list[tuple[str, list[str]]]:
    """(rule, where) for each violation that keeps somebody out."""
    return [
        (violation["id"], [node["html"][:120] for node in violation["nodes"]][:3])
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "demarches/dalo/",
        "contacts/adil-13/",
        "recherche/?q=dalo",
        "parcours/dalo-possible/#q-sejour=non",
        "parcours/suis-je-prioritaire/#dalo=oui&fin",
        "parcours/mes-plafonds/",
        "parcours/mes-delais/",
        "courriers/",
        "fiches/ma-liste/",
        "demarches/expulsion/?guichet",
    ],
)
@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_axe_finds_nothing_serious(browser, address, lang, path, size):
    context = browser.new_context(viewport=size, color_scheme="light", service_workers="block")
    page = context.new_page()
    page.goto(f"{address}{lang}/{path}")
    page.wait_for_load_state("networkidle")
    unfold_all(page)
    light = Axe().run(page, options={"resultTypes": ["violations"]})
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(IN_THE_DARK)
    context.close()
    assert (grave(light), grave(dark)) == ([], [])


def test_what_cannot_wait_stands_out_with_its_numbers(visit):
    page = visit.go("ar/recherche/?q=زوجي يضربني")
    page.wait_for_selector("#resultats a.g-pinned")
    first = page.locator("#resultats li").first
    calls = first.locator("a.g-call").evaluate_all(
        "all => all.map(a => a.getAttribute('href').split('?')[0])"
    )
    assert (first.evaluate("li => getComputedStyle(li).borderTopWidth"), calls) == (
        "3px",
        ["tel:17", "sms:114", "tel:3919"],
    )
