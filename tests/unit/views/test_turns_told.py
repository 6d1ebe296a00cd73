"""« Qui fait quoi, quand »: what the reader may do is told as an act, in words of everybody, not as the name
that lawyers give it.
"""

from __future__ import annotations

import pytest

from support.guides import real

#: How an infinitive ends.
_VERBS = ("er", "ir", "re", "oir")
WAYS = [
    (decision.id, way.id, way.title.fr)
    for decision in real().content.decisions.values()
    for way in decision.contest
    if way.within
]


@pytest.mark.parametrize(("decision", "way", "title"), WAYS)
def test_what_the_reader_may_do_begins_with_what_one_does(decision, way, title):
    first = title.split()[0]
    assert first.endswith(_VERBS), (decision, way, title)
