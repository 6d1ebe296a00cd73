"""`guide.py lint`: every check runs, whatever the others found."""

from __future__ import annotations

import pytest

from scripts.dev import linting
from support import ROOT


@pytest.fixture
def checks(monkeypatch):
    """What each check answers, and the checks that were run."""
    ran: list[str] = []

    def answering(*statuses: int) -> list[str]:
        answers = dict(zip(linting.CHECKS, statuses, strict=False))
        monkeypatch.setattr(
            linting, "_finds", lambda root, name, command: ran.append(name) or answers.get(name, 0)
        )
        return ran

    return answering


def test_a_finding_does_not_stop_the_other_checks(checks):
    ran = checks(1, 1)
    linting.lint(ROOT)
    assert ran == list(linting.CHECKS)


def test_one_finding_is_enough_to_fail(checks, capsys):
    checks(0, 0, 1)
    third = list(linting.CHECKS)[2]
    assert (linting.lint(ROOT), third in capsys.readouterr().out) == (1, True)


def test_nothing_found_is_said(checks, capsys):
    checks()
    assert (linting.lint(ROOT), capsys.readouterr().out) == (0, "Tout est en ordre.\n")


@pytest.mark.parametrize(("status", "finds"), [(0, False), (1, True), (2, True)])
def test_a_check_finds_something_when_its_program_fails(monkeypatch, status, finds):
    monkeypatch.setattr(linting.subprocess, "call", lambda command, cwd: status)
    assert linting._finds(ROOT, "x", ["ruff", "check"]) is finds


def test_the_programs_are_those_of_the_environment(monkeypatch):
    called = []
    monkeypatch.setattr(linting.subprocess, "call", lambda command, cwd: called.append(command) or 0)
    linting.lint(ROOT)
    assert {str(linting.Path(command[0]).parent) for command in called} == {
        str(linting.Path(linting.sys.executable).parent)
    }
