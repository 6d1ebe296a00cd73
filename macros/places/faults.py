"""What an editor is told when content is wrong: a place, a level, a stable code and one French sentence."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Level = Literal["erreur", "avertissement"]
#: Faults that are told of one file. Nobody mends more at once, and a file that is something else altogether
#: would have hundreds of thousands.
MOST = 200


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """A fault at `path:line:col` (1-based). `code` never
    changes meaning; `excerpt` is the source line, when known.
    """

    path: str
    line: int
    col: int
    level: Level
    code: str
    message: str
    excerpt: str = ""

    @property
    def is_error(self) -> bool:
        """Whether nothing is built while it stands."""
        return self.level == "erreur"

    def as_dict(self) -> dict[str, object]:
        """The fault for machines (`check --json`)."""
        return {
            "path": self.path,
            "line": self.line,
            "col": self.col,
            "level": self.level,
            "code": self.code,
            "message": self.message,
        }


def tell(known: list[Fault], found: Iterable[Fault]) -> bool:
    """Add to the faults `known` of one file those that are `found`, up to `MOST`: the last one says so.
    Returns whether there is room for more.
    """
    for fault in found:
        if len(known) == MOST:
            return False
        others = " (S’il y en a d’autres dans ce fichier, elles ne sont pas montrées.)"
        known.append(replace(fault, message=fault.message + others) if len(known) == MOST - 1 else fault)
    return len(known) < MOST


def format_fault(fault: Fault) -> str:
    """One fault as an editor reads it: the sentence, then the source line with a caret under the place."""
    head = f"{fault.path}:{fault.line}:{fault.col} {fault.level} {fault.code} {fault.message}"
    if not fault.excerpt.strip():
        return head
    shown = fault.excerpt.replace("\t", " ").rstrip()
    cut = max(0, fault.col - 60)
    shown, caret = shown[cut : cut + 110], " " * (fault.col - 1 - cut) + "^"
    return f"{head}\n    {shown}\n    {caret}"


def format_report(faults: Iterable[Fault]) -> str:
    """All faults, in the order of the files, and a closing line that counts them."""
    ordered = sorted(set(faults))
    errors = sum(f.is_error for f in ordered)
    warnings = len(ordered) - errors
    lines = [format_fault(f) for f in ordered]
    lines.append(f"{_count(errors, 'erreur')}, {_count(warnings, 'avertissement')}.")
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known id that looks most like `word`, or None when nothing is close."""
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return close[0] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Vouliez-vous dire « x » ?`, or nothing when no known id is close."""
    close = nearest(word, known)
    return f" Vouliez-vous dire « {close} » ?" if close else ""
