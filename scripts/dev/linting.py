"""`guide.py lint`: style, types, who may know whom, scripts,
templates. Every check runs, every finding is shown.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

#: Name of a check -> its command; the programs stand beside the Python of the project's environment.
CHECKS: dict[str, list[str]] = {
    "style (ruff)": ["ruff", "check", "--quiet", "."],
    "mise en forme (ruff)": ["ruff", "format", "--check", "--quiet", "."],
    "types (mypy)": ["mypy", "--no-error-summary"],
    "qui connaît qui (import-linter)": ["lint-imports", "--no-logo"],
    "scripts et styles (biome)": ["biome", "ci", "--colors=off"],
    "gabarits (djlint)": ["djlint", "--lint", "--quiet", "macros/web/templates", "macros/web/theme"],
}


def lint(root: Path) -> int:
    """Run every check in `root`; prints what each finds; returns 1 when one of them found something."""
    found = [name for name, command in CHECKS.items() if _finds(root, name, command)]
    print(f"À mettre en ordre : {', '.join(found)}." if found else "Tout est en ordre.")
    return 1 if found else 0


def _finds(root: Path, name: str, command: list[str]) -> bool:
    print(f"· {name}", flush=True)
    program = Path(sys.executable).parent / command[0]
    return subprocess.call([str(program), *command[1:]], cwd=root) != 0
