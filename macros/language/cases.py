"""Lengths of time and areas in the languages whose nouns change with the number and with what governs them.

CLDR knows the plural of a unit but not its case, and has no whole set of Arabic forms: they
are written here, by CLDR's plural category. A translation asks for the case by a suffix,
`{valeur:delai|gen}`: the form follows from the value of the day, whatever it becomes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from babel import Locale

from .direction import locale_of

#: What a suffix may name: `gen` is what follows a preposition,
#: a noun or a verb (genitive and accusative: the oblique case).
OBLIQUE = "gen"

#: Language -> unit -> category (or category and case) -> form; `{}` is the figure.
_FORMS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "ar": {
        "day": {
            "one": "يوم",
            "two": "يومان",
            "two|gen": "يومين",
            "few": "{} أيام",
            "many": "{} يومًا",
            "other": "{} يوم",
        },
        "week": {
            "one": "أسبوع",
            "two": "أسبوعان",
            "two|gen": "أسبوعين",
            "few": "{} أسابيع",
            "many": "{} أسبوعًا",
            "other": "{} أسبوع",
        },
        "month": {
            "one": "شهر",
            "two": "شهران",
            "two|gen": "شهرين",
            "few": "{} أشهر",
            "many": "{} شهرًا",
            "other": "{} شهر",
        },
        "year": {
            "one": "سنة",
            "two": "سنتان",
            "two|gen": "سنتين",
            "few": "{} سنوات",
            "many": "{} سنة",
            "other": "{} سنة",
        },
        "square-meter": {
            "one": "متر مربع",
            "two": "متران مربعان",
            "two|gen": "مترين مربعين",
            "few": "{} أمتار مربعة",
            "many": "{} مترًا مربعًا",
            "other": "{} متر مربع",
        },
    },
}

#: Language -> words after which a unit is oblique: prepositions
#: (alone or joined to the word), nouns of time, verbs of length.
_GOVERNORS: Mapping[str, str] = {
    "ar": (
        r"(?:[وف]?(?:في|من|إلى|الى|على|عن|منذ|حتى|خلال|بعد|قبل|طوال|طيلة|غضون|نحو|حوالي|قرابة|كل|بين|فوق|تحت|دون)"
        r"|[وف]?[بلك]?(?:مدة|مهلة|أجل|فترة|ظرف|حدود|حدّ|مساحة|مرور|مضي|سن|إيجار)"
        r"|[وف]?(?:ينتظر|تنتظر|تدوم|يدوم|تستغرق|يستغرق|تبلغ|يبلغ|تتجاوز|يتجاوز|تتعدى|يتعدى|تعادل|يعادل)"
        r"|[وف]?[بلك]ـ?)"
    ),
}
#: What may stand between the word that governs and the unit: nothing that changes the case.
_OPENING = r"[\s«\"“(*]*"


def form(value: float, unit: str, lang: str, case: str, figure: str) -> str | None:
    """`value` with its unit in `case` (empty: as a subject), `figure`
    being how it is written; None when CLDR's own form will do.
    """
    forms = _FORMS.get(lang, {}).get(unit)
    if forms is None:
        return None
    category = Locale.parse(locale_of(lang)).plural_form(value)
    return forms.get(f"{category}|{case}", forms[category if category in forms else "other"]).replace(
        "{}", figure
    )


def cases_of(lang: str) -> frozenset[str]:
    """The cases that a translation into `lang` may ask for."""
    named = {key.partition("|")[2] for forms in _FORMS.get(lang, {}).values() for key in forms}
    return frozenset(named - {""})


def changes(lang: str, unit: str) -> bool:
    """Whether a length in `unit` has another form, for some value, when a word governs it."""
    return any("|" in key for key in _FORMS.get(lang, {}).get(unit, {}))


def is_governed(before: str, lang: str) -> bool:
    """Whether the text that stands before a length puts it in the oblique case."""
    words = _GOVERNORS.get(lang)
    return bool(words and re.search(rf"(?<!\w){words}{_OPENING}$", before))
