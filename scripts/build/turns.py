"""Two builds in one place wait for each other: what one of them stages, keeps or publishes, the other would
change under its hands.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextmanager
def turn(*folders: Path) -> Iterator[None]:
    """Hold `folders` for this build alone; says so and waits while another has one of them. They are made if
    need be. Where a disk has no locks, nobody waits. Raises OSError for a folder that cannot be made.

    The lock is on the folder itself and goes with the process: there is no file to forget.
    """
    held: list[int] = []
    try:
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
            if sys.platform != "win32":
                held.append(os.open(folder, os.O_RDONLY))
                _wait_for(held[-1])
        yield
    finally:
        for handle in held:
            os.close(handle)


def _wait_for(handle: int) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return
    except BlockingIOError:
        print("Une autre construction est en cours ici : celle-ci attend son tour…", flush=True)
    except OSError:
        return
    fcntl.flock(handle, fcntl.LOCK_EX)
