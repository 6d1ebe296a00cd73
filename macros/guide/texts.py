"""The texts of the content: those that translators translate, each under a
context that never moves; those that applicants read as sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..model.kinds import KINDS
from ..model.traversal import phrases_of
from ..places.source_file import Where
from .content import Content

#: The kinds that translators translate, in the order of PO files.
TRANSLATED = tuple(kind for kind in KINDS if kind.prefix)

#: Parts that may stay French: read by agents, who work in French.
_AGENT_PARTS = tuple(f"{kind.prefix}/" for kind in TRANSLATED if kind.reader == "agent")


@dataclass(frozen=True, slots=True)
class Message:
    """One text to translate: its context, its French, where it stands, and whether applicants read it."""

    context: str
    fr: str
    path: str
    line: int
    applicant: bool


def is_for_applicants(context: str) -> bool:
    """Whether the text of `context` is on the applicants' side of the guide."""
    return not context.startswith(_AGENT_PARTS) and "#agent." not in context


def is_search_words(context: str) -> bool:
    """Whether the text of `context` is a page's search words: each
    language has its own, so a change of the French leaves them sound.
    """
    return context.endswith((".keywords", "#keywords"))


def field_of(context: str) -> str:
    """The kind of field a text stands in, whatever the object:
    `when`, `title`; `interface` for the interface's words.

    Two texts of the same French and the same kind may share a translation; a condition and a heading may not.
    """
    part, _, path = context.partition("#")
    return part if part == "interface" else path.rpartition(".")[2]


#: Names and search words, which are no sentences.
_NOT_PROSE = (".keywords", "#keywords", "#title", "#name", "#long_name")


def prose(kind: str, page: Any) -> Iterator[tuple[Where, str]]:
    """(place, French) of each text of a page that applicants read as sentences."""
    for context, where, phrase in phrases_of(page, f"{kind}/{page.key}#"):
        if is_for_applicants(context) and not context.endswith(_NOT_PROSE):
            yield where, phrase.fr


def messages(content: Content) -> Iterator[Message]:
    """Every text of `content`, in a stable order, with its place for translators."""
    files = {(p.kind, p.id): p for p in content.places}
    for kind in TRANSLATED:
        value = getattr(content, kind.attribute)
        whole = kind.shape == "whole"
        for identifier, item in [(kind.attribute, value)] if whole else value.items():
            place = files.get((kind.name, identifier))
            base = f"{kind.prefix}#" if whole else f"{kind.prefix}/{identifier}#"
            for context, where, phrase in phrases_of(item, base):
                line = place.file.places.get((*place.where, *where), (1, 1))[0] if place else 1
                path = place.file.path if place else kind.prefix
                yield Message(context, phrase.fr, path, line, is_for_applicants(context))


def source_texts(content: Content) -> dict[str, str]:
    """Context -> French, for the whole content."""
    return {m.context: m.fr for m in messages(content)}
