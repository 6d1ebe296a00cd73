"""What a reader is told of the sources: read in a copy and
of when, or seen in force, or heard; never more than is true.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.export.data import contacts_csv
from macros.guide.freshness import Saying, copies_of, freshness_of, sayings
from macros.guide.guide import Guide
from macros.model.facts import Checked, Fact
from macros.model.fields import PartialDate, Phrase
from macros.model.pages import Statement, Unknown
from macros.opening import open_guide
from macros.print.sections import law_of, paper_sections
from macros.print.writer import Writer, plain
from macros.views.page import procedure_view
from macros.web.pages import render

DAY = dt.date(2026, 11, 29)
SITE = {"languages": ["fr"], "papers": {}, "base_url": ""}


def fact(source: str, as_of: str | None = None, how: str = "copy", on: str = "2026-11-23") -> Fact:
    checked = Checked(date=dt.date.fromisoformat(on), how=how)
    dated = PartialDate.parse(as_of) if as_of else None
    return Fact(
        id=f"f-{source}",
        statement="…",
        sources=(source,),
        as_of=dated,
        checked=checked,
        confidence="high",
        review="law",
    )


def said(*facts: Fact) -> str:
    """The sayings as a French reader would see them, days and months as they are stored."""
    words = {
        "textes-lus": "lus {jour} dans des copies {copies}",
        "lus-le": "le {date}",
        "lus-en": "en {mois}",
        "lus-entre": "entre {debut} et {fin}",
        "copies-annees": "de {debut} à {fin}",
        "copies-annee": "de {annee}",
        "copies-sans-date": "sans date",
        "copies-dont": "{copies}, dont {nombre} sans date",
        "dont-verifies": "vérifiés : {nombre}",
        "verifie-le": "vérifié le {date}",
    }

    def text(saying: Saying) -> str:
        return words[saying.key].format(
            **{k: text(v) if isinstance(v, Saying) else v for k, v in saying.fills.items()}
        )

    return " · ".join(text(saying) for saying in sayings(freshness_of(facts, DAY)))


def test_copies_tell_their_years_and_how_many_have_none():
    assert (
        said(fact("ash", "2011"), fact("dila", "2026-03"), fact("udaf"))
        == "lus le 2026-11-23 dans des copies de 2011 à 2026, dont 1 sans date"
    )


def test_copies_of_one_year():
    assert said(fact("ash", "2011-02"), fact("dila", "2011")) == "lus le 2026-11-23 dans des copies de 2011"


def test_copies_without_any_date():
    assert said(fact("udaf")) == "lus le 2026-11-23 dans des copies sans date"


def test_ten_facts_of_one_undated_page_are_one_copy():
    assert copies_of([fact("udaf")] * 10 + [fact("ash", "2011")]).undated == 1


def test_readings_of_one_month_are_told_by_the_month():
    assert (
        said(fact("a", "2011"), fact("b", "2011", on="2026-11-28"))
        == "lus en 2026-11 dans des copies de 2011"
    )


def test_readings_of_two_months_are_told_from_one_to_the_other():
    assert (
        said(fact("a", "2011", on="2026-10-30"), fact("b", "2011"))
        == "lus entre 2026-10 et 2026-11 dans des copies de 2011"
    )


def test_what_was_seen_or_heard_is_checked():
    assert (
        said(fact("a", how="live"), fact("b", "2026", how="call", on="2026-11-20")) == "vérifié le 2026-11-20"
    )


def test_what_was_seen_is_counted_beside_what_was_read():
    assert (
        said(fact("a", "2011"), fact("b", "2026", how="call"))
        == "lus le 2026-11-23 dans des copies de 2011 · vérifiés : 1"
    )


def test_nothing_to_rest_on_says_nothing():
    assert said() == ""


@given(
    st.lists(
        st.builds(fact, st.sampled_from("abcd"), st.sampled_from([None, "2011", "2026-03"]), st.just("copy"))
    )
)
def test_copies_are_never_called_checked(facts):
    assert "vérifi" not in said(*facts)


@pytest.fixture
def guide(valid):
    """The small guide, whose one law is read in a copy and
    carries a caveat, and whose number was heard on the telephone.
    """
    path = valid / "facts" / "base.yml"
    text = path.read_text(encoding="utf-8").replace(
        "    confidence: high\n", "    confidence: high\n    caveat: Règle de 2017 ; demandez.\n", 1
    )
    first, call, rest = text.partition("  - id: f-telephone")
    path.write_text(first + call + rest.replace("how: copy", "how: call", 1), encoding="utf-8")
    return open_guide(valid, DAY, "petit")


def page(guide: Guide, reference: str) -> str:
    return render(guide, reference, SITE)


def visible(html: str) -> str:
    """What is read without unfolding anything."""
    return re.sub(r"<details\b.*?</details>", "", html, flags=re.DOTALL)


def test_a_proof_names_the_copy_and_its_date(guide):
    assert "Lu le 1er novembre 2026 dans une copie de" in page(guide, "demarche:renouveler")


def test_a_page_that_rests_on_copies_never_says_checked(guide):
    assert not re.search("vérifi", page(guide, "demarche:renouveler"), re.IGNORECASE)


def test_what_was_heard_says_so(guide):
    assert "vérifié le 1er novembre 2026 par téléphone" in page(guide, "contact:adil")


def test_a_caveat_stands_beside_a_deadline_without_unfolding(guide):
    assert "Règle de 2017" in visible(page(guide, "demarche:renouveler"))


def test_what_is_to_know_of_a_contact_is_not_filed_under_what_it_does_not_do(guide):
    contact = guide.content.contacts["adil"]
    said_of = tuple(Statement(id=name, text=Phrase(name), proof=("f-un-an",)) for name in ("savoir", "refus"))
    told = contact.model_copy(update={"notes": said_of[:1], "does_not": said_of[1:]})
    html = page(replace(guide, content=replace(guide.content, contacts={"adil": told})), "contact:adil")
    assert html.index('id="note-savoir"') < html.index('id="pas-refus"')


def test_what_is_not_known_comes_before_the_contacts(guide):
    asked = guide.content.procedures["renouveler"].model_copy(
        update={"unknown": (Unknown(id="x", text=Phrase("Inconnu.")),)}
    )
    html = page(
        replace(guide, content=replace(guide.content, procedures={"renouveler": asked})),
        "demarche:renouveler",
    )
    assert html.index('id="inconnu-x"') < html.index("{ #aide }")


def test_the_foot_of_a_sheet_says_what_was_read(guide):
    told = law_of(Writer(guide, False, "https://g.example/"), guide.content.procedures["renouveler"])["dates"]
    assert plain(told[0]).startswith("Textes lus le 1er novembre 2026 dans des copies de 2017")


def test_a_sheet_prints_the_caveat_of_a_deadline(guide):
    view = procedure_view(guide.content, guide.content.procedures["renouveler"])
    sections = paper_sections(Writer(guide, False, "https://g.example/"), view.sections)
    deadlines = next(s for s in sections if s["kind"] == "deadlines")
    assert [plain(item["caveat"][0]) for item in deadlines["items"] if item["caveat"]] == [
        "Règle de 2017\u202f; demandez."
    ]


def test_open_data_say_how_a_contact_was_looked_at(guide):
    head, first = contacts_csv(guide).splitlines()
    assert dict(zip(head.split(";"), first.split(";"), strict=True))["how"] == "copy"
