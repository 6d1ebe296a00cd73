"""Languages: French is there, each can be written (dates, numbers) and runs the way its letters run."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from ..content import Content
from ..faults import Fault
from ..model.lists import Language
from .objects import placed

SOURCE = "fr"


def check(content: Content) -> Iterator[Fault]:
    """M211: nothing can write the dates of a language; M212: its direction is not that of its letters; M213: no French, or another source."""
    seen: dict[str, str] = {}
    for place, language in placed(content, "language"):
        if known(language.babel) is None:
            field = "locale" if language.locale else "tag" if language.tag else "code"
            yield place.file.fault((*place.where, field), "M211", (
                f"Personne ne sait écrire les dates et les nombres de « {language.babel} » : "
                "ajoutez une langue proche, par exemple « locale: fr »."
            ))
        runs = _direction(language)
        if runs and runs != language.dir:
            where = "dir" if (*place.where, "dir") in place.file.places else "code"
            yield place.file.fault((*place.where, where), "M212", f"« {language.code} » s’écrit dans l’autre sens : « dir: {runs} ».")
        if language.source != (language.code == SOURCE):
            said = "« source: true » est réservé au français." if language.source else "Le français est la langue source : « source: true »."
            yield place.file.fault((*place.where, "code"), "M213", said)
        seen[language.code] = language.name
    if content.languages and SOURCE not in seen and not content.doubtful:
        yield Fault("content/languages.yml", 1, 1, "erreur", "M213", "Il manque le français (« code: fr »), langue source du guide.")


def known(name: str) -> Locale | None:
    """What Babel knows of a language, or None."""
    try:
        return Locale.parse(name, sep="_")
    except (UnknownLocaleError, ValueError):
        return None


def _direction(language: Language) -> str:
    """The direction of a language's letters; empty when it is not known."""
    locale = known(language.html.replace("-", "_"))
    return locale.text_direction if locale else ""
