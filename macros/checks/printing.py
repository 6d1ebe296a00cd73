"""What a build would find too late: a character that no font has, a text or a word too long for any paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..guide.content import Content
from ..guide.localise import is_stale
from ..guide.texts import is_search_words, messages
from ..language.characters import turning, unseen
from ..language.grammar import Link as Named
from ..language.grammar import Text, flat, parse
from ..language.printable import LONGEST_PIECE, problems
from ..model.contacts import Contact
from ..model.kinds import KINDS, names
from ..model.pages import Criterion
from ..model.territory import Territory
from ..model.traversal import phrases_of
from ..places.faults import Fault
from ..places.po_file import PoFile
from ..places.source_file import Where
from .objects import placed

#: What is printed somewhere: on a sheet, a poster, the cards or in the book.
_PRINTED = names(printed=True)
_PREFIXES = tuple(
    f"{kind.prefix}#" if kind.shape == "whole" else f"{kind.prefix}/" for kind in KINDS if kind.printed
)
#: What a delay or an amount takes, department by department.
_VALUE = "x" * 12


def check(content: Content, files: Mapping[str, PoFile], root_name: str) -> Iterator[Fault]:
    """T430: something in French that no paper can print;
    P925: the same in a translation that would be shown.
    """
    for place, item in placed(content, *_PRINTED):
        for context, where, phrase in phrases_of(item, ""):
            for sentence in problems(_seen(_shown(content, phrase.fr)), is_search_words(f"#{context}")):
                yield place.file.fault((*place.where, *where), "T430", f"Impossible à imprimer : {sentence}")
        for where, text in _pieces(item):
            for sentence in problems(_seen(text), longest=_longest(where)):
                yield place.file.fault((*place.where, *where), "T430", f"Impossible à imprimer : {sentence}")
    for place, fact in placed(content, "fact"):
        for sentence in problems(_seen(fact.law or ""), listed=True):
            yield place.file.fault((*place.where, "law"), "T430", f"Impossible à imprimer : {sentence}")
    for place, territory in placed(content, "territory"):
        for commune in content.communes.get(territory.id, {}).values():
            for text in (commune.name, commune.street, commune.hall_city):
                for sentence in problems(_seen(text)):
                    yield place.file.fault(
                        ("communes", "file"),
                        "T430",
                        f"Commune {commune.insee}, impossible à imprimer : {sentence}",
                    )
    yield from _translations(content, files, root_name)


def _translations(content: Content, files: Mapping[str, PoFile], root_name: str) -> Iterator[Fault]:
    printed = {m.context: m for m in messages(content) if m.context.startswith(_PREFIXES)}
    for lang, file in files.items():
        if not content.languages[lang].papers:
            continue
        for context, entry in file.entries.items():
            message = printed.get(context)
            if message is None or not entry.text or is_stale(context, entry, message.fr):
                continue
            for sentence in problems(_seen(_shown(content, entry.text)), is_search_words(context)):
                line = file.lines.get(context, 1)
                path = f"{root_name}/translations/{lang}.po"
                yield Fault(
                    path, line, 1, "erreur", "P925", f"{context} : impossible à imprimer : {sentence}"
                )


def _seen(text: str) -> str:
    """A text without the characters that nobody sees: those are told as such, whatever the text is for."""
    return text.translate(dict.fromkeys(map(ord, (*unseen(text), *turning(text)))))


def _shown(content: Content, text: str) -> str:
    """A text about as long as it is printed: each term with its explanation, each delay as a few signs."""
    parts = []
    for node in flat(parse(text)):
        if isinstance(node, (Text, Named)):
            parts.append(node.text)
        elif node.kind == "terme" and node.id in content.terms:
            term = content.terms[node.id]
            parts.append(f"{term.term.fr} ({(term.long or term.plain).fr})")
        else:
            parts.append(_VALUE)
    return re.sub(r"\s+", " ", "".join(parts))


def _pieces(item: object) -> Iterator[tuple[Where, str]]:
    """(place, text) of what is printed as it is typed and is no phrase."""
    if isinstance(item, Contact):
        for name in ("street", "postcode", "city"):
            text = getattr(item.address, name, None)
            if text:
                yield ("address", name), text
        if item.email and item.email.value:
            yield ("email", "value"), item.email.value
        if item.web and item.web.value:
            yield ("web", "value"), item.web.value.split("//", 1)[1].rstrip("/")
    elif isinstance(item, Criterion):
        yield ("law",), item.law
    elif isinstance(item, Territory):
        yield ("name",), item.name
        yield from ((("departments", code), name) for code, name in item.departments.items())


def _longest(where: Where) -> int | None:
    """How long a piece may be that is set in one piece."""
    return LONGEST_PIECE.get(f"{where[0]}.text") if where[0] in ("email", "web") else None
