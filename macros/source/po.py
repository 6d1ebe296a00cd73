"""The PO format: text -> units and back, with the line of each.

Babel reads PO too, but it merges duplicates, drops the French from before (`#|`) and rewrites the
header: translators and their tools would lose what they wrote. Pure: no file is touched here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..places.faults import MOST

_KEYWORDS = ("msgctxt", "msgid", "msgid_plural", "msgstr")
_LINE = re.compile(r'(?:(?P<keyword>[a-z_]+)(?:\[\d+\])?\s+)?"(?P<text>(?:[^"\\]|\\.)*)"')
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_UNESCAPED = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_ESCAPED = {value: f"\\{key}" for key, value in _UNESCAPED.items()}


@dataclass
class Unit:
    """One entry of a PO file. `line` is that of its first keyword;
    `previous` the French from before; `obsolete` a « #~ » entry.
    """

    line: int = 0
    comments: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    previous: str = ""
    context: str | None = None
    id: str | None = None
    text: str | None = None
    obsolete: bool = False

    @property
    def is_header(self) -> bool:
        """Whether this is the entry that tells of the file itself."""
        return self.id == "" and self.context is None


def parse(text: str) -> tuple[list[Unit], list[tuple[int, str]]]:
    """The units of a PO text, and (line, French sentence) for each line that is not PO."""
    reader = _Reader()
    for number, line in enumerate(text.split("\n"), 1):
        reader.read(number, line.strip())
    return reader.whole()


class _Reader:
    """Reads lines one after the other. One instance a text."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.faults: list[tuple[int, str]] = []
        self.unit = Unit()
        self.keyword = ""
        self.number = 0
        #: Whether a line of the unit being read was told: what it lacks follows from that.
        self.told = False

    def read(self, number: int, line: str) -> None:
        self.number = number
        if line.startswith(_CONFLICT):
            self.wrong("marque de conflit de Git : gardez une des deux versions, puis retirez cette ligne")
        elif line.startswith("#~|"):
            self.comment("#|" + line[3:])
        elif line.startswith("#~"):
            self.message(line[2:].strip(), obsolete=True)
        elif line.startswith("#"):
            self.comment(line)
        elif line:
            self.message(line, obsolete=False)

    def whole(self) -> tuple[list[Unit], list[tuple[int, str]]]:
        self.end()
        return self.units, self.faults

    def wrong(self, sentence: str) -> None:
        if len(self.faults) <= MOST:
            self.faults.append((self.number, sentence))
        self.told = True

    def end(self) -> None:
        """The unit being read is whole: a line that belongs to the next one comes."""
        unit, self.unit, self.keyword = self.unit, Unit(), ""
        told, self.told = self.told, False
        if unit.id is None and unit.context is None:
            return
        if unit.id is not None and unit.text is not None:
            self.units.append(unit)
        elif not told and len(self.faults) <= MOST:
            self.faults.append((unit.line, f"il manque « {'msgid' if unit.id is None else 'msgstr'} »"))

    def comment(self, line: str) -> None:
        if self.unit.text is not None:
            self.end()
        kind, rest = line[:2], line[2:].strip()
        if kind == "#,":
            self.unit.flags += [flag.strip() for flag in rest.split(",") if flag.strip()]
        elif kind == "#:":
            self.unit.places.append(rest)
        elif kind == "#.":
            self.unit.notes.append(rest)
        elif kind == "#|":
            self.before(rest)
        else:
            self.unit.comments.append(line[1:].strip())

    def before(self, rest: str) -> None:
        """A line of the French from before; its context is not kept, ours never change."""
        match = _LINE.fullmatch(rest)
        if match is None:
            return
        if match["keyword"]:
            self.keyword = f"previous {match['keyword']}"
        if self.keyword == "previous msgid":
            self.unit.previous += unescape(match["text"])

    def message(self, line: str, obsolete: bool) -> None:
        match = _LINE.fullmatch(line)
        if match is None:
            self.wrong(_why(line))
            return
        keyword = match["keyword"]
        if keyword and keyword not in _KEYWORDS:
            self.wrong(f"« {keyword} » n’est pas un mot du format PO")
            return
        if keyword:
            self.open(keyword, obsolete)
        elif not self.keyword or self.keyword.startswith("previous"):
            self.wrong("texte entre guillemets sans « msgid » ni « msgstr »")
            return
        self.add(unescape(match["text"]))

    def open(self, keyword: str, obsolete: bool) -> None:
        if self.unit.text is not None and keyword in ("msgctxt", "msgid"):
            self.end()
        self.unit.line = self.unit.line or self.number
        self.unit.obsolete = obsolete
        # Other plural forms than the first are read and left: nothing here is counted by gettext.
        first = keyword != "msgstr" or self.unit.text is None
        self.keyword = keyword if first else "other form"
        if keyword == "msgid" and self.unit.id is not None:
            self.wrong("« msgid » en double : il manque « msgstr » avant lui")

    def add(self, text: str) -> None:
        if self.keyword == "msgctxt":
            self.unit.context = (self.unit.context or "") + text
        elif self.keyword == "msgid":
            self.unit.id = (self.unit.id or "") + text
        elif self.keyword == "msgstr":
            self.unit.text = (self.unit.text or "") + text


def _why(line: str) -> str:
    if line.count('"') < 2:
        return "guillemet jamais refermé, ou ligne qui n’est pas du format PO"
    return 'guillemet de trop : dans un texte, écrivez \\" ou « »'


def unescape(text: str) -> str:
    """The text that stands between the quotes of a PO line."""
    return re.sub(r"\\(.)", lambda match: _UNESCAPED.get(match[1], match[1]), text)


def escape(text: str) -> str:
    """`text` as it stands between quotes."""
    return "".join(_ESCAPED.get(character, character) for character in text)


def write(units: Iterable[Unit]) -> str:
    """The text of a PO file. No line is ever wrapped but after
    a line break of the text itself, as gettext's own tools do.
    """
    return "\n".join("\n".join(_lines(unit)) + "\n" for unit in units)


def _lines(unit: Unit) -> Iterator[str]:
    mark = "#~ " if unit.obsolete else ""
    yield from (f"# {comment}".rstrip() for comment in unit.comments)
    if not unit.obsolete:
        yield from (f"#. {note}" for note in unit.notes)
        yield from (f"#: {place}" for place in unit.places)
    if unit.flags:
        yield f"#, {', '.join(unit.flags)}"
    if unit.previous:
        before = "#~| " if unit.obsolete else "#| "
        if unit.context is not None:
            yield from _quoted(before, "msgctxt", unit.context)
        yield from _quoted(before, "msgid", unit.previous)
    if unit.context is not None:
        yield from _quoted(mark, "msgctxt", unit.context)
    yield from _quoted(mark, "msgid", unit.id or "")
    yield from _quoted(mark, "msgstr", unit.text or "")


def _quoted(mark: str, keyword: str, text: str) -> Iterator[str]:
    parts = re.findall(r"[^\n]*\n|[^\n]+", text)
    if len(parts) < 2:
        yield f'{mark}{keyword} "{escape(text)}"'
        return
    yield f'{mark}{keyword} ""'
    yield from (f'{mark}"{escape(part)}"' for part in parts)
