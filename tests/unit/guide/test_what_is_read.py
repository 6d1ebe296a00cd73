"""What a reader is told of the sources: read in a copy and
of when, or seen in force, or heard; never more than is true.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.export.data import contacts_csv
from macros.guide.days import add_months
from macros.guide.freshness import Saying, freshness_of, saying_of, sayings
from macros.guide.guide import Guide
from macros.guide.standing import holds, standing
from macros.model.facts import Checked, Fact, Source
from macros.model.fields import PartialDate, Phrase
from macros.model.pages import Statement, Unknown
from macros.opening import open_guide
from macros.print.sections import law_of, paper_sections
from macros.print.writer import Writer, plain
from macros.views.page import procedure_view
from macros.web.pages import render
from support.made import words

DAY = dt.date(2026, 11, 29)
SITE = {"languages": ["fr"], "papers": {}, "base_url": ""}


def source(identifier: str, nature: str = "private", state: str | None = None, **more: PartialDate) -> Source:
    dated = PartialDate.parse(state) if state else None
    return Source(id=identifier, publisher=identifier.upper(), title="…", nature=nature, state=dated, **more)


def fact(*sources: str, how: str = "copy", on: str = "2026-11-23", review: str = "term", **more: str) -> Fact:
    checked = Checked(date=dt.date.fromisoformat(on), how=how)
    return Fact(
        id="-".join(("f", *sources)),
        statement="…",
        sources=sources,
        checked=checked,
        review=review,
        **{"confidence": "high", **more},
    )


SOURCES = {
    s.id: s
    for s in (
        source("ash", "press", "2011"),
        source("ash-02", "press", "2011-02"),
        source("udaf", "association"),
        source("dila", "official", "2026-03"),
        source("ancienne", "official", "2016"),
        source("prefecture", "official"),
        source("code", "text", "2026-04-03"),
        source("loi", "text", "2026-02"),
        source("code-2017", "text", "2017-01-21"),
        source("article", "text", "2018-11-25", unchanged_since=PartialDate(2018, 11, 25)),
        source("cassation", "court", "2024-06-13"),
        source("arret", "court"),
        source("annuaire", "official"),
    )
}


def words_of(found: Iterable[Saying]) -> str:
    """Sayings as a French reader sees them, days and months as they are stored."""

    def text(saying: Saying) -> str:
        fills = {name: text(v) if isinstance(v, Saying) else v for name, v in saying.fills.items()}
        return words()[saying.key].fr.format(**fills)

    return " · ".join(text(saying) for saying in found)


def said(*facts: Fact) -> str:
    """The head of a page that rests on these facts."""
    return words_of(sayings(freshness_of(facts, DAY, SOURCES)))


def proof(of: Fact) -> str:
    """The proof line of one fact."""
    return words_of(saying_of(of, [SOURCES[i] for i in of.sources]))


@pytest.mark.parametrize(
    ("of", "told"),
    [
        (
            fact("code", review="law", on="2026-11-29"),
            "Texte en vigueur relu le 2026-11-29 (version du 2026-04-03)",
        ),
        (fact("loi", review="law"), "Texte en vigueur relu le 2026-11-23 (version de 2026-02)"),
        (fact("article", review="law"), "Texte en vigueur relu le 2026-11-23 (version du 2018-11-25)"),
        (fact("dila", review="law"), "Page officielle lue le 2026-11-23 : DILA, 2026-03"),
        (
            fact("ancienne", law="CCH art. L. 441"),
            "Page officielle lue le 2026-11-23 : ANCIENNE, 2016 · Article en vigueur non relu",
        ),
        (fact("prefecture"), "Page officielle sans date, lue le 2026-11-23 : PREFECTURE"),
        (
            fact("cassation", review="law"),
            "Décision de justice du 2024-06-13, lue le 2026-11-23 : CASSATION · Texte en vigueur non relu",
        ),
        (fact("arret"), "Décision de justice sans date, lue le 2026-11-23 : ARRET"),
        (
            fact("ash", law="CCH art. R. 441-16-2"),
            "Lu le 2026-11-23 dans : ASH (2011) · Article en vigueur non relu",
        ),
        (
            fact("code-2017", review="law"),
            "Lu le 2026-11-23 dans : CODE-2017 (2017-01-21) · Texte en vigueur non relu",
        ),
        (fact("udaf"), "Lu le 2026-11-23 dans : UDAF (sans date)"),
        (fact(), "Lu le 2026-11-23 dans : – (sans date)"),
    ],
)
def test_a_proof_says_what_was_read(of, told):
    assert proof(of) == told


@pytest.mark.parametrize(
    ("read", "shown"),
    [
        (("ash", "code"), "CODE"),
        (("dila", "code"), "CODE"),
        (("ash", "ancienne", "dila"), "DILA"),
        (("ancienne", "cassation"), "CASSATION"),
        (("ash", "code-2017"), "CODE-2017"),
        (("ash", "udaf"), "ASH"),
    ],
)
def test_the_best_source_is_the_one_that_is_named(read, shown):
    assert standing(fact(*read), [SOURCES[i] for i in read]).source.publisher == shown


@pytest.mark.parametrize(
    ("state", "read", "held"),
    [
        ("2024-11-23", "2026-11-23", True),
        ("2024-11-22", "2026-11-23", False),
        ("2025", "2026-11-23", True),
        ("2024", "2026-11-23", False),
        (None, "2026-11-23", False),
    ],
)
@pytest.mark.parametrize("nature", ["text", "official"])
def test_a_text_or_a_page_tells_the_law_for_two_years(nature, state, read, held):
    assert holds(fact("x", on=read, review="law"), [source("x", nature, state)]) is held


@pytest.mark.parametrize("nature", ["court", "operator", "association", "press", "private"])
def test_nobody_else_tells_the_law_of_the_day(nature):
    assert not holds(fact("x", review="law"), [source("x", nature, "2026-11-01")])


def test_a_text_read_before_its_last_change_is_not_in_force():
    changed = source("x", "text", "2018", unchanged_since=PartialDate(2022, 2, 23))
    assert not holds(fact("x", review="law"), [changed])


def test_a_statement_of_which_something_is_not_sure_was_read_in_part():
    unsure = fact("code", review="law", confidence="medium")
    assert proof(unsure) == "Relu en partie dans le texte en vigueur le 2026-11-23 (version du 2026-04-03)"


def test_a_page_that_rests_on_one_of_them_does_not_say_that_its_texts_were_read():
    known = (fact("code", review="law"), fact("loi", review="law", confidence="medium"))
    assert said(*known).endswith(
        "Règles : 1 sur 2 d’après le texte en vigueur ou une page officielle récente"
    )


def test_an_undated_page_takes_the_date_of_what_it_says():
    assert proof(fact("annuaire", as_of="2015-04")) == "Page officielle lue le 2026-11-23 : ANNUAIRE, 2015-04"


def test_that_date_does_not_make_an_undated_page_recent():
    assert not holds(fact("annuaire", as_of="2026-10", review="law"), [SOURCES["annuaire"]])


def test_the_head_of_a_page_tells_the_years_of_its_sources_and_how_many_have_none():
    assert (
        said(fact("ash"), fact("dila", "udaf"), fact("prefecture"))
        == "Lu le 2026-11-23 : sources de 2011 à 2026, dont 2 sans date"
    )


def test_sources_of_one_year():
    assert said(fact("ash-02"), fact("ash")) == "Lu le 2026-11-23 : sources de 2011"


def test_sources_without_any_date():
    assert said(fact("udaf")) == "Lu le 2026-11-23 : sources sans date"


def test_ten_facts_of_one_undated_page_are_one_source():
    assert freshness_of([fact("udaf")] * 10 + [fact("ash")], DAY, SOURCES).copies.undated == 1


def test_readings_of_one_month_are_told_by_the_month():
    assert said(fact("ash"), fact("ash", on="2026-11-28")) == "Lu en 2026-11 : sources de 2011"


def test_readings_of_two_months_are_told_from_one_to_the_other():
    assert said(fact("ash", on="2026-10-30"), fact("ash")) == "Lu entre 2026-10 et 2026-11 : sources de 2011"


def test_a_page_of_texts_in_force_says_only_that():
    assert (
        said(fact("code", review="law"), fact("loi", review="law"))
        == "Textes en vigueur relus le 2026-11-23 (version de 2026-02)"
    )


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            (fact("code", review="law"), fact("ash", review="law"), fact("udaf")),
            "Règles : 1 sur 2 d’après le texte en vigueur ou une page officielle récente",
        ),
        ((fact("dila", review="law"), fact("udaf")), "Règles : texte en vigueur ou page officielle récente"),
        ((fact("ash", review="law"),), "Articles en vigueur non relus"),
    ],
)
def test_the_head_of_a_page_tells_how_much_of_the_law_was_read_in_force(facts, told):
    assert said(*facts).split(" · ")[1] == told


def test_what_was_seen_or_heard_is_checked():
    assert said(fact("ash", how="live"), fact("dila", how="call", on="2026-11-20")) == "Vérifié le 2026-11-20"


def test_what_was_seen_is_counted_beside_what_was_read():
    assert (
        said(fact("ash"), fact("dila", how="call"))
        == "Lu le 2026-11-23 : sources de 2011 · Vérifiés en ligne ou par téléphone : 1"
    )


def test_nothing_to_rest_on_says_nothing():
    assert said() == ""


@given(st.lists(st.builds(fact, st.sampled_from(list(SOURCES)), review=st.sampled_from(["law", "contact"]))))
def test_what_was_read_in_a_copy_is_never_called_checked(facts):
    assert "vérifi" not in said(*facts).lower()


@given(st.builds(fact, st.sampled_from(list(SOURCES)), review=st.sampled_from(["law", "contact"])))
def test_a_law_that_does_not_hold_says_that_it_was_not_read_again(of):
    unsure = of.legal and not holds(of, [SOURCES[i] for i in of.sources])
    assert ("non relu" in proof(of)) is unsure


@given(st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), st.integers(0, 48))
def test_a_younger_text_never_holds_less(read, months):
    """A month taken from the age of a text never unmakes it."""
    old, young = (add_months(read, -months), add_months(read, -max(months - 1, 0)))
    held = [
        holds(fact("x", on=read.isoformat(), review="law"), [source("x", "text", day.isoformat())])
        for day in (old, young)
    ]
    assert held[0] <= held[1]


@pytest.fixture
def guide(valid):
    """The small guide, whose one law is read in an old text and
    carries a caveat, and whose number was heard on the telephone.
    """
    sources = valid / "sources.yml"
    sources.write_text(
        sources.read_text(encoding="utf-8").replace(", unchanged_since: 2017-05-08", ""), encoding="utf-8"
    )
    path = valid / "facts" / "base.yml"
    text = path.read_text(encoding="utf-8").replace(
        "    confidence: high\n", "    confidence: medium\n    caveat: Règle de 2017 ; demandez.\n", 1
    )
    first, call, rest = text.partition("  - id: f-telephone")
    path.write_text(first + call + rest.replace("how: copy", "how: call", 1), encoding="utf-8")
    return open_guide(valid, DAY, "petit")


def page(guide: Guide, reference: str) -> str:
    return render(guide, reference, SITE)


def visible(html: str) -> str:
    """What is read beside a sentence, its source still folded."""
    return re.sub(r'<details class="g-proof".*?</details>', "", html, flags=re.DOTALL)


def test_a_proof_names_what_was_read_and_its_date(guide):
    assert (
        'Lu le 1er novembre 2026 dans\u00a0: <span lang="fr" dir="ltr">Legifrance</span> (8 mai 2017). '
        "Article en vigueur non relu"
    ) in page(guide, "demarche:renouveler")


def test_a_proof_says_that_the_text_in_force_was_read(valid):
    html = page(open_guide(valid, DAY, "petit"), "demarche:renouveler")
    assert "Texte en vigueur relu le 1er novembre 2026 (version du 8 mai 2017)" in html


def test_the_list_of_texts_dates_each_source(guide):
    html = page(guide, "demarche:renouveler")
    assert "Legifrance – Code de la construction</a></span> (8 mai 2017)" in html


def test_the_page_of_facts_says_the_same(guide):
    assert "Article en vigueur non relu" in page(guide, "sujet:base")


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
    assert html.index('id="inconnu-x"') < html.index('id="aide"')


def test_the_foot_of_a_sheet_says_what_was_read(guide):
    told = law_of(Writer(guide, False, "https://g.example/"), guide.content.procedures["renouveler"])["dates"]
    assert plain(told[0]) == "Lu le 1er novembre 2026\u00a0: sources de 2017 · Articles en vigueur non relus"


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
