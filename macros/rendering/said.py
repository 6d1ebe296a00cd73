"""What was read, and when, in the interface's words: the same sentence for pages, from `freshness.sayings`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from markupsafe import Markup

from ..freshness import Saying
from . import formats

#: A word of the interface, filled: `Words.html`.
Worder = Callable[..., Markup]


def said(word: Worder, saying: Saying, lang: str) -> Markup:
    """`saying` as HTML in `lang`; `word` gives the words of the interface, escaped and filled."""
    return word(saying.key, **{name: _filled(word, value, lang) for name, value in saying.fills.items()})


def _filled(word: Worder, value: dt.date | int | Saying, lang: str) -> Markup | str:
    if isinstance(value, Saying):
        return said(word, value, lang)
    return formats.date(value, lang) if isinstance(value, dt.date) else str(value)
