"""Decision aids and calculators as a person uses them, with and without JavaScript."""

from __future__ import annotations

import pytest

from support import PATIENCE
from support.browsing import PHONE

TREE = "fr/parcours/dalo-possible/"


@pytest.fixture
def plain(browser, address):
    """A browser without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield lambda path: page.goto(address + path) and page
    context.close()


def answer(page, text: str) -> None:
    page.locator(".g-question:visible .g-answer", has_text=text).first.click()


def test_one_question_a_screen_without_script(plain):
    page = plain(TREE)
    for _ in range(2):
        assert page.locator(".g-question:visible").count() == 1
        answer(page, "Oui")
    answer(page, "Sans logement")
    assert page.locator(".g-outcome:visible h2").inner_text().startswith("Oui, sans attendre")
    assert page.locator(".g-outcome:visible .g-result-link").get_attribute("href") == "../../demarches/dalo/"


def test_a_path_goes_on_without_reloading_and_tells_the_answers(visit):
    page = visit.go(TREE)
    page.evaluate("window.same = true")
    for text in ("Oui", "Oui", "Sans logement"):
        answer(page, text)
    page.wait_for_selector(".g-outcome:visible")
    assert page.evaluate("window.same")
    assert (
        page.locator(".g-outcome:visible .g-given li")
        .all_inner_texts()[2]
        .endswith("Sans logement, ou hébergé par un proche")
    )


def test_answers_stand_in_the_address_and_are_stored_nowhere(visit):
    page = visit.go(TREE)
    answer(page, "Oui")
    page.wait_for_url("**#q-sejour=oui")
    page.reload()
    assert page.locator(".g-question:visible").get_attribute("id") == "q-demande"
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_back_undoes_one_answer(visit):
    page = visit.go(TREE + "#q-sejour=oui&q-demande=oui")
    page.locator(".g-question:visible [data-back]").click()
    page.wait_for_selector("#q-demande:visible")
    page.go_back()
    page.wait_for_selector("#q-toit:visible")


def test_the_question_shown_takes_the_focus(visit):
    page = visit.go(TREE)
    answer(page, "Oui")
    page.wait_for_function("document.activeElement.id === 't-q-demande'")


def test_answers_that_do_not_hold_together_begin_again(visit):
    page = visit.go(TREE + "#q-toit=sans&q-sejour=%3Cb%3E")
    assert page.locator(".g-question:visible").get_attribute("id") == "q-sejour"


def test_a_tally_is_a_list_to_read_without_script(plain):
    page = plain("fr/parcours/suis-je-prioritaire/")
    assert page.locator(".g-case:visible").count() == page.locator(".g-case").count() > 15
    assert page.locator(".g-case a:visible").count() > 15


def test_a_tally_adds_up_all_that_apply(visit):
    page = visit.go("fr/parcours/suis-je-prioritaire/")
    page.click("[data-begin]")
    for choice in ("non", "oui", "nsp", "oui"):
        page.click(f"[data-choice={choice}]")
    page.click("[data-end]")
    assert page.locator("[data-list=oui] li").count() == 2
    assert page.locator("[data-list=nsp] li").count() == 1


def test_a_tally_without_any_case_still_leads_somewhere(visit):
    page = visit.go("fr/parcours/suis-je-prioritaire/#dalo=non&fin")
    assert page.locator("[data-list=rien] .g-result-link").is_visible()


def test_the_answer_to_a_private_question_is_not_written_in_the_address(visit):
    page = visit.go("fr/parcours/suis-je-prioritaire/")
    page.click("[data-begin]")
    while page.locator(".g-now").get_attribute("id") != "violences":
        page.click("[data-choice=non]")
    page.click("[data-choice=oui]")
    assert page.locator(".g-now").get_attribute("id") == "agression"
    assert "violences" not in page.url
    page.click("[data-end]")
    assert "violences" in page.locator("[data-list=oui]").inner_text()
    assert "violences" not in page.url


def test_ceilings_are_tables_without_script(plain):
    page = plain("fr/parcours/mes-plafonds/")
    assert page.locator("#plafonds-plus").is_visible()
    assert "37\u202f584" in page.locator("table:visible").nth(1).inner_text()
    assert page.locator("form[data-ceilings]").is_hidden()


def test_an_income_is_compared_with_each_ceiling(visit):
    page = visit.go("fr/parcours/mes-plafonds/")
    page.fill("[name=persons]", "3")
    page.fill("[name=income]", "38 000,50 €")
    rows = page.locator("[data-amounts]")
    assert [("g-under" in (row.get_attribute("class") or "")) for row in rows.all()] == [False, False, True]
    assert "2025" in rows.nth(0).inner_text(), "the amount of an earlier year says so"


def test_the_last_day_to_answer_is_worked_out(visit):
    page = visit.go("fr/parcours/mes-delais/")
    page.fill("#jour-proposition", "2026-11-19")
    assert page.inner_text("#delai-proposition output").startswith("lundi 30 novembre 2026")


def test_a_delay_follows_the_department(visit):
    page = visit.go("fr/parcours/mes-delais/")
    page.fill("#jour-dalo-sans-offre", "2026-01-15")
    assert page.inner_text("#delai-dalo-sans-offre [data-mark=prefet] output").startswith(
        "mercredi 15 juillet 2026"
    )
    page.select_option("#departement", "84")
    assert (
        page.inner_text("#delai-dalo-sans-offre [data-mark=prefet] output")
        == "Délai inconnu de ce guide pour ce département."
    )


def test_dates_go_into_a_calendar(visit):
    page = visit.go("ar/parcours/mes-delais/")
    page.fill("#jour-renouvellement", "2026-01-15")
    with page.expect_download() as download:
        page.click("#delai-renouvellement [data-ics]")
    raw = download.value.path().read_bytes()
    lines = raw.decode().split("\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    assert [line for line in lines if line.startswith("DTSTART")] == [
        "DTSTART;VALUE=DATE:20261115",
        "DTSTART;VALUE=DATE:20270115",
    ]
    assert [line for line in lines if line.startswith("TRIGGER")] == 2 * [
        "TRIGGER:-P6DT15H",
        "TRIGGER:-PT15H",
    ], "at nine in the morning"
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2] == "END:VCALENDAR" and lines.count("BEGIN:VALARM") == 4


def test_an_agenda_says_which_paper_and_from_whom(visit):
    page = visit.go("fr/parcours/mes-delais/")
    page.fill("#jour-proposition", "2026-11-19")
    with page.expect_download() as download:
        page.click("#delai-proposition [data-ics]")
    said = download.value.path().read_bytes().decode().replace("\r\n ", "").split("\r\n")
    assert [line for line in said if line.startswith("SUMMARY")] == [
        "SUMMARY:Dernier jour pour répondre – J’ai reçu une proposition de logement (Un bailleur social)"
    ]


def test_a_letter_has_its_calculator(visit):
    page = visit.go("fr/courriers/#commandement-payer")
    page.fill("#jour-commandement-payer", "2026-11-02")
    assert page.inner_text("#delai-commandement-payer output").startswith("lundi 14 décembre 2026")
