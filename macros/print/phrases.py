"""The sentences to show at a counter, as cards to cut: French big, the person's language under it, the law at
the foot.
"""

from __future__ import annotations

from typing import Any

from ..guide.guide import Guide
from ..language.typography import typeset
from ..model.pages import Procedure, Statement
from ..speech.laws import condensed
from ..views.indexes import grouped
from .sheets import dated, frame
from .writer import Writer


def phrases_data(guide: Guide, base_url: str) -> dict[str, Any]:
    """Every sentence to show, in the order of the pages. Raises `SheetFault` for a word that lacks."""
    writer = Writer(guide, False, base_url)
    data = frame(writer, "phrases", "page:fiches", writer.interface("montrer"), "phrases")
    data |= {
        "short": writer.interface("phrases-aide"),
        "sections": [
            _card(Writer(guide, False, base_url), page, statement)
            for page in (*(p for _, pages in grouped(guide) for p in pages), *guide.content.counter.values())
            for statement in page.show
        ],
    }
    return dated(writer, data)


def _card(writer: Writer, page: Procedure, statement: Statement) -> dict[str, Any]:
    """One card; `theirs` is None where the person's language is French, or has no translation yet."""
    facts = writer.guide.facts(statement.proof)
    laws = condensed(fact.law for fact in facts if fact.law)
    publisher = next((source.publisher for fact in facts for source in writer.guide.sources(fact)), "")
    rests_on = typeset(laws or publisher, "fr")
    theirs = writer.texts(statement.text)
    return {
        "title": writer.texts(page.title),
        "french": writer.french(statement.text),
        "theirs": None if theirs[0]["lang"] == "fr" else theirs,
        "law": writer.words(rests_on, "facts.law", "fr") if rests_on else None,
    }
