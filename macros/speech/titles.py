"""The title and the short answer of a page, as plain words."""

from __future__ import annotations

from ..guide.content import split_reference
from ..guide.guide import Guide
from ..language.direction import ordered
from ..model.pages import Criterion
from .spans import plain


def title(guide: Guide, reference: str) -> str:
    """A page's title as plain words, for the menu, the browser's tab and the search."""
    kind, identifier = split_reference(reference)
    if kind == "sujet":
        return guide.content.interface["faits-sujet"].text.replace(
            "{sujet}", guide.content.topics[identifier].topic
        )
    phrase = guide.title(reference)
    return ordered(phrase.text, phrase.lang)


def summary(guide: Guide, reference: str) -> str:
    """The short answer of a content page as plain words; empty for a page that the guide itself makes."""
    kind, _ = split_reference(reference)
    if kind in ("page", "sujet"):
        return ""
    page = guide.page(reference)
    return plain(guide, page.text if isinstance(page, Criterion) else page.short)
