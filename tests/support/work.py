"""What processes of a test are given to do. A module of its own: a spawned process imports it by its name."""

from __future__ import annotations

import os
import signal
import time


def double(number: int) -> int:
    return 2 * number


def die(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def wait_and_tell(path: str) -> None:
    with open(path + ".part", "w") as file:
        file.write(str(os.getpid()))
    os.replace(path + ".part", path)
    time.sleep(60)


def heavy(part: bytes) -> int:
    return len(part)


def refuse(number: int) -> int:
    raise ValueError(f"non {number}")


class Odd(Exception):
    """An error that no process can hand to another."""

    def __init__(self, one: int, other: int) -> None:
        super().__init__(f"{one} {other}")


def odd(number: int) -> int:
    raise Odd(number, number)


def deaf(_: int) -> bool:
    """Whether this process does not hear Ctrl+C."""
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
