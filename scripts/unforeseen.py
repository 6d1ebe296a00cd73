"""How a command ends that cannot go on: one sentence for what a disk refuses; one for an error that nobody
foresaw, and all of it in a file for whoever mends it. Standard library only: it may happen before anything is
installed.
"""

from __future__ import annotations

import datetime as dt
import errno
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

#: What a disk may refuse, as an editor is told.
_DISK = {
    errno.EACCES: "Droits insuffisants",
    errno.EPERM: "Droits insuffisants",
    errno.EROFS: "Ce disque ne peut pas être écrit",
    errno.ENOSPC: "Le disque est plein",
    errno.EDQUOT: "Le disque est plein",
    errno.ENAMETOOLONG: "Nom de fichier trop long",
    errno.ELOOP: "Ce lien mène à lui-même",
    errno.EIO: "Le disque ne répond plus",
}


def refused(error: Exception) -> str:
    """One sentence for what a disk refuses; empty for any other error."""
    if not isinstance(error, OSError) or error.errno not in _DISK:
        return ""
    where = f" : « {error.filename} »" if error.filename else ""
    return f"{_DISK[error.errno]}{where}."


def told(root: Path, arguments: Sequence[str], error: BaseException) -> str:
    """What is said of `error`, met while `guide.py` did what its `arguments` say; writes the file that the
    sentence names: below `root`, or where temporary files go if nothing can be written there. Never fails.
    """
    last = "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
    said = f"Erreur imprévue : {last}\nCe qui était publié reste tel qu’il était."
    text = _report(arguments, error)
    for folder in (root / ".build" / "erreurs", Path(tempfile.gettempdir())):
        file = _written(folder, text)
        if file:
            return f"{said} Le détail, pour qui tient le code, est dans « {file} »."
    return said


def _report(arguments: Sequence[str], error: BaseException) -> str:
    command = " ".join(["guide.py", *arguments])
    system = f"Python {sys.version.split()[0]}, {platform.platform()}"
    return f"{command}\n{system}\n\n{''.join(traceback.format_exception(error))}"


def _written(folder: Path, text: str) -> Path | None:
    """The file that holds `text`; None where it cannot be written."""
    file = folder / f"guide-{dt.datetime.now():%Y-%m-%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return file
