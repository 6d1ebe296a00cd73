"""`scripts/guide.py` itself: what it brings, and how it ends."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from types import SimpleNamespace

import pytest

from scripts import bootstrap, commands, guide
from support import ROOT


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


def test_a_library_that_is_missing_is_healed_or_told(started, monkeypatch, tmp_path):
    healed = []
    monkeypatch.setattr(bootstrap, "heal", lambda root, error: healed.append(str(error)))
    monkeypatch.setattr(guide, "ROOT", tmp_path)
    started("check", run=fall(ImportError("jinja2")))
    assert healed == ["jinja2"]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_being_told_to_end_is_an_interruption(started, capsys, name):
    number = int(getattr(signal, name))
    assert (started("build", run=fall(guide.Stopped(number))), "Interrompu." in capsys.readouterr().out) == (
        128 + number,
        True,
    )


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    """A checkout of its own, where reports of errors go."""
    monkeypatch.setattr(guide, "ROOT", tmp_path)
    return tmp_path


def test_an_error_that_nobody_foresaw_is_one_sentence_that_names_a_file(started, elsewhere, capsys):
    assert started("check", run=fall(KeyError("un"))) == 1
    said = capsys.readouterr().err
    assert "Erreur imprévue : KeyError: 'un'" in said and "Traceback" not in said
    assert str(next((elsewhere / ".build" / "erreurs").iterdir())) in said


def test_the_file_says_all_of_the_error(started, elsewhere):
    started("build", "--lang", "ar", run=fall(KeyError("un")))
    said = next((elsewhere / ".build" / "erreurs").iterdir()).read_text(encoding="utf-8")
    assert said.startswith("guide.py build --lang ar") and "Traceback" in said and "test_main.py" in said


def test_where_nothing_can_be_written_the_file_is_a_temporary_one(started, elsewhere, monkeypatch, capsys):
    (elsewhere / ".build").touch()
    temporary = elsewhere / "tmp"
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(temporary))
    started("check", run=fall(KeyError("un")))
    assert str(temporary) in capsys.readouterr().err


def test_what_cannot_be_written_nowhere_is_said_all_the_same(started, elsewhere, monkeypatch, capsys):
    (elsewhere / ".build").touch()
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(elsewhere / ".build" / "tmp"))
    started("check", run=fall(KeyError("un")))
    assert "Erreur imprévue" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "build", "schemas"])
def test_what_is_said_to_a_full_disk_is_told_without_a_traceback(command, tmp_path):
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, ROOT / "scripts" / "guide.py", command, "--content", tmp_path],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1 and "Traceback" not in done.stderr and "Exception" not in done.stderr


def test_what_the_disk_refuses_before_any_command_is_one_sentence(monkeypatch, capsys):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied", "/x")

    monkeypatch.setattr(bootstrap, "ensure_environment", refuse)
    assert (guide.main(), capsys.readouterr().err) == (1, "Droits insuffisants : « /x ».\n")
