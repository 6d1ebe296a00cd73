"""« Qui vous écrit ? », and a procedure told by stages: from a paper in the hand to the last day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from support import PATIENCE
from support.browsing import PHONE, Visit, before_scripts

HEARING = "2026-12-15"
#: That day as each edition writes it.
WRITTEN = {"fr": "mardi 15 décembre 2026", "ar": "15/12/2026"}


@pytest.fixture
def plain(browser, address: str) -> Iterator[Visit]:
    """A phone without JavaScript."""
    context = browser.new_context(viewport=PHONE, service_workers="block", java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    yield Visit(context.new_page(), address)
    context.close()


def tap(page: Page, what: str) -> None:
    page.locator(f"main {what} >> visible=true").first.click()


def open_stages(page: Page) -> list[str]:
    stages = page.locator(".g-stage:has(> details[open])")
    return [stages.nth(rank).get_attribute("id") or "" for rank in range(stages.count())]


@pytest.mark.parametrize("lang", WRITTEN)
def test_holding_a_summons_three_taps_to_my_last_day(visit, lang):
    page = visit.go(f"{lang}/")
    taps = [
        "a[href$='courriers/']",
        "#de-commissaire > details > summary",
        "#assignation > details > summary",
    ]
    for what in taps:
        tap(page, what)
    page.fill("#jour-assignation", HEARING)
    assert WRITTEN[lang] in page.inner_text("#delai-assignation output")
    assert page.is_visible("#delai-assignation [data-ics]")


@pytest.mark.parametrize("lang", WRITTEN)
def test_on_the_page_of_evictions_two_taps_to_my_last_day(visit, lang):
    page = visit.go(f"{lang}/")
    for what in ["a[href$='demarches/expulsion/']", "#stade-assignation > details > summary"]:
        tap(page, what)
    page.fill("#jour-calcul-assignation", HEARING)
    assert WRITTEN[lang] in page.inner_text("#delai-calcul-assignation output")


def test_a_day_given_before_the_script_came_is_counted_from(visit):
    before_scripts(visit.page, f"document.getElementById('jour-calcul-assignation').value = '{HEARING}'")
    page = visit.go("fr/demarches/expulsion/")
    assert WRITTEN["fr"] in page.text_content("#delai-calcul-assignation output")


def test_the_doors_fit_in_a_screen_and_a_half(visit):
    page = visit.go("fr/courriers/")
    end = page.evaluate("document.getElementById('courriers-liste').getBoundingClientRect().bottom")
    assert end <= 1.5 * PHONE["height"]


def test_an_address_opens_the_door_and_the_letter(visit):
    page = visit.go("fr/courriers/#non-attribution")
    assert page.is_visible("#non-attribution .g-letter-says")
    assert page.locator(".g-door > details[open]").count() == 1


def test_a_word_of_the_paper_opens_the_doors_that_have_it(visit):
    page = visit.go("fr/courriers/")
    page.fill("#courrier-mot", "injonction")
    assert page.locator(".g-letter >> visible=true").count() == 1
    assert page.locator(".g-door >> visible=true").count() == 1
    page.fill("#courrier-mot", "")
    assert page.locator(".g-letter >> visible=true").count() == 0
    assert page.locator(".g-door >> visible=true").count() == page.locator(".g-door").count()


def test_choosing_a_stage_shows_that_stage_alone(visit):
    page = visit.go("fr/demarches/expulsion/")
    assert open_stages(page) == []
    for stage in ("stade-jugement", "stade-assignation"):
        page.click(f"#{stage} > details > summary")
        assert open_stages(page) == [stage]
    assert page.locator(".g-stage-here >> visible=true").count() == 1
    assert page.is_visible("#etape-audience")
    assert not page.is_visible("#etape-appel")


def test_an_address_opens_the_stage_that_tells_it(visit):
    page = visit.go("fr/demarches/expulsion/#stade-jugement")
    assert open_stages(page) == ["stade-jugement"]
    page.evaluate("location.hash = '#delai-meubles'")
    page.wait_for_selector("#delai-meubles", state="visible")
    assert open_stages(page) == ["stade-apres"]


def test_without_script_each_stage_and_each_letter_opens(plain):
    page = plain.go("fr/demarches/expulsion/")
    for stage in ("assignation", "jugement"):
        page.click(f"#stade-{stage} > details > summary")
    assert page.is_visible("#etape-audience")
    assert page.is_visible("#etape-appel")
    page = plain.go("fr/courriers/")
    page.click("#de-tribunal > details > summary")
    page.click("#decision-expulsion > details > summary")
    assert page.is_visible("#decision-expulsion .g-letter-says")


def test_what_is_long_to_print_hands_over_its_sheet_without_script(plain):
    page = plain.go("fr/demarches/expulsion/")
    page.emulate_media(media="print")
    assert page.locator(".g-instead", has_text="fiches/expulsion.pdf").is_visible()
