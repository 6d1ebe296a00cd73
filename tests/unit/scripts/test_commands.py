"""Each command hands what was asked to the one function that does it."""

from __future__ import annotations

import datetime as dt

import pytest

from scripts.build import building, serving
from scripts.build.processes import in_processes
from scripts.build.request import Plan
from scripts.commands import run
from scripts.dev import architecture, linting, montages, mutants
from scripts.dev.testing import a_browser
from scripts.edit import checking, editing
from scripts.measure import measuring
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
