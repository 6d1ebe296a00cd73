"""Scripts written as several files, one a behaviour, and published as one, so that a page asks for one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

#: Published script -> its parts, which stand in a folder of its name. They run in this order: what others stand on
#: comes first.
PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "js/page.js": (
            "dom",
            "storage",
            "address",
            "signs",
            "counter",
            "menu",
            "ticks",
            "wipe",
            "languages",
            "anchors",
            "printing",
            "offline",
            "search-box",
        ),
        "search/engine.js": ("book", "ranking", "alarms", "engine"),
    }
)


def part_paths(published: str) -> list[str]:
    """Where the parts of a published script stand, below the assets."""
    return [f"{published.removesuffix('.js')}/{name}.js" for name in PARTS[published]]


def is_published(path: str) -> bool:
    """Whether a file of the assets goes to the site as it is: no part of a script, nor a script made of parts."""
    return path not in PARTS and path.rpartition("/")[0] + ".js" not in PARTS


def joined(assets: Path) -> dict[str, str]:
    """Path below `assets` -> text of each script made of parts. Raises FileNotFoundError for a part not there."""
    return {
        published: "\n".join((assets / path).read_text(encoding="utf-8") for path in part_paths(published))
        for published in PARTS
    }
