"""Plain language: what applicants read is short-winded.
Warnings, since a right long sentence beats a wrong short one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..guide.content import Content
from ..guide.texts import is_for_applicants
from ..language.readability import measure, sentences, words
from ..model.kinds import names
from ..model.traversal import phrases_of
from ..places.faults import Fault
from ..places.source_file import Where
from .objects import placed

LONGEST = 25
MEAN = 16
_NOT_PROSE = (".keywords", "#keywords", "#title", "#name", "#long_name")


def check(content: Content) -> Iterator[Fault]:
    """T410 (warning): a sentence over 25 words; T411 (warning):
    a page whose sentences have more than 16 words on average.
    """
    for place, page in placed(content, *names(reader="applicant")):
        prose = list(_prose(place.kind, page))
        for where, text in prose:
            for sentence in sentences(text):
                if words(sentence) > LONGEST:
                    yield place.file.fault(
                        (*place.where, *where),
                        "T410",
                        f"Phrase de {words(sentence)} mots (au plus {LONGEST}) : coupez-la.",
                        "avertissement",
                    )
        found = measure(text for _, text in prose)
        if found.count > 3 and found.mean > MEAN:
            yield place.file.fault(
                place.where,
                "T411",
                f"{found.mean:.1f} mots par phrase en moyenne : visez {MEAN - 1}.",
                "avertissement",
            )


def prose_of(kind: str, page: Any) -> list[str]:
    """The sentences of a page that an applicant reads, its titles and keywords left out."""
    return [text for _, text in _prose(kind, page)]


def _prose(kind: str, page: Any) -> Iterator[tuple[Where, str]]:
    for context, where, phrase in phrases_of(page, f"{kind}/{page.key}#"):
        if is_for_applicants(context) and not context.endswith(_NOT_PROSE):
            yield where, phrase.fr
