"""The Jinja environment of page templates and the words they may use (see `templates/`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ..guide.content import page_references, phone_of, split_reference
from ..guide.contesting import letters_of, limit_of
from ..guide.french_view import in_french
from ..guide.freshness import saying_of, sayings
from ..guide.guide import Guide
from ..guide.localise import is_only_named
from ..guide.standing import state_of
from ..language.direction import ordered
from ..language.typography import colon, comma, in_one_piece, in_sentence, inside, typeset
from ..look.icons import CHAPTERS, icon
from ..look.pictures import inlined
from ..model.fields import Phrase
from ..model.pages import Helper
from ..speech import formats
from ..speech.addresses import address, between_languages, is_french_only, relative, short_address
from ..speech.calls import button, dialled, way_to, with_links
from ..speech.discretion import is_sensitive
from ..speech.said import said
from ..speech.spans import plain, value_text
from ..views import aids, communes, outgoing, plan
from ..views import indexes as lists
from ..views import letters as papers_received
from ..views.decisions import of_letter
from . import desk, my_list, sharing
from .html import PhraseRenderer, heading, ltr, phone
from .offers import Offer, offers, paper, size_text

#: How a fact was looked at -> the interface's word: « vérifié » is
#: for what somebody saw in force or heard, and for nothing else.
HOW_READ: Mapping[str, str] = {"live": "verifie-page", "call": "verifie-appel"}

#: What the instructions of a template leave behind: nobody reads it, and it is sent to phones.
_EMPTY_LINES = re.compile(r"\n[ \t]*(?=\n)")
#: Templates of pages.
TEMPLATES = Path(__file__).parent / "templates"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """One environment a process: templates are compiled once for all languages."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    env.globals.update(icon=_icon, picture=_picture, chapter_icon=_chapter_icon)
    env.filters.update(
        ltr=ltr,
        phone=phone,
        numbers=_numbers,
        rich=_rich,
        plain=_plain,
        cited_facts=_cited_facts,
        extract=_extract,
        script_json=_script_json,
        one_piece=in_one_piece,
        dialled=dialled,
        bare_site=_bare_site,
    )
    return env


def _icon(name: str) -> Markup:
    """An icon of ours, for a template: nothing in it comes from content."""
    return Markup(icon(name))


def _chapter_icon(anchor: str) -> Markup:
    """What the title of a part is drawn by; nothing for a part of no kind of ours."""
    return _icon(CHAPTERS[anchor]) if anchor in CHAPTERS else Markup("")


def _picture(name: str) -> Markup:
    """A picture of ours, for a template."""
    return Markup(inlined(name))


def _renderer(context: Context) -> PhraseRenderer:
    """What renders the phrases of the page at hand."""
    renderer: PhraseRenderer = context["renderer"]
    return renderer


@pass_context
def _rich(context: Context, phrase: Phrase | None) -> Markup:
    return _renderer(context).rich(phrase)


@pass_context
def _plain(context: Context, phrase: Phrase | None) -> str:
    return _renderer(context).plain(phrase)


@pass_context
def _numbers(context: Context, text: str) -> Markup:
    return with_links(context["guide"], str(text))


@pass_context
def _cited_facts(context: Context, page: Any) -> list[str]:
    return lists.cited_facts(context["guide"], page)


def _script_json(value: Any) -> Markup:
    """`value` as JSON inside a script element: nothing in it can close the element."""
    return Markup(aids.as_json(value).replace("<", "\\u003c").replace("&", "\\u0026"))


def _bare_site(url: str) -> str:
    """The address of a site as one says it."""
    return url.replace("https://", "").replace("http://", "")


def _extract(key: str, mapping: Mapping[str, Any]) -> Any:
    return mapping[key]


class Said(str):
    """A date, a figure or a list in the page's language that knows itself in French too, for a word that is
    shown in French.
    """

    french: str

    @classmethod
    def by(cls, write: Callable[[str], str], lang: str) -> Said:
        """What `write` gives in `lang`, and in French."""
        said = cls(write(lang))
        said.french = write("fr")
        return said


def _said(write: Callable[..., str], lang: str) -> Callable[..., Said]:
    """A function of `formats` in the page's language."""
    return lambda *given: Said.by(lambda language: write(*given, lang=language), lang)


def _amount(guide: Guide, value: float, unit: str, lang: str) -> str:
    return ordered(formats.quantity(value, unit, guide.locale(lang)), lang)


