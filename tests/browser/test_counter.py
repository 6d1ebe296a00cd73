"""An agent at a counter, with a person who may not read French: a session in three taps, both languages in
rows, something in the person's hand, and nothing left for the next one.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest

from support.browsing import unfold, unfold_all
from support.glyphs import turned

SCREEN = {"width": 1280, "height": 800}
START = "fr/guichet/"
DALO = "demarches/dalo/"
#: What an agent reads in a minute; how long a task may make them read; how many gestures it may take.
WORDS, SECONDS, GESTURES = 230, 30, 6


class Agent:
    """Someone at a desk, whose gestures are counted; nothing is really printed."""

    def __init__(self, visit) -> None:
        self.visit, self.page, self.gestures = visit, visit.page, 0
        self.page.set_viewport_size(SCREEN)
        self.page.add_init_script(
            "window.print = () => { dispatchEvent(new Event('beforeprint')); window.printed = true; }"
        )

    def begin(self, lang: str, need: str, commune: str = "13117"):
        self.visit.go(START)
        self.page.check(f".g-session input[value={lang}]")
        self.page.select_option("#session-commune", commune)
        self.page.click(f"[data-need][href$='{need}']")
        self.gestures += 3
        self.page.wait_for_selector(".g-paired", state="attached")
        return self.page

    def click(self, selector: str) -> None:
        self.gestures += 1
        self.page.locator(selector).first.click()

    def read(self) -> int:
        """Words in French that lead through the page: its title, its answer, its index, its first papers."""
        parts = "article h1, article .g-short, .g-desk-index a, #papiers .g-required .g-say"
        told = self.page.eval_on_selector_all(
            parts, "all => all.map(e => (e.querySelector('.g-desk-page') || e).textContent).join(' ')"
        )
        return len(told.split())


@pytest.fixture
def agent(visit):
    return Agent(visit)


PRINT, PHONE = ".g-desk-hand button >> nth=0", ".g-desk-hand button >> nth=1"


def on_paper(agent: Agent) -> bool:
    agent.click(PRINT)
    agent.page.wait_for_function("window.printed === true")
    return agent.page.locator(".g-hand-print .g-hand-row").count() > 0


def on_the_phone(agent: Agent) -> bool:
    agent.click(PHONE)
    agent.page.wait_for_selector(".g-hand-code svg")
    return True


def by_message(agent: Agent) -> bool:
    agent.click(PHONE)
    agent.page.wait_for_selector(".g-hand-tools a[href^='sms:']")
    return True


def an_appointment(agent: Agent) -> bool:
    agent.click(PHONE)
    agent.page.fill(".g-hand [name=day]", "2026-12-04")
    agent.gestures += 1
    agent.click(".g-hand-tools button >> nth=1")
    return "4 décembre 2026" in agent.page.inner_text(".g-hand-sheet .g-hand-slip")


def one_paper_ticked(agent: Agent) -> bool:
    agent.click(".g-desk-index a[href='#papiers']")
    agent.click("#papiers .g-required input")
    return on_paper(agent)


TASKS = {
    "premiere-demande": one_paper_ticked,
    "renouveler-demande": on_the_phone,
    "mettre-a-jour-demande": by_message,
    "pieces-justificatives": on_the_phone,
    "suivre-ma-demande": on_paper,
    "proposition-recue": an_appointment,
    "dalo": one_paper_ticked,
    "logement-non-decent": on_paper,
    "mutation": one_paper_ticked,
    "sans-abri": on_paper,
}


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("need", TASKS)
def test_a_task_ends_in_the_hand_of_the_person_within_six_gestures(agent, lang, need):
    agent.begin(lang, f"demarches/{need}/")
    seconds = agent.read() * 60 / WORDS
    handed = TASKS[need](agent)
    assert (handed, agent.gestures <= GESTURES, seconds <= SECONDS) == (True, True, True), seconds


def test_french_stands_left_of_the_persons_language_on_one_line(agent):
    page = agent.begin("ar", DALO)
    row = page.locator("#etape-demande .g-desk-row").first
    french = row.locator(".g-desk-page").bounding_box()
    own = row.locator(".g-desk-own").bounding_box()
    assert french["x"] + french["width"] <= own["x"] and abs(french["y"] - own["y"]) < 8


def test_french_stands_left_on_the_page_in_english_too(agent):
    agent.begin("en", DALO)
    page = agent.visit.go("en/" + DALO)
    row = page.locator("#etape-demande .g-desk-row").first
    row.wait_for()
    assert row.locator(".g-desk-fr").bounding_box()["x"] < row.locator(".g-desk-page").bounding_box()["x"]


def test_the_agents_tools_are_in_french_with_the_persons_language_beneath(agent):
    agent.begin("ar", DALO)
    page = agent.visit.go("ar/" + DALO)
    tool = page.locator(".g-desk-wipe")
    assert tool.inner_text().split("\n")[0] == "Tout effacer"
    assert tool.locator("small").get_attribute("lang") == "ar"


def test_wiping_is_quiet_and_handing_over_is_loud(agent):
    page = agent.begin("ar", DALO)
    quiet = [
        page.locator(s).first.evaluate("b => b.classList.contains('g-quiet')")
        for s in (".g-desk-wipe", PRINT)
    ]
    assert quiet == [True, False]


def test_the_other_language_needs_no_frame(agent):
    agent.visit.page.route(
        "**/*",
        lambda route: route.fulfill(
            response=(answer := route.fetch()), headers={**answer.headers, "x-frame-options": "DENY"}
        ),
    )
    page = agent.begin("ar", DALO)
    assert page.locator("iframe").count() == 0 and page.locator(".g-desk-own").count() > 20


def test_a_language_that_cannot_be_shown_is_told_in_french(agent):
    agent.visit.page.route("**/*phrases", lambda route: route.abort())
    agent.visit.go(f"fr/{DALO}?guichet=ar")
    agent.page.wait_for_selector("#g-no-french")
    assert "ne peut pas s’afficher" in agent.page.inner_text("#g-no-french")


@pytest.mark.parametrize("need", ["demarches/expulsion/", "demarches/discrimination/"])
def test_numbers_keep_their_order_beside_another_language_and_in_the_hand(agent, need):
    page = agent.visit.go(f"fr/{need}?guichet=ar")
    page.wait_for_selector(".g-paired", state="attached")
    wrong = turned(unfold_all(page))
    agent.click(PHONE)
    page.wait_for_selector(".g-hand-row")
    assert (wrong, turned(page, "dialog.g-hand")) == ([], [])


@pytest.mark.parametrize("day", ["0026-01-15", "2020-01-15"])
def test_an_appointment_on_a_day_that_cannot_be_is_told_and_not_printed(agent, day):
    page = agent.begin("ar", DALO)
    agent.click(PHONE)
    page.locator(".g-hand [name=day]").fill(day)
    assert page.inner_text(".g-hand [data-fault]") and not page.locator(".g-hand-slip p").count()
    assert agent.visit.wrong == []


def test_the_other_language_comes_however_late_the_tools_are(agent):
    agent.visit.page.route("**/desk.js", lambda route: (agent.page.wait_for_timeout(1500), route.continue_()))
    assert agent.begin("ar", DALO).locator(".g-desk-own").count() > 20


def test_the_index_follows_what_is_read(agent):
    page = agent.begin("ar", DALO)
    page.click(".g-desk-index a[href='#papiers']")
    page.wait_for_selector(".g-desk-index a[href='#papiers'][aria-current]")


def test_turning_the_screen_loses_no_tick(agent):
    page = unfold(agent.begin("ar", DALO))
    page.check("[data-tick='dalo.numero-unique']")
    page.click(".g-desk-tools > button >> nth=1")
    page.wait_for_url("**/ar/**")
    assert page.is_checked("[data-tick='dalo.numero-unique']")


def test_the_sheet_says_what_is_there_and_what_is_missing_in_both_languages(agent):
    page = unfold(agent.begin("ar", DALO))
    page.check("[data-tick='dalo.cerfa-15036']")
    page.click(PHONE)
    rows = page.locator(".g-hand-sheet .g-hand-had")
    assert (rows.count(), rows.first.inner_text()) == (2, "Formulaire Cerfa 15036 de recours logement")


def test_the_code_opens_the_same_list_in_the_persons_language(agent):
    page = unfold(agent.begin("ar", DALO))
    page.check("[data-tick='dalo.numero-unique']")
    on_the_phone(agent)
    address = page.get_attribute(".g-hand-code svg", "data-address")
    assert address.endswith("/ar/fiches/ma-liste/#dalo=numero-unique&commune=13117")


def test_the_message_carries_the_same_list(agent):
    page = agent.begin("ar", DALO)
    by_message(agent)
    assert "/ar/fiches/ma-liste/#dalo" in unquote(page.get_attribute(".g-hand-tools a", "href"))


def test_a_later_paper_is_missing_only_when_it_is_said_to_be_needed(agent):
    page = unfold(agent.begin("ar", DALO))
    page.locator("[data-need-paper]").first.click()
    wanted = page.locator(".g-later .g-ticks > li .g-say").first
    name = (wanted.locator(".g-desk-page").or_(wanted)).first.inner_text()
    page.click(PHONE)
    assert name.split("\n")[0] in page.inner_text(".g-hand-sheet")


def test_after_the_wipe_nothing_is_left(agent):
    page = unfold(agent.begin("ar", DALO))
    before = page.evaluate("history.length")
    page.check("[data-tick='dalo.numero-unique']")
    page.check("[data-step] >> nth=0")
    page.click(".g-desk-index a[href='#papiers']")
    page.click(".g-desk-wipe")
    page.wait_for_url("**/fr/guichet/")
    left = page.evaluate("[{...sessionStorage}, {...localStorage}, location.search + location.hash]")
    assert (left, page.evaluate("history.length")) == ([{"guide.desk": "1"}, {}, ""], before)


def test_the_way_back_shows_nothing_of_the_person_before(agent):
    agent.begin("ar", DALO)
    agent.page.click(".g-menu a[href$='contacts/']")
    agent.page.wait_for_url("**/fr/contacts/")
    agent.page.wait_for_selector(".g-desk-wipe")
    agent.page.click(".g-desk-wipe")
    agent.page.wait_for_url("**/fr/guichet/")
    agent.page.go_back()
    assert DALO not in agent.page.url and "contacts" not in agent.page.url


def test_back_of_the_bar_leads_to_the_page_before(agent):
    agent.begin("ar", DALO)
    agent.page.click(".g-menu a[href$='contacts/']")
    agent.page.wait_for_url("**/fr/contacts/")
    agent.page.click(".g-desk-tools > button >> nth=0")
    agent.page.wait_for_url(f"**/fr/{DALO}")


def test_the_warning_is_in_both_languages(agent):
    agent.visit.page.clock.install()
    page = agent.visit.go(f"fr/{DALO}?guichet=ar")
    page.wait_for_selector(".g-desk-bar")
    page.clock.run_for(301_000)
    told = page.locator("#g-warning")
    assert told.inner_text().startswith("Personne ne touche") and told.locator("[lang=ar]").count() == 1


def test_a_desk_says_how_old_its_edition_is(agent):
    agent.visit.page.clock.set_fixed_time("2026-12-12T10:00:00Z")
    page = agent.visit.go(f"fr/{DALO}?guichet")
    page.wait_for_selector(".g-desk-age")
    assert re.search(r"^Édition du .* : \d+ jours$", page.inner_text(".g-desk-age").replace("\u00a0", " "))


def test_the_bar_is_folded_on_a_phone(visit):
    page = visit.go(f"fr/{DALO}?guichet=ar")
    page.wait_for_selector(".g-desk-toggle")
    assert (
        page.locator(".g-desk-bar").bounding_box()["height"] < 160
        and page.locator(".g-desk-wipe").is_hidden()
    )


def test_three_taps_are_done_by_keys_too(agent):
    page = agent.visit.go(START)
    page.focus(".g-session input[value=fr]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.focus("[data-need][href$='demarches/dalo/']")
    page.keyboard.press("Enter")
    page.wait_for_selector(".g-desk-own")
    assert page.url.endswith("fr/" + DALO)


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_a_person_points_back_at_an_answer(visit, lang):
    page = visit.go(f"{lang}/guichet/montrer/")
    page.click("#question-numero button")
    page.click(".g-spoken-full .g-reply-demain")
    shown = page.locator(".g-spoken-answers [aria-pressed=true]")
    assert (shown.count(), page.locator(".g-spoken-answers svg").count()) == (1, 5)


def test_what_nobody_may_demand_is_seen_first_on_an_agents_page(visit):
    visit.page.set_viewport_size(SCREEN)
    page = visit.go("fr/guichet/enregistrer/")
    box = page.locator(".g-forbid li").first.bounding_box()
    assert box["y"] + box["height"] < SCREEN["height"]


def test_an_agents_page_is_one_line_and_a_link_in_another_language(visit):
    page = visit.go("ar/guichet/enregistrer/")
    assert (
        page.locator(".g-agent-french a[hreflang=fr]").count() == 1 and page.locator(".g-agent").count() == 0
    )
