"""Texts: the grammar is respected, every token and link leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.content import Content, page_exists, page_references
from ..language.addresses import is_web_address
from ..language.grammar import TOKEN_KINDS, links, problems, tokens
from ..model.kinds import PAGES
from ..model.traversal import phrases_of
from ..places.faults import Fault, did_you_mean
from .objects import placed
from .references import known_ids

#: What a link of a sentence may lead to: any page, a letter, who plays a part here.
_LINKED = (*PAGES, "courrier", "role", "page")


#: Kinds whose texts may name what a person fills in: letters, and the words that head them.
_WITH_BLANKS = ("outgoing", "interface")


def check(content: Content) -> Iterator[Fault]:
    """T401–T407 on the French texts; translations are held to the same tokens by `translations`."""
    known = known_ids(content)
    for place, item in placed(content):
        for _, where, phrase in phrases_of(item, ""):
            for code, message in faults_of(phrase.fr, content, known, place.kind in _WITH_BLANKS):
                yield place.file.fault((*place.where, *where), code, message)


def faults_of(
    text: str, content: Content, known: dict[str, set[str]], blanks: bool = False
) -> Iterator[tuple[str, str]]:
    """(code, sentence) for what is wrong in one text; only one with `blanks` may name what a person fills
    in (which ones, the rules of letters say).
    """
    yield from problems(text)
    for token in tokens(text):
        ids = {"valeur": known["value"], "terme": known["term"], "tel": known["phone"]}
        if token.kind not in TOKEN_KINDS:
            yield "T401", f"Jeton inconnu « {{{token.kind}:…}} ».{did_you_mean(token.kind, TOKEN_KINDS)}"
        elif token.kind == "champ":
            if not blanks:
                yield "T401", f"« {{champ:{token.id}}} » ne sert qu’aux lettres à envoyer (« outgoing/ »)."
        elif token.case:
            yield (
                "T401",
                f"« |{token.case} » ne sert qu’aux traductions : en français, "
                f"« {{{token.kind}:{token.id}}} ».",
            )
        elif token.id not in ids[token.kind]:
            what = "n’existe pas, ou ce contact n’a pas ce numéro" if token.kind == "tel" else "n’existe pas"
            yield "T408", f"« {{{token.kind}:{token.id}}} » {what}.{did_you_mean(token.id, ids[token.kind])}"
    for link in links(text):
        kind = link.target.partition(":")[0]
        if kind in ("http", "https"):
            if not is_web_address(link.target):
                yield "T405", f"Lien « {link.target} » : ce n’est pas une adresse web (https://…)."
            continue
        if kind not in _LINKED:
            yield "T405", f"Lien « {link.target} » : il faut « demarche:… », « contact:… » ou « https://… »."
        elif not page_exists(content, link.target):
            yield (
                "R304",
                f"« {link.target} » ne mène à aucune "
                f"page.{did_you_mean(link.target, page_references(content))}",
            )
