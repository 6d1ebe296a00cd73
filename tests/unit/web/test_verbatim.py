"""A page that is finished HTML goes through the engine's Markdown unread."""

from __future__ import annotations

import markdown
import pytest

from macros.web.verbatim import MARK

EXTENSIONS = ["macros.web.verbatim", "toc", "tables", "fenced_code"]


def written(page: str) -> str:
    return markdown.markdown(page, extensions=EXTENSIONS)


@pytest.mark.parametrize(
    "html",
    [
        "<p>a</p>",
        "<h2 id='x'># a *b*</h2>\n\n    <p>c</p>\ttab",
        "un\n\n- deux\n- trois",
        "<b>sans fin",
        "&amp; &lt; &#35; \\*",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "[x]: http://exemple.fr",
        "\u0002wzxhzdk:0\u0003",
    ],
)
def test_a_finished_page_is_kept_as_it_is(html):
    assert written(f"{MARK}\n{html}") == html


def test_another_page_is_markdown_as_ever():
    assert written("# a") == '<h1 id="a">a</h1>'
