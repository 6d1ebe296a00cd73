"""The built site: a number that is shown is a number that can be
pressed, in every language, and nothing dials the number for messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from support.pages import pages

#: Whoever reads every page of the site reads it in one process, once.
pytestmark = pytest.mark.xdist_group("pages")

LANGUAGES = ("fr", "en", "ar")
_SPACE = "[ \u00a0\u202f.]?"
#: Ten digits, and the short numbers of the guide where no law, street or amount goes on around them.
_TEN = re.compile(rf"(?<![\d*-])0(?:{_SPACE}\d){{9}}(?!\d)")
_SHORT = re.compile(
    rf"(?<![\w.,/*°-])(?<!\d sur )(?<!\d out of )(?<!\d من )(?<!art\. )(?<![LRD]\. )(?<!\d[ .\u00a0\u202f])"
    rf"(?:39{_SPACE}19|3039|39{_SPACE}28|39{_SPACE}77"
    rf"|3013|11[2459]|116{_SPACE}006)"
    rf"(?![\w,/*°%-])(?!{_SPACE}[\d€%])(?! (?:communes|faits))"
)
#: What cannot hold a link, or is one, or is no text.
_LINKS = ("a", "h1", "title", "script", "style", "option", "code", "button", "summary")


class _Texts(HTMLParser):
    """The pieces of text that stand in no link and in nothing that could hold one."""

    VOID = ("br", "img", "input", "meta", "link", "hr", "path", "source")

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inside:
            while self.inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(tag in _LINKS for tag in self.inside):
            self.found.append(data)


def numbers_out_of_links(page: Path) -> Iterator[str]:
    reader = _Texts()
    reader.feed(page.read_text(encoding="utf-8"))
    for text in reader.found:
        for match in (*_TEN.finditer(text), *_SHORT.finditer(text)):
            yield f"{match.group()} in « {text[max(0, match.start() - 40) : match.end() + 20].strip()} »"


def hrefs(site: Path) -> set[str]:
    return {link for page in pages(site) for link in page.links}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_of_every_page_can_be_pressed(site, lang):
    shown = {
        page.path.relative_to(site.resolve()).as_posix(): list(numbers_out_of_links(page.path))
        for page in pages(site, lang)
    }
    assert {path: found for path, found in shown.items() if found} == {}


def test_nothing_rings_the_number_for_messages(site):
    assert not {
        link
        for link in hrefs(site)
        if link.startswith("tel:") and link.removeprefix("tel:").startswith("114")
    }


def test_the_number_for_messages_is_written_to(site):
    assert any(link.startswith("sms:114?&body=Danger") for link in hrefs(site))


@pytest.mark.parametrize("path", ["index.html", "404.html"])
def test_who_is_lost_finds_the_urgent_numbers(site, path):
    text = (site / path).read_text(encoding="utf-8")
    assert [
        href in text
        for href in ('href="tel:115"', 'href="tel:17"', 'href="sms:114?', 'href="tel:3919"', 'href="tel:18"')
    ] == [True] * 5


@pytest.mark.parametrize("page", ["violences", "peril-insalubrite", "sans-abri", "expulsion"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_urgent_page_begins_with_its_buttons(site, lang, page):
    text = (site / lang / "demarches" / page / "index.html").read_text(encoding="utf-8")
    between = text[text.index("</h1>") : text.index('class="g-short"')]
    assert (
        re.findall(r"<(p|ul|nav|div)\b", between)[:2] == ["div", "ul"]
        and 'class="g-call" href="tel:' in between
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_tab_and_a_shared_link_do_not_tell_of_violence(site, lang):
    text = (site / lang / "demarches" / "violences" / "index.html").read_text(encoding="utf-8")
    told = " ".join(
        re.findall(
            r"<title>.*?</title>|<meta (?:name|property)=\"(?:description|og:[a-z]+|twitter:[a-z]+)\" "
            r"content=\"[^\"]*\"",
            text,
        )
    )
    told = re.sub(r'"https?://[^"]*"', "", told)
    assert not re.search("violence|عنف", told, re.IGNORECASE) and "<title>" in told


def test_the_sheet_of_a_page_to_hide_is_saved_under_a_name_that_tells_nothing(site):
    text = (site / "fr" / "demarches" / "violences" / "index.html").read_text(encoding="utf-8")
    names = re.findall(r'href="[^"]*violences[^"]*\.pdf" download="([^"]*)"', text)
    assert len(names) == len(re.findall(r'href="[^"]*violences[^"]*\.pdf"', text)) > 0 and not any(
        "violence" in name for name in names
    )


def test_nobody_helps_twice_on_a_page(site):
    text = (site / "fr" / "demarches" / "violences" / "index.html").read_text(encoding="utf-8")
    titles = re.findall(r'class="g-card-title"><a class="g-go" href="([^"]*)"', text)
    assert sorted(set(titles)) == sorted(titles) and titles
