"""The pages of a built guide as other tools want them: the same text as Markdown, and the settings of each
tool. Pure.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from html import escape
from html.parser import HTMLParser

_MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
#: What a page says but is no text of it.
_SILENT = {"script", "style", "template", "svg", "button", "select"}
_HEADS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_STARTS = {**_HEADS, "p": "", "li": "- ", "dt": "", "dd": "", "tr": "", "div": "", "summary": "", "label": ""}
_MARKS = re.compile(r"([\\`*_\[\]#|])")


def as_markdown(html: str) -> str:
    """What a page says between `<main>` and its end: headings, lists, paragraphs, in order."""
    found = _MAIN.search(html)
    reader = _Reader()
    reader.feed(found[1] if found else html)
    reader.end_block()
    title = reader.title or "Page"
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n" + "\n\n".join(reader.blocks) + "\n"


class _Reader(HTMLParser):
    """Reads the blocks of a page. One instance a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.title = ""
        self.start, self.words, self.silent = "", "", 0

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        """A block begins, or silence does."""
        if tag in _SILENT:
            self.silent += 1
        elif tag in _STARTS:
            self.end_block()
            self.start = _STARTS[tag] or self.start
        elif tag in ("td", "th", "br"):
            self.words += " "

    def handle_endtag(self, tag: str) -> None:
        """A block ends, or silence does."""
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _STARTS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        """Text, unless nobody reads it."""
        if not self.silent:
            self.words += data

    def end_block(self) -> None:
        """Keep what was read of a block."""
        said = " ".join(self.words.split())
        if said:
            self.title = self.title or (said if self.start == "# " else "")
            self.blocks.append(self.start + _MARKS.sub(r"\\\1", escape(said, quote=False)))
            self.start = ""
        self.words = ""


def source_of(page: str, pages: Collection[str], folder_page: str) -> str:
    """Where the Markdown of `page` (`demarches/dalo`, empty for the home page) stands, so that its address
    stays; a page with others below it is the `folder_page` of its folder.
    """
    below = f"{page}/" if page else ""
    if any(other != page and other.startswith(below) for other in pages):
        return f"{below}{folder_page}"
    return f"{page}.md"


def stock(languages: Mapping[str, str]) -> dict[str, object]:
    """The settings of mkdocs-material with mkdocs-static-i18n, as their own pages give them."""
    spoken = [
        {"locale": code, "name": name, "build": True} | ({"default": True} if code == "fr" else {})
        for code, name in languages.items()
    ]
    return {
        "site_name": "Banc",
        "site_url": "https://banc.example.org/",
        "theme": {"name": "material", "language": "fr", "font": False},
        "plugins": ["search", {"i18n": {"docs_structure": "folder", "languages": spoken}}],
    }


def of_one_language(code: str) -> dict[str, object]:
    """The settings of a project of one language, in the stock theme."""
    return {
        "site_name": "Banc",
        "site_url": f"https://banc.example.org/{code}/",
        "theme": {"name": "material", "language": code, "font": False},
        "plugins": ["search"],
    }


def hugo(languages: Mapping[str, str]) -> dict[str, object]:
    """The settings of Hugo: a folder of content a language, nothing but pages."""
    return {
        "baseURL": "https://banc.example.org/",
        "title": "Banc",
        "defaultContentLanguage": "fr",
        "defaultContentLanguageInSubdir": True,
        "disableKinds": ["taxonomy", "term", "RSS", "404"],
        "languages": {
            code: {"contentDir": f"content/{code}", "languageName": name, "weight": weight}
            for weight, (code, name) in enumerate(languages.items(), 1)
        },
    }


#: Hugo has no theme of its own: a page with the menu of its language.
HUGO_LAYOUTS: Mapping[str, str] = {
    "baseof.html": (
        '<!doctype html><html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8">'
        "<title>{{ .Title }} – {{ .Site.Title }}</title></head><body>"
        '<nav>{{ range .Site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>'
        '<main data-pagefind-body>{{ block "main" . }}{{ end }}</main></body></html>'
    ),
    "single.html": '{{ define "main" }}{{ .Content }}{{ end }}',
    "list.html": '{{ define "main" }}{{ .Content }}{{ end }}',
}
