"""Each command hands what was asked to the one function that does it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scripts.build import building, serving
from scripts.build.papers import make
from scripts.build.processes import in_processes
from scripts.build.request import Plan
from scripts.commands import run
from scripts.dev import architecture, linting, montages, mutants
from scripts.dev.testing import a_browser
from scripts.edit import checking, editing
from scripts.measure import bench, measuring
from support import CONTENT, DAY, ROOT

SITE = ROOT / "site"


def plan(**asked: object) -> Plan:
    return Plan(
        **{"root": ROOT, "content": CONTENT, "territory": "amp", "languages": None, "day": DAY, "out": SITE}
        | asked
    )


@pytest.mark.parametrize(
    ("arguments", "module", "name", "handed"),
    [
        (["check", "--day", str(DAY)], checking, "check", (CONTENT, DAY, False, False)),
        (
            ["check", "--json", "--queue", "--day", str(DAY)],
            checking,
            "check",
            (CONTENT, DAY, True, True),
        ),
        (["build", "--day", str(DAY)], building, "build", (plan(),)),
        (
            ["build", "--day", str(DAY), "--lang", "fr,ar", "--territory", "nca", "--commune", "06088"],
            building,
            "build",
            (plan(languages=["fr", "ar"], territory="nca", commune="06088"),),
        ),
        (["new", "contact", "caf"], editing, "new", (CONTENT, "contact", "caf")),
        (["translate"], editing, "translate", (CONTENT,)),
        (["schemas"], editing, "schemas", (CONTENT,)),
        (
            ["confirm", "adil-13", "phones", "--who", "accueil", "--day", str(DAY)],
            editing,
            "confirm",
            (CONTENT, "adil-13", "phones", "accueil", DAY),
        ),
        (["montages"], montages, "montages", (SITE, ROOT / ".build" / "montages")),
        (["mutants"], mutants, "run", (ROOT, in_processes)),
        (
            ["build", "--day", str(DAY), "--work", "/ailleurs"],
            building,
            "build",
            (plan(work=Path("/ailleurs")),),
        ),
        (["lint"], linting, "lint", (ROOT,)),
        (["architecture"], architecture, "architecture", (ROOT,)),
        (
            ["measure", "poids", "--lang", "fr"],
            measuring,
            "measure",
            (measuring.Asked(CONTENT, SITE, ["poids"], ["fr"], ROOT / "tests" / "search"), a_browser),
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_hands_over_what_was_asked(monkeypatch, arguments, module, name, handed):
    asked = []
    monkeypatch.setattr(module, name, lambda *given: asked.append(given) or 7)
    assert (run(ROOT, arguments), asked) == (7, [handed])


def test_serve_hands_over_what_was_asked_and_how_to_tell_what_nobody_foresaw(monkeypatch):
    asked = []
    monkeypatch.setattr(serving, "serve", lambda *given: asked.append(given) or 7)
    assert run(ROOT, ["serve", "--day", str(DAY), "--port", "9000"]) == 7
    assert asked[0][:2] == (plan(), 9000) and callable(asked[0][2])


@pytest.mark.parametrize(
    ("arguments", "handed"),
    [
        ([], bench.Asked(ROOT, CONTENT, "amp", 3, None, False)),
        (
            ["--pairs", "1", "--only", "moteurs,papiers", "--small", "--territory", "nca"],
            bench.Asked(ROOT, CONTENT, "nca", 1, ["moteurs", "papiers"], True),
        ),
    ],
)
def test_bench_hands_over_what_was_asked_with_the_other_tools_and_what_makes_papers(
    monkeypatch, arguments, handed
):
    asked = []
    monkeypatch.setattr(bench, "bench", lambda *given: asked.append(given) or 7)
    assert run(ROOT, ["bench", *arguments]) == 7
    assert (asked[0][0], callable(asked[0][1]), asked[0][2]) == (handed, True, make)


def test_without_a_day_the_edition_is_of_today(monkeypatch):
    asked = []
    monkeypatch.setattr(checking, "check", lambda _, day, *__: asked.append(day) or 0)
    monkeypatch.setattr("macros.today", lambda: dt.date(2031, 1, 2))
    run(ROOT, ["check"])
    assert asked == [dt.date(2031, 1, 2)]


def test_what_the_disk_did_not_refuse_is_not_hidden(monkeypatch):
    def fall(*_):
        raise FileNotFoundError(2, "No such file")

    monkeypatch.setattr(editing, "schemas", fall)
    with pytest.raises(OSError, match="No such file"):
        run(ROOT, ["schemas"])
