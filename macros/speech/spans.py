"""A phrase -> resolved spans: what tokens and links stand for in this guide. The screen and the paper draw
the same spans.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..guide.content import phone_of
from ..guide.guide import Guide
from ..language.direction import ordered
from ..language.grammar import Link, Node, Strong, Text, Token, parse
from ..language.typography import colon, in_one_piece, typeset
from ..model.fields import Phrase
from .calls import way_to
from .formats import joined, quantity

#: What stands for something that a person fills in.
BLANK = "…………"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text: `kind` is text, page (a reference), web (an address), term, phone or blank; `target` is
    what it leads to, for a phone the link that reaches it, for a blank its name.
    """

    text: str
    kind: str = "text"
    target: str = ""
    strong: bool = False
    note: str = ""
    note_lang: str = ""
    #: (department, the same text where a reader of that department needs no other): of what differs by place.
    places: tuple[tuple[str, str], ...] = ()


def spans(guide: Guide, phrase: Phrase) -> tuple[Span, ...]:
    """The spans of `phrase`, its tokens resolved in the phrase's own language. Made once a guide: a page, its
    papers in all their forms, the book and the data say the same sentence.
    """
    speaking = guide.french if phrase.lang == "fr" else guide
    said = ("spans", phrase.lang, phrase.text)
    return speaking.once(said, lambda: tuple(_spans(speaking, parse(phrase.text), phrase.lang)))


def _spans(guide: Guide, nodes: tuple[Node, ...], lang: str) -> Iterator[Span]:
    for node in nodes:
        if isinstance(node, Text):
            yield Span(typeset(node.text, lang))
        elif isinstance(node, Strong):
            for span in _spans(guide, node.nodes, lang):
                yield replace(span, strong=True)
        elif isinstance(node, Link):
            web = node.target.startswith("http")
            yield Span(typeset(node.text, lang), "web" if web else "page", node.target)
        elif isinstance(node, Token):
            yield from _token(guide, node, lang)


def _token(guide: Guide, token: Token, lang: str) -> Iterator[Span]:
    if token.kind == "valeur":
        text = value_text(guide, token.id, lang, token.case)
        yield Span(text, "value", token.id, places=_by_place(guide, token, lang, text))
    elif token.kind == "terme":
        term = guide.content.terms[token.id]
        explained = term.long or term.plain
        yield Span(term.term.text, "term", f"terme:{token.id}", note=explained.text, note_lang=explained.lang)
    elif token.kind == "tel":
        phone = phone_of(guide.content, token.id)
        if phone:
            yield Span(in_one_piece(phone.number), "phone", way_to(phone))
    elif token.kind == "champ":
        yield Span(BLANK, "blank", token.id)


def _by_place(guide: Guide, token: Token, lang: str, text: str) -> tuple[tuple[str, str], ...]:
    """What a value is in each department, where that differs from `text`, which is for all of them."""
    if guide.local_value(token.id) is None or guide.commune:
        return ()
    one = {commune.department: commune for commune in guide.communes.values()}
    there = {code: replace(guide, commune=commune) for code, commune in one.items()}
    told = {code: value_text(own, token.id, lang, token.case) for code, own in sorted(there.items())}
    return tuple((code, own) for code, own in told.items() if own != text)


def value_text(guide: Guide, identifier: str, lang: str, case: str = "") -> str:
    """A value as a reader sees it, in a grammatical case; one that depends on the department names each
    department.
    """
    return ordered(_value(guide, identifier, lang, case), lang)


def _value(guide: Guide, identifier: str, lang: str, case: str) -> str:
    local = guide.local_value(identifier)
    if local is None:
        name, _, row = identifier.partition(".")
        series = guide.content.values[name]
        point = series.in_force(guide.day) or series.series[0]
        found = point.values.get(row) if row else point.value
        return (
            quantity(found, series.unit, guide.locale(lang), case)
            if found is not None
            else typeset(series.label.text, lang)
        )
    points = guide.local_points(local)
    known: dict[str, list[str]] = {}
    for code, own in points:
        if own.value is not None:
            known.setdefault(quantity(own.value, local.unit, guide.locale(lang), case), []).append(
                guide.territory.departments[code]
            )
    if not known:
        return typeset(local.label.text, lang)
    (first, _), *others = known.items()
    everywhere = 1 if guide.commune else len(guide.territory.departments)
    if sum(map(len, known.values())) < everywhere:
        return " ; ".join(f"{text} ({joined(where, guide.locale(lang))})" for text, where in known.items())
    elsewhere = " ; ".join(named(guide, where, text, lang) for text, where in others)
    return f"{first} ({elsewhere})" if elsewhere else first


def named(guide: Guide, departments: list[str], text: str, lang: str) -> str:
    """`Vaucluse : 3 mois`. From right to left, marks keep the French name away from the figure, and from
    deciding the direction of all.
    """
    mark = "\u200f" if guide.content.languages[lang].dir == "rtl" else ""
    return mark + joined(departments, guide.locale(lang)) + mark + colon(lang) + text


def plain(guide: Guide, phrase: Phrase) -> str:
    """The text of a phrase with its tokens resolved and no mark."""
    return "".join(span.text for span in spans(guide, phrase))
