"""Spans -> HTML, escaped in this one place. French shown for want of a translation is marked as French."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from ..guide.guide import Guide
from ..language.typography import in_one_piece, typeset
from ..model.fields import Phrase
from ..speech.calls import dialled
from ..speech.pace import paragraphs
from ..speech.spans import Span, plain, spans

#: Kind of span -> how it is drawn, of what it leads to and of its words.
_DRAWN = {
    "web": '<a href="{0}" rel="noopener">{1}</a>',
    "blank": '<bdi class="g-blank" data-blank="{0}">{1}</bdi>',
}


class PhraseRenderer:
    """Renders the phrases of one page: explains each term at its first use, resolves links from that page."""

    def __init__(self, guide: Guide, href: Callable[[str], str], untranslated: str = "") -> None:
        self.guide = guide
        self.href = href
        self.untranslated = untranslated
        self.explained: set[str] = set()

    def rich(self, phrase: Phrase | None) -> Markup:
        """Inline HTML of a phrase, in paragraphs when it is long; nothing for None."""
        if phrase is None:
            return Markup("")
        told = [Markup("").join(map(self._span, part)) for part in paragraphs(spans(self.guide, phrase))]
        if len(told) == 1:
            return self.mark(phrase, told[0])
        apart = Markup(" ").join(Markup('<span class="g-breath">{0}</span>').format(part) for part in told)
        return self.mark(phrase, apart)

    def plain(self, phrase: Phrase | None) -> str:
        """The words of a phrase, for attributes and titles (Jinja escapes them)."""
        return "" if phrase is None else plain(self.guide, phrase)

    def mark(self, phrase: Phrase, html: Markup) -> Markup:
        """`html` with its language, when it is not the page's."""
        if phrase.lang == self.guide.lang:
            return html
        sign = (
            Markup('<span class="g-fr-sign" title="{0}">fr</span>').format(self.untranslated)
            if phrase.state != "source"
            else ""
        )
        return Markup('<span class="g-fr" lang="fr" dir="ltr">{0}</span>{1}').format(html, sign)

    def _span(self, span: Span) -> Markup:
        html = self._linked(span)
        return Markup("<strong>{0}</strong>").format(html) if span.strong else html

    def _linked(self, span: Span) -> Markup:
        if span.kind == "page":
            return Markup('<a href="{0}">{1}</a>').format(self.href(span.target), span.text)
        if span.kind == "phone":
            return phone(span.text, span.target)
        if span.kind == "value":
            return _value(span)
        if span.kind == "term":
            return self._term(span)
        drawn = _DRAWN.get(span.kind)
        return Markup(drawn).format(span.target, span.text) if drawn else escape(span.text)

    def _term(self, span: Span) -> Markup:
        link = Markup('<a class="g-term" href="{0}">{1}</a>').format(
            self.href(span.target), Markup("<bdi>{0}</bdi>").format(span.text)
        )
        if span.target in self.explained:
            return link
        self.explained.add(span.target)
        lang = Markup(' lang="fr" dir="ltr"') if span.note_lang != self.guide.lang else ""
        return Markup('{0} <span class="g-gloss"{1}>({2})</span>').format(
            link, lang, typeset(span.note, span.note_lang)
        )


def _value(span: Span) -> Markup:
    """A dated value; one that differs by department says each, for the commune that a reader chose."""
    told = (Markup(' data-in-{0}="{1}"').format(code.lower(), text) for code, text in span.places)
    return Markup('<span class="g-value"{1}>{0}</span>').format(span.text, Markup("").join(told))


def phone(number: str, to: str = "") -> Markup:
    """A phone number as the link `to` that reaches it, else as one that calls it, kept left to right and in
    one piece.
    """
    return Markup('<a class="g-tel" href="{0}"><bdi dir="ltr">{1}</bdi></a>').format(
        to or f"tel:{dialled(number)}", in_one_piece(number)
    )


def ltr(text: object) -> Markup:
    """A run that stays left to right in any language (address, code, URL)."""
    return Markup('<bdi dir="ltr">{0}</bdi>').format(str(text))


#: What ends a line or parts two words, no-break spaces left out.
_BLANK = re.compile(r"[^\S\u00a0\u202f]+")


def heading(level: int, text: str, identifier: str) -> Markup:
    """A heading with its id, on one line.

    No-break spaces stay: they keep the groups of a number in their order.
    """
    words = _BLANK.sub(" ", str(text)).strip(" ")
    return Markup('<h{0} id="{1}">{2}</h{0}>').format(level, identifier, words)
