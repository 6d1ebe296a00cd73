"""What a person who is watched does: read about violence, leave in a
hurry, go back, wipe. Nothing may be left that a page can take away.
"""

from __future__ import annotations

import pytest

from support import PATIENCE
from support.browsing import PHONE, served, unfold, unfold_all
from support.keeping import kept, until

VIOLENCES = "fr/demarches/violences/"
HIDDEN = [
    VIOLENCES,
    "fr/criteres/violences-couple/",
    "ar/criteres/viol-agression-sexuelle/",
    "fr/contacts/violences-femmes-info/",
    "fr/contacts/solidarite-femmes-13/",
    "fr/criteres/sortie-prostitution/",
]


@pytest.fixture
def tab(visit):
    """A visit in which the weather always answers."""
    visit.page.context.route(
        "**/*meteofrance*/**",
        lambda route: route.fulfill(body="<title>météo</title>", content_type="text/html"),
    )
    return visit


def stored(page) -> list[str]:
    return page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")


def left(page) -> None:
    page.wait_for_url("**meteofrance**")


@pytest.mark.parametrize("path", HIDDEN)
def test_every_page_about_violence_has_a_way_out_and_keeps_nothing(tab, path):
    page = unfold_all(tab.go(path))
    assert page.is_visible("[data-quit]")
    for box in page.locator("[data-tick]").all():
        box.check()
    assert stored(page) == []
    page.click("[data-quit]")
    left(page)


@pytest.mark.parametrize("path", HIDDEN)
def test_no_box_of_such_a_page_is_ticked_again_later(tab, path):
    page = unfold_all(tab.go(path))
    for box in page.locator("[data-tick]").all():
        box.check()
    page.reload()
    assert page.locator("[data-tick]:checked").count() == 0


def test_seeing_the_sources_of_such_a_page_is_not_remembered(tab):
    page = tab.go(VIOLENCES)
    page.click(".g-sources-switch")
    assert page.locator(".g-proof:visible").count() > 0
    assert stored(page) == []


def test_a_paper_about_violence_is_kept_on_no_page(tab):
    page = unfold(tab.go("fr/demarches/pieces-justificatives/"))
    page.check("#papier-ordonnance-protection input")
    assert stored(page) == []


def test_back_does_not_return_after_the_links_of_the_page_were_used(tab):
    tab.go("fr/")
    page = tab.go("fr/criteres/violences-couple/")
    page.click(".g-fresh a")
    unfold(page)
    page.click("[data-quit]")
    left(page)
    page.go_back()
    assert page.url == tab.address + "fr/"


def test_back_does_not_return_after_other_such_pages_were_read(tab):
    tab.go("fr/")
    page = unfold(tab.go(VIOLENCES), "aide")
    page.click("article a[href$='contacts/violences-femmes-info/'] >> nth=0")
    page.wait_for_url("**/violences-femmes-info/")
    page.click("article a[href$='demarches/violences/'] >> nth=0")
    page.wait_for_url("**/demarches/violences/")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    left(page)
    page.go_back()
    assert page.url == tab.address + "fr/"


def test_neither_back_nor_forward_returns_after_somebody_had_come_back(tab):
    page = tab.go(VIOLENCES)
    page.goto(tab.address + "fr/criteres/violences-couple/")
    page.go_back()
    page.wait_for_selector("[data-quit]")
    page.click("[data-quit]")
    left(page)
    page.go_forward()
    assert "meteofrance" in page.url
    page.go_back()
    page.wait_for_url("**/fr/")
    assert page.is_visible("h1") and "Violences" not in page.inner_text("h1")


def test_a_link_to_a_part_still_leads_there(tab):
    page = tab.go("fr/criteres/violences-couple/")
    page.click(".g-fresh a[href='#loi']")
    assert page.url.endswith("#loi")
    page.wait_for_function("document.getElementById('loi').open")
    page.wait_for_function("Math.abs(document.getElementById('loi').getBoundingClientRect().top) < 200")


def test_other_tabs_on_such_pages_leave_too(tab):
    first = tab.go(VIOLENCES)
    second = tab.page.context.new_page()
    second.goto(tab.address + "fr/criteres/violences-couple/")
    first.click("[data-quit]")
    left(first)
    left(second)


def test_leaving_wipes_what_other_pages_kept(tab):
    unfold(tab.go("fr/demarches/dalo/")).check("[data-tick='dalo.numero-unique']")
    page = tab.go(VIOLENCES)
    page.evaluate("dispatchEvent(new Event('guide:forget'))")
    assert stored(page) == []


def test_private_questions_leave_no_answer_in_the_way_back(tab):
    tab.go("fr/")
    page = tab.go("fr/parcours/suis-je-prioritaire/")
    for box in page.locator("[data-choice]").all()[:4]:
        box.check()
    page.click("[data-choices] [type=submit]")
    page.click("[data-quit]")
    left(page)
    page.go_back()
    assert page.url == tab.address + "fr/"


