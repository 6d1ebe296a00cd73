"""The project's own environment: `.venv`, installed from a lock with
hashes, renewed when the lock changes, remade when it is unsound.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

MINIMUM = (3, 11)
#: Says which lock is installed, then what stands in the folder of libraries.
STAMP = "guide.stamp"
#: Stands in `.venv` while it is being made: an environment that has it was interrupted.
MAKING = "guide.making"
#: The Python that makes environments: it stays when the one it made is removed.
BASE = getattr(sys, "_base_executable", None) or sys.executable
#: Set for the one attempt at remaking an environment whose libraries cannot be loaded.
HEALED = "GUIDE_ENVIRONMENT_REMADE"


def ensure_environment(root: Path, with_tests: bool) -> None:
    """Make `.venv` fit the lock, then go on inside it. Returns only
    when already inside; exits with one sentence when it cannot.
    """
    if sys.version_info < MINIMUM:
        sys.exit(
            f"Il faut Python {MINIMUM[0]}.{MINIMUM[1]} ou plus récent ; "
            f"celui-ci est {sys.version.split()[0]}."
        )
    venv = root / ".venv"
    if not is_current(root, venv, with_tests):
        with _alone(root):
            if not is_current(root, venv, with_tests):
                install(root, venv, with_tests)
    if Path(sys.prefix).resolve() != venv.resolve():
        _go_on(venv)


def heal(root: Path, error: ImportError) -> None:
    """Remake the environment, once, because a library of it cannot
    be loaded, and start again. Raises `error` when that was tried.
    """
    own = (error.name or "").partition(".")[0] in ("macros", "scripts")
    if own or os.environ.get(HEALED):
        raise error
    os.environ[HEALED] = "1"
    print(
        f"Une bibliothèque manque ou est abîmée ({error.name or error}) : l’environnement est refait.",
        flush=True,
    )
    (root / ".venv" / MAKING).touch()
    os.execv(BASE, [BASE, *sys.argv])


def _go_on(venv: Path) -> None:
    os.environ.setdefault("PYTHONUTF8", "1")
    arguments = [str(_python(venv)), *sys.argv]
    if os.name == "nt":
        sys.exit(subprocess.call(arguments))
    os.execv(arguments[0], arguments)


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Wait until no other command prepares the environment. The lock
    is on a file that is there anyway, and goes with the process.
    """
    with (root / "requirements" / "build.lock").open("rb") as file:
        if sys.platform != "win32":
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _python(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _libraries(venv: Path) -> Path:
    return next(venv.glob("lib/python*/site-packages"), venv / "Lib" / "site-packages")


def _fingerprint(root: Path, name: str) -> str:
    lock = (root / "requirements" / f"{name}.lock").read_bytes()
    return f"{name} {hashlib.sha256(lock).hexdigest()} {sys.version_info.major}.{sys.version_info.minor}"


def _stamped(venv: Path) -> list[str]:
    """The lines of the stamp; none when there is no stamp.
    Never fails: a stamp that cannot be read fits no lock.
    """
    try:
        return (venv / STAMP).read_bytes().decode("utf-8", errors="replace").splitlines()
    except OSError:
        return []


def is_current(root: Path, venv: Path, with_tests: bool) -> bool:
    """Whether the environment is whole and is that of the lock."""
    return _holds(root, venv, ("test",) if with_tests else ("test", "build"))


def _holds(root: Path, venv: Path, names: tuple[str, ...]) -> bool:
    """Whether the environment is whole and is that of one of the locks."""
    if (venv / MAKING).exists() or not _python(venv).exists():
        return False
    installed, libraries = _stamped(venv), _libraries(venv)
    fits = any(_fingerprint(root, name) in installed for name in names)
    there = set(os.listdir(libraries)) if libraries.is_dir() else set()
    return fits and {line[1:] for line in installed if line.startswith("+")} <= there


def install(root: Path, venv: Path, with_tests: bool) -> None:
    """Install the lock in `.venv`, made anew unless it is sound.
    Exits with one sentence when that fails; the next run starts over.
    """
    _install(root, venv, "test" if with_tests else "build")


def programs(root: Path, venv: Path, name: str) -> Path:
    """The folder of the programs of another environment, `venv`, brought from the lock `name` at first use:
    what a command runs beside the guide never stands in its own environment. Exits as `install` does.
    """
    if not _holds(root, venv, (name,)):
        _install(root, venv, name)
    return _python(venv).parent


def _install(root: Path, venv: Path, name: str) -> None:
    if os.pathsep in str(root):
        sys.exit(
            f"Le chemin « {root} » contient « {os.pathsep} », qui sépare les chemins : Python ne peut pas y "
            "préparer d’environnement. Renommez ce dossier, ou copiez le guide ailleurs."
        )
    place = venv if venv.exists() else root
    if not os.access(place, os.W_OK):
        sys.exit(
            f"« {place} » n’est pas inscriptible : copiez le guide dans un dossier à vous, "
            "ou changez ses droits."
        )
    print(f"Préparation de l’environnement ({name}) : une seule fois, environ une minute…", flush=True)
    if not _is_sound(venv):
        _create(venv)
    (venv / MAKING).touch()
    lock = root / "requirements" / f"{name}.lock"
    command = [
        str(_python(venv)),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        str(lock),
    ]
    status, said = _call(command)
    if status != 0:
        sys.exit(_why(said))
    _link_project(root, venv)
    lines = [
        _fingerprint(root, name),
        *(f"+{entry}" for entry in sorted(os.listdir(_libraries(venv))) if entry != "__pycache__"),
    ]
    (venv / STAMP).write_text("\n".join(lines) + "\n", encoding="utf-8")
    (venv / MAKING).unlink()


def _call(command: list[str]) -> tuple[int, str]:
    """Run a command that may talk to the person; its status and what it complained of, shown too."""
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    sys.stderr.write(done.stderr)
    return done.returncode, done.stderr


def _why(said: str) -> str:
    """One sentence on why pip failed."""
    if "DO NOT MATCH THE HASHES" in said:
        return (
            "Une bibliothèque téléchargée n’est pas celle qui est attendue (empreinte différente, "
            "voir au-dessus) : rien n’en est installé. "
            "Essayez depuis un autre réseau ; si cela continue, prévenez qui tient le guide."
        )
    if "No space left on device" in said:
        return "Le disque est plein : libérez de la place, puis relancez."
    return (
        "L’installation des bibliothèques a échoué (voir au-dessus) : "
        "vérifiez la connexion au dépôt de paquets, puis relancez."
    )


def _is_sound(venv: Path) -> bool:
    """Whether libraries can be installed over what is there: made
    to its end, with a pip that runs and nothing gone from it.
    """
    if (venv / MAKING).exists() or not _python(venv).exists():
        return False
    gone = [
        line[1:]
        for line in _stamped(venv)
        if line.startswith("+") and not (_libraries(venv) / line[1:]).exists()
    ]
    pip = [str(_python(venv)), "-m", "pip", "--version"]
    return not gone and subprocess.call(pip, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def _create(venv: Path) -> None:
    """A fresh environment in the place of whatever is there, marked until it is whole."""
    shutil.rmtree(venv, ignore_errors=True)
    venv.mkdir(exist_ok=True)
    (venv / MAKING).touch()
    command = [BASE, "-m", "venv", str(venv)]
    if subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
        return
    missing = importlib.util.find_spec("ensurepip") is None
    if missing and os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.call(["apt-get", "update", "-qq"])
        subprocess.call(["apt-get", "install", "-y", "-qq", "python3-venv"])
        if subprocess.call(command) == 0:
            return
    if missing:
        sys.exit(
            "Python ne sait pas créer d’environnement ici : installez le paquet « python3-venv », "
            "puis relancez."
        )
    sys.exit(
        f"L’environnement n’a pas pu être créé dans « {venv} » : "
        "vérifiez la place sur le disque et vos droits, puis relancez."
    )


def _link_project(root: Path, venv: Path) -> None:
    """A `.pth` file: an editable install is refused beside hashes.
    ASCII only: Python reads it in the machine's own encoding.
    """
    (_libraries(venv) / "guide.pth").write_text(
        f"import sys; sys.path.append({str(root)!a})\n", encoding="ascii"
    )
