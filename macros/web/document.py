"""A whole page in memory: its body in the theme, the same bytes as the engine writes.

The engine stays the reference (a test holds every page of one to the other); this is for
whoever needs one page at once, not a site.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader

from ..guide.guide import Guide
from ..speech.addresses import address
from ..speech.discretion import is_sensitive
from ..speech.titles import summary
from .pages import render

THEME = Path(__file__).parent / "theme"


@lru_cache(maxsize=1)
def _theme() -> Environment:
    """The theme as the engine opens it: nothing is escaped unless the theme asks for it."""
    return Environment(loader=FileSystemLoader(THEME), autoescape=False)


def document(guide: Guide, reference: str, settings: Mapping[str, Any], site: Mapping[str, Any]) -> str:
    """The page of `reference`, whole.

    `settings` is the configuration of its language, as the engine reads it; `site` what pages are told of
    the build (languages, papers, address). Raises KeyError for a page that does not exist.
    """
    where = address(reference, guide.content)
    told = summary(guide, reference)
    meta: dict[str, Any] = {}
    if is_sensitive(guide, reference):
        meta = {"neutral": True}
    elif told:
        meta = {"description": told}
    page = SimpleNamespace(
        url=where,
        meta=meta,
        content=render(guide, reference, site),
        canonical_url=f"{settings['site_url']}{where}",
    )
    return _shown(settings, page, _up(where))


def wrong_address(settings: Mapping[str, Any]) -> str:
    """The page for an address where there is nothing, which is read at any depth."""
    return _shown(settings, None, urlsplit(settings["site_url"]).path)


def _shown(settings: Mapping[str, Any], page: SimpleNamespace | None, root: str) -> str:
    config = SimpleNamespace(
        site_name=settings["site_name"], site_url=settings["site_url"], extra=settings["extra"]
    )
    return _theme().get_template("main.html").render(page=page, config=config, base_url=root)


def _up(where: str) -> str:
    """The way from a page to the root of its language."""
    return "/".join([".."] * where.count("/")) or "."
