"""The one rule of publication: what is sure enough and not withheld."""

from __future__ import annotations

import pytest

from macros.model.facts import Fact


def fact(**changes: str) -> Fact:
    told = {"id": "f", "statement": "Dit.", "review": "law", "checked": {"date": "2026-11-23", "how": "copy"}}
    return Fact(**told | {"confidence": "high"} | changes)


@pytest.mark.parametrize(("confidence", "published"), [("high", True), ("medium", True), ("low", False)])
def test_what_is_sure_enough_is_published(confidence, published):
    assert fact(confidence=confidence).publishable is published


@pytest.mark.parametrize("confidence", ["high", "medium", "low"])
def test_what_is_withheld_never_is(confidence):
    assert fact(confidence=confidence, withheld="à relire").publishable is False
