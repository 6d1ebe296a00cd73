"""What a page tells in passing: that a translation is not reviewed; how it is listened to, and passed on."""

from __future__ import annotations

import pytest

from support.browsing import unfold

BANNER, MARK = ".g-unreviewed", ".g-unreviewed-mark"


def told(page) -> tuple[bool, bool]:
    """Whether the sentence is seen, whether the mark is."""
    return page.is_visible(BANNER), page.is_visible(MARK)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_translation_not_reviewed_is_told_once_in_the_visit(visit, lang):
    first = told(visit.go(f"{lang}/"))
    assert (first, told(visit.go(f"{lang}/demarches/dalo/"))) == ((True, False), (False, True))


def test_each_language_tells_its_own(visit):
    visit.go("ar/")
    assert told(visit.go("en/")) == (True, False)


def test_a_page_to_hide_does_not_keep_that_it_told(visit):
    page = visit.go("ar/demarches/violences/")
    assert (page.is_visible(BANNER), page.evaluate("Object.keys(sessionStorage)")) == (True, [])


def test_without_script_it_is_told_on_each_page(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "ar/demarches/dalo/")
    assert page.is_visible(BANNER)
    context.close()


def test_the_source_language_tells_nothing(visit):
    assert visit.go("fr/").locator(f"{BANNER}, {MARK}").count() == 0


#: A system's sheet that notes what it is given.
_SHEET = "window.given = []; navigator.share = async (what) => { window.given.push(what); };"


def shared(visit, path: str) -> dict:
    visit.page.add_init_script(_SHEET)
    page = unfold(visit.go(path), "fiches")
    page.click("#partager > summary")
    page.click("[data-share] button")
    return page.evaluate("window.given[0]")


def test_a_page_is_passed_on_through_the_sheet_of_the_system(visit):
    given = shared(visit, "fr/demarches/dalo/")
    assert given["text"] and given["url"].startswith("http")


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_a_page_to_hide_is_passed_on_without_its_name(visit, lang):
    given = shared(visit, f"{lang}/demarches/violences/")
    assert ("iolence" in str(given), "العنف" in str(given), "title" in given) == (False, False, False)


def test_where_the_system_has_no_sheet_there_is_no_button(visit):
    visit.page.add_init_script("delete Navigator.prototype.share")
    page = unfold(visit.go("fr/demarches/dalo/"), "fiches")
    page.click("#partager > summary")
    assert page.is_hidden("[data-share]")


def voices(*known: dict) -> str:
    """A browser that has these voices and notes what it is given to say."""
    return (
        "window.said = []; window.SpeechSynthesisUtterance = function (text) { this.text = text; };"
        "const engine = {getVoices: () => VOICES, "
        "speak: (u) => { said.push(u.text); setTimeout(u.onend, 0); },"
        "cancel() {}, addEventListener() {}};"
        "Object.defineProperty(window, 'speechSynthesis', {get: () => engine});"
    ).replace("VOICES", str(list(known)).replace("True", "true").replace("False", "false"))


def test_a_page_is_listened_to_a_sentence_at_a_time_with_numbers_digit_by_digit(visit):
    visit.page.add_init_script(voices({"lang": "fr-FR", "localService": True, "name": "a", "default": True}))
    page = visit.go("fr/demarches/expulsion/")
    page.click("[data-listen]")
    page.wait_for_function("window.said.length > 3")
    said = page.evaluate("window.said")
    assert [text for text in said if text.count(". ") > 1 or len(text) > 180] == []


@pytest.mark.parametrize(
    "voice", [{"lang": "fr-FR", "localService": False}, {"lang": "en-GB", "localService": True}]
)
def test_without_a_voice_of_the_device_in_its_language_a_page_offers_no_listening(visit, voice):
    visit.page.add_init_script(voices({**voice, "name": "a", "default": True}))
    page = visit.go("fr/demarches/dalo/")
    page.wait_for_load_state("networkidle")
    assert page.is_hidden("[data-listen]")
