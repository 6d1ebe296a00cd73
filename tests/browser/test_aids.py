"""Decision aids and calculators as a person uses them, with and without JavaScript."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from support import PATIENCE
from support.browsing import PHONE, before_scripts, unfold

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
        .all_text_contents()[2]
        .endswith("Sans logement, ou hébergé par un proche")
    )


def test_an_answer_tapped_before_the_script_came_is_gone_on_from(visit):
    page = visit.go(TREE + "#q-demande")  # where the link leads, without script
    answer(page, "Oui")
    page.wait_for_selector("#q-toit:visible")
    answer(page, "Sans logement")
    assert page.locator(".g-outcome:visible h2").inner_text().startswith("Oui, sans attendre")


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
    assert page.locator(".g-case summary:visible").count() > 15


def test_a_tally_adds_up_all_that_apply(visit):
    page = visit.go("fr/parcours/suis-je-prioritaire/")
    page.check("#handicap [data-choice]")
    page.check("#expulsion [data-choice]")
    page.click("[data-choices] [type=submit]")
    assert page.locator("[data-list=oui] ol > li").count() == 2


def test_a_case_ticked_before_the_script_came_stays_ticked(visit):
    before_scripts(visit.page, "document.querySelector('#handicap [data-choice]').checked = true")
    page = visit.go("fr/parcours/suis-je-prioritaire/")
    page.click("[data-choices] [type=submit]")
    assert page.locator("[data-list=oui] ol > li").count() == 1


def test_a_priority_says_what_to_write_join_and_show(visit):
    page = visit.go("fr/parcours/suis-je-prioritaire/#expulsion=oui&fin")
    said = page.inner_text("[data-list=oui]")
    assert [
        part in said
        for part in ("Papier reçu le", "441-1,\u00a0l", "Décision de justice", "Merci de l’enregistrer")
    ] == 4 * [True]


def test_an_old_address_with_a_doubt_still_says_whom_to_ask(visit):
    page = visit.go("fr/parcours/suis-je-prioritaire/#dalo=non&handicap=nsp&fin")
    assert page.locator("[data-list=nsp] a[href^='tel:']").first.is_visible()


def test_a_tally_without_any_case_still_leads_somewhere(visit):
    page = visit.go("fr/parcours/suis-je-prioritaire/#dalo=non&fin")
    assert page.locator("[data-list=rien] .g-result-link").is_visible()


def test_the_answer_to_a_private_question_is_not_written_in_the_address(visit):
    page = visit.go("fr/parcours/suis-je-prioritaire/")
    page.check("#violences [data-choice]")
    page.click("[data-choices] [type=submit]")
    assert ("violences" in page.inner_text("[data-list=oui]"), "violences" in page.url) == (True, False)


def test_ticks_follow_to_another_language(visit):
    page = visit.go("fr/parcours/suis-je-prioritaire/")
    page.check("#handicap [data-choice]")
    page.click(".g-languages a[hreflang=ar]")
    page.wait_for_url("**/ar/**")
    assert page.is_checked("#handicap [data-choice]")


def test_a_question_answered_in_an_aid_is_not_asked_in_the_next(visit):
    page = visit.go(
        "fr/parcours/ma-situation/#q-danger=non&q-toit=oui&q-courrier=non&q-logement=non&q-hlm=non"
        "&q-demande=oui&q-an=oui&q-change=non&q-motif=attente"
    )
    page.click(".g-outcome:visible .g-result-link")
    page.wait_for_url("**/dalo-possible/#*")
    asked = []
    for text in ("Oui", "Dans un logement", "Rien de cela", "Oui"):
        asked.append(page.locator(".g-question:visible").get_attribute("id"))
        answer(page, text)
    assert (asked, page.inner_text(".g-outcome:visible h2")[:3]) == (
        ["q-sejour", "q-toit", "q-probleme", "q-attente"],
        "Oui",
    )


def test_beginning_again_forgets_what_another_aid_told(visit):
    page = visit.go("fr/parcours/dalo-possible/#ma-situation.q-an=oui&q-sejour=oui")
    page.locator(".g-question:visible [data-restart]").click()
    answer(page, "Oui")
    page.wait_for_selector("#q-demande:visible")


def test_an_aid_ends_in_a_plan(visit):
    page = visit.go(TREE + "#q-sejour=oui&q-demande=oui&q-toit=sans")
    plan = page.locator(".g-outcome:visible .g-plan")
    assert (
        plan.locator("h4:visible").all_inner_texts()[:3],
        plan.locator(".g-call:visible").count(),
        plan.locator("[data-tick]:visible").count(),
        plan.locator("[data-start]:visible").count(),
    ) == (["Aujourd’hui", "Cette semaine", "Gardez vos copies et vos preuves"], 1, 3, 1)


def test_a_plan_is_whole_without_script(plain):
    page = plain(TREE + "#r-sans-logement")
    said = page.inner_text(".g-outcome:visible .g-plan")
    assert "Cerfa 15036" in said and "Cette semaine" in said


def test_the_message_of_a_plan_carries_the_answers(visit):
    page = visit.go(TREE + "#q-sejour=oui&q-demande=oui&q-toit=sans")
    link = page.get_attribute(".g-outcome:visible [data-hand]", "href")
    assert unquote(link).endswith("/fr/parcours/dalo-possible/#q-sejour=oui&q-demande=oui&q-toit=sans")


@pytest.mark.parametrize("aid", ["ma-situation", "dalo-possible", "jai-recu-une-proposition"])
def test_the_answers_are_seen_at_once_on_a_small_phone(visit, aid):
    page = visit.go(f"fr/parcours/{aid}/")
    page.set_viewport_size({"width": 360, "height": 640})
    low = {}
    for question in page.locator(".g-question:not(.g-outcome)").all():
        name = question.get_attribute("id")
        page.evaluate("name => { location.hash = name; scrollTo(0, 0); }", name)
        page.wait_for_selector(f"#{name}:visible")
        low[name] = page.locator(f"#{name} .g-answers").evaluate(
            "list => list.getBoundingClientRect().bottom"
        )
    assert {name: bottom for name, bottom in low.items() if bottom > 640} == {}


def test_ceilings_are_tables_without_script(plain):
    page = plain("fr/parcours/mes-plafonds/")
    unfold(page, "montants")
    assert "37\u202f584" in page.locator("table:visible").nth(1).inner_text()
    assert page.locator("form[data-ceilings]").is_hidden()


def test_an_income_is_compared_with_each_ceiling(visit):
    page = visit.go("fr/parcours/mes-plafonds/")
    page.fill("[name=persons]", "3")
    page.fill("[name=income]", "38 000,50 €")
    rows = page.locator("[data-amounts]")
    assert [("g-under" in (row.get_attribute("class") or "")) for row in rows.all()] == [False, False, True]
    assert "2025" in rows.nth(0).text_content(), "the amount of an earlier year says so"


def test_an_income_given_before_the_script_came_is_compared(visit):
    before_scripts(visit.page, "document.querySelector('[name=income]').value = '90000'")
    page = visit.go("fr/parcours/mes-plafonds/")
    assert page.inner_text("[data-answer]").startswith("Non")


@pytest.mark.parametrize(
    ("income", "said"),
    [
        ("10 000", "Oui, vous pouvez demander un logement social, même au plafond le plus bas."),
        ("30 000", "Oui, vous pouvez demander un logement social."),
        ("38 000,50 €", "Oui, mais pour une partie des logements seulement"),
        ("90000", "Non"),
    ],
)
def test_ceilings_end_in_one_sentence(visit, income, said):
    page = visit.go("fr/parcours/mes-plafonds/")
    page.fill("[name=persons]", "2")
    page.fill("[name=income]", income)
    assert page.inner_text("[data-answer]").startswith(said)


def test_what_was_given_for_ceilings_follows_to_another_language(visit):
    page = visit.go("fr/parcours/mes-plafonds/")
    page.fill("[name=income]", "10 000")
    page.click(".g-languages a[hreflang=ar]")
    page.wait_for_url("**/ar/**")
    assert (page.input_value("[name=income]"), page.inner_text("[data-answer]") != "") == ("10 000", True)


def test_which_paper_comes_first_then_one_form(visit):
    page = visit.go("fr/parcours/mes-delais/")
    shown = page.locator("[data-delay]:visible").count()
    page.click(".g-which summary >> nth=0")
    page.locator(".g-which a:visible").first.click()
    page.wait_for_selector("[data-delay]:visible")
    assert (shown, page.locator("[data-delay]:visible").count()) == (0, 1)


def test_a_day_follows_to_another_language(visit):
    page = visit.go("fr/parcours/mes-delais/#delai-proposition")
    page.fill("#jour-proposition", "2026-11-19")
    page.click(".g-languages a[hreflang=ar]")
    page.wait_for_url("**/ar/**")
    assert "30/11/2026" in page.inner_text("#delai-proposition output")


@pytest.mark.parametrize("day", ["2027-02-29", "0026-01-15", "202620-01-01", "demain"])
def test_a_day_of_the_address_that_does_not_exist_is_told(visit, day):
    page = visit.go(f"fr/parcours/mes-delais/#delai-proposition={day}")
    assert page.inner_text("#faute-proposition") != ""


def test_the_last_day_to_answer_is_worked_out(visit):
    page = visit.go("fr/parcours/mes-delais/#delai-proposition")
    page.fill("#jour-proposition", "2026-11-19")
    assert page.inner_text("#delai-proposition output").startswith("lundi 30 novembre 2026")


def test_a_delay_follows_the_department(visit):
    page = visit.go("fr/parcours/mes-delais/#delai-dalo-sans-offre")
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
    page = visit.go("ar/parcours/mes-delais/#delai-renouvellement")
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
    page = visit.go("fr/parcours/mes-delais/#delai-proposition")
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


def test_the_code_of_a_plan_is_drawn_in_the_browser(visit):
    page = visit.go(TREE + "#q-sejour=oui&q-demande=oui&q-toit=sans")
    page.click(".g-outcome:visible [data-code-fold] summary")
    page.wait_for_selector(".g-outcome:visible [data-code] svg path", state="attached")
    assert (visit.wrong, visit.foreign) == ([], [])
