"""An address goes along from one language to another, and one that is mistyped breaks nothing."""

from __future__ import annotations

import pytest

from support import PATIENCE
from support.browsing import PHONE, unfold

ODD = ["50%", "%E0%A4%A", "q-toit=%E0%A4%A", "%", "a=%&fin", "%%%=oui"]


def to(page, lang: str) -> str:
    """The address after a tap on a language, below the language's root."""
    page.click(f".g-languages a[hreflang={lang}]")
    page.wait_for_url(f"**/{lang}/**")
    return page.url.split(f"/{lang}/")[1]


@pytest.mark.parametrize(
    "path",
    [
        "parcours/ma-situation/#q-danger=non&q-toit=non",
        "demarches/dalo/#papiers",
        "demarches/dalo/?guichet#aide",
        "parcours/suis-je-prioritaire/#dalo=oui&fin",
    ],
)
def test_another_language_keeps_what_stands_in_the_address(visit, path):
    assert to(visit.go("fr/" + path), "ar") == path


def test_another_language_keeps_what_is_looked_for(visit):
    page = visit.go("fr/recherche/?q=expulsion")
    to(page, "ar")
    page.wait_for_selector("#resultats a")
    assert (page.input_value("#chercher"), page.url) == ("expulsion", visit.address + "ar/recherche/")


def test_another_language_keeps_what_was_typed_on_the_page_of_the_search(visit):
    page = visit.go("fr/recherche/")
    page.fill("#chercher", "expulsion")
    to(page, "ar")
    page.wait_for_selector("#resultats a")
    assert page.input_value("#chercher") == "expulsion"


def test_answers_given_since_the_page_was_opened_go_along(visit):
    page = visit.go("fr/parcours/ma-situation/")
    page.locator(".g-question:visible .g-answer", has_text="Non").first.click()
    told = page.url.split("#")[1]
    assert to(page, "ar") == "parcours/ma-situation/#" + told
    assert page.locator(".g-question:visible .g-count").inner_text().startswith("السؤال 2")


def test_a_page_in_french_alone_leads_home_without_its_anchor(visit):
    page = visit.go("fr/faits/#titre")
    assert to(page, "ar") == ""


def test_a_private_answer_is_asked_again_rather_than_stored(visit):
    page = visit.go("fr/parcours/suis-je-prioritaire/")
    page.check("#violences [data-choice]")
    page.click("[data-choices] [type=submit]")
    assert page.locator("[data-list=oui] ol > li").count() == 1
    assert "violences" not in to(page, "ar")
    assert page.locator("#violences").is_visible(), "no result is shown as whole without the private answer"
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("odd", ODD)
def test_a_malformed_fragment_is_none(visit, odd):
    page = visit.go("fr/demarches/dalo/#" + odd)
    assert (page.locator("[data-print][hidden]").count(), visit.wrong) == (0, [])


@pytest.mark.parametrize("odd", ODD)
def test_a_malformed_fragment_begins_the_questions(visit, odd):
    page = visit.go("fr/parcours/ma-situation/#" + odd)
    first = page.locator("[data-path]").get_attribute("data-start")
    assert (page.locator(".g-question:visible").get_attribute("id"), visit.wrong) == (first, [])


@pytest.mark.parametrize("odd", ODD)
def test_a_malformed_fragment_begins_the_list(visit, odd):
    page = visit.go("fr/parcours/suis-je-prioritaire/#" + odd)
    assert (page.locator("[data-choices]:visible").count(), visit.wrong) == (1, [])


@pytest.mark.parametrize("odd", ["50%", "%E0%A4%A", "%%"])
def test_a_malformed_query_is_searched_as_it_is(visit, odd):
    page = visit.go("fr/recherche/?q=" + odd)
    page.wait_for_selector("#resultats a")
    assert visit.wrong == []


@pytest.mark.parametrize("odd", ["50%", "%E0%A4%A", "%"])
def test_a_malformed_short_address_still_leads_to_its_page(visit, odd):
    page = visit.go("15/#" + odd)
    page.wait_for_selector("h1")
    assert visit.wrong == []


