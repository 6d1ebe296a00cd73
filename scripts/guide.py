#!/usr/bin/env python3
"""The one command of the guide: check, build, serve, test, translate… (`python3 scripts/guide.py --help`).

This file runs with any Python ≥ 3.11 and nothing installed: it
brings the project's own environment, then hands over to it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

#: The commands that need more than a build does: a browser's driver, the linters, what draws pictures.
WITH_TESTS = {"test", "lint", "measure", "montages", "mutants"}


def main() -> int:
    """Run the sub-command asked for; returns the exit status.
    A reader who leaves early (`check | head`) is no fault.
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal that has not all our signs shows « ? »: better than falling.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    from scripts.bootstrap import ensure_environment, heal

    asks_help = {"-h", "--help"} & set(sys.argv[1:])
    ensure_environment(ROOT, with_tests=not asks_help and bool(WITH_TESTS & set(sys.argv[1:2])))
    try:
        from scripts.commands import run

        status = run(ROOT, sys.argv[1:])
        sys.stdout.flush()
    except ImportError as error:
        heal(ROOT, error)
        raise
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("\nInterrompu.")
        return 130
    return status


if __name__ == "__main__":
    sys.exit(main())
