"""Figures in a text: delays and amounts that someone typed, and the numbers that a translation must keep."""

from __future__ import annotations

import re
from collections import Counter

from .grammar import Link, Text, flat, parse

_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f.]\d{3}){1,5}(?:,\d+)?|\d+(?:[.,]\d+)?"
_UNITS = r"jours?|semaines?|mois|ans?|années?|€|euros?|%|m²"
_TYPED = re.compile(rf"(?<![\w-])(?P<number>{_NUMBER})[ \u00a0\u202f]?(?P<unit>{_UNITS})(?!\w)")
_DIGITS = re.compile(_NUMBER)
#: A date said again in figures, for who names the months otherwise than its translator.
_IN_FIGURES = re.compile(r"(?<!\d)(\d{1,2})( \S+ )(\d{4}) \(0?\1/\d{2}/\3\)")
_OTHER_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def words_of(text: str) -> str:
    """A content text without its tokens: what an editor typed himself."""
    return "".join(node.text if isinstance(node, (Text, Link)) else " " for node in flat(parse(text)))


def typed(text: str) -> list[str]:
    """The delays and amounts typed in a French text
    instead of cited by `{valeur:…}`, such as « 10 jours ».
    """
    return [match.group() for match in _TYPED.finditer(words_of(text))]


def numbers(text: str) -> Counter[str]:
    """The numbers that a text shows, thousands joined; the same for `1 500`, `1.500` and `1,500`. A date said
    again in figures counts once.
    """
    shown = _IN_FIGURES.sub(r"\1\2\3", words_of(text).translate(_OTHER_DIGITS))
    return Counter(re.sub(r"[ \u00a0\u202f.,]", "", n) for n in _DIGITS.findall(shown))
