"""What the site is built from: stubs, one line a page, so that a content file is a page in every language;
and the look. Written only when they change, and never committed; orphans go.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..guide.guide import Guide
from ..look.pictures import tab_icon
from ..look.styles import SHEETS, sheet
from ..speech.addresses import address
from ..speech.discretion import is_sensitive
from ..speech.titles import summary, title
from .desk import DESK_WORDS, desk_script
from .pages import references
from .places import PLACES, places_script

_CALL = "{{{{ guide_page({0!r}) }}}}\n"
_CALL_END = "') }}\n"


def stub(reference: str, description: str = "", neutral: bool = False) -> str:
    """The whole text of a page's stub; `description` is what search engines and shared links show.

    A `neutral` page tells nothing of what it is about in a tab, in the browser's history, in a link that is
    shared.
    """
    call = _CALL.format(reference)
    told = (
        "neutral: true"
        if neutral
        else f"description: {json.dumps(description, ensure_ascii=False)}"
        if description
        else ""
    )
    return f"---\n{told}\n---\n{call}" if told else call


def stub_path(reference: str, guide: Guide) -> str:
    """Where the stub stands below `docs/`: beside its siblings, so that addresses are folders."""
    where = address(reference, guide.content)
    return (
        f"{where}index.md"
        if reference.startswith("page:") and _is_index(where)
        else f"{where.rstrip('/')}.md"
    )


def _is_index(where: str) -> bool:
    return where.count("/") <= 1


def stubs(guide: Guide) -> dict[str, str]:
    """Path below `docs/` -> text, for every page in the guide's language."""
    return {
        stub_path(r, guide): stub(r, summary(guide, r), is_sensitive(guide, r))
        for r in references(guide.content, guide.lang)
    }


def write_stubs(guide: Guide, docs: Path) -> bool:
    """Bring `docs` in step with the guide; returns whether anything changed on disk."""
    wanted = stubs(guide)
    changed = write_texts(wanted, docs)
    for path in docs.rglob("*.md"):
        if path.relative_to(docs).as_posix() not in wanted and path.read_text(encoding="utf-8").endswith(
            _CALL_END
        ):
            path.unlink()
            changed = True
    return changed


def own_scripts(guide: Guide) -> dict[str, str]:
    """Path below `docs/` -> text, for what the content gives to scripts."""
    return {PLACES: places_script(guide), DESK_WORDS: desk_script(guide)}


def look() -> dict[str, str]:
    """Path below `docs/` -> text, for what pages look like: the style sheets and the icon of the tab."""
    return {f"assets/css/{name}": sheet(files) for name, files in SHEETS.items()} | {
        "assets/img/icon.svg": tab_icon()
    }


def write_texts(texts: Mapping[str, str], folder: Path) -> bool:
    """Bring the files of `texts` (path below `folder` -> text) in step; returns whether any was not."""
    changed = False
    for path, text in texts.items():
        target = folder / path
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            changed = True
    return changed


def navigation(guide: Guide) -> list[Any]:
    """The `nav` of a language: the order of its pages, by folder, and no title.

    The macros plugin renders a page's title as a template, whatever wrote it, so no word of the content may
    be
    one: the theme takes titles from `titles`.
    """
    folders: dict[str, list[str]] = {}
    for reference in references(guide.content, guide.lang):
        path = stub_path(reference, guide)
        folders.setdefault(path.split("/")[0] if "/" in path else "", []).append(path)
    return [*folders.pop("", []), *({folder: pages} for folder, pages in folders.items())]


def titles(guide: Guide) -> dict[str, str]:
    """Address of each page -> its title, for the theme."""
    return {address(r, guide.content): title(guide, r) for r in references(guide.content, guide.lang)}
