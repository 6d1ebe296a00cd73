"""Colours and sizes are written once: what changes in `tokens.css` changes on screens, papers, pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.look.pictures import picture, tab_icon
from macros.look.styles import DOOR, SHEETS, door
from macros.look.tokens import CSS, TOKENS, tokens, tokens_of
from support import ROOT

STYLES = sorted(path for path in CSS.glob("*.css") if path != TOKENS)
TYPST = sorted((ROOT / "macros" / "print" / "typst").glob("*.typ"))
#: What is written by hand: the pictures below `docs/assets/img` are built, with their colours filled in.
DRAWN = sorted(
    path
    for folder in ("macros/web/templates", "macros/web/theme", "macros/look", "docs/assets/js")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".j2", ".html", ".svg", ".js")
)

#: A colour by its figures, or by a name that a browser or Typst knows.
FIGURES = r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\("
NAMES = r"\b(?:black|white|gr[ae]y|red|blue|navy|green|teal|yellow|orange|brown|purple|pink|silver|olive)\b"


def test_a_token_has_its_value():
    assert tokens_of(":root {\n  --ink: #123;\n}\n") == {"ink": "#123"}


def test_a_token_may_cite_another():
    assert tokens_of("--focus: var(--sea);\n--sea: #456;")["focus"] == "#456"


def test_a_token_in_a_comment_is_none():
    assert tokens_of("/* --ink: #123; */ --sea: #456;") == {"sea": "#456"}


def test_papers_have_the_colours_of_the_day():
    css = "--ink: #123;\n@media (prefers-color-scheme: dark) { --ink: #fff; }"
    assert tokens_of(css) == {"ink": "#123"}


def test_a_token_that_cites_nothing_is_named():
    with pytest.raises(KeyError, match="mer"):
        tokens_of("--focus: var(--mer);")


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_no_style_sheet_has_a_colour_of_its_own(path):
    values = re.findall(
        r":([^:;{}]+);", re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
    )
    assert [value for value in values if re.search(f"{FIGURES}|(?<!--){NAMES}(?!-)", value)] == []


@pytest.mark.parametrize("path", TYPST, ids=lambda path: path.name)
def test_no_paper_has_a_colour_of_its_own(path):
    code = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
    named = [] if path.name == "tokens.typ" else re.findall(r"\b(?:rgb|luma|cmyk|oklab|oklch)\(", code)
    assert named + re.findall(r'"#[0-9a-f]{3,8}"', code) == []


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.name)
def test_no_page_has_a_colour_of_its_own(path):
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.S)
    painted = re.findall(
        r"""(?:fill|stroke|stop-color|color|background|content)\s*[=:]\s*["']?([^"';>]+)""", text
    )
    assert [value for value in painted if re.search(f"^(?:{FIGURES}|{NAMES})", value.strip())] == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_letters_and_gaps_have_a_size_of_the_scale(path):
    css = path.read_text(encoding="utf-8")
    sizes = re.findall(r"\b(?:font-size|(?:row-|column-)?gap): ([^;]+);", css)
    own = [
        size
        for size in sizes
        if not re.fullmatch(r"(?:var\(--[\w-]+\) ?)+|[\d.]+(?:em|%|mm)|0(?: var\(--[\w-]+\))?", size)
    ]
    assert own == []


def test_what_is_cited_is_a_token():
    cited = {
        name for path in STYLES for name in re.findall(r"var\(--([\w-]+)", path.read_text(encoding="utf-8"))
    }
    assert cited - set(tokens()) == set()


def test_every_token_serves():
    everywhere = "".join(path.read_text(encoding="utf-8") for path in [TOKENS, *STYLES, *TYPST, *DRAWN])
    python = (ROOT / "macros" / "web").glob("*.py")
    named = everywhere + "".join(path.read_text(encoding="utf-8") for path in python)
    assert [
        name for name in tokens() if not re.search(rf'var\(--{name}\)|\("{name}"\)|\["{name}"\]', named)
    ] == []


def test_every_colour_of_the_night_is_one_of_the_day():
    night = TOKENS.read_text(encoding="utf-8").split("prefers-color-scheme: dark", 1)[1]
    assert set(re.findall(r"--([\w-]+):", night)) <= set(tokens())


def test_a_picture_outside_a_page_has_its_colours_in_it():
    assert "var(" not in tab_icon() + picture("skyline") + picture("house")


def test_the_front_door_has_the_tokens_that_it_needs():
    assert f"--sea: {tokens()['sea']};" in door()


def test_the_front_door_has_no_other():
    assert "--hills" not in door()


def test_pages_and_front_door_read_the_same_tokens():
    assert SHEETS["guide.css"][0] == DOOR[0] == Path(TOKENS).stem
