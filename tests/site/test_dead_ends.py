"""No dead end in the built site: a wrong address, the search page, a message to nobody."""

from __future__ import annotations

import re

import pytest

from support.guides import real
from support.pages import REPORT, pages, read

#: Whoever reads every page of the site reads it in one process, once.
pytestmark = pytest.mark.xdist_group("pages")


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_every_link_of_a_wrong_address_leads_to_a_file(site, lang):
    links = [
        link for link in read(site / lang / "404.html").links if not link.startswith(("#", "tel:", "sms:"))
    ]
    assert [
        link
        for link in links
        if not link.startswith("/") or not (site / link.lstrip("/").partition("#")[0]).exists()
    ] == []


def test_a_wrong_address_is_not_carried_on_a_stick(site):
    import zipfile

    with zipfile.ZipFile(site / "fr/guide-fr.zip") as archive:
        assert [name for name in archive.namelist() if name.endswith("404.html")] == []


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_the_search_page_shows_neither_markdown_nor_search_words(site, lang):
    page = read(site / lang / "recherche/index.html")
    assert [sign for sign in ("##", "{ #", "faux propriétaire", "piège") if sign in page.text] == []


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_no_page_shows_raw_markdown(site, lang):
    raw = re.compile(r"(?m)^\s*#{1,6} |\{ ?#[a-z-]+ ?\}")
    assert [p.path.name for p in pages(site, lang) if raw.search(p.text)] == []


def test_no_page_of_the_guide_offers_a_message_to_nobody(site):
    assert real().territory.report_to is None, "a mail address is known now: this test has no object any more"
    assert [p.path for p in pages(site) if any(link.startswith("mailto:?") for link in p.links)] == []
    assert [p.path for p in pages(site, "fr") if REPORT.search(p.text)] == []


def test_who_is_stopped_by_a_page_is_told_whom_to_write_to(site):
    told = read(site / "fr/cadre/accessibilite/index.html").text
    assert "Vous pouvez écrire à ce service" in told and "Pas de réponse, ou" not in told


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_whoever_is_named_to_ask_can_be_reached(site, lang):
    """« À qui demander », « S’il ne répond pas »: a link or a number, on every page."""
    words = real(lang).content.interface
    mute = []
    for key in ("demander-a", "numero-sinon"):
        begins = re.escape(words[key].text.partition("{")[0].strip().rstrip(":").strip())
        asking = re.compile(rf"{begins}\s*(?:&nbsp;|\u00a0)?:(.{{0,400}}?)</small>", re.S)
        for page in sorted((site / lang).rglob("*.html")):
            found = asking.findall(page.read_text(encoding="utf-8"))
            mute += [f"{page.parent.name}: {rest[:60]}" for rest in found if "<a " not in rest]
    assert mute == []


@pytest.mark.parametrize("name", ["index.html", "404.html"])
def test_the_front_door_can_be_searched_in_each_language(site, name):
    door = (site / name).read_text(encoding="utf-8")
    assert re.findall(r'formaction="/?(\w+)/recherche/"', door) == ["fr", "en", "ar"]


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_a_wrong_address_offers_numbers_and_a_search(site, lang):
    page = (site / lang / "404.html").read_text(encoding="utf-8")
    main = page[page.index("<main") : page.index("</main>")]
    assert ('href="tel:115"' in main, f'action="/{lang}/recherche/"' in main) == (True, True)
