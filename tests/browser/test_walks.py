"""Someone who has never seen the site, on a 360 px screen: the right
answer in at most three taps on what the page shows, or one search.

A step is a link of the page's own part (never the footer), named by where it leads, so
that the same walk holds in each language; `?words` is typed into the search box of the
home page, then the first result is tapped; `=words` is typed into the page's own field; `+id` unfolds what
has that id.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

WALKS = {
    "sleeping outside tonight": ["demarches/sans-abri/"],
    "beaten at home": ["demarches/violences/"],
    "a paper from a bailiff": ["demarches/expulsion/", "+stade-assignation"],
    "never applied yet": ["demarches/premiere-demande/"],
    "the application was removed": ["demarches/renouveler-demande/", "+issues", "demarches/radiation/"],
    "where is the counter of Vitrolles": ["contacts/", "=Vitrolles", "contacts/communes/13117/"],
    "refusing an offer": ["demarches/proposition-recue/", "+issues", "demarches/refuser-proposition/"],
    "a disabled child, many stairs": ["demarches/#groupe-situations", "demarches/handicap/"],
    "what am I entitled to bring at the counter, as staff": ["guichet/", "guichet/verifier-pieces/"],
    "the home is too small": ["demarches/#groupe-situations", "demarches/suroccupation/"],
    "am I a priority": ["demarches/publics-prioritaires/"],
}
SEARCHES = {
    "fr": {
        "4 ans que j’attends un logement": ("demarches/dalo/", "demarches/delais-attente/"),
        "je me separe qui garde le logement": ("demarches/separation/", "demarches/changement-famille/"),
        "combien il faut gagner pour un hlm": ("demarches/plafonds-ressources/", "parcours/mes-plafonds/"),
    },
    "ar": {
        "شقتي صغيرة جدا على العائلة": ("demarches/suroccupation/",),
        "كم لازم يكون راتبي للسكن الاجتماعي": ("demarches/plafonds-ressources/", "parcours/mes-plafonds/"),
    },
}


def follow(page: Page, step: str) -> None:
    if step.startswith("="):
        page.fill("main input[type=search]", step[1:])
        page.wait_for_selector(".g-commune-hits a")
    elif step.startswith("+"):
        page.click(f"#{step[1:]} summary >> nth=0")
    else:
        link = page.locator(f'main a[href$="{step}"]:visible').first
        link.scroll_into_view_if_needed()
        link.click()


@pytest.mark.parametrize("lang", ["fr", "ar"])
@pytest.mark.parametrize("walk", WALKS)
def test_walk(visit, lang, walk):
    if lang != "fr" and walk.endswith("as staff"):
        pytest.skip("the pages of agents are in French")
    page = visit.go(f"{lang}/")
    for step in WALKS[walk]:
        follow(page, step)
    led = [step for step in WALKS[walk] if not step.startswith("+")]
    assert page.url.endswith(f"{lang}/{led[-1]}")
    assert sum(not s.startswith("=") for s in WALKS[walk]) <= 3


@pytest.mark.parametrize(
    ("lang", "words"), [(lang, words) for lang, asked in SEARCHES.items() for words in asked]
)
def test_one_search(visit, lang, words):
    page = visit.go(f"{lang}/")
    page.focus("#chercher")
    page.wait_for_function("!!(Guide.search && Guide.search.whole)")
    page.fill("#chercher", words)
    page.wait_for_function(
        "words => document.querySelector('.g-hero [data-search]').dataset.shown === words", arg=words
    )
    first = page.locator(".g-results:visible a").first
    assert (first.get_attribute("href") or "").endswith(SEARCHES[lang][words])
