"""At a counter and on paper: counter mode, a sentence to show, a list to take away, a page to pass on."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest

from support.browsing import DESK, unfold

DALO = "demarches/dalo/"


@pytest.fixture
def desk(visit):
    """Arabic pages in counter mode, whose French phrases are told
    apart from untranslated ones by a sign that the test adds.
    """

    def marked(route):
        answer = route.fetch()
        route.fulfill(
            response=answer,
            body=answer.text()
            .replace('<h2 id="etapes">', '<h2 id="etapes">★ ')
            .replace('class="g-say">', 'class="g-say">★ '),
        )

    visit.page.route("**/fr/**/*phrases", marked)
    visit.page.set_viewport_size(DESK)
    return visit


def test_counter_mode_lasts_for_the_session(desk):
    desk.go("fr/guichet/").click("a[href='./?guichet']")
    desk.page.wait_for_selector(".g-desk-bar")
    page = desk.go("fr/" + DALO)
    page.wait_for_selector(".g-desk-bar")
    page.locator(".g-desk-bar button").last.click()
    page.wait_for_selector(".g-desk-bar", state="detached")
    assert page.evaluate("sessionStorage.length") == 0


def test_each_phrase_carries_its_french(desk):
    page = desk.go("ar/" + DALO + "?guichet")
    page.wait_for_selector(".g-paired", state="attached")
    french = page.inner_text("#etape-demande .g-desk-fr")
    shown = desk.page.context.new_page()
    shown.goto(desk.address + "fr/" + DALO)
    assert french == "★ " + shown.inner_text("#etape-demande .g-say")
    assert page.locator("#etape-demande .g-desk-fr").get_attribute("lang") == "fr"
    assert page.inner_text("#etapes .g-desk-fr").startswith("★")
    assert page.locator("iframe").count() == 0


@pytest.mark.parametrize(
    "what", [".g-outcomes dd", ".g-turns li", ".g-clock > .g-list > li", ".g-outcomes .g-caveat-seen"]
)
def test_what_a_person_has_to_understand_stands_in_both_languages(visit, what):
    page = visit.go("fr/" + DALO + "?guichet=ar")
    page.wait_for_selector(".g-paired", state="attached")
    alone = page.locator(what).filter(has_not=page.locator(".g-desk-own"))
    assert (page.locator(what).count() > 0, alone.all_text_contents()) == (True, [])


def test_a_long_answer_stops_for_breath_in_the_persons_language_too(visit):
    page = visit.go("fr/demarches/absence-longue/?guichet=ar")
    page.wait_for_selector(".g-paired", state="attached")
    assert "\n" in page.locator("#issue-occupants dd .g-desk-own").first.text_content()


def test_the_french_of_another_page_is_never_read_as_html(visit):
    visit.page.route(
        "**/fr/**/*phrases",
        lambda route: route.fulfill(
            response=(answer := route.fetch()),
            body=answer.text().replace(
                '<h2 id="etapes">', '<h2 id="etapes">&lt;img src=x onerror=document.title=1&gt;'
            ),
        ),
    )
    page = visit.go("ar/" + DALO + "?guichet")
    page.wait_for_selector("#etapes .g-desk-fr")
    assert page.title() != "1" and page.locator("#etapes img").count() == 0


def test_nothing_is_kept_on_the_device_in_counter_mode(desk):
    page = desk.go("fr/" + DALO + "?guichet")
    page.wait_for_selector(".g-desk-bar")
    assert page.locator("[data-keep]").is_hidden()


def ticked_then_left(desk):
    desk.page.clock.install()
    page = desk.go("fr/" + DALO + "?guichet")
    page.wait_for_selector(".g-desk-bar")
    unfold(page)
    page.check("[data-tick='dalo.numero-unique']")
    return page


def test_a_counter_left_alone_warns_then_wipes(desk):
    page = ticked_then_left(desk)
    page.clock.run_for(301_000)
    page.wait_for_selector(".g-warning")
    page.clock.run_for(65_000)
    page.wait_for_url("**/fr/guichet/")
    assert page.evaluate("sessionStorage.getItem('guide.ticks')") is None
    assert page.evaluate("sessionStorage.getItem('guide.desk')") == "1"


def test_the_warning_can_be_put_off(desk):
    page = ticked_then_left(desk)
    page.clock.run_for(310_000)
    page.click(".g-warning button")
    page.clock.run_for(200_000)
    assert page.is_checked("[data-tick='dalo.numero-unique']")
    assert page.locator(".g-warning").count() == 0


def test_other_readers_fetch_nothing_of_counter_mode(visit):
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.go("fr/" + DALO).wait_for_load_state("networkidle")
    assert [url for url in asked if "desk" in url or "pairs" in url] == []


def test_a_sentence_is_shown_full_screen_with_its_law(visit):
    page = unfold(visit.go("fr/" + DALO), "montrer")
    page.locator("[data-show]").first.click()
    shown = page.locator("dialog.g-full")
    assert "L. 441" in shown.inner_text()
    assert shown.bounding_box()["width"] == page.viewport_size["width"]
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.hasAttribute('data-show')")


def test_a_page_is_passed_on_by_code_address_and_message(visit):
    import segno

    page = unfold(visit.go("fr/" + DALO), "fiches")
    page.click("#partager summary")
    address = page.inner_text("#partager .g-address")
    assert re.search(r"/\d+$", address)
    message = unquote(page.get_attribute("#partager a", "href"))
    assert message.startswith("sms:?&body=") and message.endswith(address + "#fr")
    size = segno.make(page.get_attribute("link[rel=canonical]", "href"), error="m", micro=False).symbol_size(
        border=4
    )[0]
    assert page.get_attribute("#partager svg", "viewBox") == f"0 0 {size} {size}"


def make_list(page) -> None:
    page.click("#liste-dalo summary")
    page.locator("#liste-dalo input").nth(0).check()
    page.locator("#liste-dalo input").nth(2).check()
    page.select_option("#ma-commune", "84089")
    page.click(".g-maker [type=submit]")


def test_a_list_says_what_where_and_by_when(visit):
    page = visit.go("fr/fiches/ma-liste/")
    make_list(page)
    sheet = page.inner_text("[data-sheet]")
    assert page.locator(".g-sheet-had").count() == 2
    assert "Pertuis" in sheet and "ADIL 84" in sheet and "3\u00a0mois" in sheet


def test_a_list_counts_what_one_has_and_names_what_one_lacks(visit):
    page = visit.go("fr/fiches/ma-liste/")
    make_list(page)
    sheet = page.inner_text("[data-sheet]")
    missing = sheet.split("Il me manque")[1].split("À garder prêt")[0]
    assert (": 2 sur 6." in sheet, "numéro unique" in missing) == (True, True)


def test_a_paper_ticked_on_its_page_is_had_on_the_list(visit):
    page = unfold(visit.go("fr/" + DALO))
    page.locator("#papiers [data-tick]").first.check()
    page.click("#papiers a[href$='#liste-dalo']")
    page.wait_for_url("**/ma-liste/**")
    assert page.locator("#liste-dalo input").evaluate_all("boxes => boxes.map((box) => box.checked)") == [
        True,
        *5 * [False],
    ]


def test_a_list_is_handed_over_by_its_address(visit):
    page = visit.go("fr/fiches/ma-liste/#dalo=numero-unique&commune=84089")
    page.click(".g-maker [type=submit]")
    sheet = page.inner_text("[data-sheet]")
    assert (": 1 sur 6." in sheet, "Pertuis" in sheet) == (True, True)


def test_the_message_of_a_list_says_what_one_has(visit):
    page = visit.go("fr/fiches/ma-liste/")
    make_list(page)
    page.eval_on_selector("[data-sms]", "link => link.addEventListener('click', (e) => e.preventDefault())")
    page.click("[data-sms]")
    told = unquote(page.get_attribute("[data-sms]", "href"))
    assert told.endswith("#dalo=cerfa-15036.preuve-situation-dalo&commune=84089")


def test_a_list_is_kept_for_the_visit_only_and_sent_nowhere(visit):
    page = visit.go("fr/fiches/ma-liste/")
    make_list(page)
    assert page.evaluate("localStorage.length") == 0
    assert (visit.foreign, page.url) == ([], visit.address + "fr/fiches/ma-liste/")


def test_wiping_takes_the_list_away(visit):
    page = visit.go("fr/fiches/ma-liste/")
    make_list(page)
    page.click(".g-footer [data-wipe]")
    assert page.locator("[data-sheet]").is_hidden()
    assert page.locator("#liste-dalo input:checked").count() == 0


def test_only_the_list_is_printed(visit):
    page = visit.go("fr/fiches/ma-liste/")
    make_list(page)
    page.emulate_media(media="print")
    assert page.locator("[data-sheet]").is_visible()
    assert page.locator(".g-maker").is_hidden() and page.locator(".g-header").is_hidden()


def test_a_printed_page_has_empty_boxes_its_address_and_no_menu(visit):
    page = visit.go("fr/" + DALO)
    page.emulate_media(media="print")
    box = page.locator("[data-tick]").first
    assert box.evaluate("b => [getComputedStyle(b).appearance, getComputedStyle(b).borderTopStyle]") == [
        "none",
        "solid",
    ]
    assert page.locator(".g-header").is_hidden() and page.locator(".g-footer").is_hidden()
    assert page.locator(".g-print-only", has_text="demarches/dalo/").is_visible()


def test_keeping_ticks_is_a_choice_that_can_be_taken_back(visit):
    page = unfold(visit.go("fr/" + DALO))
    page.check("[data-tick='dalo.numero-unique']")
    page.check("[data-keep]")
    assert "dalo.numero-unique" in page.evaluate("localStorage.getItem('guide.ticks')")
    page.uncheck("[data-keep]")
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    assert page.is_checked("[data-tick='dalo.numero-unique']")


def test_a_criterion_and_a_procedure_of_the_same_name_have_their_own_ticks(visit):
    unfold(visit.go("fr/criteres/handicap/")).locator("[data-tick]").first.check()
    assert visit.go("fr/demarches/handicap/").locator("[data-tick]:checked").count() == 0


@pytest.mark.parametrize(
    ("phone", "part", "lang"), [("ar-DZ", "", "ar"), ("tr-TR", "", "fr"), ("ar-DZ", "#en", "en")]
)
def test_a_short_address_opens_in_the_language_asked_for_or_the_phones_own(
    browser, address, phone, part, lang
):
    context = browser.new_context(locale=phone, service_workers="block")
    page = context.new_page()
    page.goto(f"{address}15/{part}")
    if phone == "tr-TR":
        page.get_by_role("link", name="Français").click()
    page.wait_for_url(f"**/{lang}/demarches/**")
    context.close()
