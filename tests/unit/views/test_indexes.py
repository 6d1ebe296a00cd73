"""Pages that list others: every kind has its heading, what is withheld is not told."""

from __future__ import annotations

import dataclasses

import pytest

from macros.model.contacts import ContactKind
from macros.model.facts import FactFile, News
from macros.model.fields import PartialDate
from macros.views.indexes import HEADINGS, news
from support.made import made_content, made_guide


def test_every_kind_of_contact_is_under_one_heading():
    named = [kind for kinds in HEADINGS.values() for kind in kinds]
    assert sorted(named) == sorted(ContactKind.__args__)


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
