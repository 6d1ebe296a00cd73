"""What commands cost, seen from outside: seconds on the wall and of processor, and the greatest memory of any
process, their children's with theirs. On Linux and macOS.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

Command = Sequence[str | Path]


@dataclass(frozen=True)
class Took:
    """Seconds on the wall and of processor; megabytes of the largest process; what was said."""

    wall: float
    processor: float
    peak: float
    said: str


class Failed(Exception):
    """A command that was timed did not come to its end; the message is the last that it said."""


def timed(
    commands: Sequence[Command],
    folder: Path,
    at_once: int = 1,
    environment: Mapping[str, str] | None = None,
) -> Took:
    """Run `commands` in `folder`, so many at a time. Raises `Failed`."""
    running = _Running()
    started = time.monotonic()

    def one(command: Command) -> Took:
        return _one(command, folder, {**os.environ, **(environment or {})}, running)

    with ThreadPoolExecutor(at_once) as lanes:
        waiting = [lanes.submit(one, command) for command in commands]
        try:
            done = [asked.result() for asked in waiting]
        except BaseException:
            # Whoever interrupts the bench, or the first that fails, ends all of it.
            lanes.shutdown(wait=False, cancel_futures=True)
            running.end()
            raise
    return Took(
        time.monotonic() - started,
        sum(took.processor for took in done),
        max(took.peak for took in done),
        "".join(took.said for took in done),
    )


class _Running:
    """The processes under way. Once they are ended none starts any more, not even one that was about to."""

    def __init__(self) -> None:
        self._processes: list[subprocess.Popen[bytes]] = []
        self._turn = threading.Lock()
        self._ended = False

    def start(
        self, command: Command, folder: Path, environment: Mapping[str, str], said: IO[bytes]
    ) -> subprocess.Popen[bytes]:
        with self._turn:
            if self._ended:
                raise Failed("arrêté avec les autres")
            process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
            self._processes.append(process)
        return process

    def gone(self, process: subprocess.Popen[bytes]) -> None:
        with self._turn:
            self._processes.remove(process)

    def end(self) -> None:
        with self._turn:
            self._ended = True
            for process in self._processes:
                with suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGTERM)


def _one(command: Command, folder: Path, environment: Mapping[str, str], running: _Running) -> Took:
    with tempfile.TemporaryFile() as said:
        process = running.start(command, folder, environment, said)
        _, status, used = os.wait4(process.pid, 0)
        running.gone(process)
        process.returncode = os.waitstatus_to_exitcode(status)
        told = _read(said)
    if process.returncode:
        raise Failed(told.strip()[-500:] or f"{command[0]} : {process.returncode}")
    # Kilobytes here, bytes on a Mac.
    peak = used.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)
    return Took(0.0, used.ru_utime + used.ru_stime, peak, told)


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")


def processor() -> float:
    """Seconds of processor used by this process and those that it waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
