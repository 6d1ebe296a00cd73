"""Open data: no cell is a formula, a visiting card is one."""

from __future__ import annotations

import csv
import dataclasses
import io
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.export.data import contacts_csv, vcard
from macros.guide.guide import Guide
from macros.model.contacts import Contact
from macros.model.facts import Fact
from macros.model.fields import Phrase
from support.made import made_content, made_guide

FULL = {
    "id": "adil",
    "kind": "adil",
    "name": "ADIL 13",
    "long_name": "Agence départementale",
    "short": "Conseil sur {valeur:validite}.",
    "address": {"street": "15 avenue Schuman", "postcode": "13002", "city": "Marseille", "proof": ["ren-01"]},
    "phones": [{"number": "04 96 11 12 00"}, {"number": "3010"}, {"number": "06 00 00 00 00", "by": "sms"}],
    "email": {"value": "a@exemple.fr"},
    "web": {"value": "https://exemple.fr/a,b"},
}
#: The same, of whom nothing but a name is known.
BARE = {"id": "adil", "kind": "adil", "name": "ADIL 13", "short": "Conseil."}
CHECKED = {"date": "2026-11-23", "how": "live"}


def with_contact(**changes: Any) -> Guide:
    """The made guide with its one contact changed."""
    content = made_content()
    adil = content.contacts["adil"].model_copy(update=changes)
    return made_guide("fr", dataclasses.replace(content, contacts={"adil": adil}))


def of(contact: dict[str, Any], **fact: Any) -> Guide:
    """A guide with this contact alone, its one fact changed."""
    content = made_content()
    facts = {"ren-01": Fact(**content.facts["ren-01"].model_dump() | fact)}
    return made_guide("fr", dataclasses.replace(content, contacts={"adil": Contact(**contact)}, facts=facts))


def row(guide: Guide) -> dict[str, str]:
    """The line of the one contact, by column."""
    (only,) = csv.DictReader(io.StringIO(contacts_csv(guide).removeprefix("\ufeff")), delimiter=";")
    return only


def card(guide: Guide) -> list[str]:
    """The lines of the card of the one contact."""
    return vcard(guide, guide.content.contacts["adil"]).replace("\r\n ", "").split("\r\n")


# --- the table of contacts --------------------------------------------------------------------------------


def test_a_contact_is_a_line():
    assert row(of(FULL)) == {
        "id": "adil",
        "kind": "adil",
        "name": "ADIL 13",
        "street": "15 avenue Schuman",
        "postcode": "13002",
        "city": "Marseille",
        "phones": "04 96 11 12 00 / 3010",
        "email": "a@exemple.fr",
        "web": "https://exemple.fr/a,b",
        "status": "to-confirm",
        "as_of": "",
        "checked": "2026-11-23",
        "how": "copy",
        "sms": "06 00 00 00 00",
    }


def test_what_is_not_known_is_an_empty_cell():
    assert {name for name, cell in row(of(BARE)).items() if cell} == {"id", "kind", "name", "status"}


UNKNOWN = {"unknown": "Personne ne le sait."}


@pytest.mark.parametrize("known", [{"address": UNKNOWN}, {"email": UNKNOWN}, {"web": UNKNOWN}])
def test_what_is_avowed_unknown_is_an_empty_cell(known):
    assert row(of(BARE | known)) == row(of(BARE))


def test_numbers_to_write_to_are_told_apart():
    phones = [{"number": number, "by": "sms"} for number in ("114", "06 00 00 00 00")]
    assert row(of(BARE | {"phones": phones}))["sms"] == "114 / 06 00 00 00 00"


def test_only_facts_prove_a_contact():
    other = {"phones": [{"number": "3010", "ask_contact": "adil", "proof": ["ren-01"]}]}
    assert row(of(BARE | other))["how"] == "copy"


@pytest.mark.parametrize(
    ("fact", "told"),
    [({"checked": CHECKED}, ("seen", "2026-11-23")), ({"confidence": "low", "checked": CHECKED}, ("", ""))],
)
def test_how_it_was_looked_at_is_told(fact, told):
    line = row(of(FULL, **fact))
    assert (line["how"], line["checked"]) == told


def test_the_date_of_what_is_said_is_told():
    assert row(of(FULL, as_of="2025-10"))["as_of"] == "2025-10"


CONFIRMED = {"status": "confirmed"}


