"""The tokens: the colours and sizes of pages, papers and pictures, written once (`css/tokens.css`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

#: Where the style sheets are written, the tokens with them.
CSS = Path(__file__).parent / "css"
TOKENS = CSS / "tokens.css"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"--([\w-]+):\s*([^;]+);")
_CITED = re.compile(r"var\(--([\w-]+)\)")


def tokens() -> Mapping[str, str]:
    """Name -> value of the tokens in daylight, which papers and pictures have too, as written now."""
    return tokens_of(TOKENS.read_text(encoding="utf-8"))


@lru_cache(maxsize=4)
def tokens_of(css: str) -> Mapping[str, str]:
    """Name -> value of the tokens that `css` declares before any media query, what they cite in its place.

    Raises KeyError naming a token that another cites and that is not declared.
    """
    always = _COMMENT.sub("", css).split("@media")[0]
    declared = dict(_TOKEN.findall(always))
    return {name: filled(value, declared) for name, value in declared.items()}


def filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with the value of each token that it cites (`var(--name)`) in its place.

    Raises KeyError naming a token that is not in `values`.
    """
    return _CITED.sub(lambda cited: filled(values[cited[1]], values), text)
