"""How a language is written: its direction, digits that
would change places, invisible signs, the cases of lengths.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..guide.content import Content
from ..guide.texts import Message, is_search_words
from ..language.cases import cases_of, changes, is_governed
from ..language.direction import is_known, is_right_to_left
from ..language.grammar import Token, flat, parse
from ..places.faults import Fault, Level, did_you_mean
from .objects import placed

#: What stands for a token or the edge of a mark in the text that is looked at: no digit, no letter.
_TOKEN = "\ufffc"
_EDGE = "\ufffe"
_TAKEN_APART = re.compile(rf"\d+(?:\s+{_EDGE}+\s*|{_EDGE}+\s+)\d+")


def check(content: Content) -> Iterator[Fault]:
    """P915: a language whose `dir` is not the one in which it is written."""
    for place, language in placed(content, "language"):
        right = "rtl" if is_right_to_left(language.code) else "ltr"
        if is_known(language.code) and language.dir != right:
            way = "de droite à gauche" if right == "rtl" else "de gauche à droite"
            yield place.file.fault(
                (*place.where, "dir"),
                "P915",
                f"« {language.code} » s’écrit {way} : il faut « dir: {right} ».",
            )


def faults_of(content: Content, lang: str, message: Message, text: str) -> Iterator[tuple[Level, str, str]]:
    """(level, code, sentence) for a translation.

    P911 a group of digits that a mark takes apart, P913 an unknown
    case, P914 (warning) a length that another word governs and that does not ask for its case.
    """
    if is_search_words(message.context):
        return
    if is_right_to_left(lang):
        for group in _taken_apart(text):
            yield (
                "erreur",
                "P911",
                f"« {group} » se lirait à l’envers : le gras ou le lien prend tout le nombre, ou rien.",
            )
    yield from _cases(content, lang, text)


def _taken_apart(text: str) -> Iterator[str]:
    """Groups of digits of one number that a mark parts: no space between them can be mended."""
    shown = _EDGE.join(_TOKEN if isinstance(node, Token) else node.text for node in flat(parse(text)))
    for match in _TAKEN_APART.finditer(shown):
        yield match.group().replace(_EDGE, "")


def _cases(content: Content, lang: str, text: str) -> Iterator[tuple[Level, str, str]]:
    known = cases_of(lang)
    before = ""
    for node in flat(parse(text)):
        if not isinstance(node, Token):
            before += node.text
            continue
        written = f"{{{node.kind}:{node.id}}}"
        if node.case and (node.kind != "valeur" or node.case not in known):
            nearest = did_you_mean(node.case, known) if node.kind == "valeur" else ""
            yield "erreur", "P913", f"« |{node.case} » n’est pas un cas pour « {written} ».{nearest}"
        elif (
            not node.case
            and node.kind == "valeur"
            and changes(lang, _unit(content, node.id))
            and is_governed(before, lang)
        ):
            yield (
                "avertissement",
                "P914",
                f"« {written} » suit un mot qui change sa forme : écrivez « {{{node.kind}:{node.id}|gen}} ».",
            )
        before += _TOKEN


def _unit(content: Content, identifier: str) -> str:
    name = identifier.partition(".")[0]
    if name in content.values:
        return content.values[name].unit
    local = (
        value.unit
        for territory in content.territories.values()
        for value in territory.values
        if value.id == name
    )
    return next(local, "")
