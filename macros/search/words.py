"""The words by which a document is found: its keywords, what people ask, what else it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..guide.guide import Guide
from ..model.fields import Phrase
from ..model.lists import Card

#: Acronyms, form numbers and phone numbers of the French keywords work in every language.
_UNIVERSAL = re.compile(r"^(?:[a-z]{2,6}\d{0,3}|\d[\d ]+|[a-z’' ]*\d{2,}[a-z ]*)$")
_ACRONYMS = frozenset(
    [
        "dalo",
        "daho",
        "adil",
        "caf",
        "apl",
        "hlm",
        "sne",
        "siao",
        "ccas",
        "ccapex",
        "mds",
        "cerfa",
        "fsl",
        "plai",
        "plus",
        "pls",
        "cil",
        "cia",
        "qpv",
        "syplo",
        "caleol",
        "cmi",
        "mdph",
        "aah",
        "rsa",
        "smic",
        "anef",
    ]
)


def asked(guide: Guide, reference: str) -> str:
    """The words of those who ask for this page, as often as they come: what most of them say is what the page
    is asked by.
    """
    questions = guide.content.asked.get(guide.lang, {}).get(reference, ())
    return " ".join(_words(" ".join(question.asks for question in questions)))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def keywords_of(keywords: Phrase | None) -> str:
    """The keywords of a page, and those of the French ones that work in every language; empty for none."""
    if keywords is None:
        return ""
    own = _listed(keywords.text)
    everywhere = [word for word in _listed(keywords.fr) if _is_universal(word)]
    return ",".join(dict.fromkeys([*own, *everywhere]))


def _listed(keywords: str) -> list[str]:
    return [word.strip() for word in keywords.split(",")]


def heard(guide: Guide, card: Card) -> dict[str, str]:
    """The words that call for an urgent card, by language: many read one language and type another."""
    own = keywords_of(card.keywords)
    others = {
        lang: ",".join(_listed(words))
        for lang, words in guide.heard.get(card.id, {}).items()
        if lang != guide.lang
    }
    return ({guide.lang: own} if own else {}) | others


def _is_universal(word: str) -> bool:
    return bool(_ACRONYMS & set(word.casefold().split())) or bool(
        re.search(r"\d{2,}", word) and _UNIVERSAL.match(word.casefold())
    )


def new_words(text: str, doc: Mapping[str, Any]) -> str:
    """The words of `text` that the document does not have yet, each once: the search asks whether a word is
    there, not where.
    """
    known = set(_words(" ".join(str(doc.get(name, "")) for name in ("title", "keywords", "asked"))))
    return " ".join(dict.fromkeys(word for word in _words(text) if word not in known))


def shortened(text: str, most: int = 160) -> str:
    """`text`, or its first words and a sign that it goes on."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
