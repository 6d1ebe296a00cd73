"""What a build leaves for the next one: whether it would make the same site again.

Honest by its key: every byte that a site is made from, and what was asked for. The day alone is not in
it: an edition lasts until the next turn of what it says (`macros.guide.edition`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from scripts.build.publishing import MARK
from scripts.build.request import Plan

#: What a site is made from, the content apart; below the root.
_MADE_FROM = (
    "macros",
    "docs/assets",
    "docs/images",
    "scripts/build",
    "mkdocs.yml",
    "requirements/build.lock",
)


def still_says(plan: Plan) -> list[str] | None:
    """The last lines of the build that made the site at `plan.out`, when this one would make the same, byte
    for byte, and nobody touched it since; None when there is something to build.
    """
    try:
        kept: dict[str, Any] = json.loads(_record(plan).read_text(encoding="utf-8"))
        first, until = (dt.date.fromisoformat(kept[name]) for name in ("first", "until"))
        lines = [str(line) for line in kept["lines"]]
        same = (
            first <= plan.day < until and kept["key"] == made_from(plan) and kept["files"] == _files(plan.out)
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return lines if same else None


def keep(plan: Plan, key: str, until: dt.date, lines: Sequence[str]) -> None:
    """Note what made the site that was just published, `key` as it was before (`made_from`); it stands until
    the day `until`. Nothing is noted when something changed meanwhile: nobody knows what was read. Raises
    OSError.
    """
    if key != made_from(plan):
        return
    record = {
        "key": key,
        "first": plan.day.isoformat(),
        "until": until.isoformat(),
        "lines": list(lines),
        "files": _files(plan.out),
    }
    part = _record(plan).with_suffix(".part")
    part.write_text(json.dumps(record), encoding="utf-8")
    part.replace(_record(plan))


def _record(plan: Plan) -> Path:
    return plan.staging / "published.json"


def made_from(plan: Plan) -> str:
    """A fingerprint of all that the site is made from but the day. Raises OSError."""
    asked = [
        plan.territory,
        plan.languages,
        plan.commune,
        plan.base_url,
        plan.compressed,
        str(plan.out),
        sys.version,
    ]
    digest = hashlib.sha256(json.dumps(asked).encode())
    for name, path in _sources(plan):
        # Each file as (name, size, bytes): nothing that moves from one to the next gives the same.
        data = path.read_bytes()
        digest.update(f"\0{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def _sources(plan: Plan) -> Iterator[tuple[str, Path]]:
    for place in (plan.content, *(plan.root / name for name in _MADE_FROM)):
        found = [place] if place.is_file() else sorted(place.rglob("*"))
        for path in found:
            if path.is_file() and path.suffix != ".pyc":
                yield os.path.relpath(path, place.parent), path


def _files(out: Path) -> dict[str, list[int]]:
    """Every file of a published site, its size and when it was last written."""
    found = {}
    for where, _, names in os.walk(out):
        for name in names:
            path = Path(where) / name
            seen = path.lstat()
            found[path.relative_to(out).as_posix()] = [seen.st_size, seen.st_mtime_ns]
    if MARK not in found:
        raise ValueError(f"{out} is no edition")
    return found


def edition_id(site: Path) -> str:
    """What changes when another edition takes the place of this one; empty between two."""
    try:
        seen = (site / MARK).stat()
    except OSError:
        return ""
    return f"{seen.st_ino}-{seen.st_mtime_ns}"
