"""The same content in another language: each phrase becomes its translation, or the French marked as such."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from ..guide.content import Content
from ..language.characters import BLANKS
from ..model.fields import Phrase
from ..model.traversal import with_phrases
from .catalogue import Catalogue, is_stale
from .extract import TRANSLATED, is_search_words

#: What breaks a line; no-break spaces are the translator's and stay.
_BREAKS = re.compile(f" *[{BLANKS}]+[ {BLANKS}]*")


def localise(content: Content, lang: str, catalogue: Catalogue) -> Content:
    """`content` in `lang`. French needs no catalogue; contexts are set in every language."""

    def change(context: str, phrase: Phrase) -> Phrase:
        named = replace(phrase, context=context)
        if lang == "fr":
            return named
        entry = catalogue.get(context)
        if entry is None or not entry.text:
            return named.translated(None, lang)
        # A line break of a translator's tool is a space, as in the French.
        text = _BREAKS.sub(" ", entry.text).strip()
        if is_search_words(context):
            text = text.replace("،", ",")
        return named.translated(text, lang, fuzzy=is_stale(context, entry, phrase.fr))

    changed: dict[str, Any] = {}
    for kind in TRANSLATED:
        value = getattr(content, kind.attribute)
        if kind.shape == "whole":
            changed[kind.attribute] = with_phrases(value, f"{kind.prefix}#", change)
        else:
            changed[kind.attribute] = {
                i: with_phrases(item, f"{kind.prefix}/{i}#", change) for i, item in value.items()
            }
    return replace(content, **changed)
