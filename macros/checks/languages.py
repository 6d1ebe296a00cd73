"""Languages: French is there, and each can be written (dates, numbers)."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError
from babel.units import format_unit

from ..guide.content import Content
from ..language.characters import turning, unseen
from ..language.printable import covered
from ..places.faults import Fault
from .objects import placed

SOURCE = "fr"
_PRINTABLE = frozenset(map(chr, covered()))
#: Enough for every plural of a language.
_COUNTS = (0, 1, 2, 3, 11, 100)
_LENGTHS = tuple(f"duration-{unit}" for unit in ("hour", "day", "week", "month", "year"))


def check(content: Content) -> Iterator[Fault]:
    """M211: nothing can write the dates of a language; M213: no French, or another source; M214: what is
    written of itself in a language (months, lengths of time) has no letters in our papers.
    """
    seen: dict[str, str] = {}
    for place, language in placed(content, "language"):
        locale = known(language.babel)
        lacking = sorted(set("".join(_written(locale))) - _PRINTABLE) if locale and language.papers else []
        if lacking:
            yield place.file.fault(
                (*place.where, "code"),
                "M214",
                f"Les fiches ne peuvent pas être imprimées en « {language.name} » : leurs polices n’ont pas "
                f"« {lacking[0]} » (U+{ord(lacking[0]):04X}). Écrivez « papers: no ».",
            )
        if locale is None:
            field = "locale" if language.locale else "tag" if language.tag else "code"
            yield place.file.fault(
                (*place.where, field),
                "M211",
                (
                    f"Personne ne sait écrire les dates et les nombres de « {language.babel} » : "
                    "ajoutez une langue proche, par exemple « locale: fr »."
                ),
            )
        if language.source != (language.code == SOURCE):
            said = (
                "« source: true » est réservé au français."
                if language.source
                else "Le français est la langue source : « source: true »."
            )
            yield place.file.fault((*place.where, "code"), "M213", said)
        seen[language.code] = language.name
    if content.languages and SOURCE not in seen and not content.doubtful:
        yield Fault(
            "content/languages.yml",
            1,
            1,
            "erreur",
            "M213",
            "Il manque le français (« code: fr »), langue source du guide.",
        )


def _written(locale: Locale) -> Iterator[str]:
    """What Babel writes of a language without anybody: its months, the lengths of time."""
    lengths = (format_unit(n, unit, "long", locale=locale) for unit in _LENGTHS for n in _COUNTS)
    for text in (*locale.months["format"]["wide"].values(), *lengths):
        yield text.translate(dict.fromkeys(map(ord, (*unseen(text), *turning(text)))))


def known(name: str) -> Locale | None:
    """What Babel knows of a language, or None."""
    try:
        return Locale.parse(name, sep="_")
    except (UnknownLocaleError, ValueError):
        return None
