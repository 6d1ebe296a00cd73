"""`guide.py test`: a browser is found, brought or asked for; what is left out is what was asked."""

from __future__ import annotations

import os
import subprocess

import pytest

from scripts.dev import testing
from support import ROOT


@pytest.fixture
def called(monkeypatch) -> list[list[str]]:
    """The programs that are run, each with success."""
    commands: list[list[str]] = []
    monkeypatch.setattr(subprocess, "call", lambda command, **_: commands.append(command) or 0)
    monkeypatch.setenv("CHROMIUM", "/bin/sh")
    return commands


def test_without_a_word_every_test_runs_in_two_processes(called):
    assert testing.test(ROOT, []) == 0
    assert called[0][1:] == ["-m", "pytest", "-n", "2", "--dist", "loadgroup"]


def test_what_is_said_is_for_pytest_alone(called):
    testing.test(ROOT, ["-k", "dalo"])
    assert called[0][1:] == ["-m", "pytest", "-k", "dalo"]


def test_the_quick_loop_needs_no_browser(called, monkeypatch):
    monkeypatch.setattr(testing, "find_browser", lambda: None)
    monkeypatch.setattr(testing, "bring_browser", lambda: pytest.fail("no browser is to be brought"))
    assert testing.test(ROOT, ["--fast"]) == 0
    assert called[0][-2:] == ["-m", "not browser and not site and not print"]


def test_what_is_drawn_at_random_is_drawn_at_length_by_two_processes_too(called):
    testing.test(ROOT, ["--long"])
    assert called[0][1:8] == ["-m", "pytest", "-n", "2", "--dist", "loadgroup", "--long"]


def test_what_is_drawn_at_length_takes_its_time(called):
    testing.test(ROOT, ["--long"])
    assert called[0][-2:] == ["-o", "faulthandler_timeout=0"]


def test_without_a_browser_one_sentence_and_no_test(called, monkeypatch, capsys):
    monkeypatch.setattr(testing, "find_browser", lambda *_: None)
    monkeypatch.setattr(testing, "bring_browser", lambda: None)
    assert (testing.test(ROOT, []), called) == (1, [])
    assert "Aucun navigateur" in capsys.readouterr().out


def test_coverage_shows_each_floor(called):
    testing.test(ROOT, ["--coverage"])
    floors = {
        argument for command in called[1:] for argument in command if argument.startswith("--fail-under")
    }
    assert floors == {"--fail-under=95", "--fail-under=80"}


@pytest.mark.parametrize(("statuses", "status"), [([0, 0, 0], 0), ([0, 2, 0], 1), ([0, 0, 2], 1), ([1], 1)])
def test_a_floor_that_is_not_reached_fails(monkeypatch, statuses, status):
    answers = iter(statuses)
    monkeypatch.setattr(subprocess, "call", lambda command, **_: next(answers))
    monkeypatch.setenv("CHROMIUM", "/bin/sh")
    assert testing.test(ROOT, ["--coverage"]) == status


# --- a browser --------------------------------------------------------------------------------------------


def test_a_browser_that_is_named_is_taken(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/bin/sh")
    assert testing.find_browser() == "/bin/sh"


def test_a_browser_that_is_named_and_not_there_is_none(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/nulle/part")
    assert testing.find_browser() is None


@pytest.fixture
def machine(monkeypatch):
    """Programs that are there, packages that apt has -> what apt was asked for; root, on Debian."""

    def of(there: set[str], packages: set[str]) -> list[str]:
        asked: list[str] = []

        def call(command, env) -> int:
            package = command[-2] if command[1] == "install" else ""
            asked.extend([package] if package else [])
            there.update({package} & packages)
            return 0 if package in packages else 100

        monkeypatch.delenv("CHROMIUM", raising=False)
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        monkeypatch.setattr(testing, "_MAC", ())
        monkeypatch.setattr(testing.shutil, "which", lambda name: f"/bin/{name}" if name in there else None)
        monkeypatch.setattr(subprocess, "call", call)
        return asked

    return of


SHELL, WINDOWS = "chromium-headless-shell", "chromium"


def test_a_browser_is_looked_for_by_its_names(machine):
    machine({"google-chrome"}, set())
    assert testing.find_browser() == "/bin/google-chrome"


def test_the_one_without_windows_comes_first(machine):
    machine({WINDOWS, SHELL}, set())
    assert testing.find_browser() == f"/bin/{SHELL}"


@pytest.mark.parametrize(
    ("there", "packages", "taken", "asked"),
    [
        (set(), {SHELL, WINDOWS}, SHELL, [SHELL]),
        (set(), {WINDOWS}, WINDOWS, [SHELL, WINDOWS]),
        ({"apt-get", WINDOWS}, {SHELL}, SHELL, [SHELL]),
        ({SHELL}, {SHELL}, SHELL, []),
        ({WINDOWS}, set(), WINDOWS, [SHELL, WINDOWS]),
    ],
)
def test_a_browser_without_windows_is_brought_else_any_is_taken(machine, there, packages, taken, asked):
    wanted = machine(there | {"apt-get"}, packages)
    assert (testing.a_browser(), wanted) == (f"/bin/{taken}", asked)


@pytest.mark.parametrize("there", [set(), {WINDOWS}])
def test_nothing_is_brought_to_somebody_who_is_not_root(machine, monkeypatch, there):
    asked = machine(there | {"apt-get"}, {SHELL})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert (testing.a_browser(), asked) == (next((f"/bin/{name}" for name in there), None), [])
