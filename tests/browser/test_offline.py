"""The guide without a network: on a phone that came
once, across two editions, and from a folder on a stick.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from support import DAY
from support.browsing import served, unfold
from support.guides import real
from support.keeping import keep, kept, put, rewrite, small_edition
from support.pages import files, read


def test_after_one_visit_the_whole_language_works_without_network(phone, address):
    page = phone.new_page()
    keep(page, address)
    phone.set_offline(True)
    page.goto(address + "fr/demarches/expulsion/")
    assert page.locator("h1").is_visible()
    unfold(page)
    page.check("[data-tick] >> nth=0")
    page.goto(address + "fr/parcours/dalo-possible/")
    page.locator(".g-question:visible .g-answer", has_text="Oui").click()
    page.wait_for_selector("#q-demande:visible")
    page.goto(address + "fr/recherche/?q=expultion")
    page.wait_for_selector("#resultats a")
    assert "../demarches/expulsion/" in [
        link.get_attribute("href") for link in page.locator("#resultats a").all()
    ]
    assert "hors connexion" in page.inner_text(".g-notice")


def test_only_the_language_read_is_kept(phone, address):
    page = phone.new_page()
    keep(page, address, "ar")
    assert all(" ar " in name for name in page.evaluate("caches.keys()"))


def test_sheets_are_not_fetched_without_being_asked_for(phone, address):
    page = phone.new_page()
    name = keep(page, address)
    addresses = page.evaluate("async n => (await (await caches.open(n)).keys()).map(r => r.url)", name)
    assert [url for url in addresses if url.endswith((".pdf", ".zip"))] == []


@pytest.fixture
def changing(site, tmp_path):
    """A French edition of a few pages that a test may replace by another, and its address."""
    folder = small_edition(site, tmp_path / "changing")
    with served(folder) as where:
        yield folder, where


def test_a_new_edition_is_shown_whole_or_not_at_all(phone, changing):
    folder, address = changing
    page = phone.new_page()
    first = keep(page, address)
    put(folder, "demarches/dalo/index.html", "<title>", "<title>NEUF ")
    put(folder, "assets/css/guide.css", ":root {", ":root {--neuf:1;")
    rewrite(folder)
    page.goto(address + "fr/demarches/dalo/")
    assert not page.title().startswith("NEUF"), "the edition kept is shown until the new one is whole"
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--neuf')") == ""
    page.wait_for_selector("#g-new button")
    page.click("#g-new button")
    page.wait_for_function("document.title.startsWith('NEUF')")
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--neuf')") == "1"
    assert first not in page.evaluate("caches.keys()")


def test_an_edition_that_cannot_be_fetched_whole_changes_nothing(phone, changing):
    folder, address = changing
    page = phone.new_page()
    first = keep(page, address)
    for name in ("dalo", "expulsion"):
        put(folder, f"demarches/{name}/index.html", "<title>", "<title>NEUF ")
    rewrite(folder)
    put(folder, "demarches/expulsion/index.html", "<title>NEUF", "<title>D’UNE AUTRE ÉDITION ")
    page.goto(address + "fr/demarches/dalo/")
    page.wait_for_selector("#g-old")  # told once the new edition was tried and given up
    page.goto(address + "fr/demarches/dalo/")
    assert not page.title().startswith("NEUF")
    assert kept(page) == first


def test_unchanged_files_are_not_fetched_again(phone, changing):
    folder, address = changing
    page = phone.new_page()
    keep(page, address)
    put(folder, "demarches/dalo/index.html", "<title>", "<title>NEUF ")
    rewrite(folder)
    (folder / "fr/contacts/index.html").unlink()
    page.goto(address + "fr/demarches/dalo/")
    page.wait_for_selector("#g-new button")


@pytest.fixture(scope="module")
def stick(site, tmp_path_factory) -> Path:
    """The Arabic folder, unpacked where there is no server."""
    folder = tmp_path_factory.mktemp("stick")
    with zipfile.ZipFile(site / "ar/guide-ar.zip") as archive:
        archive.extractall(folder)
    return folder / f"guide-ar-{DAY}"


def test_the_folder_can_be_walked_and_searched_without_a_server(phone, stick):
    page = phone.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda e: wrong.append(str(e)))
    page.goto((stick / "index.html").as_uri())
    page.click("a[hreflang=ar]")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    page.fill("#chercher", "dalo")
    page.locator(".g-results a[href$='demarches/dalo/index.html']").click()
    page.wait_for_url("**/ar/demarches/dalo/index.html")
    page.click(".g-languages a[hreflang=fr]")
    page.wait_for_url("**/fr/demarches/dalo/index.html")
    assert wrong == []


def test_every_link_of_the_folder_leads_to_a_file_of_it(stick):
    lost = []
    for path in sorted(stick.rglob("*.html")):
        for link in read(path).links:
            parts = urlsplit(link)
            away = parts.scheme or parts.netloc or not parts.path
            if not away and os.path.normpath(path.parent / unquote(parts.path)) not in files(stick):
                lost.append((path.relative_to(stick).as_posix(), link))
    assert lost == []


def test_counter_mode_shows_french_beside_from_a_folder(phone, stick):
    page = phone.new_page()
    page.goto((stick / "ar/demarches/dalo/index.html").as_uri() + "?guichet")
    page.wait_for_selector(".g-paired", state="attached")


def test_decision_aids_work_from_a_folder(phone, stick):
    page = phone.new_page()
    page.goto((stick / "fr/parcours/dalo-possible/index.html").as_uri())
    page.locator(".g-question:visible .g-answer", has_text="Oui").click()
    page.wait_for_selector("#q-demande:visible")
    page.goto((stick / "fr/parcours/mes-delais/index.html").as_uri() + "#delai-proposition")
    page.fill("#jour-proposition", "2026-11-19")
    assert page.inner_text("#delai-proposition output").startswith("lundi 30 novembre 2026")


def test_the_folder_is_the_same_bytes_for_the_same_site(site, tmp_path):
    from scripts.build.offline import write_folders

    guides = {"fr": real()}
    again = tmp_path / "site"
    most = shutil.ignore_patterns("*.zip", "faits", "contacts", "criteres", "fiches", "cadre")
    shutil.copytree(site / "fr", again / "fr", ignore=most)
    shutil.copytree(site / "data", again / "data")
    sums = []
    for _ in range(2):
        write_folders(guides, again)
        sums.append(hashlib.sha256((again / "fr/guide-fr.zip").read_bytes()).hexdigest())
    assert sums[0] == sums[1]
