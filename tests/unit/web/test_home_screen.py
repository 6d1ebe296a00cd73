"""What phones and browsers take of the guide: its sign and name on a home screen, its search in their bar."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from macros.web.home_screen import ICONS, MANIFEST, SEARCH, home_screen_files
from support.guides import real

BASE = "https://exemple.fr/guide/"
FILES = home_screen_files({code: real(code) for code in ("fr", "ar")}, BASE)


def manifest(lang: str) -> dict:
    return json.loads(FILES[f"{lang}/{MANIFEST}"])


@pytest.mark.parametrize(("lang", "direction"), [("fr", "ltr"), ("ar", "rtl")])
def test_a_guide_on_a_home_screen_is_of_one_language(lang, direction):
    said = manifest(lang)
    assert (said["lang"], said["dir"], said["start_url"]) == (lang, direction, "./")


def test_it_keeps_the_way_back():
    assert manifest("fr")["display"] == "minimal-ui"


def test_its_name_tells_no_situation():
    assert manifest("fr")["short_name"] == "Guide du logement social"


def test_its_pictures_are_those_of_the_site():
    assert {one["src"].removeprefix("../") for one in manifest("fr")["icons"]} == set(ICONS.values())


def test_a_browser_searches_in_the_search_page_of_the_language():
    root = ElementTree.fromstring(FILES[f"ar/{SEARCH}"])
    url = root.find("{http://a9.com/-/spec/opensearch/1.1/}Url")
    assert url is not None and url.get("template") == f"{BASE}ar/recherche/?q={{searchTerms}}"
