"""The title and the short answer of a page, as plain words."""

from __future__ import annotations

from ..guide.content import split_reference
from ..guide.guide import Guide
from ..language.direction import ordered
from ..language.typography import typeset
from ..model.pages import Criterion
from .spans import plain


def title(guide: Guide, reference: str) -> str:
    """A page's title as plain words, for the menu, the browser's tab and the search."""
    kind, identifier = split_reference(reference)
    if kind == "sujet":
        return guide.content.interface["faits-sujet"].text.replace(
            "{sujet}", guide.content.topics[identifier].topic
        )
    if kind == "commune":
        return guide.communes[identifier].name
    phrase = guide.title(reference)
    return ordered(phrase.text, phrase.lang)


def summary(guide: Guide, reference: str) -> str:
    """The short answer of a content page, or of a commune's, as plain words; empty for a page that the guide
    itself makes.
    """
    kind, identifier = split_reference(reference)
    if kind in ("page", "sujet"):
        return ""
    if kind == "commune":
        said = guide.content.interface["commune-resume"]
        return typeset(said.text.replace("{commune}", guide.communes[identifier].name), said.lang)
    page = guide.page(reference)
    return plain(guide, page.text if isinstance(page, Criterion) else page.short)
