"""Icons come from the theme's own set: every name that a page asks for has one, and none is drawn by hand."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from macros.look.icons import CHAPTERS, ICONS, icon
from macros.look.pictures import in_page
from macros.model.fields import Pictogram
from macros.model.lists import StartIcon, UrgentIcon
from macros.web.frame import chrome
from support import ROOT
from support.made import made_guide

PAGES = sorted([*(ROOT / "macros/web/templates").glob("*.j2"), *(ROOT / "macros/web/theme").rglob("*.html")])
ASKED = sorted(
    {
        name
        for path in PAGES
        for call in re.findall(r"\bicon\(([^()]*)\)", path.read_text(encoding="utf-8"))
        for name in re.findall(r'"(\w+)"', call)
    }
)


@pytest.mark.parametrize("name", ICONS)
def test_the_theme_brings_the_icon(name):
    assert "<path" in icon(name)


@pytest.mark.parametrize("name", ASKED)
def test_what_a_page_asks_for_is_there(name):
    assert name in ICONS


@pytest.mark.parametrize("name", get_args(Pictogram))
def test_what_a_sender_or_a_stage_may_ask_for_is_there(name):
    assert name in ICONS


@pytest.mark.parametrize("name", get_args(UrgentIcon))
def test_what_an_urgent_case_may_ask_for_is_there(name):
    assert name in ICONS


@pytest.mark.parametrize("name", get_args(StartIcon))
def test_what_a_start_may_ask_for_is_there(name):
    assert name in ICONS


@pytest.mark.parametrize("anchor", CHAPTERS)
def test_a_part_of_a_page_has_a_drawing(anchor):
    assert "<path" in icon(CHAPTERS[anchor])


def test_every_icon_serves():
    frame = {name for name, drawn in chrome(made_guide(), ["fr"])["drawn"].items() if name in ICONS and drawn}
    content = {*get_args(UrgentIcon), *get_args(Pictogram), *get_args(StartIcon), *CHAPTERS.values()}
    assert set(ICONS) - set(ASKED) - content - frame == set()


def test_an_unknown_icon_is_named():
    with pytest.raises(KeyError, match="licorne"):
        icon("licorne")


def test_a_screen_reader_passes_an_icon():
    assert 'aria-hidden="true"' in icon("bed")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_icon_is_drawn_by_hand(path):
    assert "<path" not in path.read_text(encoding="utf-8")


def test_a_drawing_loses_what_a_page_needs_not():
    drawn = in_page(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">\n<path d="M0 0"/>\n</svg>\n', "g-a"
    )
    assert (
        drawn
        == '<svg class="g-a" viewBox="0 0 1 1" aria-hidden="true" focusable="false"><path d="M0 0"/></svg>'
    )


def test_a_drawing_that_runs_something_is_refused():
    with pytest.raises(ValueError, match="onload"):
        in_page('<svg xmlns="http://www.w3.org/2000/svg" onload="x()" viewBox="0 0 1 1"></svg>', "g-a")
