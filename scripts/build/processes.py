"""Work shared between processes: one that dies is told in
a sentence, and none outlives the program that started it.

Not the standard library's pools: one waits for ever for a worker that was killed,
the other does when it is killed while it is handed its work (seen with Python 3.11).
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class WorkerLost(Exception):
    """A process that shared the work has ended before its
    time; the message is for the person at the keyboard.
    """

    def __init__(self) -> None:
        super().__init__(
            "Un des processus de la construction a été arrêté par le système, sans doute faute de mémoire : "
            "fermez des programmes, puis relancez."
        )


def in_processes(work: Callable[[T], R], parts: Sequence[T], workers: int, start: str) -> list[R]:
    """What `work` makes of each part, in order: a process a part,
    `workers` at a time, started by `start` (`fork`, `spawn`).

    Raises `WorkerLost` when a process is killed, and what
    `work` itself raises; no process is left behind then.
    """
    context = multiprocessing.get_context(start)
    waiting = list(enumerate(parts))
    running: dict[Connection, tuple[int, Any]] = {}
    made: dict[int, R] = {}
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                index, part = waiting.pop(0)
                ours, process = _started(context, work, part)
                running[ours] = (index, process)
            answering = wait(list(running))
            for ours in [line for line in running if line in answering]:
                index, process = running[ours]
                made[index] = _answer(ours)
                process.join()
                del running[ours]
    finally:
        for _, process in running.values():
            process.kill()
            process.join()
    return [made[index] for index in range(len(parts))]


def _started(context: Any, work: Callable[[T], R], part: T) -> tuple[Connection, Any]:
    """A process under way, and our end of the line to it."""
    ours, theirs = context.Pipe()
    forked = context.get_start_method() == "fork"
    process = context.Process(target=_serve, args=(work, theirs, part if forked else _ToCome), daemon=True)
    with _no_interruption():
        process.start()
    theirs.close()
    if not forked:
        # A thread hands the part over: a process that dies meanwhile would hold us up.
        threading.Thread(target=_give, args=(ours, part), daemon=True).start()
    return ours, process


@contextmanager
def _no_interruption() -> Iterator[None]:
    """What starts meanwhile never hears Ctrl+C, which a terminal says to all: whoever started it ends it,
    and says so once.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _ToCome:
    """Stands for a part that a process is handed once it runs; one that is forked has it already."""


def _give(line: Connection, part: object) -> None:
    with suppress(OSError):  # it died: the end of the line is read as such
        line.send(part)


def _answer(line: Connection) -> Any:
    try:
        sound, value = line.recv()
    except (EOFError, OSError):
        raise WorkerLost from None
    if not sound:
        raise value
    return value


def _serve(work: Callable[[Any], Any], line: Connection, part: Any) -> None:
    """What a process does: take its part, do the work, hand back what came of it."""
    for name in ("SIGTERM", "SIGHUP"):
        # A forked process has what its parent does when it is told to end, which is not its own business.
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    try:
        answer: tuple[bool, Any] = (True, work(line.recv() if part is _ToCome else part))
    except Exception as error:
        answer = (False, _sendable(error))
    line.send(answer)


def _sendable(error: Exception) -> Exception:
    """The error with where it came from, which is lost on the way; another that says it if it cannot go."""
    error.add_note(f"Dans un processus de la construction :\n{traceback.format_exc()}")
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError("".join(traceback.format_exception(error)))
    return error


def _end_with(sentinel: int) -> None:
    """End this process when the one that started it ends, even
    by a kill: left alone it would hold the terminal for ever.
    """
    wait([sentinel])
    os._exit(1)
