#!/usr/bin/env python3
"""Draw statements of the guide at random, each with the facts that should prove it, for someone to compare.

    .venv/bin/python scripts/measure/sample_statements.py [--count 40] [--seed COMMIT]

The seed is a commit's hash (HEAD's when none is given), so that
nobody chooses what is looked at. Prints one block a statement.
"""

from __future__ import annotations

import argparse
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros import today
from macros.guide.guide import Guide
from macros.model.fields import Item, Phrase
from macros.model.kinds import KINDS
from macros.opening import open_guide
from macros.speech.spans import plain

ROOT = Path(__file__).resolve().parents[2]
_KINDS = tuple(kind.attribute for kind in KINDS if kind.reader != "nobody")


def statements(guide: Guide) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(where, what it says as a reader sees it, ids of
    the facts cited) for each item that carries a proof.
    """
    for kind in _KINDS:
        for identifier, page in getattr(guide.content, kind).items():
            for where, item in _proved(page, f"{kind}/{identifier}"):
                said = [plain(guide, v) for v in item.__dict__.values() if isinstance(v, Phrase)]
                if said:
                    yield where, " | ".join(said), item.proof


def _proved(item: Any, where: str) -> Iterator[tuple[str, Any]]:
    if isinstance(item, Item):
        if getattr(item, "proof", ()):
            yield where, item
        for name in type(item).model_fields:
            yield from _proved(getattr(item, name), f"{where}.{name}")
    elif isinstance(item, tuple):
        for child in item:
            yield from _proved(child, f"{where}.{getattr(child, 'key', '')}")


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", default=None)
    options = parser.parse_args()
    seed = options.seed or subprocess.check_output(["git", "rev-parse", "HEAD"], cwd=ROOT, text=True).strip()
    guide = open_guide(ROOT / "content", today())
    drawn = random.Random(seed).sample(list(statements(guide)), options.count)
    print(f"seed {seed}")
    for number, (where, said, proof) in enumerate(drawn, 1):
        print(f"\n{number}. {where}\n   {said}")
        for fact in (guide.content.facts[i] for i in proof):
            print(
                f"   - {fact.id} ({fact.confidence}, {fact.as_of or 'sans date'}) {fact.statement}"
                + (f" [réserve : {fact.caveat}]" if fact.caveat else "")
            )


if __name__ == "__main__":
    main()
