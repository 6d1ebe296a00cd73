"""A sentence told away from its page says for whom it is true."""

from __future__ import annotations

import pytest

from macros.search.answers import answers_files
from support.guides import real


def told(lang: str, page: str, anchor: str) -> str:
    entries = [entry for file in answers_files(real(lang)) for entry in file["pages"].get(page, [])]
    return next(text for found, _, text, *_ in entries if found == anchor)


@pytest.mark.parametrize(
    ("lang", "asked"),
    [("fr", "Votre demande est ordinaire\u202f? "), ("en", "one? "), ("ar", "طلبك عادي؟ ")],
)
def test_a_case_is_asked_since_the_reader_may_not_be_in_it(lang, asked):
    assert asked in told(lang, "demarches/refuser-proposition/", "issue-ordinaire")


def test_what_others_say_is_quoted_not_asked():
    said = told("fr", "demarches/motif-refus/", "issue-proprietaire")
    assert said.startswith("«\u00a0Vous êtes propriétaire\u00a0»\u00a0: ")


def test_a_paper_that_some_alone_must_bring_is_asked_of_them():
    listed = told("fr", "demarches/pieces-justificatives/", "papiers")
    assert "(vous êtes sous tutelle ou curatelle\u202f?)" in listed
    assert "titre de séjour, " in listed
