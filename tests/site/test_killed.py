"""A build that is stopped, whenever and however: the site is the former edition or the new one, whole; no
process is left; the next build finds the place clean.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts.build.publishing import MARK, editions_of
from support import CONTENT, ROOT, TESTS

#: How a build ends before its time: who is told, and what. A terminal tells all of a build's processes.
WAYS = {
    "killed": (os.killpg, signal.SIGKILL),
    "killed alone": (os.kill, signal.SIGKILL),
    "interrupted": (os.killpg, signal.SIGINT),
    "told to end": (os.kill, signal.SIGTERM),
    "left by its terminal": (os.killpg, signal.SIGHUP),
}
#: Seconds that a build of the small content takes at most where nobody hurries.
SECONDS = 3.5


def begun(content: Path, out: Path, day: int) -> subprocess.Popen[str]:
    """A build in a session of its own, as somebody starts it."""
    options = ["--content", content, "--territory", "petit", "--day", f"2026-11-{day}", "--out", out]
    return subprocess.Popen(
        [sys.executable, ROOT / "scripts" / "guide.py", "build", *map(str, options)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def is_whole(site: Path) -> bool:
    """Whether every file of an edition is there as it was made."""
    command = ["sha256sum", "--quiet", "-c", MARK]
    return subprocess.run(command, cwd=site, capture_output=True, check=False).returncode == 0


def left_of(session: int) -> list[str]:
    """The processes of a session that still run, by number and state."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it ended meanwhile
            state, _, _, its_session = path.read_text().rpartition(")")[2].split()[:4]
            if its_session == str(session) and state != "Z":
                found.append(f"{path.parent.name} {state}")
    return found


def waited_for(session: int) -> list[str]:
    """The same, once those that end on their own have had the time to."""
    for _ in range(100):
        if not left_of(session):
            return []
        time.sleep(0.05)
    return left_of(session)


@pytest.fixture(scope="module")
def stopped(tmp_path_factory, times) -> list[str]:
    """What was wrong each time that a build was stopped at a moment drawn at random, and after a last one."""
    folder = tmp_path_factory.mktemp("killed")
    content = folder / "content"
    shutil.copytree(TESTS / "content" / "valid", content)
    shutil.copy(CONTENT / "interface.yml", content)
    out = folder / "site"
    first = begun(content, out, 1)
    wrong = [] if first.wait() == 0 else [first.stdout.read()]
    first.stdout.close()
    chance = random.Random(16)
    for turn in times(2, 50):
        how = list(WAYS)[turn % len(WAYS)]
        build = begun(content, out, 2 + turn % 27)
        time.sleep(chance.uniform(0.2, SECONDS))
        tell, what = WAYS[how]
        if build.poll() is None:
            tell(build.pid, what)
        said = build.communicate()[0]
        told = [f"{turn} {how}: {line}" for line in waited_for(build.pid)]
        if "Traceback" in said:
            told.append(f"{turn} {how}: {said}")
        if not is_whole(out):
            told.append(f"{turn} {how}: half an edition")
        wrong += told
    last = begun(content, out, 1)
    wrong += [] if last.wait() == 0 else [last.stdout.read()]
    last.stdout.close()
    return [*wrong, *(f"left: {e}" for e in editions_of(out).iterdir() if not (e / MARK).exists())]


def test_a_build_that_is_stopped_leaves_a_whole_edition_and_no_process(stopped):
    assert stopped == []
