"""Plain language: what applicants read is short-winded.
Warnings, since a right long sentence beats a wrong short one.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.content import Content
from ..guide.texts import prose
from ..language.readability import measure, sentences, words
from ..model.kinds import names
from ..places.faults import Fault
from .objects import placed

LONGEST = 25
MEAN = 16


def check(content: Content) -> Iterator[Fault]:
    """T410 (warning): a sentence over 25 words; T411 (warning):
    a page whose sentences have more than 16 words on average.
    """
    for place, page in placed(content, *names(reader="applicant")):
        told = list(prose(place.kind, page))
        for where, text in told:
            for sentence in sentences(text):
                if words(sentence) > LONGEST:
                    yield place.file.fault(
                        (*place.where, *where),
                        "T410",
                        f"Phrase de {words(sentence)} mots (au plus {LONGEST}) : coupez-la.",
                        "avertissement",
                    )
        found = measure(text for _, text in told)
        if found.count > 3 and found.mean > MEAN:
            yield place.file.fault(
                place.where,
                "T411",
                f"{found.mean:.1f} mots par phrase en moyenne : visez {MEAN - 1}.",
                "avertissement",
            )
