"""The guide: structured content in, pages, handouts,
data and search out. See README for the map of the house.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
Macro = TypeVar("Macro", bound=Callable[..., str])


def today() -> dt.date:
    """Today where the guide is read. One of the two places
    where the clock is touched (the other is `scripts/`).
    """
    return dt.datetime.now(PARIS).date()


class Engine(Protocol):
    """What an engine hands to `define_env`: its configuration, and a way to name a macro."""

    conf: dict[str, Any]

    def macro(self, function: Macro, /) -> Macro:
        """Make `function` callable from pages."""


#: Zensical lists its pages before anybody may write them, and gives no macro a say in its menu.
_STAGED = (
    "Zensical construit une langue préparée, pas la racine : lancez « python3 scripts/guide.py build », "
    "qui prépare et construit toutes les langues."
)

#: What an engine left alone does not make, told where it tells the rest.
_ALONE = (
    "Édition française seule, sans recherche, autres langues, données ni fiches : "
    "« python3 scripts/guide.py serve » montre tout."
)


def define_env(env: Engine) -> None:
    """Entry of the macros plugin: gives pages the one macro they call.

    `extra.guide` of the configuration names the language, territory, day and content folder; alone,
    `mkdocs serve` has none of them but the language, so pages are staged here and the day is today.
    """
    from .opening import forget, open_guide
    from .web.frame import chrome
    from .web.pages import render
    from .web.scripts import joined
    from .web.staging import look, navigation, own_scripts, titles, write_stubs, write_texts
    from .web.verbatim import MARK

    root = Path(env.conf.get("config_file_path") or "mkdocs.yml").resolve().parent
    settings = {"territory": "amp", "content": str(root / "content"), **env.conf["extra"].get("guide", {})}
    alone = "day" not in settings
    if alone and type(env).__module__.startswith("zensical"):
        logging.getLogger("guide").error(_STAGED)  # the engine shows the last line of an error alone
        raise RuntimeError(_STAGED)
    if alone:
        forget()
    day = today() if alone else dt.date.fromisoformat(settings["day"])
    guide = open_guide(Path(settings["content"]), day, settings["territory"], settings["lang"])
    if alone:
        logging.getLogger("mkdocs.plugins.guide").info(_ALONE)
        docs = Path(env.conf["docs_dir"])
        write_stubs(guide, docs)
        scripts = {f"assets/{path}": text for path, text in joined(docs / "assets").items()}
        write_texts(look() | scripts | own_scripts(guide), docs)
        env.conf["nav"] = navigation(guide)
        settings.update(chrome(guide, [guide.lang]), titles=titles(guide), papers="")
        env.conf["extra"]["guide"] = settings
    site = {
        "languages": [language["code"] for language in settings["languages"]],
        "papers": _papers(settings["papers"]),
        "base_url": settings.get("base_url", ""),
    }

    @env.macro
    def guide_page(reference: str) -> str:
        return f"{MARK}\n{render(guide, reference, site)}"


def _papers(path: str) -> dict[str, tuple[int, int]]:
    """The list of papers that the build wrote before the pages; empty when nothing is printed."""
    listed: dict[str, tuple[int, int]] = json.loads(Path(path).read_text(encoding="utf-8")) if path else {}
    return listed
