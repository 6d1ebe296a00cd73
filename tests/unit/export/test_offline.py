"""A folder on a stick: every link names a file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.export.offline import index_in_folder, numbered, page_in_folder
from support.made import made_content


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


def test_a_short_address_leads_to_its_page_only_if_there_is_one():
    content = replace(made_content(), numbers={"1": "demarche:renouveler", "2": "demarche:ailleurs"})
    assert numbered(content) == {"1": "demarches/renouveler/"}
