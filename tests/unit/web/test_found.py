"""What the search shows: no title alone, and nothing that a reader must open to know what it is."""

from __future__ import annotations

import re

import pytest

from macros.search.index import more_index, search_index
from macros.search.words import asked
from support.guides import real


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_every_page_that_the_search_finds_has_a_sentence_under_its_title(lang):
    told = more_index(real(lang))
    pages = [doc["location"] for doc in search_index(real(lang))["docs"]]
    assert [page for page in pages if not told["words"].get(page, {}).get("text")] == []
    assert [term["title"] for term in told["docs"] if not term["text"]] == []


def test_what_people_ask_counts_as_often_as_they_say_it():
    guide = real("fr")
    said = " ".join(question.asks for question in guide.content.asked["fr"]["demarche:radiation"])
    times = len(re.findall(r"\bdemande\b", said.casefold()))
    assert times > 2
    assert asked(guide, "demarche:radiation").split().count("demande") == times
