"""What tests share: where things stand, the day of the
tests, and helpers by subject in the modules beside this one.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
#: Milliseconds that a browser waits for what must come: ample, for a busy machine; benchmarks measure speed.
PATIENCE = 30_000
#: The real content; small ones stand in `tests/content/`.
CONTENT = ROOT / "content"
DAY = dt.date(2026, 11, 29)
