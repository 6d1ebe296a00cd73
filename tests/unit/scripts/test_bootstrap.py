"""The first installation, interrupted or spoiled in every way, mends itself at the next command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import bootstrap


class Machine:
    """A checkout whose environment is made and filled by two fakes that a test may break."""

    def __init__(self, root: Path, monkeypatch) -> None:
        self.root, self.venv, self.made, self.installed = root, root / ".venv", 0, 0
        self.pip_says = (0, "")
        (root / "requirements").mkdir()
        for name in ("build", "test", "bench"):
            (root / "requirements" / f"{name}.lock").write_text(f"{name}==1\n")
        monkeypatch.setattr(bootstrap.subprocess, "call", self._call)
        monkeypatch.setattr(bootstrap, "_call", self._pip)

    def _call(self, command: list[str], **_: object) -> int:
        if command[1:3] == ["-m", "venv"]:
            self.made += 1
            make_environment(self.venv)
            return 0
        assert command[1:] == ["-m", "pip", "--version"]
        return 0 if (self.libraries / "pip").exists() else 1

    def _pip(self, command: list[str]) -> tuple[int, str]:
        self.installed += 1
        if self.pip_says[0] == 0:
            (self.libraries / "jinja2").mkdir(exist_ok=True)
        return self.pip_says

    @property
    def libraries(self) -> Path:
        return self.venv / "lib/python3.11/site-packages"

    def install(self) -> None:
        bootstrap.install(self.root, self.venv, with_tests=False)

    def is_current(self) -> bool:
        return bootstrap.is_current(self.root, self.venv, with_tests=False)


def make_environment(venv: Path, pip: bool = True) -> None:
    libraries = venv / "lib/python3.11/site-packages"
    (libraries / ("pip" if pip else "rien")).mkdir(parents=True, exist_ok=True)
    (venv / "bin").mkdir(exist_ok=True)
    (venv / "bin/python").touch()


@pytest.fixture
def machine(tmp_path, monkeypatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


def test_an_installation_is_current(machine):
    machine.install()
    assert machine.is_current()


def test_a_changed_lock_is_installed_over_a_sound_environment(machine):
    machine.install()
    (machine.root / "requirements/build.lock").write_text("build==2\n")
    assert not machine.is_current()
    machine.install()
    assert (machine.is_current(), machine.made) == (True, 1)


def test_other_programs_are_brought_once(machine):
    machine.venv = machine.root / "others"
    where = bootstrap.programs(machine.root, machine.venv, "bench")
    bootstrap.programs(machine.root, machine.venv, "bench")
    assert (where, machine.installed) == (machine.venv / "bin", 1)


def test_other_programs_are_not_those_of_a_build(machine):
    machine.install()
    bootstrap.programs(machine.root, machine.venv, "bench")
    assert (machine.installed, machine.is_current()) == (2, False)


def test_an_environment_without_pip_is_made_anew(machine):
    make_environment(machine.venv, pip=False)
    machine.install()
    assert (machine.is_current(), machine.made) == (True, 1)


def test_an_installation_that_was_interrupted_is_made_anew(machine):
    machine.pip_says = (-9, "")
    with pytest.raises(SystemExit):
        machine.install()
    assert not machine.is_current()
    machine.pip_says = (0, "")
    machine.install()
    assert (machine.is_current(), machine.made) == (True, 2)


def test_a_library_deleted_by_hand_is_seen_and_brought_back(machine):
    machine.install()
    (machine.libraries / "jinja2").rmdir()
    assert not machine.is_current()
    machine.install()
    assert (machine.is_current(), machine.made) == (True, 2)


@pytest.mark.parametrize("stamp", [b"\xff\xfe\x00", b"", "é".encode("latin-1"), b"build autre 3.11\n"])
def test_a_stamp_that_says_nothing_is_written_again(machine, stamp):
    machine.install()
    (machine.venv / "guide.stamp").write_bytes(stamp)
    assert not machine.is_current()
    machine.install()
    assert machine.is_current()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "empreinte différente"),
        ("OSError: [Errno 28] No space left on device", "disque est plein"),
        ("Could not find a version that satisfies the requirement", "vérifiez la connexion"),
    ],
)
def test_a_failed_installation_says_why(machine, said, told):
    machine.pip_says = (1, said)
    with pytest.raises(SystemExit, match=told):
        machine.install()


def test_a_library_that_cannot_be_loaded_remakes_the_environment_once(machine, monkeypatch):
    machine.install()
    started: list[list[str]] = []
    monkeypatch.delenv(bootstrap.HEALED, raising=False)
    monkeypatch.setattr(bootstrap.os, "execv", lambda program, arguments: started.append(arguments))
    missing = ModuleNotFoundError("No module named 'jinja2'", name="jinja2")
    bootstrap.heal(machine.root, missing)
    assert len(started) == 1 and not machine.is_current()
    with pytest.raises(ModuleNotFoundError):
        bootstrap.heal(machine.root, missing)
    os.environ.pop(bootstrap.HEALED, None)


def test_a_fault_of_our_own_code_is_not_mended_by_installing(machine):
    with pytest.raises(ModuleNotFoundError):
        bootstrap.heal(machine.root, ModuleNotFoundError("No module named 'macros.x'", name="macros.x"))


def test_the_project_is_found_from_a_folder_with_an_accent_whatever_the_locale(tmp_path):
    root = tmp_path / "Téléchargements"
    make_environment(root / ".venv")
    bootstrap._link_project(root, root / ".venv")
    line = (root / ".venv/lib/python3.11/site-packages/guide.pth").read_bytes().decode("ascii")
    code = line + "\nassert sys.path[-1].endswith('T\\xe9l\\xe9chargements'), sys.path"
    assert subprocess.run([sys.executable, "-c", code], check=False, env={"LC_ALL": "C"}).returncode == 0


def test_a_folder_whose_name_parts_paths_is_told(machine):
    machine.root = machine.root / f"a{os.pathsep}b"
    with pytest.raises(SystemExit, match=f"contient « {os.pathsep} »"):
        machine.install()


def test_a_folder_that_may_not_be_written_is_told(machine, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(SystemExit, match="n’est pas inscriptible"):
        machine.install()
