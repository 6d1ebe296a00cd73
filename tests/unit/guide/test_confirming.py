"""Confirming a contact by phone: the field, and the facts behind it, say who answered and when."""

from __future__ import annotations

import datetime as dt

from macros.guide.confirming import confirmed_fact, to_confirm
from macros.opening import forget, open_guide
from scripts.edit.editing import confirm
from support import DAY

FACTS = """facts:
  - id: a
    statement: Un.
    as_of: 2014
    checked: {date: 2026-01-01, how: copy}
  - id: b
    statement: Deux.
    checked: {date: 2026-01-01, how: copy}
"""


def calls(folder):
    forget()
    return [
        (c.contact.id, [name for name, _, _ in c.fields])
        for c in to_confirm(open_guide(folder, DAY, "petit"))
    ]


def test_a_field_to_confirm_is_on_the_list(valid):
    assert calls(valid) == [("adil", ["phones"])]


def test_a_confirmed_field_leaves_the_list(valid):
    assert confirm(valid, "adil", "phones", "accueil", DAY) == 0
    assert calls(valid) == []


def test_only_the_named_fact_is_dated_anew():
    text = confirmed_fact(FACTS, "a", dt.date(2026, 5, 2), 'l’"accueil"')
    assert (
        '    as_of: 2026-05-02\n    checked: {date: 2026-05-02, how: call, who: "l’’accueil’"}\n  - id: b'
        in text
    )
    assert text.endswith("    checked: {date: 2026-01-01, how: copy}\n")


def test_a_contact_that_does_not_exist(valid, capsys):
    assert confirm(valid, "adl", "phones", "x", DAY) == 1
    assert "Vouliez-vous dire « adil » ?" in capsys.readouterr().out
