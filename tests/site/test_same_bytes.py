"""Same content, same day: the same edition, on whatever machine, wherever it was made."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support import CONTENT, ROOT, TESTS

#: What one machine has and another has not; hours where the day is another one.
MACHINES = {
    "east": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    "west": {"TZ": "Pacific/Pago_Pago", "LC_ALL": "C", "LANG": "ar_EG.UTF-8", "PYTHONHASHSEED": "4242"},
}


def fingerprint(folder: Path, machine: dict[str, str]) -> str:
    """What a build says of its edition, made below `folder` on such a machine."""
    content = folder / "content"
    shutil.copytree(TESTS / "content" / "valid", content)
    shutil.copytree(TESTS / "content" / "rich", content, dirs_exist_ok=True)
    shutil.copy(CONTENT / "interface.yml", content)
    options = ["--content", content, "--territory", "petit", "--day", "2026-11-20", "--out", folder / "site"]
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "guide.py", "build", *map(str, options)],
        env={**os.environ, **machine, "GUIDE_SITE_URL": "https://exemple.fr/"},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = re.search(r"Empreinte de l’édition : (\w+)", done.stdout)
    assert found, done.stdout
    return found[1]


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> dict[str, str]:
    """Machine -> the fingerprint of what it made, in a folder of its own name."""
    return {
        name: fingerprint(tmp_path_factory.mktemp(f"{name} né"), machine)
        for name, machine in MACHINES.items()
    }


def test_hours_languages_folders_and_hashes_change_no_byte(made):
    assert made["east"] == made["west"]
