"""A content phrase -> nodes. The grammar, whole:

    **fort**   [texte](demarche:dalo)   [texte](https://…)
    {valeur:id}   {valeur:table.ligne}   {terme:id}   {tel:contact}
    {tel:contact.3928} is one of several numbers of a contact, named by its digits.
    {champ:id} is a blank of a letter that a person sends.

No HTML, no other Markdown, no Jinja. Pure; the same nodes serve the screen, the paper and the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that matter."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page reference (`demarche:dalo`) or to a web address."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Token:
    """`{valeur:id}`, `{terme:id}` or `{tel:contact}`: something the guide knows and no editor retypes.

    `case` is what a translation asks for after a bar, `{valeur:id|gen}`:
    the grammatical case of the length in its language.
    """

    kind: str
    id: str
    case: str = ""


Node = Text | Strong | Link | Token

TOKEN_KINDS = ("valeur", "terme", "tel", "champ")

_MARK = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*"
    r"|\[(?P<label>[^\[\]]+)\]\((?P<target>[^()\s]+(?:\([^()\s]*\)[^()\s]*)?)\)"
    r"|\{(?P<kind>[a-z]+):(?P<id>[a-z0-9-]+(?:\.[a-z0-9-]+)?)(?:\|(?P<case>[a-z]+))?\}"
)


#: More than all the phrases of a guide and of its translations: each is looked at by many rules and outputs.
_MANY = 1 << 16


@lru_cache(maxsize=_MANY)
def parse(text: str) -> tuple[Node, ...]:
    """The nodes of `text`. Never fails: what is not a mark is
    plain text (see `problems` for what an editor should mend).
    """
    return tuple(_nodes(text))


def _nodes(text: str) -> Iterator[Node]:
    position = 0
    for match in _MARK.finditer(text):
        if match.start() > position:
            yield Text(text[position : match.start()])
        if match["strong"]:
            yield Strong(parse(match["strong"]))
        elif match["label"]:
            yield Link(match["label"], match["target"])
        else:
            yield Token(match["kind"], match["id"], match["case"] or "")
        position = match.end()
    if position < len(text):
        yield Text(text[position:])


def flat(nodes: tuple[Node, ...]) -> Iterator[Text | Link | Token]:
    """The same nodes without the marks of emphasis."""
    for node in nodes:
        if isinstance(node, Strong):
            yield from flat(node.nodes)
        else:
            yield node


def tokens(text: str) -> tuple[Token, ...]:
    """Every token of a phrase, in order."""
    return tuple(n for n in flat(parse(text)) if isinstance(n, Token))


def links(text: str) -> tuple[Link, ...]:
    """Every link of a phrase, in order."""
    return tuple(n for n in flat(parse(text)) if isinstance(n, Link))


_LEFTOVERS = (
    (re.compile(r"<[a-zA-Z/!]"), "T403", "HTML n’est pas admis dans un texte."),
    (re.compile(r"\*\*"), "T404", "Gras jamais refermé : il faut « **mot** »."),
    (
        re.compile(r"\]\("),
        "T405",
        "Lien mal formé : il faut « [texte](demarche:id) » ou « [texte](https://…) ».",
    ),
    (
        re.compile(r"\{[^}\s]{0,40}:"),
        "T401",
        "Jeton mal formé : il faut « {valeur:id} », « {terme:id} » ou « {tel:contact} ».",
    ),
    (
        re.compile(r"^(#{1,6}|[-*+]|\d+[.)]) "),
        "T406",
        "Titres et listes Markdown ne sont pas admis : un élément de liste par phrase.",
    ),
    (re.compile(r"`|~~|(?<!\w)__\w"), "T407", "Seuls le gras « **mot** » et les liens sont admis."),
)


#: What is looked for in the label of a link too: a label is shown as it is typed.
_IN_LABELS = ("T401", "T403", "T404", "T407")


def problems(text: str) -> list[tuple[str, str]]:
    """(code, sentence) for each thing in `text` that the grammar
    does not know; Jinja (T402) is refused where files are read.
    """
    nodes = tuple(flat(parse(text)))
    rest = "".join(node.text for node in nodes if isinstance(node, Text))
    labels = [node.text for node in nodes if isinstance(node, Link)]
    return [
        (code, sentence)
        for pattern, code, sentence in _LEFTOVERS
        if pattern.search(rest) or (code in _IN_LABELS and any(map(pattern.search, labels)))
    ]
