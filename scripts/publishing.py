"""Publishing: an edition is built aside, then the site's link moves to it in one rename."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

KEPT = 2
MARK = ".edition"


class PublishError(Exception):
    """The site cannot be published there; the message is for the person at the keyboard."""


def editions_of(out: Path) -> Path:
    """Where the editions of the site at `out` are kept: beside it, so that the link moves within one file system."""
    return out.parent / f".{out.name}.editions"


def new_edition(out: Path) -> Path:
    """A fresh, empty folder for an edition of the site at `out`."""
    folder = editions_of(out)
    folder.mkdir(parents=True, exist_ok=True)
    edition = Path(tempfile.mkdtemp(prefix="e", dir=folder))
    edition.chmod(0o755)
    return edition


def publish(edition: Path, out: Path) -> None:
    """Make `out` show `edition`. Raises `PublishError` when `out` is a folder that this program did not make."""
    (edition / MARK).touch()
    if out.is_dir() and not out.is_symlink() and any(out.iterdir()) and not (out / MARK).exists():
        raise PublishError(f"« {out} » existe déjà et n’est pas une édition du guide : choisissez un autre dossier avec --out.")
    link = out.with_name(f".{out.name}.link")
    link.unlink(missing_ok=True)
    try:
        link.symlink_to(os.path.relpath(edition, out.parent), target_is_directory=True)
    except OSError:
        _copy(edition, out)
        return
    if out.is_dir() and not out.is_symlink():
        shutil.rmtree(out)
    os.replace(link, out)
    _forget_old(out, edition)


def _copy(edition: Path, out: Path) -> None:
    """Where links are not to be had: a copy, moved into place."""
    aside = out.with_name(f".{out.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    if out.exists():
        out.rename(aside)
    edition.rename(out)
    shutil.rmtree(aside, ignore_errors=True)


def _forget_old(out: Path, current: Path) -> None:
    others = [e for e in editions_of(out).iterdir() if e != current]
    for old in sorted(others, key=lambda e: e.stat().st_mtime, reverse=True)[KEPT - 1 :]:
        shutil.rmtree(old, ignore_errors=True)
