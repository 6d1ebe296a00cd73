"""What editors write to one another is in nothing that the built site says."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest

from macros.checks.editors import editors_words
from support.guides import read
from support.published import flat, sentences

#: Whoever reads every page of the site reads it in one process, once.
pytestmark = pytest.mark.xdist_group("pages")


@pytest.fixture(scope="module")
def told(site: Path) -> frozenset[str]:
    """Everything that the built site says, in every language and every file."""
    return frozenset(sentences(site))


@pytest.fixture(scope="module")
def secrets() -> tuple[str, ...]:
    """What the base holds for editors alone."""
    return tuple(
        flat(text) for fact in read().content.facts.values() for text in (fact.note, fact.withheld) if text
    )


def test_the_site_is_read_whole(told):
    assert len(told) > 20_000


def test_no_note_is_in_the_site(told, secrets):
    whole = "\n".join(told)
    assert [note for note in secrets if note in whole] == []


def test_no_editors_word_is_in_the_site(told):
    assert [sentence for sentence in told if any(editors_words(sentence))] == []


def test_open_data_hold_no_key_of_editors(site):
    keys = {
        key
        for path in (site / "data").glob("*.json")
        for key in _keys(json.loads(path.read_text(encoding="utf-8")))
    }
    assert keys & {"note", "withheld"} == set()


def _keys(value) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for child in value.values() for key in _keys(child)}
    return {key for child in value for key in _keys(child)} if isinstance(value, list) else set()


@pytest.mark.parametrize(
    "name",
    [
        "fr/fiches/guide.pdf",
        "fr/fiches/sous-occupation.pdf",
        "ar/fiches/dalo.fr.pdf",
        "en/fiches/expulsion.gros.pdf",
    ],
)
def test_no_note_is_printed(site, secrets, name):
    document = pypdfium2.PdfDocument(site / name)
    printed = "".join(
        "".join(document[i].get_textpage().get_text_range().split()) for i in range(len(document))
    )
    assert [note for note in secrets if "".join(note.split()) in printed] == []
