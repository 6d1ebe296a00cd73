"""A page that is HTML already goes through the engine's Markdown as one block, read by nothing.

Half of a page's time went into Markdown parsing what our templates had finished. Both engines
hand a page to Python-Markdown, so an extension of it (named in `mkdocs.yml`) holds for both.
"""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

#: First line of a page that is finished HTML. No text of the content can be it: nothing unescaped is ours.
MARK = "<!--guide:verbatim-->"
#: Once the page is there (Zensical renders macros at 35, MkDocs before), before whatever reads its lines
#: (31 and less); after whatever writes text (0 and more).
_FIRST, _LAST = 34, -1000


class _Taken(Preprocessor):
    """Takes the page before anybody reads it: the rest is given nothing to do."""

    page: str | None = None

    def run(self, lines: list[str]) -> list[str]:
        self.page = "\n".join(lines[1:]) if lines[:1] == [MARK] else None
        return lines if self.page is None else []


class _Given(Postprocessor):
    """Gives it back when all is done."""

    def __init__(self, taken: _Taken) -> None:
        super().__init__()
        self.taken = taken

    def run(self, text: str) -> str:
        return text if self.taken.page is None else self.taken.page


class VerbatimExtension(Extension):
    """Keeps a page that starts with `MARK` as it is, the mark left out."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers the taking and the giving, around all that the library does."""
        taken = _Taken(md)
        md.preprocessors.register(taken, "guide_taken", _FIRST)
        md.postprocessors.register(_Given(taken), "guide_given", _LAST)


def makeExtension(**settings: Any) -> VerbatimExtension:
    """What `markdown_extensions` of `mkdocs.yml` asks for."""
    return VerbatimExtension(**settings)
