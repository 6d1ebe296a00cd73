"""`scripts/guide.py` itself: what it brings, and how it ends."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from scripts import bootstrap, commands, guide


@pytest.fixture
def started(monkeypatch):
    """Start the program with some arguments, in an environment
    that is whole; what it asked of the environment.
    """
    asked: list[bool] = []
    monkeypatch.setattr(bootstrap, "ensure_environment", lambda root, with_tests: asked.append(with_tests))

    def start(*arguments: str, run) -> int:
        monkeypatch.setattr(commands, "run", run)
        monkeypatch.setattr(sys, "argv", ["guide.py", *arguments])
        return guide.main()

    start.asked = asked
    return start


def fall(error: BaseException):
    def run(*_):
        raise error

    return run


def test_the_status_of_a_command_is_that_of_the_program(started):
    assert started("check", run=lambda root, arguments: 3) == 3


@pytest.mark.parametrize(
    ("arguments", "with_tests"),
    [
        (["build"], False),
        (["test", "--fast"], True),
        (["lint"], True),
        (["measure"], True),
        (["test", "--help"], False),
    ],
)
def test_only_what_needs_it_brings_the_libraries_of_tests(started, arguments, with_tests):
    started(*arguments, run=lambda *_: 0)
    assert started.asked == [with_tests]


def test_an_interruption_is_said_without_a_traceback(started, capsys):
    assert (started("serve", run=fall(KeyboardInterrupt())), "Interrompu." in capsys.readouterr().out) == (
        130,
        True,
    )


def test_a_reader_who_leaves_early_is_no_fault(started, monkeypatch):
    moved = []
    fake = SimpleNamespace(devnull="/dev/null", O_WRONLY=1, open=lambda *_: 99)
    fake.dup2 = lambda *descriptors: moved.append(descriptors)
    monkeypatch.setattr(guide, "os", fake)
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(fileno=lambda: 1, flush=lambda: None))
    assert (started("check", run=fall(BrokenPipeError())), moved) == (0, [(99, 1)])


def test_a_library_that_is_missing_is_healed_or_told(started, monkeypatch):
    healed = []
    monkeypatch.setattr(bootstrap, "heal", lambda root, error: healed.append(str(error)))
    with pytest.raises(ImportError):
        started("check", run=fall(ImportError("jinja2")))
    assert healed == ["jinja2"]
