"""`guide.py mutants`: what is changed, one thing at a time, and who notices."""

from __future__ import annotations

import dataclasses
import faulthandler

import pytest

from scripts.build.processes import in_processes
from scripts.dev import mutants
from scripts.dev.mutants import Room
from support import ROOT

ROOM = Room("essai", "macros/model/facts.py", ("tests/unit/model/test_facts.py",), ("Fact.publishable",))


def changes(source: str, *functions: str) -> list[str]:
    """What each mutant of a source changes, in words."""
    room = dataclasses.replace(ROOM, functions=functions)
    return [f"{mutant.was} -> {mutant.becomes}" for mutant in mutants.mutants(room, source)]


def changed(body: str) -> list[str]:
    """What each mutant of a function of one line changes."""
    return changes(f"def f(a, b):\n    {body}\n")


@pytest.fixture(autouse=True)
def unwatched() -> None:
    """Nobody ends a test of this file that lasts too long: what watches is a thread, which a fork has not,
    and pytest within the fork would wait for it for ever.
    """
    faulthandler.cancel_dump_traceback_later()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("x = a == b", ["a == b -> a != b"]),
        ("x = a in b", ["a in b -> a not in b"]),
        ("x = a < b", ["a < b -> a <= b"]),
        ("x = a or b", ["a or b -> a and b", "a or b -> a", "a or b -> b"]),
        ("x = not a", ["not a -> a"]),
        ("x = a if b else c", ["a if b else c -> a", "a if b else c -> c"]),
        ("x = a(b)", ["a(b) -> b"]),
        ("x = a.b(1, 2)", ["a.b(1, 2) -> a", "1 -> 2", "2 -> 3"]),
        ("x = True", ["True -> False"]),
        ("x = 'é'", ["'é' -> ''"]),
        ("x = ''", []),
        ("x = [c for c in a if c]", [" for c in a if c ->  for c in a"]),
        ("return a", ["return a -> return None"]),
        ("if a: b", ["if a:\n    b -> if not a:\n    b"]),
    ],
)
def test_a_small_thing_is_changed(body, expected):
    assert changed(body) == expected


def test_a_docstring_is_no_part_of_what_is_done():
    assert changes('def f():\n    """Une."""\n    pass\n') == []


SOURCE = "def f():\n    return 1\nclass A:\n    def f(self):\n        return 2\n"


def test_only_the_named_functions_are_changed():
    assert changes(SOURCE, "A.f") == ["return 2 -> return None", "2 -> 3"]


def test_one_mutant_is_the_whole_file_with_one_change():
    anywhere = dataclasses.replace(ROOM, functions=())
    sources = [mutant.source for mutant in mutants.mutants(anywhere, SOURCE)]
    assert sources[0] == "def f():\n    return None\n\nclass A:\n\n    def f(self):\n        return 2"
    assert len(set(sources)) == 4


# --- running ----------------------------------------------------------------------------------------------


SOUND = (ROOT / ROOM.path).read_text(encoding="utf-8")
SEEN = next(mutant for mutant in mutants.mutants(ROOM, SOUND) if mutant.was == "'low'")
UNSEEN = dataclasses.replace(SEEN, becomes="rien", source=SOUND)


def publishes_little(_: object) -> bool:
    """Whether a fact that is not sure may be published, once that has been broken."""
    from macros.model.facts import Fact

    mutants.change(SEEN)
    sure = {"date": "2026-11-23", "how": "copy"}
    return Fact(id="f", statement="Dit.", review="law", checked=sure, confidence="low").publishable


def test_a_change_reaches_what_is_known_already():
    assert in_processes(publishes_little, [None], 1, "fork") == [True]


def test_what_no_test_notices_survives(monkeypatch):
    monkeypatch.setattr(
        mutants, "read_once", lambda *_: None
    )  # the tests that run are in this process already
    assert mutants.survivors(ROOT, ROOM, [SEEN, UNSEEN], in_processes) == [UNSEEN]


@pytest.fixture
def rooms(monkeypatch) -> None:
    """One room; two of its mutants are not noticed."""
    made = [UNSEEN, dataclasses.replace(UNSEEN, becomes="peu")]
    monkeypatch.setattr(mutants, "ROOMS", (ROOM,))
    monkeypatch.setattr(mutants, "survivors", lambda *_: made)


@pytest.mark.parametrize(
    ("explained", "status"),
    [
        ((), 1),
        (("rien",), 1),
        (("rien", "peu"), 0),
        (("rien", "peu", "autre"), 1),
    ],
)
def test_all_that_survives_is_explained_and_nothing_else(rooms, monkeypatch, explained, status):
    names = {dataclasses.replace(UNSEEN, becomes=becomes).name: "Parce que." for becomes in explained}
    monkeypatch.setattr(mutants, "HARMLESS", names)
    assert mutants.run(ROOT, in_processes) == status
