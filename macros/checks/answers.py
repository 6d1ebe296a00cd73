"""Answers: what people ask points at a sentence that the search can show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..guide.content import Content, page_exists, split_reference
from ..guide.localise import localise
from ..guide.sentences import LONGEST, sentences_of, signs, told_by
from ..model.kinds import PAGES
from ..model.pages import Paper
from ..places.faults import Fault
from ..places.po_file import PoFile
from .objects import placed


def check(content: Content, files: Mapping[str, PoFile]) -> Iterator[Fault]:
    """R335: what people ask points at a sentence too long, in their language, for the search to show it."""
    for place, phrases in placed(content, "asked"):
        pointed = [
            (reference, number, question.answers)
            for reference, questions in phrases.items()
            if page_exists(content, reference)
            for number, question in enumerate(questions)
            if question.answers
        ]
        if not pointed or (place.id != "fr" and place.id not in files):
            continue
        own = content if place.id == "fr" else localise(content, place.id, files[place.id].entries)
        for reference, number, path in pointed:
            found = _signs(own, place.id, reference, path)
            if found > LONGEST:
                yield place.file.fault(
                    (reference, number, "answers"),
                    "R335",
                    f"« {path} » a {found} signes : la recherche n’en montre pas plus de {LONGEST}, et ne "
                    "dirait rien. Désignez une phrase plus courte de la page, ou aucune.",
                )


def _signs(content: Content, lang: str, reference: str, path: str) -> int:
    """How many signs a sentence has in `lang`, the language of `content`; none when nothing says it there: a
    text not yet translated again holds nobody up.
    """
    kind, identifier = split_reference(reference)
    held = getattr(content, PAGES[kind].attribute) if kind in PAGES else {}
    items = sentences_of(held.get(identifier)).get(path, ())
    papers = [item.document for item in items if isinstance(item, Paper)]
    if not items or any(document not in content.documents for document in papers):
        return 0
    told = told_by(content, path, items)
    return signs(told) if all(phrase.lang == lang for phrase in told) else 0
