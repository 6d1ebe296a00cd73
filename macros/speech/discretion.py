"""What a page about violence must not tell from afar: to a tab, a message, the name of a file."""

from __future__ import annotations

from ..guide.content import split_reference
from ..guide.guide import Guide
from ..model.kinds import PAGES
from .addresses import short_address


def is_sensitive(guide: Guide, reference: str) -> bool:
    """Whether the page behind `reference` is one that a reader may have to hide."""
    kind, _ = split_reference(reference)
    return kind in PAGES and getattr(guide.page(reference), "privacy", "normal") == "sensitive"


def neutral_name(guide: Guide, reference: str, path: str) -> str:
    """The name under which a sensitive page's sheet at `path` is saved: its number says nothing; empty for
    any other page.
    """
    if not is_sensitive(guide, reference):
        return ""
    form = path.rsplit("/", 1)[-1].partition(".")[2]
    number = short_address(reference, guide.content)
    return "-".join(filter(None, ("guide", number, guide.lang))) + f".{form}"
