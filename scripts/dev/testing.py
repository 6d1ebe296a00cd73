"""`guide.py test`: find or bring a browser, then run every test. Never a silent skip."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find_browser() -> str | None:
    """`$CHROMIUM`, else an installed Chromium or Chrome."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((path for path in _MAC if Path(path).exists()), None)


def bring_browser() -> str | None:
    """Debian's Chromium by apt, when root; else None."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    print("Chromium manque : installation par apt…", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=environment)
    subprocess.call(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-core"],
        env=environment,
    )
    return find_browser()


def test(root: Path, arguments: list[str]) -> int:
    """Run pytest with a browser at hand; returns its status, or 1 when no browser can be had."""
    browser = find_browser() or bring_browser()
    if browser is None:
        print(
            "Aucun navigateur pour les tests : installez Chromium ou Chrome, "
            "ou donnez son chemin dans CHROMIUM."
        )
        return 1
    os.environ["CHROMIUM"] = browser
    command = [sys.executable, "-m", "pytest", *(arguments or ["-n", "2", "--dist", "loadgroup"])]
    return subprocess.call(command, cwd=root)
