"""What was read, and when, in the interface's words: the
same sentence for pages, from `freshness.sayings`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from markupsafe import Markup

from ..guide.freshness import Saying
from ..model.fields import PartialDate
from . import formats

#: A word of the interface, filled: `Words.html`.
Worder = Callable[..., Markup]


def said(word: Worder, saying: Saying, lang: str) -> Markup:
    """`saying` as HTML in `lang`; `word` gives the words of the interface, escaped and filled."""
    return word(saying.key, **{name: _filled(word, value, lang) for name, value in saying.fills.items()})


def _filled(word: Worder, value: dt.date | PartialDate | int | str | Saying, lang: str) -> Markup | str:
    if isinstance(value, str):
        return Markup('<span lang="fr" dir="ltr">{}</span>').format(value)
    return said(word, value, lang) if isinstance(value, Saying) else written(value, lang)


def written(value: dt.date | PartialDate | int | str, lang: str) -> str:
    """A day, a month, a number or a name of a saying, as `lang` writes it."""
    if isinstance(value, dt.date):
        return formats.date(value, lang)
    return formats.partial_date(value, lang) if isinstance(value, PartialDate) else str(value)
