"""The project's own environment: `.venv`, installed from a lock with hashes, renewed when the lock changes.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

MINIMUM = (3, 11)


def ensure_environment(root: Path, with_tests: bool) -> None:
    """Make `.venv` fit the lock, then go on inside it. Returns only when already inside; exits with one sentence when it cannot."""
    if sys.version_info < MINIMUM:
        sys.exit(f"Il faut Python {MINIMUM[0]}.{MINIMUM[1]} ou plus récent ; celui-ci est {sys.version.split()[0]}.")
    venv = root / ".venv"
    if not _is_current(root, venv, with_tests):
        _install(root, venv, with_tests)
    python = _python(venv)
    if Path(sys.prefix).resolve() != venv.resolve():
        os.environ.setdefault("PYTHONUTF8", "1")
        arguments = [str(python), *sys.argv]
        if os.name == "nt":
            sys.exit(subprocess.call(arguments))
        os.execv(python, arguments)


def _python(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")



def _fingerprint(root: Path, name: str) -> str:
    lock = (root / "requirements" / f"{name}.lock").read_bytes()
    return f"{name} {hashlib.sha256(lock).hexdigest()} {sys.version_info.major}.{sys.version_info.minor}"


def _is_current(root: Path, venv: Path, with_tests: bool) -> bool:
    stamp = venv / "guide.stamp"
    if not stamp.exists() or not _python(venv).exists():
        return False
    installed = stamp.read_text(encoding="utf-8").splitlines()
    return _fingerprint(root, "test") in installed or (not with_tests and _fingerprint(root, "build") in installed)


def _install(root: Path, venv: Path, with_tests: bool) -> None:
    name = "test" if with_tests else "build"
    place = venv if venv.exists() else root
    if not os.access(place, os.W_OK):
        sys.exit(f"« {place} » n’est pas inscriptible : copiez le guide dans un dossier à vous, ou changez ses droits.")
    print(f"Préparation de l’environnement ({name}) : une seule fois, environ une minute…", flush=True)
    if not _python(venv).exists():
        _create(venv)
    lock = root / "requirements" / f"{name}.lock"
    command = [str(_python(venv)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(lock)]
    if subprocess.call(command) != 0:
        sys.exit("L’installation des bibliothèques a échoué (voir au-dessus) : vérifiez la connexion au dépôt de paquets, puis relancez.")
    _link_project(root, venv)
    (venv / "guide.stamp").write_text(_fingerprint(root, name) + "\n", encoding="utf-8")


def _create(venv: Path) -> None:
    command = [sys.executable, "-m", "venv", str(venv)]
    if subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
        return
    shutil.rmtree(venv, ignore_errors=True)
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.call(["apt-get", "update", "-qq"])
        subprocess.call(["apt-get", "install", "-y", "-qq", "python3-venv"])
        if subprocess.call(command) == 0:
            return
    sys.exit("Python ne sait pas créer d’environnement ici : installez le paquet « python3-venv », puis relancez.")


def _link_project(root: Path, venv: Path) -> None:
    """A `.pth` file: an editable install is refused beside hashes."""
    packages = next(venv.glob("lib/python*/site-packages"), venv / "Lib" / "site-packages")
    (packages / "guide.pth").write_text(f"{root}\n", encoding="utf-8")
