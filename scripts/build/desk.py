"""What `guide.py serve` shows while an editor types: the last edition that stands, and what is wrong with the
one being typed. Nothing that happens here ends it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass

from macros.opening import Opened, open_content, read_content
from scripts.build.processes import WorkerLost, in_processes
from scripts.build.request import Plan
from scripts.build.shown import Shown

#: Takes a plan, gives the report of what `check` refuses in its content; empty when all is well.
Check = Callable[[Plan], str]
#: Takes an error that nobody foresaw, gives the sentence that tells it.
Unforeseen = Callable[[Exception], str]


@dataclass(frozen=True)
class State:
    """What a page open on the desk is told: `number` changes with whatever it should show."""

    number: int
    faults: str


class Desk:
    """The edition shown, the last one that `check` passed, and the faults of the one on disk.

    An edit is shown as soon as it is read, and `check`, which takes seconds, follows: what it refuses gives
    way to the last good edition.
    """

    def __init__(
        self, plan: Plan, check: Check, unforeseen: Unforeseen, tell: Callable[[str], None] = print
    ) -> None:
        self.plan = plan
        self.check = check
        self.unforeseen = unforeseen
        self.tell = tell
        self.state = State(0, "")
        self._shown: Shown | None = None
        self._good: Shown | None = None
        self._changed = threading.Condition()
        self._to_check: Shown | None = None
        self._checking = False

    def read(self) -> None:
        """Read the content as it is on disk now, and show it if it can be read."""
        try:
            content, files, faults = read_content(self.plan.content)
            opened = Opened(
                content, {code: file.entries for code, file in files.items()}, tuple(sorted(set(faults)))
            )
            refusal = opened.refusal(self.plan.territory, self.plan.languages or ())
        except Exception as error:
            self._say(self.unforeseen(error))
            return
        if refusal:
            self._say(refusal)
            return
        with self._changed:
            self._shown = Shown(opened, self.plan)
            self._to_check = self._shown
        self._say("")
        self._check_aside()

    def file(self, path: str) -> bytes | None:
        """The file at `path` of the edition shown; of the last good one when this one cannot be made.

        None when there is no such file, or nothing to show. Raises nothing: what is wrong is in `state`.
        """
        for shown in dict.fromkeys((self._shown, self._good)):
            if shown is None:
                continue
            try:
                return shown.file(path)
            except Exception as error:
                if not self.state.faults:
                    self._say(self.unforeseen(error))
        return None

    def places(self, path: str) -> dict[str, str]:
        """Id of each block of a page -> where an editor wrote it; none for what cannot be made."""
        shown = self._shown
        try:
            return shown.places(path) if shown else {}
        except Exception:
            return {}

    def wait(self, seen: str, seconds: float) -> State:
        """The state, as soon as it is no longer the one numbered `seen`; after `seconds` in any case."""
        with self._changed:
            self._changed.wait_for(lambda: str(self.state.number) != seen, seconds)
            return self.state

    def _say(self, faults: str) -> None:
        with self._changed:
            if faults and faults != self.state.faults:
                self.tell(faults)
            self.state = State(self.state.number + 1, faults)
            self._changed.notify_all()

    def _check_aside(self) -> None:
        with self._changed:
            if self._checking:
                return
            self._checking = True
        threading.Thread(target=self._check_all, daemon=True).start()

    def _check_all(self) -> None:
        """Check what is shown, until nothing new was shown meanwhile."""
        while True:
            with self._changed:
                shown, self._to_check = self._to_check, None
                if shown is None:
                    self._checking = False
                    return
            try:
                report = self.check(self.plan)
            except Exception as error:
                report = str(error) if isinstance(error, WorkerLost) else self.unforeseen(error)
            self._judged(shown, report)

    def _judged(self, shown: Shown, report: str) -> None:
        if shown is not self._shown:
            return  # another edit came meanwhile
        if not report:
            self._good = shown
            return
        if self._good:
            self._shown = self._good
        self._say(report)


def check_in_a_process(plan: Plan) -> str:
    """The report of what `check` refuses: in a process of its own, so that pages are not kept waiting."""
    return in_processes(_report_in_peace, [plan], 1, "spawn")[0]


def _report_in_peace(plan: Plan) -> str:
    """The same, from a process that lets the others go first."""
    if hasattr(os, "nice"):
        os.nice(10)
    return report_of(plan)


def report_of(plan: Plan) -> str:
    """The report of the faults for which nothing is built; empty when there are none."""
    return open_content(plan.content, plan.day).refusal(plan.territory, plan.languages or ())
