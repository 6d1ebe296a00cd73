"""Guards that nobody sees while they hold: hostile text, French marked as French, who is asked first, what is withheld."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from conftest import DAY, ROOT
from handouts_made import made_content, made_guide
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.export.data import contacts_csv, vcard
from macros.guide.guide import Guide
from macros.model.contacts import ContactKind
from macros.model.facts import FactFile, News
from macros.model.fields import PartialDate, Phrase
from macros.model.pages import Helper
from macros.opening import open_guide
from macros.views.indexes import HEADINGS, news
from macros.web.environment import Words
from macros.web.html import PhraseRenderer


def renderer(guide: Guide) -> PhraseRenderer:
    return PhraseRenderer(guide, lambda target: target, "pas encore traduit")


def with_contact(**changes) -> Guide:
    """The made guide with its one contact changed."""
    content = made_content()
    adil = content.contacts["adil"].model_copy(update=changes)
    return made_guide("fr", dataclasses.replace(content, contacts={"adil": adil}))


# --- French that stands in another language -------------------------------------------------------------------------------------


def test_a_missing_translation_is_marked_as_french():
    html = renderer(made_guide("ar")).rich(Phrase("Bonjour").translated(None, "ar"))
    assert (
        html
        == '<span class="g-fr" lang="fr" dir="ltr">Bonjour</span><span class="g-fr-sign" title="pas encore traduit">fr</span>'
    )


def test_a_translation_is_not_marked():
    assert renderer(made_guide("ar")).rich(Phrase("Bonjour").translated("سلام", "ar")) == "سلام"


def test_a_word_of_the_interface_left_in_french_is_marked():
    guide = made_guide("ar")
    words = Words(guide, renderer(guide))
    assert 'lang="fr"' in words.html("recours")


# --- hostile text ---------------------------------------------------------------------------------------------------------------


def test_what_fills_a_word_of_the_interface_is_escaped():
    guide = made_guide()
    assert "<script>" not in Words(guide, renderer(guide)).html(
        "verifie-le", date="<script>alert(1)</script>"
    )


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


# --- who is asked first ---------------------------------------------------------------------------------------------------------


def test_who_serves_a_commune_comes_before_who_serves_its_department():
    guide = open_guide(ROOT / "content", DAY)
    pertuis = dataclasses.replace(guide, commune=guide.communes["84089"])
    assert [p.contact.id for p in pertuis.people(Helper(role="accueil-social"))] == ["cms-pertuis"]


def test_every_kind_of_contact_is_under_one_heading():
    named = [kind for kinds in HEADINGS.values() for kind in kinds]
    assert sorted(named) == sorted(ContactKind.__args__)


# --- what is withheld -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "shown"), [({}, 1), ({"confidence": "low"}, 0), ({"withheld": "à relire"}, 0)]
)
def test_news_of_a_fact_that_is_withheld_is_not_told(change, shown):
    content = made_content()
    fact = content.facts["ren-01"].model_copy(
        update={"news": News(date=PartialDate(2026), text="Nouveau."), **change}
    )
    guide = made_guide(
        "fr", dataclasses.replace(content, topics={"a": FactFile(id="a", topic="A", facts=(fact,))})
    )
    assert len(news(guide)) == shown


def test_the_same_department_code_in_a_role_and_out_of_the_territory_is_told(valid: Path, faults):
    path = valid / "territories" / "petit.yml"
    text = path.read_text(encoding="utf-8").replace(
        'departments: {"99": adil}}', 'departments: {"99": adil, "35": adil}}'
    )
    path.write_text(text, encoding="utf-8")
    assert [f.code for f in faults(valid)] == ["R305"]
