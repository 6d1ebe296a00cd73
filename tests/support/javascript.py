"""The scripts of the pages without a browser: an engine of JavaScript, and the little of a page that they
need to begin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from macros.web.scripts import PARTS, part_paths

ASSETS = Path(__file__).parents[2] / "docs" / "assets"

#: A page where nothing is found: a script that looks for its block goes no further than its rules. What it
#: puts off comes as soon as it pauses.
_EMPTY_PAGE = """
const document = {
  currentScript: { dataset: { root: "./", lang: "fr" } },
  documentElement: { lang: "fr" },
  querySelector: () => null,
  querySelectorAll: () => [],
};
setTimeout = (act) => Promise.resolve().then(act);
"""
#: What every script may call, and which needs nothing of a page to be loaded.
SHARED = ("js/page/dom.js", "js/page/address.js", "js/page/signs.js")


#: Calls the function that stands for FUNCTION; one that gives nothing gives null.
_CALL = "((...given) => { const got = (FUNCTION)(...given); return got === undefined ? null : got; })"


@contextmanager
def alone(*names: str) -> Iterator[Callable[..., Any]]:
    """Run the shared scripts, then `names` (paths below the assets; a published script stands for its parts),
    on a page where nothing is found. Gives a caller: `call("Guide.delays.holidays", 2026)`.

    The function may be written on the spot: `call("text => Guide.signs.seen(text)", "a")`.
    What is handed over and given back is JSON. Without the end of the block, Python itself may never end.
    """
    with MiniRacer() as racer:
        racer.eval(_EMPTY_PAGE)
        for name in SHARED + names:
            for path in part_paths(name) if name in PARTS else [name]:
                racer.eval((ASSETS / path).read_text(encoding="utf-8"))
        yield lambda function, *given: racer.call(_CALL.replace("FUNCTION", function), *given)
