"""Privacy: a page that somebody may have to hide says so. What such a
page is about is data: the words of the urgent cards that lead there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..guide.content import Content, page_exists, split_reference
from ..model.contacts import Contact
from ..model.kinds import PAGES
from ..model.lists import Document
from ..model.outgoing import Outgoing
from ..model.pages import Criterion, Procedure
from ..model.pathways import Pathway
from ..places.faults import Fault
from .objects import placed

Page = Procedure | Criterion | Contact | Pathway | Outgoing | Document

_MODELS = {"demarche": Procedure, "critere": Criterion, "contact": Contact}


def check(content: Content) -> Iterator[Fault]:
    """R321: a page, or a paper, close to one whose visit must
    stay hidden does not say whether its own must (`privacy`).
    """
    words = _words_of_danger(content)
    cited = _cited(content)
    for place, item in placed(
        content, "procedure", "criterion", "contact", "pathway", "outgoing", "document"
    ):
        if item.privacy is None and (reason := _reason(content, item, words, cited)):
            what = "Ce papier" if isinstance(item, Document) else "Cette page"
            sentence = (
                f"{what} {reason} : dites « privacy: sensitive » "
                "(rien n’en est gardé sur l’appareil) ou « privacy: normal »."
            )
            yield place.file.fault((*place.where, "id"), "R321", sentence)


def _reason(content: Content, page: Page, words: set[str], cited: set[tuple[type, str]]) -> str:
    """Why a page, or a paper, must say whether it stays hidden; empty when nothing calls for it."""
    said = _own_words(page)
    named = next((word for word in sorted(words) if f" {word} " in said), "")
    if named:
        return f"parle de « {named} »"
    if (type(page), page.id) in cited:
        return "figure dans une page à ne pas laisser voir, ou derrière une question intime"
    if isinstance(page, (Contact, Criterion)):
        near = next((reference for reference in page.related if _is_sensitive(content, reference)), "")
        return f"renvoie à « {near} », une page à ne pas laisser voir" if near else ""
    return ""


def _is_sensitive(content: Content, reference: str) -> bool:
    kind, identifier = split_reference(reference)
    if kind not in PAGES or not page_exists(content, reference):
        return False
    page = getattr(content, PAGES[kind].attribute).get(identifier)
    return page is not None and page.privacy == "sensitive"


def _words_of_danger(content: Content) -> set[str]:
    """What people type who need a page that must stay
    hidden: the keywords of the urgent cards that lead there.
    """
    cards = [card for card in content.navigation.urgent if _is_sensitive(content, card.to)]
    told = [card.keywords.fr for card in cards if card.keywords]
    return {_folded(word).strip() for words in told for word in words.split(",")}


def _cited(content: Content) -> set[tuple[type, str]]:
    """What a sensitive page names – contacts to call, papers
    to bring – and where the private questions of a tally lead.
    """
    pages: tuple[Procedure | Criterion, ...] = (*content.procedures.values(), *content.criteria.values())
    hidden = [page for page in pages if page.privacy == "sensitive"]
    found: set[tuple[type, str]] = set()
    for page in hidden:
        papers = (*page.papers.required, *page.papers.later) if isinstance(page, Procedure) else page.papers
        found |= {(Document, paper.document) for paper in papers}
        found |= {(Contact, helper.contact) for helper in getattr(page, "contacts", ()) if helper.contact}
    for pathway in content.pathways.values():
        targets = [split_reference(case.to) for case in pathway.items if case.private]
        found |= {(_MODELS[kind], identifier) for kind, identifier in targets if kind in _MODELS}
    return found


def _own_words(page: Page) -> str:
    texts = [
        getattr(page, name, None)
        for name in ("title", "name", "long_name", "short", "text", "help", "keywords")
    ]
    return _folded(" ".join(text.fr for text in texts if text))


def _folded(text: str) -> str:
    """Words between spaces, without accents, capitals or plural."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    words = (word.removesuffix("s") for word in re.findall(r"[a-z0-9]+", bare.replace("œ", "oe")))
    return f" {' '.join(words)} "
