#!/usr/bin/env python3
"""How long the printed papers take: made from nothing,
made again when nothing changed, and when one page did.

    .venv/bin/python scripts/build/bench_sheets.py
        [--content DOSSIER] [--territory amp] [--day AAAA-MM-JJ] [--sheets 300]

Tells seconds on the wall and of processor (of every process), for so many single sheets and for all
papers. On a busy machine only the processor's seconds mean something: divide them by the cores.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from macros import today
from macros.guide.guide import Guide
from macros.opening import open_guide
from macros.print.plan import plan
from scripts.build import papers as batch

ROOT = Path(__file__).resolve().parents[2]
BASE = "https://guide.example.org/"


def processor() -> float:
    """Seconds of processor used by this process and those it waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def timed(what: str, work: Callable[[], batch.Made | int]) -> None:
    """Run `work` and print what it took."""
    wall, used = time.monotonic(), processor()
    done = work()
    count = done.compiled if isinstance(done, batch.Made) else done
    print(
        f"{what:34} {count:5} faits  {time.monotonic() - wall:6.2f} s  processeur "
        f"{processor() - used:6.2f} s",
        flush=True,
    )


def edited(guides: Mapping[str, Guide]) -> dict[str, Guide]:
    """The same guides with one procedure's short answer changed."""
    found = {}
    for code, guide in guides.items():
        first = next(iter(guide.content.procedures.values()))
        changed = first.model_copy(
            update={"short": replace(first.short, text=first.short.text + " !", fr=first.short.fr + " !")}
        )
        content = replace(guide.content, procedures={**guide.content.procedures, first.id: changed})
        found[code] = replace(guide, content=content)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--territory", default="amp")
    parser.add_argument("--day", type=dt.date.fromisoformat, default=today())
    parser.add_argument("--sheets", type=int, default=300)
    options = parser.parse_args()
    first = open_guide(options.content.resolve(), options.day, options.territory)
    guides = {
        code: open_guide(options.content.resolve(), options.day, options.territory, code)
        for code in first.content.languages
    }

    with tempfile.TemporaryDirectory() as folder:
        singles = [s for s in plan(guides, BASE) if s.data["template"] in ("sheet", "large")]
        many = (singles * (options.sheets // len(singles) + 1))[: options.sheets]
        store = Path(folder) / "singles"
        store.mkdir()
        timed(f"{len(many)} fiches", lambda: len(many) - sum(map(len, batch.compile_all(many, store))))
        cache = Path(folder) / "cache"
        timed("tous les documents", lambda: batch.make(guides, BASE, cache))
        timed("rien n’a changé", lambda: batch.make(guides, BASE, cache))
        timed("une démarche a changé", lambda: batch.make(edited(guides), BASE, cache))


if __name__ == "__main__":
    main()
