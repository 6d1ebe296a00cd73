"""A question points at a sentence that the search can show, in the language of the question."""

from __future__ import annotations

import pytest

from macros.checks.answers import check
from macros.guide.sentences import LONGEST
from macros.opening import read_content
from macros.places.po_file import Entry, PoFile

STEP = "procedures/renouveler#steps.avant.text"
FRENCH = "Renouvelez **avant** la date."


@pytest.fixture
def told(valid):
    (valid / "asked" / "en.yml").write_text(
        "demarche:renouveler:\n  - {asks: my file, answers: steps.avant}\n", encoding="utf-8"
    )
    content, _, _ = read_content(valid)

    def codes(entry: Entry | None) -> list[tuple[str, str]]:
        file = PoFile(entries={STEP: entry} if entry else {}, lines={}, twice=())
        return [(fault.code, fault.path) for fault in check(content, {"en": file})]

    return codes


def test_a_translation_too_long_is_told_where_it_is_pointed_at(told):
    assert told(Entry(FRENCH, "x" * (LONGEST + 1))) == [("R335", "valid/asked/en.yml")]


def test_as_long_as_may_be_is_no_fault(told):
    assert told(Entry(FRENCH, "x" * LONGEST)) == []


def test_a_text_to_translate_again_holds_nobody_up(told):
    assert told(Entry("Autre français.", "x" * (LONGEST + 1))) == []
    assert told(None) == []
