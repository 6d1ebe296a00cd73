"""A long text in paragraphs: who is tired loses the line in a block of ten sentences. Nothing is said
otherwise than it was written; only where one stops for breath is added, in every language alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .spans import Span

#: A text of fewer signs than this is read in one go.
SHORTEST = 240
#: After so many signs a new sentence is a new paragraph; what matters, and another case, wait less.
_LONG, _ENOUGH = 180, 60

#: The end of a sentence and the blank behind it; « art. 3 », « M. Untel » and « etc. puis » end none.
_END = re.compile(r"(?<!\bart)(?<!\b[A-Z])(?P<mark>[.!?؟…])[»”)\u2069]*(?P<blank>\s+)(?=[^\sa-zà-ÿ])")


def paragraphs(spans: Sequence[Span]) -> tuple[tuple[Span, ...], ...]:
    """The same spans in paragraphs, without the blanks between them; one when the text is short.

    A paragraph begins where a sentence is bold or asks (« Il refuse ? »: another case), and after a while.
    """
    text = "".join(span.text for span in spans)
    if len(text) < SHORTEST:
        return (tuple(spans),)
    cuts = [(0, 0), *_cuts(text, _bold(spans)), (len(text), len(text))]
    return tuple(tuple(_between(spans, start, end)) for (_, start), (end, _) in pairwise(cuts))


def _cuts(text: str, bold: Sequence[range]) -> Iterator[tuple[int, int]]:
    """(where a paragraph ends, where the next one begins)."""
    ends = list(_END.finditer(text))
    begun = 0
    for position, end in enumerate(ends):
        start = end.end()
        asks = position + 1 < len(ends) and ends[position + 1]["mark"] in "?؟"
        said, left = end.start() - begun, len(text) - start
        matters = asks or any(start == run.start for run in bold)
        if said >= _ENOUGH and (matters or (said >= _LONG and left >= _ENOUGH)):
            yield end.start("blank"), start
            begun = start


def _bold(spans: Sequence[Span]) -> list[range]:
    """Where the bold runs stand in the text."""
    found, position = [], 0
    for span in spans:
        if span.strong:
            found.append(range(position, position + len(span.text)))
        position += len(span.text)
    return found


def _between(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """What of `spans` stands from sign `start` to sign `end`."""
    position = 0
    for span in spans:
        first, last = max(start - position, 0), min(end - position, len(span.text))
        position += len(span.text)
        if first == 0 and last == len(span.text):
            yield span
        elif first < last:
            yield replace(span, text=span.text[first:last])
