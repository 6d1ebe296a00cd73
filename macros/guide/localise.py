"""The same content in another language: each phrase becomes its translation,
or the French marked as such; and how far a language is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from ..model.fields import Phrase
from ..model.pages import Procedure
from ..model.traversal import with_phrases
from ..places.po_file import Catalogue, Entry
from .content import Content
from .same import Same
from .texts import TRANSLATED, Message, is_search_words


def localise(content: Content, lang: str, catalogue: Catalogue) -> Content:
    """`content` in `lang`. French needs no catalogue; contexts are set in every language."""
    known = Same(catalogue)
    changed: dict[str, Any] = {}
    for kind in TRANSLATED:
        value = getattr(content, kind.attribute)
        if kind.shape == "whole":
            changed[kind.attribute] = _localised(Same(value), f"{kind.prefix}#", lang, known)
        else:
            changed[kind.attribute] = {
                i: _localised(Same(item), f"{kind.prefix}/{i}#", lang, known) for i, item in value.items()
            }
    return replace(content, **changed)


@lru_cache(maxsize=16384)
def _localised(item: Same, context: str, lang: str, known: Same) -> Any:
    """One object in `lang`; `known` is the catalogue."""
    catalogue: Catalogue = known.it

    def change(where: str, phrase: Phrase) -> Phrase:
        named = replace(phrase, context=where)
        if lang == "fr":
            return named
        entry = catalogue.get(where)
        if entry is None or not entry.text:
            return named.translated(None, lang)
        text = entry.text.replace("،", ",") if is_search_words(where) else entry.text
        return named.translated(text, lang, fuzzy=is_stale(where, entry, phrase.fr))

    return with_phrases(item.it, context, change)


def is_only_named(page: Procedure, lang: str) -> bool:
    """Whether an agent's page has nothing to say in `lang` but its title: nobody translated it."""
    return page.short.lang != lang


def is_stale(context: str, entry: Entry, fr: str) -> bool:
    """Whether a translation is not shown because it was made
    from another French than `fr`, or its translator doubts it.
    """
    return not is_search_words(context) and (entry.fuzzy or entry.fr != fr)


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a language is."""

    total: int
    translated: int
    fuzzy: int

    @property
    def missing(self) -> int:
        """Texts that nobody has translated."""
        return self.total - self.translated - self.fuzzy


def tally(entries: Catalogue, messages: Iterable[Message]) -> Tally:
    """Counts for `messages`: a translation made from another French counts as fuzzy."""
    total = translated = fuzzy = 0
    for message in messages:
        total += 1
        entry = entries.get(message.context)
        if entry is None or not entry.text:
            continue
        if is_stale(message.context, entry, message.fr):
            fuzzy += 1
        else:
            translated += 1
    return Tally(total, translated, fuzzy)