class Words:
    """The interface's words in the page's language."""

    def __init__(self, guide: Guide, renderer: PhraseRenderer) -> None:
        self.interface: Mapping[str, Phrase] = guide.content.interface
        self.renderer = renderer

    def text(self, key: str, **numbers: object) -> str:
        """The word `key` as plain text; raises KeyError naming a key that `interface.yml` lacks."""
        if key not in self.interface:
            raise KeyError(f"interface.yml : il manque « {key} »")
        text = typeset(self.interface[key].text, self.interface[key].lang)
        for name, value in numbers.items():
            text = text.replace("{" + name + "}", str(self._fill(key, value)))
        return text

    def _fill(self, key: str, value: object) -> object:
        """What fills a hole of the word `key`, in the language that the word is shown in."""
        return value.french if isinstance(value, Said) and self.interface[key].lang == "fr" else value

    def html(self, key: str, **numbers: object) -> Markup:
        """The word `key` as HTML, marked as French when untranslated."""
        text = escape(self.text(key))
        for name, value in numbers.items():
            text = text.replace("{" + name + "}", escape(self._fill(key, value)))
        return self.renderer.mark(self.interface[key], text)

    def sized(self, offer: Offer, key: str, lang: str) -> str:
        """How many pages and how big: « 2 pages, 64 Ko »."""
        unit, number = size_text(offer.size, lang)
        size = Said(self.text(unit, n=number))
        size.french = typeset(self.interface[unit].fr, "fr").replace("{n}", size_text(offer.size, "fr")[1])
        named = f"{key}-une" if offer.pages == 1 and f"{key}-une" in self.interface else key
        return self.text(named, pages=offer.pages, n=offer.pages, taille=size)


