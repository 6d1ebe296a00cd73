"""A folder on a stick: every link names a file."""

from __future__ import annotations

import pytest

from macros.export.offline import index_in_folder, page_in_folder


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ('<a href="../dalo/#x">', '<a href="../dalo/index.html#x">'),
        ('<a href="./?q=1">', '<a href="./index.html?q=1">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href="#x">', '<a href="#x">'),
        ('<a href="https://a.fr/b/">', '<a href="https://a.fr/b/">'),
        ('<a href="mailto:?subject=a/">', '<a href="mailto:?subject=a/">'),
        ('<form action="../recherche/">', '<form action="../recherche/index.html">'),
        ('<li><a href="../en/" lang="en" dir="ltr" hreflang="en">English</a></li>', ""),
    ],
)
def test_a_link_in_a_folder_names_its_file(html, wanted):
    assert page_in_folder(html, ["fr"]) == wanted


def test_the_index_of_a_folder_names_files():
    script = 'Guide.search.index={"docs":[{"location":"a/#b"}],"words":{"a/":{"text":"<\\/script>"}}};\n'
    named = script.replace("a/#b", "a/index.html#b").replace('"a/"', '"a/index.html"')
    assert index_in_folder(script) == named
