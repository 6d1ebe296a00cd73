"""The book's index: every keyword and term, in the order of an alphabet, with the pages of the book that
explain it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from ..guide.guide import Guide
from ..language.direction import ordered
from ..model.fields import Phrase

_ARTICLE = re.compile("^\u0627\u0644")
_ALEF = re.compile("[\u0622\u0623\u0625\u0671]")


def index_of(guide: Guide, labels: Iterable[tuple[str, Phrase | None, bool]]) -> list[dict[str, Any]]:
    """Letters in order, each with its entries; `labels` gives (label, words, whether they are keywords
    separated by commas).
    """
    entries: dict[str, dict[str, Any]] = {}
    for label, phrase, several in labels:
        for word in _words(phrase, several):
            lang = phrase.lang if phrase else guide.lang
            entry = entries.setdefault(rank(word), {"t": ordered(word, lang), "lang": lang, "refs": []})
            if label not in entry["refs"]:
                entry["refs"].append(label)
    letters: dict[str, list[dict[str, Any]]] = {}
    for key in sorted(entries, key=lambda key: (_script(key), key)):
        letters.setdefault(_letter(key), []).append(entries[key])
    return [{"letter": letter, "entries": found} for letter, found in letters.items()]


def rank(word: str) -> str:
    """What a word is sorted by: no accent, no case, no mark; in Arabic no article, one alef.

    >>> rank("À l’étranger")
    'a l etranger'
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    bare = re.sub(r"[\W_]+", " ", bare.replace("œ", "oe").replace("æ", "ae").replace("\u0640", "")).strip()
    return _ALEF.sub("\u0627", _ARTICLE.sub("", bare))


def _words(phrase: Phrase | None, several: bool) -> list[str]:
    if phrase is None:
        return []
    return [w for part in phrase.text.split(",") if (w := part.strip())] if several else [phrase.text]


def _script(key: str) -> int:
    """Figures, then the reader's own letters before Latin ones that stayed French in an Arabic book."""
    if key[:1].isdigit():
        return 0
    return 1 if key[:1] and unicodedata.name(key[0], "").startswith("ARABIC") else 2


def _letter(key: str) -> str:
    return "0–9" if key[:1].isdigit() else key[:1].upper()
