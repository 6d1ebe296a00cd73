"""Publishing: an edition is built aside, then the site's link moves to it in one rename."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:    # Windows
    fcntl = None  # type: ignore[assignment]

KEPT = 2
MARK = ".edition"
_DAY = 24 * 60 * 60


class PublishError(Exception):
    """The site cannot be published there; the message is for the person at the keyboard."""


def editions_of(out: Path) -> Path:
    """Where the editions of the site at `out` are kept: beside it, so that the link moves within one file system."""
    return out.parent / f".{out.name}.editions"


def new_edition(out: Path) -> Path:
    """A fresh, empty folder for an edition of the site at `out`. What builds that failed or were killed have left goes first, so that a
    disk that was full has room again."""
    folder = editions_of(out)
    folder.mkdir(parents=True, exist_ok=True)
    _reclaim(out)
    edition = Path(tempfile.mkdtemp(prefix="e", dir=folder))
    edition.chmod(0o755)
    _claim(edition)
    return edition


def drop(edition: Path) -> None:
    """Leave nothing of an edition that will not be published."""
    shutil.rmtree(edition, ignore_errors=True)
    _release(edition)


def publish(edition: Path, out: Path) -> None:
    """Make `out` show `edition`. Raises `PublishError` when `out` is a folder that this program did not make."""
    _release(edition)
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
    """Keep the edition shown and the last whole one before it. One without its mark was never whole: it is no way back."""
    others = [e for e in editions_of(out).iterdir() if e != current and (e / MARK).exists()]
    for old in sorted(others, key=lambda e: e.stat().st_mtime, reverse=True)[KEPT - 1 :]:
        shutil.rmtree(old, ignore_errors=True)


def _reclaim(out: Path) -> None:
    """Remove the editions that nobody is building any more; when room is short for one more, the older whole ones too.

    The edition that the site shows stays in any case.
    """
    shown = out.resolve()
    left = [e for e in editions_of(out).iterdir() if e.is_dir() and e.resolve() != shown]
    for edition in left:
        if not (edition / MARK).exists() and not _is_claimed(edition):
            shutil.rmtree(edition, ignore_errors=True)
    if shutil.disk_usage(editions_of(out)).free < _size(shown):
        for edition in left:
            if (edition / MARK).exists():
                shutil.rmtree(edition, ignore_errors=True)


def _size(folder: Path) -> int:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) if folder.is_dir() else 0


#: Editions that this process builds, each with its lock: the system lets go of it when the process ends, however it ends.
_claims: dict[Path, IO[bytes]] = {}
_CLAIM = ".building"


def _claim(edition: Path) -> None:
    if fcntl is None:
        return
    lock = (edition / _CLAIM).open("wb")
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    _claims[edition] = lock


def _release(edition: Path) -> None:
    (edition / _CLAIM).unlink(missing_ok=True)
    lock = _claims.pop(edition, None)
    if lock:
        lock.close()


def _is_claimed(edition: Path) -> bool:
    """Whether a process is building this edition now. Where locks are not to be had, a day without a change says that none is."""
    if fcntl is None:
        return time.time() - edition.stat().st_mtime < _DAY
    try:
        with (edition / _CLAIM).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