@pytest.mark.parametrize(
    ("contact", "status"),
    [
        (BARE, "to-confirm"),
        (BARE | {"email": {"value": "a@b.fr"} | CONFIRMED}, "confirmed"),
        (BARE | {"email": {"value": "a@b.fr"} | CONFIRMED, "web": {"value": "https://a.fr"}}, "to-confirm"),
        (BARE | {"email": {"value": "a@b.fr"} | CONFIRMED, "web": {"unknown": "Rien."}}, "confirmed"),
    ],
)
def test_a_contact_is_confirmed_when_all_that_is_known_of_it_is(contact, status):
    assert row(of(contact))["status"] == status


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x", " =1+1", "\t=1"])
def test_no_cell_is_read_as_a_formula(name):
    assert row(with_contact(name=Phrase(name)))["name"] == f"'{name}"


@pytest.mark.parametrize("name", ["a=1", "1", "«x»"])
def test_another_cell_is_left_alone(name):
    assert row(with_contact(name=Phrase(name)))["name"] == name


def test_french_spreadsheets_read_the_accents():
    assert contacts_csv(made_guide()).encode("utf-8").startswith(b"\xef\xbb\xbfid;kind;name;")


def test_the_lines_of_the_table_end_as_files_do():
    assert contacts_csv(made_guide()).count("\n") == 2
    assert "\r" not in contacts_csv(made_guide())


# --- visiting cards ---------------------------------------------------------------------------------------


def test_a_visiting_card_says_what_is_known():
    assert card(of(FULL)) == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "UID:guide-logement:adil",
        "KIND:org",
        "FN:ADIL 13",
        "ORG:Agence départementale",
        "ADR:;;15 avenue Schuman;Marseille;;13002;France",
        "TEL;VALUE=text:04 96 11 12 00",
        "TEL;VALUE=text:3010",
        "TEL;TYPE=text;VALUE=text:06 00 00 00 00",
        "EMAIL:a@exemple.fr",
        "URL:https://exemple.fr/a,b",
        "NOTE:Conseil sur 12\u00a0mois.",
        "REV:20261124T000000Z",
        "END:VCARD",
        "",
    ]


def test_a_visiting_card_says_nothing_of_what_is_not_known():
    assert [line.split(":")[0] for line in card(of(BARE))] == [
        "BEGIN",
        "VERSION",
        "UID",
        "KIND",
        "FN",
        "NOTE",
        "REV",
        "END",
        "",
    ]


@pytest.mark.parametrize(
    "known",
    [
        {"address": UNKNOWN},
        {"address": {"city": "Marseille"}},
        {"email": UNKNOWN},
        {"web": UNKNOWN},
    ],
)
def test_a_visiting_card_has_no_empty_line(known):
    assert len(card(of(BARE | known))) == len(card(of(BARE)))


def test_an_address_may_lack_its_town():
    assert "ADR:;;15 avenue Schuman;;;;France" in card(
        of(BARE | {"address": {"street": "15 avenue Schuman"}})
    )


TEXT = st.text(st.sampled_from(list("aé;,\\\nش:🏠\r ")), min_size=60, max_size=160).filter(str.strip)


@given(TEXT)
@settings(max_examples=100, deadline=None)
def test_a_visiting_card_is_whole_lines_of_75_bytes(text):
    guide = with_contact(name=Phrase(text))
    written = vcard(guide, guide.content.contacts["adil"])
    lines = written.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    begun = [re.split("[:;]", line)[0] for line in written.replace("\r\n ", "").split("\r\n")]
    assert begun == ["BEGIN", "VERSION", "UID", "KIND", "FN", "ADR", "TEL", "NOTE", "REV", "END", ""]


@pytest.mark.parametrize(
    ("length", "pieces"), [(72, [75]), (73, [75, 2]), (72 + 74, [75, 75]), (72 + 75, [75, 75, 2])]
)
def test_a_line_goes_on_past_75_bytes_after_a_space(length, pieces):
    guide = with_contact(name=Phrase("a" * length))
    written = vcard(guide, guide.content.contacts["adil"])
    name = written[written.index("FN:") : written.index("\r\nADR")]
    assert [len(line) for line in name.split("\r\n")] == pieces


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Un, deux ; trois\\", "Un\\, deux \\; trois\\\\"),
        ("Un\r\ndeux", "Un\\ndeux"),
        ("Un : deux", "Un : deux"),
    ],
)
def test_a_comma_of_a_name_is_no_separator(name, written):
    assert f"FN:{written}" in card(with_contact(name=Phrase(name)))


@pytest.mark.parametrize(
    ("known", "line"),
    [
        ({"long_name": "Un, deux"}, "ORG:Un\\, deux"),
        (
            {"address": {"street": "1, rue ; B", "city": "Aix, ici"}},
            "ADR:;;1\\, rue \\; B;Aix\\, ici;;;France",
        ),
        ({"short": "Un ; deux"}, "NOTE:Un\u202f\\; deux"),
    ],
)
def test_nor_is_one_of_anything_else(known, line):
    assert line in card(of(BARE | known))
