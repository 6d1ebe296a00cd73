"""A phone of 360 pixels: no word is cut, the person's language is as large and as dark as French, sources
stay behind their switch.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from support.browsing import DESK

PLACES = (
    "",
    "guichet/",
    "guichet/enregistrer/",
    "demarches/dalo/",
    "demarches/expulsion/",
    "demarches/violences/",
    "recherche/",
    "fiches/",
    "courriers/",
    "contacts/",
    "contacts/communes/13117/",
    "lettres/contester-dalo/",
)

#: Words that go on to the next line, and examples in a field that do not fit there.
CUT = """() => {
    const seen = (one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
    const bad = [];
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const own = node.parentElement;
        if (!seen(own) || own.clientWidth === 1 || own.closest("option")) continue;
        for (const word of node.data.matchAll(/[\\p{L}\\p{M}]{2,}/gu)) {
            const range = document.createRange();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            const tops = [...range.getClientRects()].filter((box) => box.width > 1).map((box) => box.top);
            if (Math.max(...tops) - Math.min(...tops) > 10 && own.offsetWidth > 1) bad.push(word[0]);
        }
    }
    const pen = document.createElement("canvas").getContext("2d");
    for (const field of document.querySelectorAll("main [placeholder]")) {
        const look = getComputedStyle(field);
        pen.font = look.font;
        const room = field.clientWidth - parseFloat(look.paddingLeft) - parseFloat(look.paddingRight);
        if (seen(field) && pen.measureText(field.placeholder).width > room) bad.push(field.placeholder);
    }
    return bad;
}"""


def at_counter(visit, lang: str, path: str) -> Page:
    """A page in counter mode beside Arabic, once both languages stand there."""
    page = visit.go(f"{lang}/{path}?guichet{'=ar' if lang == 'fr' else ''}")
    page.wait_for_selector(".g-desk-other", state="attached")
    return page


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_no_word_is_cut(visit, lang, path):
    assert visit.go(f"{lang}/{path}").evaluate(CUT) == []


@pytest.mark.parametrize("path", ["", "guichet/", "demarches/dalo/", "demarches/expulsion/"])
@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_no_word_is_cut_at_a_counter(visit, lang, path):
    assert at_counter(visit, lang, path).evaluate(CUT) == []


def test_beside_french_the_persons_language_is_as_large_and_as_dark(visit):
    page = at_counter(visit, "fr", "demarches/dalo/")
    looks = page.evaluate("""() => [...document.querySelectorAll("main .g-desk-row")]
        .filter((row) => row.querySelector(":scope > .g-desk-own"))
        .map((row) => [".g-desk-page", ".g-desk-own"].map((half) => {
            const look = getComputedStyle(row.querySelector(`:scope > ${half}`));
            return `${look.fontSize} ${look.color}`;
        }))""")
    assert looks and [pair for pair in looks if pair[0] != pair[1]] == []


@pytest.mark.parametrize("path", ["fr/guichet/enregistrer/", "fr/demarches/dalo/?guichet=ar"])
def test_sources_wait_behind_their_switch_on_a_phone_and_are_there_on_a_desk(visit, path):
    page = visit.go(path)
    page.wait_for_selector(".g-sources-switch")
    on_phone = page.locator("main .g-proof:visible").count()
    page.set_viewport_size(DESK)
    page = visit.go(path)
    page.wait_for_selector("main .g-proof:visible")
    assert on_phone == 0


def test_a_map_is_opened_from_a_contact_on_a_phone_alone(browser, address):
    shown = []
    for touch in (True, False):
        context = browser.new_context(has_touch=touch, is_mobile=touch, service_workers="block")
        page = context.new_page()
        page.goto(f"{address}fr/contacts/adil-13/")
        shown.append(page.locator(".g-map").is_visible())
        context.close()
    assert shown == [True, False]
