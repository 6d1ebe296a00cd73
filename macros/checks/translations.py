"""Translations: what would be shown has the same tokens, links and numbers as the French
and nothing but the grammar; how far each language is. A text that is stale is shown in
French: nothing in it can be wrong, and a change of the French is never held up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..guide.content import Content
from ..guide.localise import is_stale, tally
from ..guide.texts import Message, field_of, is_search_words, messages
from ..language.figures import numbers
from ..language.grammar import links, problems, tokens
from ..language.strings import MAX_TEXT, faults_of_string
from ..places.faults import MOST, Fault, Level
from ..places.po_file import PoFile
from . import writing

#: A translation of more words than this that is the French itself was probably pasted.
_SAME_WORDS = 4
#: Names stay as they are on letters and doors.
_NAMES = ("name", "long_name", "term", "long")
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|À TRADUIRE)\b")


def check(content: Content, files: Mapping[str, PoFile], root: Path) -> Iterator[Fault]:
    """What would be shown: P902 tokens or links differ, P903 grammar, P906 a number that differs; P904
    (warning) texts missing or stale on the applicants' side, P905 (warning) texts whose French is gone, P920
    (warning) an entry that stands twice, P921 (warning) unfinished, P922 (warning) still French, P923
    (warning) bold lost; how a language is written has its own rules (P911 to P915, see `writing`).
    """
    yield from writing.check(content)
    known = list(messages(content))
    by_context = {m.context: m for m in known}
    for lang, file in files.items():
        path = f"{root.name}/translations/{lang}.po"
        gone = [context for context in file.entries if context not in by_context]
        if gone and not content.doubtful:
            where = file.lines.get(gone[0], 1)
            yield Fault(
                path,
                where,
                1,
                "avertissement",
                "P905",
                f"{len(gone)} textes dont le français n’existe plus, à partir de « {gone[0]} » : "
                "lancez « guide.py translate ».",
            )
        for context, line in file.twice[:MOST]:
            first = file.lines.get(context, 1)
            yield Fault(
                path,
                line,
                1,
                "avertissement",
                "P920",
                f"{context} figure deux fois (ligne {first}) : gardez la bonne entrée.",
            )
        for context, entry in file.entries.items():
            message = by_context.get(context)
            for _, sentence in faults_of_string(entry.text):
                yield Fault(path, file.lines.get(context, 1), 1, "erreur", "P903", f"{context} : {sentence}")
            if (
                message is None
                or not entry.text
                or len(entry.text) > MAX_TEXT
                or is_stale(context, entry, message.fr)
            ):
                continue
            line = file.lines.get(context, 1)
            for code, sentence in _compare(message, entry.text):
                yield Fault(path, line, 1, "erreur", code, f"{context} : {sentence}")
            for level, code, sentence in (
                *writing.faults_of(content, lang, message, entry.text),
                *_doubts(message, entry.text),
            ):
                yield Fault(path, line, 1, level, code, f"{context} : {sentence}")
        count = tally(file.entries, (m for m in known if m.applicant))
        if count.missing or count.fuzzy:
            yield Fault(
                path,
                1,
                1,
                "avertissement",
                "P904",
                f"Partie des demandeurs : {count.missing} textes à traduire, "
                f"{count.fuzzy} à revoir (sur {count.total}).",
            )


def _compare(message: Message, text: str) -> Iterator[tuple[str, str]]:
    if is_search_words(message.context):
        return
    wanted, found = _marks(message.fr), _marks(text)
    for mark in sorted((wanted - found).keys()):
        yield "P902", f"il manque « {mark} »."
    for mark in sorted((found - wanted).keys()):
        yield "P902", f"« {mark} » n’est pas dans le français."
    french, other = numbers(message.fr), numbers(text)
    for number, count in sorted((french - other).items()):
        yield (
            "P906",
            f"le nombre {number} du français manque{' (' + str(count) + ' fois)' if count > 1 else ''}.",
        )
    for number in sorted(other - french):
        yield "P906", f"le nombre {number} n’est pas dans le français."
    for _, sentence in problems(text):
        yield "P903", sentence


def _doubts(message: Message, text: str) -> Iterator[tuple[Level, str, str]]:
    """What a translator should look at again; it may be right."""
    unfinished = _UNFINISHED.search(text)
    if unfinished and unfinished.group() not in message.fr:
        yield (
            "avertissement",
            "P921",
            f"« {unfinished.group()} » : traduction inachevée, marquez-la « fuzzy ».",
        )
    if is_search_words(message.context):
        return
    if text == message.fr and len(text.split()) > _SAME_WORDS and field_of(message.context) not in _NAMES:
        yield "avertissement", "P922", "la traduction est le français lui-même."
    lost = message.fr.count("**") // 2 - text.count("**") // 2
    if lost > 0:
        yield (
            "avertissement",
            "P923",
            f"{lost} passage{'s' if lost > 1 else ''} en gras « **…** » "
            f"du français {'manquent' if lost > 1 else 'manque'}.",
        )


def _marks(text: str) -> Counter[str]:
    found: Counter[str] = Counter(f"{{{t.kind}:{t.id}}}" for t in tokens(text))
    found.update(f"({link.target})" for link in links(text))
    found.update(f"{{{name}}}" for name in _holes(text))
    return found


def _holes(text: str) -> list[str]:
    """Names that the interface fills, such as {n}."""
    return [
        part.split("}")[0]
        for part in text.split("{")[1:]
        if "}" in part and part.split("}")[0].isidentifier()
    ]
