"""Languages: French is there, and each can be written (dates, numbers)."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from ..guide.content import Content
from ..places.faults import Fault
from .objects import placed

SOURCE = "fr"


def check(content: Content) -> Iterator[Fault]:
    """M211: nothing can write the dates of a language; M213: no French, or another source."""
    seen: dict[str, str] = {}
    for place, language in placed(content, "language"):
        if known(language.babel) is None:
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


def known(name: str) -> Locale | None:
    """What Babel knows of a language, or None."""
    try:
        return Locale.parse(name, sep="_")
    except (UnknownLocaleError, ValueError):
        return None