def test_without_script_the_page_says_what_back_does(browser, address):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + VIOLENCES)
    assert page.locator(".g-quit a").get_attribute("href") == "https://www.meteofrance.com/"
    assert "Fermez aussi l’onglet" in page.inner_text(".g-quit")
    context.close()


def test_with_script_that_sentence_is_not_shown(tab):
    assert tab.go(VIOLENCES).locator(".g-quit .g-unscripted").is_hidden()


@pytest.mark.parametrize("end", ["?q=violences", "#q=violences", "?q=violences#resultats"])
def test_what_was_looked_for_does_not_stay_in_the_address(tab, end):
    page = tab.go("fr/recherche/" + end)
    page.wait_for_selector(".g-results a")
    assert (page.input_value("#chercher"), "violences" in page.url) == ("violences", False)


@pytest.fixture
def told(visit):
    """Every address that the host is asked for."""
    asked = []
    visit.page.on("request", lambda request: asked.append(request.url))
    return asked


@pytest.mark.parametrize(
    ("path", "box"),
    [("", "input"), ("404.html", "input"), ("fr/404.html", "#chercher"), ("fr/", "#chercher")],
)
def test_no_host_is_told_what_is_looked_for(visit, told, path, box):
    page = visit.go(path)
    page.fill(box, "violences")
    page.press(box, "Enter")
    page.wait_for_load_state("networkidle")
    assert [url for url in told if "q=" in url.split("#")[0]] == []


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_the_door_looks_for_it_in_the_language_of_the_button(visit, lang):
    page = visit.go("")
    page.fill("input", "dalo 50%")
    page.locator(f"button[lang={lang}]").click()
    page.wait_for_url(f"**/{lang}/recherche/")
    page.wait_for_selector(".g-results a")
    assert (page.input_value("#chercher"), visit.wrong) == ("dalo 50%", [])


def test_the_host_is_not_told_when_the_language_changes(visit, told):
    page = visit.go("fr/recherche/")
    page.fill("#chercher", "dalo")
    page.click(".g-languages a[hreflang=ar]")
    page.wait_for_url("**/ar/recherche/")
    assert (page.input_value("#chercher"), [url for url in told if "dalo" in url.split("#")[0]]) == (
        "dalo",
        [],
    )


def test_looking_for_something_writes_it_in_no_address(browser, address):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + "fr/")
    page.fill("#chercher", "violences")
    page.press("#chercher", "Enter")
    page.wait_for_url("**/recherche/**")
    assert "violences" not in page.url
    context.close()


@pytest.fixture
def keeping(browser, address):
    """A browser that keeps what it is given, once the French edition is kept."""
    context = browser.new_context(viewport=PHONE)
    context.set_default_timeout(PATIENCE)
    context.route(
        "**/*meteofrance*/**",
        lambda route: route.fulfill(body="<title>météo</title>", content_type="text/html"),
    )
    page = context.new_page()
    page.goto(address + "fr/demarches/dalo/")
    unfold(page)
    page.check("[data-keep]")
    page.check("[data-tick='dalo.numero-unique']")
    kept(page)
    yield page
    context.close()


GONE = (
    "async () => (await caches.keys()).length + (await "
    "navigator.serviceWorker.getRegistrations()).length === 0"
)


def test_wiping_takes_the_kept_pages_and_the_worker_too(keeping):
    keeping.evaluate("sessionStorage.setItem('guide.desk', '1')")
    keeping.locator("[data-wipe]").last.click()
    until(keeping, GONE)
    assert stored(keeping) == []


def test_leaving_in_a_hurry_takes_them_too(keeping, address):
    keeping.goto(address + VIOLENCES)
    keeping.click("[data-quit]")
    left(keeping)
    keeping.goto(address + "robots.txt")
    until(keeping, GONE)
    assert stored(keeping) == []


def test_a_counter_left_alone_forgets_the_kept_pages_too(keeping, address):
    keeping.evaluate("caches.open('guide / ar 0123456789abcdef')")
    keeping.clock.install()
    keeping.goto(address + "fr/demarches/dalo/?guichet")
    keeping.wait_for_selector(".g-desk-bar")
    keeping.clock.run_for(301_000)
    keeping.clock.run_for(65_000)
    keeping.wait_for_url("**/fr/guichet/")
    keeping.clock.resume()
    until(keeping, "async () => !(await caches.keys()).some(n => n.includes(' ar '))")
    assert keeping.evaluate("[localStorage.length, sessionStorage.getItem('guide.desk')]") == [0, "1"]


def test_a_counter_without_network_keeps_the_guide_for_the_next_person(browser, site):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    with served(site) as where:
        page.goto(where + "fr/demarches/dalo/?guichet")
        kept(page)
    page.evaluate("dispatchEvent(new Event('guide:forget'))")
    page.wait_for_timeout(800)
    page.goto(where + "fr/")
    assert page.is_visible("h1")
    context.close()
