"""The copy for the days without a network: it comes by itself on a good line, waits for a yes on another,
says when it is there, and can be taken away.
"""

from __future__ import annotations

import json

import pytest

from support.browsing import served
from support.keeping import keep, kept, put, rewrite, small_edition, until

SPARING = {"saveData": True}, {"type": "cellular", "effectiveType": "4g"}, {"effectiveType": "3g"}
OFFER, KEPT_SIGN = "[data-copy-keep]", "[data-copy-drop]"
NOTHING = "async () => (await caches.keys()).length === 0"


@pytest.fixture
def host(site, tmp_path):
    """(folder, address) of a small French edition."""
    folder = small_edition(site, tmp_path / "host")
    with served(folder) as where:
        yield folder, where


def on_a_line(phone, line: dict):
    """A page that believes to be on `line`."""
    phone.add_init_script(
        f"Object.defineProperty(navigator, 'connection', {{get: () => ({json.dumps(line)})}})"
    )
    return phone.new_page()


@pytest.mark.parametrize("line", SPARING, ids=["save-data", "metered", "slow"])
def test_on_a_line_to_spare_nothing_comes_without_a_yes(phone, host, line):
    page = on_a_line(phone, line)
    page.goto(host[1] + "fr/")
    page.wait_for_selector(OFFER)
    assert page.evaluate("caches.keys()") == []


def test_a_yes_brings_the_guide_and_the_page_says_so(phone, host):
    page = on_a_line(phone, SPARING[0])
    page.goto(host[1] + "fr/")
    page.click(OFFER)
    page.wait_for_selector(KEPT_SIGN)
    assert "Gardé pour hors connexion" in page.inner_text("[data-offline-copy]")
    assert kept(page)


def test_the_offer_says_how_much_it_weighs(phone, address):
    page = on_a_line(phone, SPARING[0])
    page.goto(address + "fr/")
    page.wait_for_selector(OFFER)
    text = page.inner_text(OFFER).replace("\u00a0", " ").replace("\u202f", " ")
    assert text.startswith("Garder ce guide sur cet appareil : ") and text.endswith(" Mo")


def test_on_a_good_line_the_guide_comes_by_itself_and_says_so(phone, host):
    page = on_a_line(phone, {"effectiveType": "4g", "saveData": False})
    page.goto(host[1] + "fr/")
    page.wait_for_selector(KEPT_SIGN)
    assert page.is_hidden(OFFER)


def test_a_browser_that_is_never_idle_keeps_the_guide_all_the_same(phone, host):
    phone.add_init_script(
        "window.requestIdleCallback = (act, how) => { if (how && how.timeout) setTimeout(act, 100); }"
    )
    assert keep(phone.new_page(), host[1])


def test_what_is_taken_away_is_gone_and_does_not_come_back_by_itself(phone, host):
    page = phone.new_page()
    keep(page, host[1])
    page.click(KEPT_SIGN)
    until(page, NOTHING)
    page.goto(host[1] + "fr/demarches/dalo/")
    page.wait_for_selector(OFFER)
    assert page.evaluate("caches.keys()") == []


def test_wiping_all_forgets_that_choice_too(phone, host):
    page = phone.new_page()
    keep(page, host[1])
    page.click(KEPT_SIGN)
    page.locator(".g-footer [data-wipe]").click()
    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_page_to_hide_brings_no_copy(phone, address):
    page = phone.new_page()
    page.goto(address + "fr/demarches/violences/")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    registered = "async () => (await navigator.serviceWorker.getRegistrations()).length"
    assert (page.evaluate("caches.keys()"), page.evaluate(registered)) == ([], 0)


def test_on_a_line_to_spare_a_newer_edition_waits_and_is_told(phone, host):
    folder, address = host
    page = phone.new_page()
    keep(page, address)
    put(folder, "demarches/dalo/index.html", "<title>", "<title>NEUF ")
    rewrite(folder)
    worker = folder / "sw.js"
    sparing = worker.read_text(encoding="utf-8").replace(
        "self.navigator.connection || {}", "{ saveData: true }"
    )
    worker.write_text(sparing, encoding="utf-8")
    page.goto(address + "fr/demarches/dalo/")
    page.wait_for_selector("#g-old button")
    assert not page.title().startswith("NEUF")


def test_showing_a_new_edition_in_one_tab_leaves_the_answers_of_another(phone, host):
    folder, address = host
    page = phone.new_page()
    keep(page, address)
    other = phone.new_page()
    other.goto(address + "fr/demarches/expulsion/")
    other.evaluate("window.answers = 1")
    put(folder, "demarches/dalo/index.html", "<title>", "<title>NEUF ")
    rewrite(folder)
    page.goto(address + "fr/demarches/dalo/")
    page.click("#g-new button")
    page.wait_for_function("document.title.startsWith('NEUF')")
    other.wait_for_selector("#g-new button")
    assert other.evaluate("window.answers") == 1
