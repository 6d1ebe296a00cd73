"""What people come for, on a 360 px screen: the answer after three taps and sixty words at most."""

from __future__ import annotations

import pytest

from support.browsing import DESK
from support.reading import Walk


@pytest.fixture
def home(visit):
    """Language -> a walk that begins at its home page."""
    return lambda lang="fr": Walk(visit.go(f"{lang}/"))


def outside_tonight(walk: Walk) -> None:
    walk.find("main a[href='tel:115']")


def violence_without_speaking(walk: Walk) -> None:
    walk.find("main a[href^='sms:114']")


def an_offer_came(walk: Walk) -> None:
    walk.tap("main a[href$='demarches/proposition-recue/']")
    walk.read("main .g-short", "10 jours")


def where_to_deposit(walk: Walk) -> None:
    walk.tap("main a[href$='contacts/']")
    walk.page.fill("main input[type=search]", "Vitrolles")
    walk.page.wait_for_selector(".g-commune-hits a")
    walk.tap(".g-commune-hits a")
    walk.read(".g-deposit", "13127 Vitrolles")


def papers_to_register(walk: Walk) -> None:
    walk.tap("main a[href$='demarches/pieces-justificatives/']")
    walk.read("main .g-short", "suffit.")


def an_order_to_pay(walk: Walk) -> None:
    walk.tap("main a[href$='courriers/']")
    walk.tap("#de-commissaire summary")
    walk.tap("#commandement-payer summary")
    walk.read("#commandement-payer .g-letter-body", "6 semaines")


def a_summons(walk: Walk) -> None:
    walk.tap("main a[href$='courriers/']")
    walk.tap("#de-commissaire summary")
    walk.tap("#assignation summary")
    walk.read("#assignation .g-letter-body", "Allez à l’audience, même sans avocat")


TASKS = [
    outside_tonight,
    violence_without_speaking,
    an_offer_came,
    where_to_deposit,
    papers_to_register,
    an_order_to_pay,
    a_summons,
]


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.__name__)
def test_three_taps_and_sixty_words(home, task):
    walk = home()
    task(walk)
    assert (walk.taps <= 3, walk.words <= 60) == (True, True), f"{walk.taps} taps, {walk.words} words"


def test_renewing_in_arabic_leads_to_the_button_of_the_official_site(home):
    walk = home("ar")
    walk.tap("main a[href$='demarches/renouveler-demande/']")
    walk.find("main .g-act a[href*='demande-logement-social.gouv.fr']")
    assert (walk.taps <= 3, walk.words <= 60) == (True, True), f"{walk.taps} taps, {walk.words} words"


def test_an_agent_at_a_desk_reads_at_once_what_may_be_demanded(home):
    walk = home()
    walk.page.set_viewport_size(DESK)
    walk.tap("header a[href$='guichet/']")
    walk.jump("main a[href='#moment-enregistrer']")
    walk.tap("main a[href$='guichet/enregistrer/']")
    walk.read("main .g-short", "suffisent.")
    assert (walk.taps <= 3, walk.words <= 60) == (True, True), f"{walk.taps} taps, {walk.words} words"


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
@pytest.mark.parametrize("number", ["tel:115", "tel:17", "tel:3919", "sms:114"])
def test_the_numbers_that_save_stand_in_the_first_screen_of_a_small_phone(visit, lang, number):
    visit.page.set_viewport_size({"width": 360, "height": 640})
    page = visit.go(f"{lang}/")
    box = page.locator(f"main a[href^='{number}']").first.bounding_box()
    assert box and box["y"] + box["height"] <= 640


@pytest.mark.parametrize("lang", ["fr", "ar"])
@pytest.mark.parametrize("start", ["demarches/renouveler-demande/", "guichet/"])
def test_what_most_come_for_stands_among_the_starts(visit, lang, start):
    assert visit.go(f"{lang}/").locator(f".g-starts a[href$='{start}']").count() == 1
