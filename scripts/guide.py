#!/usr/bin/env python3
"""The one command of the guide: check, build, serve, test, translate… (`python3 scripts/guide.py --help`).

This file runs with any Python ≥ 3.11 and nothing installed: it
brings the project's own environment, then hands over to it.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

#: The commands that need more than a build does: a browser's driver, the linters, what draws pictures.
WITH_TESTS = {"test", "lint", "measure", "montages", "mutants"}


class Stopped(KeyboardInterrupt):
    """The system, or whoever runs this command, told it to end: what it began is put away first."""


def _stop(number: int, _: object) -> None:
    raise Stopped(number)


def hear_the_system() -> None:
    """From now on, being told to end is an interruption like any other."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _stop)


def main() -> int:
    """Run the sub-command asked for; returns the exit status.
    A reader who leaves early (`check | head`) is no fault.
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal that has not all our signs shows « ? »: better than falling.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    from scripts.bootstrap import ensure_environment

    try:
        asks_help = {"-h", "--help"} & set(sys.argv[1:])
        ensure_environment(ROOT, with_tests=not asks_help and bool(WITH_TESTS & set(sys.argv[1:2])))
        from scripts.commands import run

        status = run(ROOT, sys.argv[1:])
        _flush()
    except ImportError as error:
        return _without(error)
    except BrokenPipeError:
        _say_no_more()
        return 0
    except KeyboardInterrupt as interruption:
        # A terminal that was closed cannot be told.
        with suppress(OSError):
            print("\nInterrompu.", flush=True)
        return 128 + (interruption.args[0] if isinstance(interruption, Stopped) else signal.SIGINT)
    except Exception as error:
        return _unforeseen(error)
    return status


def _flush() -> None:
    """What was said goes out now: a disk that is full refuses it here, where it can be told."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _say_no_more()
        sys.exit(f"Ce qui est dit ici n’a pas pu être écrit jusqu’au bout ({error.strerror}).")


def _say_no_more() -> None:
    """Nobody reads any more, or the disk that takes what is said is full: Python would say so at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _without(error: ImportError) -> int:
    """Bring back a library that is gone, and start again; tell what cannot be mended so."""
    from scripts.bootstrap import heal

    try:
        heal(ROOT, error)
    except (ImportError, OSError) as left:
        return _unforeseen(left)
    return 1


def _unforeseen(error: Exception) -> int:
    from scripts.unforeseen import refused, told

    with suppress(OSError):
        print(refused(error) or told(ROOT, sys.argv[1:], error), file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    hear_the_system()
    sys.exit(main())
