"""What tests share: where things stand, the day of the
tests, and helpers by subject in the modules beside this one.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
#: The real content; small ones stand in `tests/content/`.
CONTENT = ROOT / "content"
DAY = dt.date(2026, 11, 29)
