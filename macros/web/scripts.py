"""Scripts as they are published: those written as several files, one a behaviour, are joined, so that a page
asks for one; comments stay here, so that a phone fetches fewer bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from .desk import DESK_WORDS
from .places import PLACES

#: Published script -> its parts, which stand in a folder of its name. They run in this order: what others
#: stand on comes first.
PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "js/page.js": (
            "dom",
            "program",
            "storage",
            "my-commune",
            "address",
            "signs",
            "counter",
            "menu",
            "ticks",
            "copy",
            "wipe",
            "languages",
            "anchors",
            "sources",
            "printing",
            "offline",
            "search-box",
        ),
        "search/engine.js": ("book", "ranking", "alarms", "agents", "engine"),
        "search/answering.js": ("judging", "showing"),
    }
)

#: What a build writes among the scripts, below the assets: nobody edits it there.
MADE = frozenset({*PARTS, PLACES.removeprefix("assets/"), DESK_WORDS.removeprefix("assets/")})


def part_paths(script: str) -> list[str]:
    """Where the parts of a published script stand, below the assets."""
    return [f"{script.removesuffix('.js')}/{name}.js" for name in PARTS[script]]


def joined(assets: Path) -> dict[str, str]:
    """Path below `assets` -> text of each script made of parts. Raises FileNotFoundError when one lacks."""
    return {script: "".join(_read(assets / path) for path in part_paths(script)) for script in PARTS}


def published(assets: Path) -> dict[str, str]:
    """Path below `assets` -> text of every script of the site. Raises FileNotFoundError when a part lacks."""
    parts = {path for script in PARTS for path in part_paths(script)}
    names = {path.relative_to(assets).as_posix() for path in assets.rglob("*.js")}
    written = names - parts - MADE
    return joined(assets) | {name: _read(assets / name) for name in sorted(written)}


def _read(path: Path) -> str:
    return bare(path.read_text(encoding="utf-8"))


_COMMENT = re.compile(r"^ */\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^(?: +|\n)", re.MULTILINE)


def bare(text: str) -> str:
    """A script without the comments that have lines of their own, without indentation and empty lines. Each
    line of code stays as it is, in its place; no text within our code goes over several lines.
    """
    return _INDENT.sub("", _COMMENT.sub("", text))
