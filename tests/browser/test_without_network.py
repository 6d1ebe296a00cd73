"""Without a network, whoever asks for what is not kept is
told so and offered what is: never another page in silence.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest

from scripts.measure.stage import QuietHandler
from scripts.measure.stage import served as behind
from support import PATIENCE
from support.browsing import PHONE
from support.keeping import keep, small_edition

#: The tests of one process share the phones that keep a language.
pytestmark = pytest.mark.xdist_group("without-network")


@pytest.fixture(scope="module")
def phones(browser, address):
    """Languages kept -> a phone that keeps them and has no network any more: one for all who only read."""
    phones = {}

    def of(*langs: str):
        if langs not in phones:
            phones[langs] = browser.new_context(viewport=PHONE, locale="fr-FR")
            phones[langs].set_default_timeout(PATIENCE)
            page = phones[langs].new_page()
            for lang in langs:
                keep(page, address, lang)
            page.close()
            phones[langs].set_offline(True)
        return phones[langs]

    yield of
    for phone in phones.values():
        phone.close()


@pytest.fixture
def offline(phones):
    """Languages kept -> a page without a network."""
    opened = []

    def start(*langs: str):
        opened.append(phones(*(langs or ("fr",))).new_page())
        return opened[-1]

    yield start
    for page in opened:
        page.close()


def said(page) -> str:
    return page.inner_text("[data-said]:visible")


def test_a_page_of_another_language_is_offered_in_the_one_that_is_kept(offline, address):
    page = offline("fr")
    page.goto(address + "ar/demarches/dalo/")
    assert page.url.startswith(address + "fr/hors-ligne/#")
    assert ("n’est pas gardée dans cette langue" in said(page), "العربية" in said(page)) == (True, True)
    page.click("[data-instead]")
    assert page.url == address + "fr/demarches/dalo/"


def test_the_switch_of_languages_leads_there_too(offline, address):
    page = offline("fr")
    page.goto(address + "fr/demarches/dalo/")
    page.click(".g-languages a[hreflang=ar]")
    page.wait_for_url("**/fr/hors-ligne/#**")
    assert page.get_attribute("[data-again]", "href") == address + "ar/demarches/dalo/"


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        ("fr/fiches/dalo.pdf", "fr/demarches/dalo/"),
        ("fr/fiches/dalo.gros.pdf", "fr/demarches/dalo/"),
        ("ar/fiches/dalo.fr.pdf", "fr/demarches/dalo/"),
        ("fr/fiches/criteres/handicap.pdf", "fr/criteres/handicap/"),
        ("fr/fiches/guichet/enregistrer.pdf", "fr/guichet/enregistrer/"),
        ("data/contacts/adil-13.vcf", "fr/contacts/adil-13/"),
    ],
)
def test_a_sheet_that_is_not_kept_leads_to_its_page(offline, address, sheet, kept):
    page = offline("fr")
    page.goto(address + sheet)
    assert said(page).startswith("Ce document n’est pas gardé")
    assert page.get_attribute("[data-instead]", "href") == address + kept


def test_a_book_has_no_page_in_its_stead(offline, address):
    page = offline("fr")
    page.goto(address + "fr/fiches/guide.pdf")
    assert (said(page).startswith("Ce document"), page.locator("[data-instead]").is_visible()) == (
        True,
        False,
    )


@pytest.mark.parametrize("number", ["15", "15/", "15/#fr"])
def test_a_short_number_leads_to_its_page(offline, address, number):
    page = offline("fr")
    page.goto(address + number)
    assert page.url.split("#")[0] == address + "fr/demarches/dalo/"


def test_a_short_number_leads_to_the_language_that_the_person_reads(offline, address):
    page = offline("ar", "fr")
    page.goto(address + "15")
    assert page.url == address + "fr/demarches/dalo/"


def test_a_short_number_of_another_language_is_offered_in_the_one_that_is_kept(offline, address):
    page = offline("fr")
    page.goto(address + "15/#ar")
    assert ("العربية" in said(page), page.get_attribute("[data-instead]", "href")) == (
        True,
        address + "fr/demarches/dalo/",
    )


def test_a_number_that_was_never_given_is_told(offline, address):
    page = offline("fr")
    page.goto(address + "99999")
    assert (page.url.startswith(address + "fr/hors-ligne/"), "Cette page n’est pas gardée" in said(page)) == (
        True,
        True,
    )


def test_an_address_of_nobody_is_told(offline, address):
    page = offline("fr")
    page.goto(address + "fr/demarches/xyz/")
    assert (page.url.startswith(address + "fr/hors-ligne/"), page.locator("[data-instead]").is_visible()) == (
        True,
        False,
    )


def test_a_forgotten_slash_is_no_obstacle(offline, address):
    page = offline("fr")
    page.goto(address + "fr/demarches/dalo")
    assert page.url == address + "fr/demarches/dalo/"


@pytest.mark.parametrize("door", ["", "index.html"])
def test_the_door_opens_on_what_is_kept(offline, address, door):
    page = offline("ar")
    page.goto(address + door)
    assert (page.url, page.is_visible("#g-offline")) == (address + "ar/", True)


@pytest.mark.parametrize("door", ["ar/", "ar"])
def test_a_language_that_is_not_kept_is_told_from_its_door(offline, address, door):
    page = offline("fr")
    page.goto(address + door)
    assert ("العربية" in said(page), page.get_attribute("[data-instead]", "href")) == (True, address + "fr/")


def test_what_is_kept_can_be_searched_from_there(offline, address):
    page = offline("fr")
    page.goto(address + "ar/x/")
    page.goto(address + "fr/hors-ligne/")
    page.click("[data-open-search]")
    page.keyboard.type("dalo")
    page.wait_for_selector("#g-search .g-results a")


def test_whoever_comes_from_the_page_about_the_guide_is_told_of_nothing_missing(visit):
    page = visit.go("fr/hors-ligne/")
    assert (page.locator("[data-missing]").is_visible(), visit.wrong) == (False, [])


@pytest.mark.parametrize(
    "wild",
    [
        "#demande=javascript:alert(1)",
        "#demande=//ailleurs.fr/",
        "#demande=https://ailleurs.fr/",
        "#demande=%",
        "#demande=/fr/&garde=//ailleurs.fr/",
        "#demande=/%5Cailleurs.fr/",
        "#demande=/fr/&garde=javascript:alert(1)",
    ],
)
def test_an_address_made_by_others_leads_nowhere_else(visit, wild):
    page = visit.go("fr/hors-ligne/" + wild)
    links = page.locator("[data-missing] a:visible").evaluate_all(
        "all => all.map(a => new URL(a.href).origin)"
    )
    assert [link for link in links if link != visit.address.rstrip("/")] == []


# A host that changes what it sends.


class _Altering(QuietHandler):
    """A host that adds a line to each page, as some caches and filters do, and counts what it is asked."""

    asked: ClassVar[list[str]] = []
    altering = True

    def do_GET(self) -> None:
        self.asked.append(self.path)
        place = Path(self.translate_path(self.path))
        page = place / "index.html" if place.is_dir() else place
        if page.suffix != ".html" or not page.is_file():
            super().do_GET()
            return
        body = page.read_bytes() + (b"<!-- filtered -->" if self.altering else b"")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def altering(site, tmp_path):
    """A small French edition behind a host that alters it: (address, the host)."""
    folder = small_edition(site, tmp_path / "small")
    host = type("Host", (_Altering,), {"asked": [], "altering": True})
    with behind(folder, host) as address:
        yield address, host


def test_a_guide_that_cannot_be_kept_says_so(phone, altering):
    address, _ = altering
    page = phone.new_page()
    page.goto(address + "fr/")
    page.wait_for_selector("#g-unkept")
    assert page.inner_text("#g-unkept").startswith("Ce guide n’est pas gardé sur cet appareil")


def test_it_is_not_fetched_again_at_each_page(phone, altering):
    address, host = altering
    page = phone.new_page()
    page.goto(address + "fr/")
    page.wait_for_selector("#g-unkept")
    page.wait_for_load_state("networkidle")
    host.asked.clear()
    page.goto(address + "fr/demarches/dalo/")
    page.wait_for_selector("#g-unkept")
    page.wait_for_load_state("networkidle")
    assert [path for path in host.asked if path.endswith("edition.json") or path == "/fr/hors-ligne/"] == []


def test_a_guide_that_can_be_kept_says_nothing(phone, altering):
    address, host = altering
    host.altering = False
    page = phone.new_page()
    keep(page, address)
    assert page.locator("#g-unkept").count() == 0


def test_once_the_host_is_mended_the_guide_is_kept_after_an_hour(phone, altering):
    address, host = altering
    page = phone.new_page()
    page.goto(address + "fr/")
    page.wait_for_selector("#g-unkept")
    host.altering = False
    page.evaluate("""async () => {
        const anHourAgo = () => new Response(String(Date.now() - 36e5));
        for (const name of await caches.keys()) await (await caches.open(name)).put("/refused", anHourAgo());
    }""")
    page.goto(address + "fr/")
    page.wait_for_function("""async () => {
        for (const name of await caches.keys())
            if (await (await caches.open(name)).match("/whole")) return true;
        return false;
    }""")
    assert page.locator("#g-unkept").count() == 0
