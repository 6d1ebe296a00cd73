"""What is left behind by a build that failed or was killed, and what the next one makes of it."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.build import building
from scripts.build.processes import WorkerLost, in_processes
from scripts.build.publishing import MARK, editions_of, new_edition, publish
from scripts.build.request import Plan
from scripts.build.turns import turn
from support import DAY, ROOT, TESTS
from support.work import deaf, die, double, heavy, odd, refuse


def published(out, text: str):
    edition = new_edition(out)
    (edition / "index.html").write_text(text)
    publish(edition, out)
    return edition


def run(code: str) -> subprocess.Popen:
    """A program of its own that knows the project and what tests share."""
    known = f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(TESTS)!r}]\n"
    return subprocess.Popen([sys.executable, "-c", known + code])


def killed(out) -> None:
    """What a build leaves that was killed on the way: the system lets go of its lock."""
    run(f"""
import os
from pathlib import Path
from scripts.build.publishing import new_edition
(new_edition(Path({str(out)!r})) / "half").write_text("x")
os.kill(os.getpid(), 9)
""").wait()


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_shared_work_comes_back_in_order(start):
    assert in_processes(double, [1, 2, 3], 2, start) == [2, 4, 6]


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_nothing_is_a_part_like_any_other(start):
    assert in_processes(str, [None], 1, start) == ["None"]


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_a_worker_that_is_killed_is_told_and_not_waited_for(start):
    with pytest.raises(WorkerLost, match="mémoire"):
        in_processes(die, [1, 2, 3], 2, start)


def test_a_build_whose_worker_is_killed_says_one_sentence(valid, tmp_path, monkeypatch, capsys):
    plan = Plan(ROOT, valid, "petit", None, DAY, tmp_path / "site", work=tmp_path / "work")
    monkeypatch.setattr(building, "build_language", die)
    assert building.build(plan) == 1
    told = capsys.readouterr().out
    assert "mémoire" in told and "Traceback" not in told
    assert list(editions_of(plan.out).iterdir()) == []


def test_a_worker_ends_with_the_program_that_started_it(tmp_path):
    parts = [str(tmp_path / name) for name in "ab"]
    program = run(f"""
from scripts.build.processes import in_processes
from support.work import wait_and_tell
if __name__ == "__main__":
    in_processes(wait_and_tell, {parts!r}, 2, "fork")
""")
    until(lambda: len(list(tmp_path.iterdir())) == 2)
    workers = [int(p.read_text()) for p in tmp_path.iterdir()]
    program.kill()
    program.wait()
    until(lambda: not any(map(alive, workers)))


def until(holds) -> None:
    for _ in range(200):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("waited for ten seconds")


def alive(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().split(")")[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_killed_build_leaves_its_half_edition(tmp_path):
    killed(tmp_path / "site")
    assert [e.name for e in editions_of(tmp_path / "site").glob("*/half")] == ["half"]


def test_what_a_killed_build_left_goes_at_the_next_start(tmp_path):
    out = tmp_path / "site"
    killed(out)
    killed(out)
    edition = new_edition(out)
    assert list(editions_of(out).iterdir()) == [edition]


def test_an_edition_that_is_being_built_is_left_alone(tmp_path):
    out = tmp_path / "site"
    first, second = new_edition(out), new_edition(out)
    assert first.is_dir() and second.is_dir()


def test_an_edition_that_another_program_is_building_is_left_alone(tmp_path):
    out = tmp_path / "site"
    program = run(f"""
