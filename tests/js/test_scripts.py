"""What every script keeps to: nothing of a text is read as HTML, no newer language than old phones have, and
the attributes by which pages and scripts speak to each other.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from py_mini_racer import MiniRacer

from macros.web.scripts import MADE, PARTS, bare, joined, part_paths, published
from macros.web.staging import write_texts
from support.javascript import ASSETS

ROOT = ASSETS.parents[1]
SCRIPTS = [
    *sorted(ASSETS.glob("[!v]*/**/*.js")),
    ROOT / "macros/export/sw.js",
    *(ROOT / "macros/web").glob("*.js"),
]
WRITTEN = [path for path in SCRIPTS if path not in {ASSETS / name for name in MADE}]
PAGES = [path for kind in ("*.j2", "*.html", "*.py") for path in (ROOT / "macros").rglob(kind)]

#: How a text becomes HTML or a program.
_READ_AS_HTML = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|DOMParser|\beval\("
    r"|new Function"
)
#: What came after ES2018, or after the phones of before 2020.
_TOO_NEW = re.compile(
    r"\?\.[a-zA-Z\[(]|\?\?|catch \{|\d_\d|globalThis|^import |^export |(?<!clients)\.matchAll\("
    r"|\.(?:flat|flatMap|replaceAll|at|fromEntries|allSettled|replaceChildren|hasOwn|toSorted|findLast)\(",
    re.MULTILINE,
)


def code(path: Path) -> str:
    """A script without its comments and its texts."""
    text = re.sub(r"/\*.*?\*/|(?<=[;{} ])// .*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r'"[^"\n]*"', '""', text)


def named(paths: list[Path], pattern: re.Pattern[str]) -> dict[str, list[str]]:
    return {path.name: found for path in paths if (found := pattern.findall(code(path)))}


def test_no_text_is_ever_read_as_html():
    assert named(WRITTEN, _READ_AS_HTML) == {}


def test_no_script_asks_for_more_than_old_phones_have():
    assert named(WRITTEN, _TOO_NEW) == {}


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_a_script_is_strict_and_says_what_it_is_for(path):
    assert re.match(r'/\*.+?\*/\n"use strict";\n', path.read_text(encoding="utf-8"), re.DOTALL)


# As they are published.


@pytest.mark.parametrize("name", PARTS)
def test_every_file_of_a_folder_is_a_part_of_its_script(name):
    found = [path.relative_to(ASSETS).as_posix() for path in (ASSETS / name.removesuffix(".js")).glob("*.js")]
    assert sorted(part_paths(name)) == sorted(found)


def test_a_part_is_published_in_its_script_alone():
    parts = {path for name in PARTS for path in part_paths(name)}
    assert set(published(ASSETS)) & parts == set()


def test_other_scripts_are_published_under_their_names():
    assert {"js/page.js", "js/tally.js", "search/text.js", "search/engine.js"} <= set(published(ASSETS))


def test_a_script_holds_its_parts_in_their_order():
    text = joined(ASSETS)["search/engine.js"]
    parts = [bare((ASSETS / path).read_text(encoding="utf-8")) for path in part_paths("search/engine.js")]
    assert text == "".join(parts)


@pytest.mark.parametrize(
    ("written", "fetched"),
    [
        ("/* Why. */\nf();\n", "f();\n"),
        ("/* Why,\n   and how. */\n\n  f();\n", "f();\n"),
        ("f(); // why\n", "f(); // why\n"),
        ("/* Why. */ f();\n/* How. */\ng();\n", "/* Why. */ f();\ng();\n"),
        ('f("/* no comment */");\n', 'f("/* no comment */");\n'),
        ("/^a/.test(b);\n", "/^a/.test(b);\n"),
    ],
)
def test_comments_and_indentation_are_not_fetched(written, fetched):
    assert bare(written) == fetched


@pytest.mark.parametrize("name", published(ASSETS))
def test_what_is_published_can_be_read(name):
    with MiniRacer() as racer:
        racer.eval(f"new Function({json.dumps(published(ASSETS)[name])})")


def test_a_script_that_did_not_change_is_left_alone(tmp_path):
    write_texts({"assets/js/a.js": "f();\n"}, tmp_path)
    assert not write_texts({"assets/js/a.js": "f();\n"}, tmp_path)


def test_a_script_that_changed_is_written_again(tmp_path):
    write_texts({"assets/js/a.js": "f();\n"}, tmp_path)
    write_texts({"assets/js/a.js": "g();\n"}, tmp_path)
    assert (tmp_path / "assets/js/a.js").read_text(encoding="utf-8") == "g();\n"


# What pages and scripts agree on.

#: Notes that a script leaves for itself and for tests: a day worked out, the query that was answered.
OWN = {"on", "shown", "desk-hand", "desk-place", "step", "need-paper", "address"}
#: What others than scripts look for: the build of the folder to carry away leaves out what needs a network.
OTHERS = {"online"}


def kebab(name: str) -> str:
    return re.sub(r"[A-Z]", lambda letter: f"-{letter.group().lower()}", name)


def scripts() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in WRITTEN)


def read_by_scripts() -> set[str]:
    """Names of data attributes that scripts look for or read."""
    names = {kebab(name) for name in re.findall(r"\bdataset\.(\w+)", scripts())}
    return names | set(re.findall(r"\[data-([a-z-]+)", scripts()))


def written_by_pages() -> set[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    return set(re.findall(r"[\s\"'{](?:data-)([a-z-]+)(?=[\s=>\"'{%])", text))


def test_every_attribute_that_a_script_reads_is_written_on_a_page():
    assert read_by_scripts() - written_by_pages() - OWN == set()


def test_every_attribute_of_a_page_is_named_by_a_script():
    text = scripts().replace("data-", "")
    words = {kebab(word) for word in re.findall(r"[a-zA-Z]+", text)} | set(re.findall(r"[a-z-]+", text))
    assert written_by_pages() - words - OTHERS == set()


def words_of_the_theme() -> set[str]:
    """Names of the words that the theme hands to scripts."""
    theme = (ROOT / "macros/web/theme/main.html").read_text(encoding="utf-8")
    block = theme.partition('id="g-words">')[2].partition("tojson")[0]
    return set(re.findall(r'"(\w+)": ', block))


def test_the_theme_hands_over_every_word_that_scripts_show_and_no_other():
    lists = ["page/offline.js", "page/sources.js", "page/ticks.js"]
    text = "\n".join((ASSETS / "js" / name).read_text(encoding="utf-8") for name in lists)
    assert set(re.findall(r"\bwords(?:\(\))?\.(\w+)", text)) == words_of_the_theme()
