"""Open data: no cell is a formula, a visiting card is one."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.export.data import contacts_csv, vcard
from macros.guide.guide import Guide
from macros.model.fields import Phrase
from support.made import made_content, made_guide


def with_contact(**changes) -> Guide:
    """The made guide with its one contact changed."""
    content = made_content()
    adil = content.contacts["adil"].model_copy(update=changes)
    return made_guide("fr", dataclasses.replace(content, contacts={"adil": adil}))


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x", " =1+1", "\t=1"])
def test_no_cell_is_read_as_a_formula(name):
    line = contacts_csv(with_contact(name=Phrase(name))).splitlines()[1]
    assert line.split(";")[2].startswith("'")


def test_french_spreadsheets_read_the_accents():
    assert contacts_csv(made_guide()).encode("utf-8").startswith(b"\xef\xbb\xbf")


TEXT = st.text(st.sampled_from(list("aé;,\\\nش:🏠\r ")), min_size=60, max_size=160).filter(str.strip)


@given(TEXT)
@settings(max_examples=100, deadline=None)
def test_a_visiting_card_is_whole_lines_of_75_bytes(text):
    card = vcard(
        with_contact(name=Phrase(" ".join(text.split()) or "x")),
        with_contact(name=Phrase(text)).content.contacts["adil"],
    )
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))
    assert {re.split("[:;]", line)[0] for line in card.replace("\r\n ", "").split("\r\n") if line} <= {
        "BEGIN",
        "VERSION",
        "UID",
        "KIND",
        "FN",
        "ORG",
        "ADR",
        "TEL",
        "EMAIL",
        "URL",
        "NOTE",
        "REV",
        "END",
    }


def test_a_comma_of_a_name_is_no_separator():
    guide = with_contact(name=Phrase("Un, deux ; trois\\"))
    assert "FN:Un\\, deux \\; trois\\\\\r\n" in vcard(guide, guide.content.contacts["adil"])
