"""How long an editor waits: `guide.py serve` asked over HTTP, as a browser does, while a file is edited."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from scripts.measure.bench_clock import Command, Failed

#: Seconds after which nothing more is expected.
_PATIENCE = 120.0


@dataclass(frozen=True)
class Desk:
    """A guide that is served: where, by which process, after how many seconds its first page was there."""

    port: int
    process: int
    start: float

    def get(self, path: str) -> tuple[int, str]:
        """(status, text) of an answer."""
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        try:
            asked.request("GET", path)
            answer = asked.getresponse()
            return answer.status, answer.read().decode()
        finally:
            asked.close()

    def number(self, seen: int | str = "") -> int:
        """The number of what is shown, once it is another than `seen`."""
        told: dict[str, int] = json.loads(self.get(f"/.state?seen={seen}")[1])
        return told["number"]

    def edit(self, file: Path, text: str, mark: str, page: str) -> float:
        """Seconds from the writing of `text` in `file` until `page` says `mark`. Raises `Failed` when it
        never does.
        """
        seen = self.number()
        started = time.monotonic()
        file.write_text(text, encoding="utf-8")
        while time.monotonic() < started + _PATIENCE:
            seen = self.number(seen)
            if mark in self.get(page)[1]:
                return time.monotonic() - started
        raise Failed(f"{page} ne dit pas « {mark} »")

    def rest(self) -> None:
        """Wait until nothing checks the last edit any more: what comes next is timed on a quiet machine."""
        end = time.monotonic() + _PATIENCE
        time.sleep(0.3)
        while time.monotonic() < end and _checks(self.process):
            time.sleep(0.1)


def _checks(process: int) -> bool:
    """Whether a process has one that shares its work. Where the system does not say: not."""
    tasks = Path(f"/proc/{process}/task")
    with suppress(OSError):
        children = " ".join(path.read_text() for path in tasks.glob("*/children")).split()
        return any("spawn_main" in _command_of(child) for child in children)
    return False


def _command_of(process: str) -> str:
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_text(errors="replace")
    return ""


@contextmanager
def served(command: Command, folder: Path, page: str) -> Iterator[Desk]:
    """`command` (without its port) for as long as the block lasts, from when `page` is there. Raises
    `Failed` when it never is.
    """
    port = _free_port()
    started = time.monotonic()
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen([*command, "--port", str(port)], cwd=folder, stdout=log, stderr=log)
    try:
        desk = Desk(port, process.pid, 0.0)
        _until_there(desk, page, process, folder / "serve.log")
        yield Desk(port, process.pid, time.monotonic() - started)
    finally:
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGINT if sys.platform == "win32" else signal.SIGTERM)
        process.wait()


def _until_there(desk: Desk, page: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError):
            if desk.get(page)[0] == 200:
                return
        time.sleep(0.01)
    raise Failed(log.read_text(errors="replace").strip()[-500:] or f"{page} n’est pas là")


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port
