"""The root of the site: the page that offers the languages in their own scripts, the 404, short addresses,
the sitemap.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.sax.saxutils import escape as xml

from ..guide.content import page_exists, split_reference
from ..guide.guide import Guide
from ..language.typography import in_one_piece
from ..look.styles import door
from ..model.kinds import PAGES
from ..speech.addresses import address, is_french_only
from ..speech.calls import button
from ..speech.discretion import is_sensitive
from ..speech.titles import title
from ..views.indexes import cited_facts
from .environment import environment
from .pages import references
from .scripts import bare

_SCRIPTS = tuple(Path(__file__).with_name(name) for name in ("numero.js", "porte.js"))


def front_door(guides: Mapping[str, Guide], base_url: str = "/") -> dict[str, str]:
    """`index.html` and `404.html`: tiny static pages, every language in its own words.

    A host shows the 404 page at any depth: its links begin with the path of `base_url`, the public address of
    the site.
    """
    languages = [
        {
            "code": code,
            "name": guide.language.name,
            "dir": guide.language.dir,
            "title": guide.content.interface["titre-du-guide"].text,
            "search": guide.content.interface["chercher"].text,
            "home": guide.content.interface["retour-accueil"].text,
            "missing": guide.content.interface["page-introuvable"].text,
        }
        for code, guide in guides.items()
    ]
    template = environment().get_template("porte.html.j2")
    urgent = _urgent(guides)
    return {
        "index.html": template.render(languages=languages, missing=False, calls=urgent, root=""),
        "404.html": template.render(
            languages=languages,
            missing=True,
            calls=urgent,
            root=urlsplit(base_url).path.rstrip("/") + "/",
        ),
    }


def door_files() -> dict[str, str]:
    """What the pages at the root of the site share: their style, the scripts of the door and of short
    addresses.
    """
    return {"porte.css": door(), **{path.name: bare(path.read_text(encoding="utf-8")) for path in _SCRIPTS}}


def _urgent(guides: Mapping[str, Guide]) -> list[dict[str, Any]]:
    """The numbers to call at once, each with what for in every language built."""
    first = next(iter(guides.values()))
    found = []
    for index, call in enumerate(first.content.navigation.calls):
        phrases = [guide.content.navigation.calls[index].text for guide in guides.values()]
        said = {phrase.text: phrase for phrase in reversed(phrases)}
        shown = button(first, call.phone)
        found.append(
            {
                "number": in_one_piece(shown.number),
                "to": shown.to,
                "texts": [
                    {"text": p.text, "lang": p.lang, "dir": first.content.languages[p.lang].dir}
                    for p in reversed(said.values())
                ],
            }
        )
    return found


def short_pages(guides: Mapping[str, Guide]) -> dict[str, str]:
    """`<number>/index.html`: the short address of a page. It opens the page in the language that follows `#`,
    else in the reader's own.
    """
    template = environment().get_template("numero.html.j2")
    found = {}
    for number, reference in next(iter(guides.values())).content.numbers.items():
        pages = [
            {
                "code": code,
                "name": guide.language.name,
                "dir": guide.language.dir,
                "title": title(guide, reference),
                "to": f"../{code}/{address(reference, guide.content)}",
            }
            for code, guide in guides.items()
            if page_exists(guide.content, reference)
        ]
        if pages:
            first = next(iter(guides.values()))
            neutral = first.content.interface["titre-neutre"].text if is_sensitive(first, reference) else ""
            found[f"{number}/index.html"] = template.render(pages=pages, tab=neutral or pages[0]["title"])
    return found


def robots(base_url: str) -> str:
    """What search engines may read: all, and where the list of pages is."""
    return f"User-agent: *\nAllow: /\nSitemap: {base_url}sitemap.xml\n"


def sitemap(guides: Mapping[str, Guide], base_url: str) -> str:
    """Every page of every language: its languages, itself among them (`hreflang`), where a reader of another
    one goes (`x-default`), and the day of the last look at what it rests on (`lastmod`).
    """
    looked = _looked_at(next(iter(guides.values())))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for code, guide in guides.items():
        for reference in references(guide.content, code):
            where = address(reference, guide.content)
            links = "".join(
                f'<xhtml:link rel="alternate" hreflang="{tag}" href="{xml(address)}"/>'
                for tag, address in _in_languages(guides, reference, where, base_url)
            )
            last = f"<lastmod>{looked[reference]}</lastmod>" if reference in looked else ""
            lines.append(f"<url><loc>{xml(f'{base_url}{code}/{where}')}</loc>{last}{links}</url>")
    return "\n".join([*lines, "</urlset>", ""])


def _in_languages(
    guides: Mapping[str, Guide], reference: str, where: str, base_url: str
) -> Iterator[tuple[str, str]]:
    """(tag, address) of a page in each language; then for whoever reads another: the choice of languages for
    the home page, the French page for all others.
    """
    if is_french_only(reference):
        yield "fr", f"{base_url}fr/{where}"
        return
    yield from ((guide.language.html, f"{base_url}{code}/{where}") for code, guide in guides.items())
    yield "x-default", f"{base_url}fr/{where}" if where else base_url


def _looked_at(guide: Guide) -> dict[str, dt.date]:
    """Page -> the day of the last look at a fact that it rests on, for those that rest on some."""
    found = {}
    for reference in references(guide.content, guide.lang):
        kind, identifier = split_reference(reference)
        if kind in PAGES and PAGES[kind].states:
            page = getattr(guide.content, PAGES[kind].attribute)[identifier]
            days = [fact.checked.date for fact in guide.facts(cited_facts(guide, page))]
            if days:
                found[reference] = max(days)
    return found
