"""Dates, numbers, amounts and delays as each language writes them (Babel), always with Western digits."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from ..language.cases import form
from ..language.direction import NO_BREAK, locale_of
from ..model.fields import PartialDate

_UNITS = {
    "hour": "duration-hour",
    "day": "duration-day",
    "week": "duration-week",
    "month": "duration-month",
    "year": "duration-year",
    "square-meter": "area-square-meter",
}
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def western(text: str) -> str:
    """`text` with the digits that French letters and forms use."""
    return text.translate(_ARABIC_DIGITS)


@lru_cache(maxsize=4096)
def date(day: dt.date, lang: str) -> str:
    """`16 octobre 2025`; the first of a month is `1er` in French. Elsewhere also in figures, as on the
    letter: `16 October 2025 (16/10/2025)`.
    """
    text = western(format_date(day, "long", locale=locale_of(lang)))
    if day.day == 1 and locale_of(lang).startswith("fr"):
        text = text.replace("1 ", "1er ", 1)
    return text if lang.split("-", maxsplit=1)[0] == "fr" else f"{text} ({day:%d/%m/%Y})"


@lru_cache(maxsize=4096)
def partial_date(value: PartialDate, lang: str) -> str:
    """A date to the precision that its source gives: `2017`, `octobre 2025`, `16 octobre 2025`."""
    if value.day:
        return date(value.first_day(), lang)
    if value.month:
        return western(format_skeleton("yMMMM", value.first_day(), locale=locale_of(lang)))
    return str(value.year)


def number(value: float, lang: str) -> str:
    """`23 403`, as French letters write it, in every language but English: elsewhere a comma is read as a
    decimal mark.
    """
    shown = int(value) if float(value).is_integer() else value
    return format_decimal(shown, locale="en" if locale_of(lang).startswith("en") else "fr")


def quantity(value: float, unit: str, lang: str, case: str = "") -> str:
    """A value with its unit: `10 jours`, `23 403 €`, `25 %`; in the `case` that a translation asks for."""
    if unit == "euro":
        return f"€{number(value, lang)}" if lang == "en" else f"{number(value, lang)}\u00a0€"
    if unit == "percent":
        return f"{number(value, lang)}\u00a0%" if lang == "fr" else f"{number(value, lang)}%"
    if unit in _UNITS:
        own = form(value, unit, lang, case, number(value, lang))
        return (own or western(_with_unit(value, _UNITS[unit], locale_of(lang)))).replace(" ", NO_BREAK)
    return number(value, lang)


def _with_unit(value: float, unit: str, locale: str) -> str:
    """CLDR keeps some languages' long form under its short one (Arabic): Babel then prints the unit's own
    name.
    """
    text = format_unit(value, unit, length="long", locale=locale)
    return format_unit(value, unit, length="short", locale=locale) if unit in text else text


def joined(parts: list[str], lang: str) -> str:
    """`a, b et c` in the language."""
    return format_list(parts, locale=locale_of(lang)) if parts else ""
