"""The page of papers as a person uses it: narrowing the list, downloading, with and without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

from support.browsing import PHONE
from support.pages import pages


def test_typing_narrows_the_list(visit):
    page = visit.go("fr/fiches/")
    every = page.locator("[data-find]:visible").count()
    page.fill("#fiche", "Violences")
    few = page.locator("[data-find]:visible").count()
    assert (
        0 < few < every
        and page.locator("#fiches-liste section:visible").count()
        < page.locator("#fiches-liste section").count()
    )
    page.fill("#fiche", "xyzxyz")
    assert (
        page.locator("[data-find]:visible").count() == 0
        and page.locator(".g-lookup [role=status]").inner_text()
    )
    page.fill("#fiche", "")
    assert page.locator("[data-find]:visible").count() == every and not visit.foreign


def test_without_script_the_list_is_whole_and_offers_no_dead_box(browser, address):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + "ar/fiches/")
    assert page.locator("#fiche").is_hidden() and page.locator("[data-find]:visible").count() > 10
    context.close()


def test_every_paper_offered_is_there_and_as_big_as_said(site):
    root = site.resolve()
    offered = 0
    for lang in ("fr", "ar"):
        for page in pages(site, lang):
            for link in page.links:
                if re.search(r"/fiches/.*\.(pdf|zip)$|fiches/.*\.pdf$", link):
                    target = Path(urljoin(page.path.as_uri(), link).removeprefix("file://"))
                    assert target.exists() and target.resolve().is_relative_to(root), (page.path, link)
                    offered += 1
    assert offered > 100
    said = (root / "fr/demarches/dalo/index.html").read_text(encoding="utf-8")
    kilo = round((root / "fr/fiches/dalo.pdf").stat().st_size / 1000)
    assert f"{kilo} Ko" in said.replace("\u00a0", " ").replace("\u202f", " ")
