"""What the search shows: no title alone, and nothing that a reader must open to know what it is."""

from __future__ import annotations

import pytest

from macros.search.index import more_index, search_index
from support.guides import real


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_every_page_that_the_search_finds_has_a_sentence_under_its_title(lang):
    told = more_index(real(lang))
    pages = [doc["location"] for doc in search_index(real(lang))["docs"]]
    assert [page for page in pages if not told["words"].get(page, {}).get("text")] == []
    assert [term["title"] for term in told["docs"] if not term["text"]] == []
