"""What tests share: where things stand, the day of the
tests, and helpers by subject in the modules beside this one.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
#: Milliseconds that a browser waits for what must come: ample, for a busy machine; benchmarks measure speed.
PATIENCE = 30_000
#: The real content; small ones stand in `tests/content/`.
CONTENT = ROOT / "content"
#: What a build of it keeps for the next one: papers that a former run made are found by what they say.
WORK = ROOT / ".build" / "tests"
#: The day of the tests: the last one on which an editor looked at something, so that no edit of content is
#: « of the future » and no day that passes changes what a test sees.
DAY = max(
    dt.date.fromisoformat(day)
    for path in [CONTENT / "sources.yml", *sorted((CONTENT / "facts").glob("*.yml"))]
    for day in re.findall(r"(?:seen|checked: \{date): (\d{4}-\d{2}-\d{2})", path.read_text(encoding="utf-8"))
)