import time
from pathlib import Path
from scripts.build.publishing import new_edition
(new_edition(Path({str(out)!r})) / "half").write_text("x")
time.sleep(60)
""")
    until(lambda: list(editions_of(out).glob("*/half")))
    new_edition(out)
    left = list(editions_of(out).glob("*/half"))
    program.kill()
    program.wait()
    assert len(left) == 1


def test_the_last_whole_edition_is_kept_rather_than_a_later_half_one(tmp_path):
    out = tmp_path / "site"
    published(out, "un")
    edition = new_edition(out)
    (edition / "index.html").write_text("deux")
    killed(out)
    publish(edition, out)
    assert (out / "index.html").read_text() == "deux"
    assert [(e / "index.html").read_text() for e in editions_of(out).iterdir() if (e / MARK).exists()] == [
        "un"
    ]


def test_on_a_disk_that_is_nearly_full_older_editions_make_room_and_the_one_shown_stays(
    tmp_path, monkeypatch
):
    out = tmp_path / "site"
    published(out, "un")
    published(out, "deux")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(10, 9, 1))
    edition = new_edition(out)
    assert (list(editions_of(out).iterdir()), (out / "index.html").read_text()) == ([edition], "deux")


def test_no_lock_is_published(tmp_path):
    published(tmp_path / "site", "un")
    assert sorted(p.name for p in (tmp_path / "site").iterdir()) == [MARK, "index.html"]


@pytest.fixture
def full(valid, tmp_path, monkeypatch):
    """A build on a disk that is full until the older editions at `out` are gone: (its plan, tries)."""
    plan = Plan(ROOT, valid, "petit", None, DAY, tmp_path / "site", work=tmp_path / "work")
    tries: list[int] = []
    make = building._papers

    def papers(*asked):
        tries.append(sum((e / MARK).exists() for e in editions_of(plan.out).iterdir()))
        if tries[-1] or len(tries) == 1:
            raise OSError(errno.ENOSPC, "plein")
        return make(*asked)

    monkeypatch.setattr(building, "_papers", papers)
    return plan, tries


def test_on_a_disk_that_turns_out_full_the_edition_before_gives_its_room(full, capsys):
    plan, tries = full
    published(plan.out, "un")
    published(plan.out, "deux")
    assert (building.build(plan), tries) == (0, [1, 0]), capsys.readouterr().out


def test_on_a_disk_that_is_full_without_any_older_edition_nothing_is_tried_again(full, capsys):
    plan, tries = full
    published(plan.out, "un")
    assert (building.build(plan), tries) == (1, [0])
    assert "Le disque est plein" in capsys.readouterr().out


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "plein"), KeyError("x"), KeyboardInterrupt()])
def test_a_build_that_fails_leaves_nothing(valid, tmp_path, monkeypatch, error):
    plan = Plan(ROOT, valid, "petit", None, DAY, tmp_path / "site", work=tmp_path / "work")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(building, "_papers", fail)
    if isinstance(error, OSError):
        assert building.build(plan) == 1
    else:
        with pytest.raises(type(error)):
            building.build(plan)
    assert list(editions_of(plan.out).iterdir()) == []


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_a_large_part_is_handed_over_whole(start):
    assert in_processes(heavy, [b"x" * 3_000_000] * 3, 2, start) == [3_000_000] * 3


def test_a_worker_that_dies_before_it_has_taken_its_part_is_not_waited_for(tmp_path, monkeypatch):
    module = (
        "import multiprocessing, os\nif multiprocessing.current_process().name != 'MainProcess': "
        "os._exit(9)\ndef work(part): return part\n"
    )
    (tmp_path / "dying_at_once.py").write_text(module)
    monkeypatch.syspath_prepend(tmp_path)
    import dying_at_once

    with pytest.raises(WorkerLost):
        in_processes(dying_at_once.work, [b"x" * 3_000_000] * 3, 2, "spawn")


def test_what_the_work_raises_is_raised():
    with pytest.raises(ValueError, match="non 1"):
        in_processes(refuse, [1], 2, "fork")


def test_an_error_of_a_worker_says_where_it_came_from():
    with pytest.raises(ValueError, match="non 1") as told:
        in_processes(refuse, [1], 1, "fork")
    assert "support/work.py" in "".join(told.value.__notes__)


def test_an_error_that_cannot_be_handed_over_is_told_all_the_same():
    with pytest.raises(RuntimeError, match="Odd"):
        in_processes(odd, [1], 1, "fork")


def test_a_terminal_s_interruption_is_told_by_one_process_alone():
    assert in_processes(deaf, [1, 2], 2, "fork") == [True, True]


# --- two builds at once -----------------------------------------------------------------------------------


@pytest.fixture
def another_build(tmp_path) -> Iterator[Path]:
    """A folder that another program works in until the test has read what it says."""
    folder = tmp_path / "work"
    program = run(f"""
import time
from pathlib import Path
from scripts.build.turns import turn
with turn(Path({str(folder)!r})):
    Path({str(tmp_path / "began")!r}).touch()
    time.sleep(60)
""")
    until((tmp_path / "began").exists)
    yield folder
    program.kill()
    program.wait()


def test_a_second_build_says_that_it_waits_for_the_first(another_build, tmp_path):
    said = tmp_path / "said"
    second = run(f"""
import sys
from pathlib import Path
from scripts.build.turns import turn
sys.stdout = open({str(said)!r}, "w", encoding="utf-8")
with turn(Path({str(another_build)!r})):
    pass
""")
    until(lambda: said.exists() and said.read_text(encoding="utf-8"))
    second.kill()
    second.wait()
    assert "attend son tour" in said.read_text(encoding="utf-8")


def is_held(folder: Path) -> bool:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def test_a_build_holds_the_folder_that_it_stages_in(another_build):
    assert is_held(another_build)


def test_a_build_is_made_in_its_turn(valid, tmp_path, monkeypatch):
    plan = Plan(ROOT, valid, "petit", None, DAY, tmp_path / "site", work=tmp_path / "work")
    seen = []
    monkeypatch.setattr(building, "_published", lambda plan, _: seen.append(is_held(plan.staging)) or "")
    monkeypatch.setattr(building, "keep", lambda *_: None)
    building.build(plan)
    assert seen == [True]


def test_a_turn_that_is_over_is_the_next_one_s(tmp_path, capsys):
    for _ in range(2):
        with turn(tmp_path / "work"):
            pass
    assert capsys.readouterr().out == ""
