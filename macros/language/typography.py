"""Typography that editors need not type: French spaces, quotes
kept together, digits that keep their order from right to left.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .direction import ordered, script_of

NARROW = "\u202f"
WIDE = "\u00a0"

_RULES = (
    (re.compile(r" (?=[;!?])"), NARROW),
    (re.compile(r" (?=[:»])"), WIDE),
    (re.compile(r"(?<=«) "), WIDE),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NARROW),
    (re.compile(r"(?<=\d) (?=(?:€|%|m²|h|mois|jours?|ans?|semaines?)(?!\w))"), WIDE),
    (re.compile(r"(?<=\b[Aa]rt\.) |(?<=\b[LRD]\.) |(?<=n°) "), WIDE),
)


@lru_cache(maxsize=16384)
def french_spaces(text: str) -> str:
    """`text` with no-break spaces where French typography wants them."""
    for pattern, space in _RULES:
        text = pattern.sub(space, text)
    return text


def typeset(text: str, lang: str) -> str:
    """`text` as it is printed in `lang`."""
    return french_spaces(text) if lang == "fr" else ordered(text, lang)


def in_one_piece(number: str) -> str:
    """A phone number whose groups no line and no direction takes apart."""
    return number.replace(" ", WIDE)


def colon(lang: str) -> str:
    """A colon between a word and what it announces: French wants a space before it."""
    return f"{WIDE}: " if lang == "fr" else ": "


#: Languages that write the name of a language small inside a sentence; English, German or Turkish do not.
_SMALL = frozenset(["fr", "es", "it", "pt", "ro", "ca", "ru", "uk", "pl", "cs"])


def in_sentence(language: str, lang: str) -> str:
    """The name of a language (« Français ») as it stands inside a sentence in `lang` (« en français »)."""
    return language[:1].lower() + language[1:] if lang in _SMALL else language


#: The comma of a script that has one of its own.
_COMMAS = {"Arab": "، ", "Ethi": "፣ ", "Hans": "、", "Hant": "、", "Jpan": "、"}


def comma(lang: str) -> str:
    """A comma between two things of a list, and its space."""
    return _COMMAS.get(script_of(lang), ", ")


#: The question mark of a script that has one of its own.
_QUESTIONS = {"Arab": "؟", "Hans": "？", "Hant": "？", "Jpan": "？"}


def question(lang: str) -> str:
    """A question mark, and the space that French wants before it."""
    return f"{NARROW}?" if lang == "fr" else _QUESTIONS.get(script_of(lang), "?")


def inside(text: str, lang: str) -> str:
    """`text` in `lang` as it stands between parentheses: its own give way to a comma (« 3 July 2026,
    03/07/2026 »).
    """
    return text.replace(" (", comma(lang)).replace(")", "")
