"""Publishing: an edition is built aside, then takes the place of
the former one in one step. A plain folder: to copy, pack or upload.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
import shutil
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

from scripts.build.turns import turn

if sys.platform != "win32":
    import fcntl

KEPT = 2
#: What an edition is made of, as `sha256sum -c .edition` reads it: any copy can be held against it.
MARK = ".edition"
_LINE = re.compile(r"(?:[0-9a-f]{64}  )?(?P<name>.+)")
_DAY = 24 * 60 * 60
#: A site is for everybody: the program that serves it is often somebody else than who builds it.
_FOLDER, _FILE = 0o755, 0o644


class PublishError(Exception):
    """The site cannot be published there; the message is for the person at the keyboard."""


def editions_of(out: Path) -> Path:
    """Where the editions of the site at `out` are made and kept:
    beside it, so that they change places within one file system.
    """
    return out.parent / f".{out.name}.editions"


def new_edition(out: Path) -> Path:
    """A fresh, empty folder for an edition of the site at `out`. What builds that failed
    or were killed have left goes first, so that a disk that was full has room again.
    """
    folder = editions_of(out)
    try:
        _make_folders(folder)
    except FileNotFoundError:  # /proc and its like have no folders of ours
        raise PublishError(f"Aucun dossier ne peut être créé à côté de « {out} ».") from None
    with turn(folder):
        _bring_back(out)
        _reclaim(out)
        edition = Path(tempfile.mkdtemp(prefix="e", dir=folder))
        edition.chmod(_FOLDER)
        _claim(edition)
    return edition


def _make_folders(folder: Path) -> None:
    """Make `folder` and those above it, where they are not there: for everybody, whatever the mask of whoever
    builds.
    """
    for missing in reversed([f for f in (folder, *folder.parents) if not f.exists()]):
        missing.mkdir(exist_ok=True)
        missing.chmod(_FOLDER)


def check_place(out: Path) -> None:
    """Refuse a place that is not ours, before anything is built. Raises `PublishError`.

    Ours are: nothing yet, an empty folder, an edition that holds nothing but what
    a build put there, and the link that former versions published by. Whatever
    else stands there (a file, a device, a link, somebody's folder) is left alone.
    """
    other = "choisissez un autre dossier avec --out"
    if out.is_symlink():
        if Path(os.path.abspath(out.parent / os.readlink(out))).parent != editions_of(out):
            raise PublishError(
                f"« {out} » est un lien vers autre chose que le guide : {other}, ou donnez le vrai dossier."
            )
    elif out.is_dir():
        strange = _foreign(out)
        if strange == MARK:
            raise PublishError(f"« {out} » existe déjà et n’est pas une édition du guide : {other}.")
        if strange:
            raise PublishError(
                f"« {out} » contient « {strange} », qui n’est pas du guide : déplacez-le, ou {other}."
            )
    elif out.exists():
        raise PublishError(f"« {out} » existe déjà et n’est pas un dossier : {other}.")
    if not out.parent.is_dir() and out.parent.exists():
        raise PublishError(f"« {out.parent} » n’est pas un dossier : {other}.")


def _foreign(out: Path) -> str:
    """The first thing in a folder that no build put there;
    `MARK` when no build made it; empty when all is ours.
    """
    if not any(out.iterdir()):
        return ""
    mark = out / MARK
    lines = mark.read_text(encoding="utf-8", errors="replace").splitlines() if mark.is_file() else []
    known = {match["name"] for line in lines if (match := _LINE.fullmatch(line))}
    return next((name for name in _names(out) if name not in known), "") if known else MARK


def _names(folder: Path) -> list[str]:
    """Every file below a folder, and every folder that holds none, by its path; the mark is left out."""
    found = []
    for where, folders, files in os.walk(folder):
        named = [*files, *(f for f in folders if (Path(where) / f).is_symlink())] or (
            [] if folders else ["."]
        )
        found += [(Path(where) / name).relative_to(folder).as_posix() for name in named]
    return sorted(name for name in found if name != MARK)


def drop(edition: Path) -> None:
    """Leave nothing of an edition that will not be published."""
    shutil.rmtree(edition, ignore_errors=True)
    _release(edition)


def publish(edition: Path, out: Path) -> str:
    """Make `out` the folder that holds `edition`; the former one takes its place beside. Returns the
    fingerprint of the edition: the same for the same files, wherever and whenever they were made.
    Raises `PublishError` as `check_place` does.

    Where the system can exchange two folders, readers find one edition or the other, never none.
    """
    (edition / _CLAIM).unlink(missing_ok=True)
    mark = "".join(f"{line}\n" for line in _listed(edition)).encode()
    (edition / MARK).write_bytes(mark)
    _let_read(edition)
    with turn(editions_of(out)):
        _release(edition)
        check_place(out)
        _take_its_place(edition, out)
        _forget_old(out, edition)
    return hashlib.sha256(mark).hexdigest()[:16]


def _take_its_place(edition: Path, out: Path) -> None:
    """Leave `edition` at `out`, and what was there at `edition`."""
    if out.is_symlink():
        out.unlink()
    if not out.exists():
        edition.rename(out)
    elif not _exchanged(edition, out):
        aside = edition.with_name(f"{edition.name}.old")
        out.rename(aside)
        try:
            edition.rename(out)
        except OSError:
            aside.rename(out)
            raise
        aside.rename(edition)


def _let_read(edition: Path) -> None:
    """Let everybody read an edition, whatever the mask of whoever builds it."""
    edition.chmod(_FOLDER)
    for path in edition.rglob("*"):
        path.chmod(_FOLDER if path.is_dir() else _FILE)


def _listed(edition: Path) -> list[str]:
    """The fingerprint of every file with its name, in order; a folder that holds none, by its name alone."""

    def line(name: str) -> str:
        path = edition / name
        return f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}" if path.is_file() else name

    with ThreadPoolExecutor(os.cpu_count()) as several:
        return list(several.map(line, _names(edition)))


def _bring_back(out: Path) -> None:
    """Put the former edition back where a program that was killed had just taken it away to put another:
    where the system cannot exchange two folders, there is such a moment.
    """
    aside = sorted(editions_of(out).glob("*.old"))
    if aside and not os.path.lexists(out):
        aside[0].rename(out)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the disk cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        exchange = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    return bool(exchange(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


#: Of linux/fcntl.h and linux/fs.h: paths are taken as they are; both names change places.
_HERE, _EXCHANGE = -100, 2


def _forget_old(out: Path, former: Path) -> None:
    """Keep the last whole edition before the one shown, and no
    other. One without its mark was never whole: it is no way back.
    """
    others = [e for e in editions_of(out).iterdir() if e != former and (e / MARK).exists()]
    kept = KEPT - 1 - former.exists()
    for old in sorted(others, key=lambda e: e.stat().st_mtime, reverse=True)[kept:]:
        shutil.rmtree(old, ignore_errors=True)


def _reclaim(out: Path) -> None:
    """Remove the editions that nobody is building any more;
    when room is short for one more, the older whole ones too.

    The edition that the site shows stays in any case.
    """
    shown = out.resolve()
    left = [e for e in editions_of(out).iterdir() if e.is_dir() and e.resolve() != shown]
    for edition in left:
        if not (edition / MARK).exists() and not _is_claimed(edition):
            shutil.rmtree(edition, ignore_errors=True)
    if shutil.disk_usage(editions_of(out)).free < _size(shown):
        make_room(out)


def make_room(out: Path) -> bool:
    """Remove the whole editions that the site does not show; whether there was any."""
    shown = out.resolve()
    older = [e for e in editions_of(out).glob("*") if (e / MARK).exists() and e.resolve() != shown]
    for edition in older:
        shutil.rmtree(edition, ignore_errors=True)
    return bool(older)


def _size(folder: Path) -> int:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) if folder.is_dir() else 0


#: Editions that this process builds, each with its lock: the
#: system lets go of it when the process ends, however it ends.
_claims: dict[Path, IO[bytes]] = {}
_CLAIM = ".building"


def _claim(edition: Path) -> None:
    if sys.platform == "win32":
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
    """Whether a process is building this edition now. Where locks
    are not to be had, a day without a change says that none is.
    """
    if sys.platform == "win32":
        return time.time() - edition.stat().st_mtime < _DAY
    try:
        with (edition / _CLAIM).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