def render_page(guide: Guide, template: str, reference: str, site: Mapping[str, Any], **objects: Any) -> str:
    """The HTML of a page. `site` holds what the build knows (languages, papers); `objects` what the
    template shows.
    """
    page = address(reference, guide.content)

    def href(target: str) -> str:
        where = address(target, guide.content)
        if guide.lang != "fr" and is_french_only(target):
            return between_languages(page, "fr").removesuffix(page) + where
        return relative(where, page)

    renderer = PhraseRenderer(guide, href)
    words = Words(guide, renderer)
    locale = guide.locale(guide.lang)
    renderer.untranslated = (
        words.text("pas-encore-traduit") if "pas-encore-traduit" in words.interface else ""
    )
    context: dict[str, Any] = {
        "guide": guide,
        "content": guide.content,
        "territory": guide.territory,
        "lang": guide.lang,
        "dir": guide.language.dir,
        "day": guide.day,
        "page_ref": reference,
        "site": site,
        "href": href,
        "asset": lambda path: relative(f"assets/{path}", page),
        "ui": words.html,
        "ui_text": words.text,
        "facts": guide.facts,
        "sources": guide.sources,
        "freshness": guide.freshness,
        "people": guide.people,
        "how_read": HOW_READ,
        "said": lambda state: [said(words.html, saying, locale) for saying in sayings(state)],
        "proof_said": lambda fact: guide.once(
            ("said", fact.id),
            lambda: [said(words.html, saying, locale) for saying in saying_of(fact, guide.sources(fact))],
        ),
        "state_of": state_of,
        "date": _said(formats.date, locale),
        "partial": _said(formats.partial_date, locale),
        "number": _said(formats.number, locale),
        "quantity": _said(partial(_amount, guide), guide.lang),
        "joined": _said(formats.joined, locale),
        "colon": colon(guide.lang),
        "comma": comma(guide.lang),
        "inside": partial(inside, lang=guide.lang),
        "language_in_text": in_sentence(guide.language.name, guide.lang),
        "sheets": lambda target: offers(guide, target, page, site["papers"]),
        "paper": lambda name: paper(guide, name, page, site["papers"]),
        "sized": lambda offer, key="fiche-pages": words.sized(offer, key, locale),
        "heading": lambda level, text, identifier: heading(
            level, renderer.plain(text) if isinstance(text, Phrase) else str(text), identifier
        ),
        "languages_of_page": languages_of_page(
            guide, "" if is_french_only(reference) else page, page, site["languages"]
        ),
        "renderer": renderer,
        "plain_text": renderer.plain,
        "french": lambda phrase: typeset(plain(guide, Phrase(phrase.fr)), "fr"),
        "value": lambda identifier: value_text(guide, identifier, guide.lang),
        "file": lambda path: relative(path, page),
        "data": lambda path: relative(f"../data/{path}", page),
        "contacts_by": guide.once("contacts", lambda: lists.contacts_by_heading(guide)),
        "role_people": lambda role: guide.people(Helper(role=role)),
        "criteria": guide.once("criteria", lambda: lists.criteria_by_letter(guide)),
        "grouped": guide.once("grouped", lambda: lists.grouped(guide)),
        "all_pages": page_references(guide.content),
        "amounts": partial(aids.amounts_by_year, guide),
        "length_of": partial(aids.lengths, guide),
        "json": aids.as_json,
        "report": partial(sharing.report_link, guide, page),
        "message": sharing.message_link,
        "code": sharing.code,
        "short": f"{site['base_url']}{number}"
        if site.get("base_url") and (number := short_address(reference, guide.content))
        else "",
        "at": lambda target: _typed(guide, site, target),
        "file_at": lambda href: _typed_file(guide, site, href),
        "public": f"{site['base_url']}{guide.lang}/{page}" if site.get("base_url") else "",
        "town_hall": communes.town_hall,
        "place_of": communes.place_of,
        "hall_hours": partial(communes.hall_hours, guide),
        "reach_of": partial(communes.reach, guide),
        "role_reach": lambda role: communes.reach(guide, [Helper(role=role)]),
        "only_in": partial(communes.only_in, guide),
        "by_department": guide.once("departments", lambda: lists.communes_by_department(guide)),
        "places": partial(my_list.places, guide),
        "roles_of": partial(my_list.roles_of, guide),
        "by_moment": desk.by_moment(guide),
        "is_only_named": partial(is_only_named, lang=guide.lang),
        "rulings_of": partial(of_letter, guide.content),
        "letters_of": lambda decision: letters_of(guide.content, guide.content.decisions[decision]),
        "limit_of": partial(limit_of, guide.content),
        "recipients": partial(outgoing.recipients, guide),
        "in_french": in_french,
        "plan_of": partial(plan.plan_of, guide),
        "delays_by_id": partial(plan.delays, guide.content),
        "delays_by_sender": partial(plan.delays_by_sender, guide.content),
        "criterion_of": partial(plan.criterion_of, guide.content),
        "carried": partial(plan.carried, guide.content),
        "papers_to_bring": partial(plan.papers_to_bring, guide),
        "delays_of_letters": partial(aids.delays_of, guide.content),
        "doors": partial(papers_received.doors, guide.content),
        "meaning": partial(papers_received.meaning, guide.content),
        "whom_to_ring": partial(papers_received.whom_to_ring, guide),
        "way_to_answer": partial(papers_received.way_to_answer, guide.content),
        "button": partial(button, guide),
        "way_to": way_to,
        "telephone": partial(phone_of, guide.content),
        "near_people": partial(lists.near_people, guide),
        "main_call": partial(lists.main_call, guide),
        "is_sensitive": partial(is_sensitive, guide),
        "keywords_of": lambda target: ordered(getattr(guide.page(target).keywords, "text", ""), guide.lang),
    }
    html = environment().get_template(f"{template}.j2").render(**context, **objects)
    return _EMPTY_LINES.sub("", html).strip("\n")


def _typed(guide: Guide, site: Mapping[str, Any], reference: str) -> str:
    """The address of a page as a reader of paper types it; empty without a number or a public address."""
    number = short_address(":".join(split_reference(reference)), guide.content)
    base = site.get("base_url", "").split("//", 1)[-1]
    return f"{base}{number}" if base and number else ""


def _typed_file(guide: Guide, site: Mapping[str, Any], href: str) -> str:
    """The same for a paper that a page two steps below the root of its language offers."""
    base = site.get("base_url", "").split("//", 1)[-1]
    path = href.replace("../", "")
    own = "" if href.startswith("../../../") else f"{guide.lang}/"
    return f"{base}{own}{path}" if base else ""


def languages_of_page(guide: Guide, target: str, page: str, built: list[str]) -> list[dict[str, Any]]:
    """The language switch: from `page` to `target` (the same page, or the home page when it is French only)
    in each language built.
    """
    return [
        {
            "code": language.code,
            "name": language.name,
            "dir": language.dir,
            "current": language.code == guide.lang,
            "href": between_languages(page, language.code).removesuffix(page) + target,
        }
        for language in guide.languages
        if language.code in built
    ]
