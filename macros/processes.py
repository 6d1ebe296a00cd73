"""Work shared between processes: one that dies is told in a sentence, and none outlives the program that started it."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from multiprocessing.connection import wait
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


class WorkerLost(Exception):
    """A process that shared the work has ended before its time; the message is for the person at the keyboard."""

    def __init__(self) -> None:
        super().__init__(
            "Un des processus de la construction a été arrêté par le système, sans doute faute de mémoire : "
            "fermez des programmes, puis relancez."
        )


def in_processes(work: Callable[[T], R], parts: Sequence[T], workers: int, start: str) -> list[R]:
    """What `work` makes of each part, in order, in `workers` processes started by `start` (`fork`, `spawn`). Raises `WorkerLost`."""
    context = multiprocessing.get_context(start)
    try:
        with ProcessPoolExecutor(workers, mp_context=context, initializer=_die_with_parent) as pool:
            return list(pool.map(work, parts))
    except BrokenProcessPool as error:
        raise WorkerLost from error


def _die_with_parent() -> None:
    """End this process when the one that started it ends, even by a kill: a worker left alone would hold the terminal for ever."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
