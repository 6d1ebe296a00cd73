"""Reading a file of content, which somebody else may have
put there: an ordinary file, of a bounded size, or a fault.
"""

from __future__ import annotations

import stat
from pathlib import Path

MAX_BYTES = 2_000_000
#: Catalogues of translations and lists of communes hold what many content files hold together.
MAX_BYTES_TABLE = 20_000_000


class NotReadable(OSError):
    """The file cannot be read; `strerror` is for an editor."""

    def __init__(self, sentence: str) -> None:
        super().__init__(0, sentence)


class TooLarge(NotReadable):
    """The file is larger than content may be."""


def is_inside(path: Path, folder: Path) -> bool:
    """Whether `path` stands below `folder`, links followed:
    nothing outside the content is read, nor quoted in a fault.
    """
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return False


def read_ordinary(path: Path, folder: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of an ordinary file of `folder`. A pipe or a device would be waited for, or read, without
    end; a link may lead to what is nobody's to read.

    Raises `TooLarge` past `most` bytes, `OSError` (with a
    sentence in `strerror`) for what is no file or cannot be read.
    """
    found = path.stat()
    if not is_inside(path, folder):
        raise NotReadable("c’est un lien vers un autre dossier")
    if not stat.S_ISREG(found.st_mode):
        raise NotReadable("ce n’est pas un fichier ordinaire")
    if found.st_size > most:
        size = found.st_size / 1e6
        raise TooLarge(f"Fichier de {size:.1f} Mo : un fichier de contenu ne dépasse pas {most // 10**6} Mo.")
    with path.open("rb") as file:
        return file.read(most)
