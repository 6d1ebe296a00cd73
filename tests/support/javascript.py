"""The scripts of the pages without a browser: an engine of JavaScript, and the little of a page that they
need to begin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from macros.web.scripts import bare, published

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
    """Run the shared scripts, then `names` (paths below the assets), as they are published, on a
    page where nothing is found. Gives a caller: `call("Guide.delays.holidays", 2026)`.

    The function may be written on the spot: `call("text => Guide.signs.seen(text)", "a")`.
    What is handed over and given back is JSON. Without the end of the block, Python itself may never end.
    """
    scripts = published(ASSETS)
    shared = [bare((ASSETS / path).read_text(encoding="utf-8")) for path in SHARED]
    with MiniRacer() as racer:
        for text in [_EMPTY_PAGE, *shared, *(scripts[name] for name in names)]:
            racer.eval(text)
        yield lambda function, *given: racer.call(_CALL.replace("FUNCTION", function), *given)
