"""The list of pages that search engines read."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree

import pytest

from macros.web.front_door import sitemap
from support.guides import real

BASE = "https://exemple.fr/guide/"
_NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@cache
def entries() -> dict[str, ElementTree.Element]:
    """Address -> what is said of it."""
    root = ElementTree.fromstring(sitemap({code: real(code) for code in ("fr", "ar")}, BASE))
    return {found.findtext("s:loc", "", _NAMES): found for found in root}


def languages(path: str) -> dict[str, str]:
    links = entries()[BASE + path].findall("x:link", _NAMES)
    return {link.get("hreflang", ""): link.get("href", "").removeprefix(BASE) for link in links}


def test_a_page_names_each_language_and_itself_and_french_for_all_others():
    assert languages("ar/demarches/dalo/") == {
        "fr": "fr/demarches/dalo/",
        "ar": "ar/demarches/dalo/",
        "x-default": "fr/demarches/dalo/",
    }


def test_the_home_page_sends_others_to_the_choice_of_languages():
    assert languages("fr/") == {"fr": "fr/", "ar": "ar/", "x-default": ""}


def test_a_page_that_is_only_french_has_no_other():
    french_only = [path for path in entries() if path.startswith(f"{BASE}fr/faits/")]
    assert languages(french_only[0].removeprefix(BASE)).keys() == {"fr"}


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_a_page_is_dated_by_the_last_look_at_what_it_rests_on(lang):
    guide = real()
    day = entries()[f"{BASE}{lang}/demarches/dalo/"].findtext("s:lastmod", "", _NAMES)
    assert day in {fact.checked.date.isoformat() for fact in guide.content.facts.values()}


def test_what_rests_on_no_fact_has_no_date():
    assert entries()[f"{BASE}fr/recherche/"].find("s:lastmod", _NAMES) is None
