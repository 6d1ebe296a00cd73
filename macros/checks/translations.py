"""Translations: the same tokens and links as the French, nothing but the grammar, and how far each language is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..content import Content
from ..faults import Fault
from ..text.strings import faults_of_string
from ..text.figures import numbers
from ..text.grammar import links, problems, tokens
from ..translation.catalogue import Catalogue, tally
from ..translation.extract import Message, is_search_words, messages
from . import writing


def check(content: Content, catalogues: Mapping[str, Catalogue], root: Path) -> Iterator[Fault]:
    """P902 tokens or links differ, P903 grammar, P906 a number that differs, P904 (warning) texts missing or stale on the applicants' side,
    P905 (warning) texts whose French is gone; how a language is written has its own rules (P911 to P915, see `writing`)."""
    yield from writing.check(content)
    known = list(messages(content))
    by_context = {m.context: m for m in known}
    for lang, catalogue in catalogues.items():
        path = f"{root.name}/translations/{lang}.po"
        lines = _lines(root / "translations" / f"{lang}.po")
        gone = [context for context in catalogue if context not in by_context]
        if gone and not content.doubtful:
            where = lines.get(gone[0], 1)
            yield Fault(path, where, 1, "avertissement", "P905", f"{len(gone)} textes dont le français n’existe plus, à partir de « {gone[0]} » : lancez « guide.py translate ».")
        for context, entry in catalogue.items():
            message = by_context.get(context)
            for _, sentence in faults_of_string(entry.text):
                yield Fault(path, lines.get(context, 1), 1, "erreur", "P903", f"{context} : {sentence}")
            if message is not None and entry.text:
                for code, sentence in _compare(message, entry.text):
                    yield Fault(path, lines.get(context, 1), 1, "erreur", code, f"{context} : {sentence}")
                for level, code, sentence in writing.faults_of(content, lang, message, entry.text):
                    yield Fault(path, lines.get(context, 1), 1, level, code, f"{context} : {sentence}")
        count = tally(catalogue, (m for m in known if m.applicant))
        if count.missing or count.fuzzy:
            yield Fault(path, 1, 1, "avertissement", "P904", f"Partie des demandeurs : {count.missing} textes à traduire, {count.fuzzy} à revoir (sur {count.total}).")


def _compare(message: Message, text: str) -> Iterator[tuple[str, str]]:
    if is_search_words(message.context):
        return
    wanted, found = _marks(message.fr), _marks(text)
    for mark in sorted((wanted - found).keys()):
        yield "P902", f"il manque « {mark} »."
    for mark in sorted((found - wanted).keys()):
        yield "P902", f"« {mark} » n’est pas dans le français."
    for number, count in sorted((numbers(message.fr) - numbers(text)).items()):
        yield "P906", f"le nombre {number} du français manque{' (' + str(count) + ' fois)' if count > 1 else ''}."
    for number in sorted(numbers(text) - numbers(message.fr)):
        yield "P906", f"le nombre {number} n’est pas dans le français."
    for _, sentence in problems(text):
        yield "P903", sentence


def _marks(text: str) -> Counter[str]:
    found: Counter[str] = Counter(f"{{{t.kind}:{t.id}}}" for t in tokens(text))
    found.update(f"({link.target})" for link in links(text))
    found.update(f"{{{name}}}" for name in _holes(text))
    return found


def _holes(text: str) -> list[str]:
    """Names that the interface fills, such as {n}."""
    return [part.split("}")[0] for part in text.split("{")[1:] if "}" in part and part.split("}")[0].isidentifier()]


def _lines(path: Path) -> dict[str, int]:
    if not path.is_file():
        return {}
    marked = enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
    return {line[9:-1]: number for number, line in marked if line.startswith('msgctxt "')}