OLD = """
delete Element.prototype.replaceChildren;
delete DocumentFragment.prototype.replaceChildren;
delete Document.prototype.replaceChildren;
delete HTMLDialogElement.prototype.showModal;
delete HTMLDialogElement.prototype.close;
delete Intl.RelativeTimeFormat;
/* To such a phone a dialog is an element like any other: shown where it stands. */
addEventListener("DOMContentLoaded", () => {
  const inline = Object.assign(document.createElement("style"), {textContent: "dialog{display:inline}"});
  document.head.prepend(inline);
});
"""


@pytest.fixture
def old(browser, address):
    """A phone of 2019: no dialogs, no replaceChildren, no relative dates; and all that went wrong on it."""
    context = browser.new_context(viewport=PHONE, service_workers="block")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(OLD)
    page = context.new_page()
    page.wrong = []
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.visit = lambda path: page.goto(address + path) and page
    yield page
    context.close()


def test_without_dialog_the_link_to_the_search_is_there(old):
    page = old.visit("fr/demarches/dalo/")
    page.click(".g-search-link")
    page.wait_for_url("**/fr/recherche/")
    assert (
        page.locator("[data-open-search]").is_visible(),
        page.locator("#g-search").is_visible(),
        page.wrong,
    ) == (False, False, [])


def test_an_old_phone_searches(old):
    page = old.visit("fr/recherche/?q=dalo")
    page.wait_for_selector("#resultats a")
    assert page.wrong == []


def test_an_old_phone_answers_questions(old):
    page = old.visit("fr/parcours/dalo-possible/")
    for text in ("Oui", "Oui", "Sans logement"):
        page.locator(".g-question:visible .g-answer", has_text=text).first.click()
    assert (page.locator(".g-outcome:visible .g-given li").count(), page.wrong) == (3, [])


def test_an_old_phone_adds_up(old):
    page = old.visit("fr/parcours/suis-je-prioritaire/#dalo=oui&fin")
    assert (page.locator("[data-list=oui] ol > li").count(), page.wrong) == (1, [])


def test_an_old_phone_works_dates_out(old):
    page = old.visit("fr/parcours/mes-delais/#delai-proposition")
    page.fill("#jour-proposition", "2026-11-19")
    assert (
        page.inner_text("#delai-proposition output").startswith("lundi 30 novembre 2026"),
        page.wrong,
    ) == (True, [])


def test_an_old_phone_makes_a_list(old):
    page = old.visit("fr/fiches/ma-liste/")
    page.click("#liste-dalo summary")
    page.locator("#liste-dalo input").first.check()
    page.click(".g-maker [type=submit]")
    assert (page.locator(".g-sheet-had").count(), page.wrong) == (1, [])


def test_an_old_phone_reads_sentences_where_they_stand(old):
    page = unfold(old.visit("fr/demarches/dalo/"), "montrer")
    assert (
        page.locator("[data-show]").first.is_visible(),
        page.locator(".g-showcard blockquote").first.is_visible(),
    ) == (False, True)


def test_no_key_alone_starts_anything(visit):
    page = visit.go("fr/demarches/dalo/")
    for key in "/?abcdefghijklmnopqrstuvwxyz0123456789.,":
        page.keyboard.press(key)
    assert (page.locator("dialog[open]").count(), page.url) == (0, visit.address + "fr/demarches/dalo/")


ODDER = [*ODD, "__proto__=1", "constructor", "dalo=%00", "commune=constructor", "=&=&=", "a.b.c=oui&.=."]


@pytest.mark.parametrize(
    "path",
    [
        "fiches/ma-liste/",
        "parcours/mes-plafonds/",
        "parcours/mes-delais/",
        "parcours/dalo-possible/",
        "parcours/suis-je-prioritaire/",
    ],
)
def test_a_malformed_fragment_breaks_no_aid(visit, path):
    for odd in ODDER:
        visit.go(f"fr/{path}#{odd}")
    assert visit.wrong == []


@pytest.mark.parametrize(
    ("told", "place"),
    [("persons=abc", "#faute-personnes"), ("persons=3&income=beaucoup", "#faute-revenu")],
)
def test_what_an_address_cannot_mean_is_told(visit, told, place):
    page = visit.go(f"fr/parcours/mes-plafonds/#{told}")
    assert page.inner_text(place) != ""
