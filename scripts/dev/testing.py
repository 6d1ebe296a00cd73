"""`guide.py test`: find or bring a browser, then run every test. Never a silent skip."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

#: Without windows: a page opens in a third of the time.
_SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find_browser(names: Sequence[str] = (*_SHELLS, *_NAMES)) -> str | None:
    """`$CHROMIUM`, else an installed Chromium or Chrome."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    found = next((path for name in names if (path := shutil.which(name))), None)
    return found or next((path for path in _MAC if Path(path).exists()), None)


def bring_browser() -> str | None:
    """Debian's Chromium without windows by apt, when root; elsewhere what is there, or None."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return find_browser()
    print("Le navigateur des tests manque : installation par apt…", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=environment)
    for package in (_SHELLS[0], _NAMES[0]):  # not every distribution has the first
        wanted = ["-y", "-qq", "--no-install-recommends", package, "fonts-noto-core"]
        if subprocess.call(["apt-get", "install", *wanted], env=environment) == 0:
            break
    return find_browser()


def a_browser() -> str | None:
    """One without windows, else one that is brought, else any that is there; None when there is none."""
    return find_browser(_SHELLS) or bring_browser()


#: Two processes: a test that shares a costly thing with others names their group.
_PARALLEL = ("-n", "2", "--dist", "loadgroup")
_FAST = ("-m", "not browser and not site and not print")
_MEASURED = ("--cov", "--cov-report=")
#: Folder -> the share of its lines and branches, in percent, that the tests must run through.
FLOORS = {"macros": 95, "scripts": 80}


def test(root: Path, arguments: list[str]) -> int:
    """Run pytest; returns its status, or 1 when there is no browser or too low a coverage.

    `--fast` leaves out the tests that need a browser, a whole site or papers; `--coverage` measures what is
    run through; `--long` tries at length what is drawn at random; the rest of `arguments` is pytest's own.
    """
    fast, measured = "--fast" in arguments, "--coverage" in arguments
    browser = find_browser() if fast else a_browser()
    if browser is None and not fast:
        print(
            "Aucun navigateur pour les tests : installez Chromium ou Chrome, "
            "ou donnez son chemin dans CHROMIUM."
        )
        return 1
    os.environ["CHROMIUM"] = browser or ""
    own = [argument for argument in arguments if argument not in ("--fast", "--coverage", "--long")]
    # What is drawn at length takes the time that it takes.
    long = ("--long", "-o", "faulthandler_timeout=0") if "--long" in arguments else ()
    chosen = [*(own or _PARALLEL), *(_FAST if fast else ()), *(_MEASURED if measured else ()), *long]
    status = subprocess.call([sys.executable, "-m", "pytest", *chosen], cwd=root)
    return status or (_report(root) if measured else 0)


def _report(root: Path) -> int:
    """Show what the tests run through; 1 when a floor is not reached."""
    statuses = []
    for folder, floor in FLOORS.items():
        print(f"\n{folder}/ : au moins {floor} %", flush=True)
        command = [sys.executable, "-m", "coverage", "report", "--skip-covered", "--sort=cover"]
        chosen = [f"--include={folder}/*", f"--fail-under={floor}"]
        statuses.append(subprocess.call([*command, *chosen], cwd=root))
    return 1 if any(statuses) else 0
