"""What a hand, a tool or a disk does to a content folder, drawn at
random: one change at a time, and what the guide makes of it.
"""

from __future__ import annotations

import contextlib
import copy
import json
import random
import re
import shutil
import signal
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, ClassVar
from xml.etree import ElementTree

import yaml

from macros.guide.texts import messages
from macros.opening import forget, open_content
from macros.places.faults import format_report
from macros.places.po_file import Entry
from macros.source.catalogue import dump
from macros.source.load import load
from support import CONTENT, DAY, TESTS
from support.carpet import Carpet
from support.whole import everything_named

#: Seconds that a change may cost, whatever it is.
MOST = 10

TEXTS = (
    "",
    " ",
    "x" * 60,
    "mot " * 200,
    "nan",
    "inf",
    "1e400",
    "1e308",
    "-5",
    "0",
    "999999999",
    "99",
    "2026-13-45",
    "9999-12-31",
    "2026-02-30",
    "../../x",
    "/etc/passwd",
    "a:b",
    "a/b",
    "☐",
    "𓀀",
    "a\0b",
    "a\u202eb",
    "\ufeff",
    "null",
    "true",
    "oui",
    "index",
    "glossaire",
    "communes",
    "sources",
    "a-rappeler",
    "renouveler",
    "demarche",
    "role:adil",
    "contact:service",
    "demarche:demarche",
    "demarche:inconnue",
    "page:contacts",
    "{valeur:plafonds}",
    "{valeur:plafonds.menage-1}",
    "{tel:service}",
    "{champ:x}",
    "{",
    "}",
    "{{7*191}}",
    "{% x %}",
    "${7*191}",
    "[x](demarche:renouveler)",
    "[x](javascript:alert(1))",
    "[{{7*191}}](demarche:demarche)",
    "[x](" + "y" * 3000,
    "1" + " 111" * 2000,
    "javascript:alert(1)",
    "//exemple.fr/a",
    "https://exemple.fr/?a=1&b=<x>",
    "https://[",
    "https://exemple.fr:99999/",
    "https:///a",
    "a@exemple.fr?bcc=b@exemple.fr",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "tally",
    "deadlines",
    "tree",
    "fin",
    "nsp",
    "q1",
    "part",
    "day",
    "month",
    "euro",
    "mairie",
    "petit",
    "fr",
    "ar",
    "xx",
    "fr-FR",
    "rtl",
    "=1+1",
    " =1+1",
    "١٢",
    "13001 13002",
    "01 99 00 00 01",
    "115",
)
PIECES = (
    "\t",
    "\n",
    "\r",
    "\0",
    "\x1b",
    "\u2028",
    "\ufeff",
    "- ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "&a ",
    "*a",
    "!!python/none ",
    "# ",
    "|",
    ">",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "? ",
    "<<: ",
    "\\",
    "~",
    ",",
    "\u0665",
    "é",
    "\u202e",
    "\x85",
    "0x10",
    "1_000",
    "1:30",
)


class AsText(yaml.CSafeLoader):
    """Scalars stay as they were typed."""

    yaml_implicit_resolvers: ClassVar = {}


def carpet(folder: Path) -> Path:
    """A folder with every field of every kind filled, in French and in Arabic."""
    root = folder / "carpet"
    Carpet(lambda number: "sain").write(root, CONTENT / "interface.yml")
    wanted = list(messages(load(root)[0]))
    (root / "translations").mkdir()
    said = {m.context: Entry(m.fr, m.fr) for m in wanted}
    (root / "translations" / "ar.po").write_text(dump(said, wanted, "ar"), encoding="utf-8")
    return root


def rich(folder: Path) -> Path:
    """The small content of the tests, with every kind of page."""
    root = folder / "rich"
    shutil.copytree(TESTS / "content" / "valid", root)
    shutil.copytree(TESTS / "content" / "rich", root, dirs_exist_ok=True)
    shutil.copy(CONTENT / "interface.yml", root)
    return root


def _places(data: Any, where: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value of a file."""
    if where:
        yield where
    for key, child in (
        data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    ):
        yield from _places(child, (*where, key))


def _at(data: Any, where: tuple[Any, ...]) -> Any:
    for step in where:
        data = data[step]
    return data


def in_the_data(text: str, chance: random.Random) -> tuple[str, str]:
    """A value of a YAML file dropped, emptied, said otherwise, doubled, moved, or of another shape."""
    data = copy.deepcopy(yaml.load(text, AsText))
    where = chance.choice(list(_places(data)) or [()])
    if not where:
        return "", "emptied"
    inside, last = _at(data, where[:-1]), where[-1]
    what = chance.choice(("drop", "empty", "say", "say", "say", "say", "double", "other", "shape", "key"))
    if what == "drop":
        del inside[last]
    elif what == "empty":
        inside[last] = chance.choice(([], {}, None))
    elif what == "say":
        inside[last] = chance.choice(TEXTS)
    elif what == "double" and isinstance(inside, list):
        inside.append(copy.deepcopy(inside[last]))
    elif what == "other":
        inside[last] = copy.deepcopy(_at(data, chance.choice(list(_places(data)))))
    elif what == "key" and isinstance(inside, dict):
        inside[chance.choice((*TEXTS[:20], "id", "text", "kind", "unknown"))] = inside.pop(last)
    else:
        inside[last] = chance.choice(([inside[last]], {"a": inside[last]}, [[]], {"unknown": "x"}))
    told = yaml.dump(data, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper)
    return told, f"{what} {'.'.join(map(str, where))}"


def in_the_text(text: str, chance: random.Random) -> tuple[str, str]:
    """A line lost, doubled or moved, a sign too many, a file cut short."""
    lines = text.split("\n")
    at, spot = chance.randrange(len(lines)), chance.randrange(len(text) + 1)
    what = chance.choice(("lose", "double", "move", "insert", "insert", "cut", "indent", "replace"))
    if what in ("lose", "double", "move", "indent"):
        line = lines.pop(at)
        place = chance.randrange(len(lines) + 1)
        added = {"lose": [], "double": [line, line], "move": [line], "indent": ["  " + line]}[what]
        lines[place if what == "move" else at : place if what == "move" else at] = added
        return "\n".join(lines), f"{what} line {at}"
    piece = chance.choice(PIECES)
    if what == "cut":
        return text[:spot], f"cut at {spot}"
    end = spot + (chance.randrange(1, 12) if what == "replace" else 0)
    return text[:spot] + piece + text[end:], f"{what} {piece!r} at {spot}"


def in_a_cell(text: str, chance: random.Random) -> tuple[str, str]:
    """A cell of a table, or the text of a translation, said otherwise."""
    cells = list(re.finditer(r"(?<=[,\n])[^,\n]*(?=[,\n])|(?<=msgstr \")[^\n]*(?=\")", text))
    if not cells:
        return in_the_text(text, chance)
    cell, said = chance.choice(cells), chance.choice(TEXTS)
    if "msgstr" in text:
        said = json.dumps(said, ensure_ascii=False)[1:-1]
    return text[: cell.start()] + said + text[cell.end() :], f"{said[:30]!r} at {cell.start()}"


def _file(path: Path, root: Path, chance: random.Random) -> str:
    """A file lost, renamed, copied, or become something else."""
    what = chance.choice(("lose", "rename", "copy", "word", "bytes", "folder"))
    new = path.with_name(chance.choice(("index", "glossaire", "x y", "communes", "é", "Z")) + path.suffix)
    if what == "lose":
        path.unlink()
    elif what == "rename":
        path.rename(new)
        if chance.random() < 0.6:
            said = new.read_text(encoding="utf-8").replace(path.stem, new.stem)
            new.write_text(said, encoding="utf-8")
    elif what == "copy":
        shutil.copy(path, new)
    elif what == "word":
        path.write_text("bonjour", encoding="utf-8")
    elif what == "bytes":
        path.write_bytes(bytes(chance.randrange(256) for _ in range(200)))
    else:
        path.unlink()
        path.mkdir()
    return f"{what} {new.relative_to(root)}"


def spoil(root: Path, chance: random.Random) -> str:
    """Do one thing to the folder; returns what was done, for whoever reads of it."""
    files = sorted(p for p in root.rglob("*") if p.is_file() and p.suffix in (".yml", ".po", ".csv"))
    path = chance.choice(files)
    name = path.relative_to(root).as_posix()
    if chance.random() < 0.04:
        return f"{name}: {_file(path, root, chance)}"
    text = path.read_text(encoding="utf-8")
    way = in_the_text if chance.random() < 0.3 else in_the_data if path.suffix == ".yml" else in_a_cell
    said, what = way(text, chance)
    path.write_text(said, encoding="utf-8", errors="surrogatepass", newline="")
    return f"{name}: {what}"


#: The addresses that a page of ours may lead to: pages of others by http, calls, mail to one, our own files.
_SOUND = re.compile(
    r"https?://[^/\s]"
    r"|mailto:[^?\s]*(?:\?subject=[^&\s]*&body=[^&\s]*)?$"
    r"|(?:tel|sms|geo):[\d+*#,.-]*(?:\?|$)"
    r"|(?!//)[^:\s]*(?:[?#].*)?$"
)


class Live(HTMLParser):
    """What a page would do that no page of ours does."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._tag = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        named = dict(attrs)
        self.found += [name for name in named if name.startswith("on") or name == "style"]
        if tag in ("style", "iframe", "object", "embed", "img") and "data-" not in str(named):
            self.found.append(tag)
        for name in ("href", "src", "action"):
            value = named.get(name) or ""
            if not _SOUND.match(value):
                self.found.append(f"{name}={value}")

    def handle_data(self, data: str) -> None:
        if self._tag == "script" and "alert(" in data and not data.lstrip().startswith(("{", "[")):
            self.found.append(f"script {data[:60]}")
        if "1337" in data:
            self.found.append("a template that ran")


class TooLong(Exception):
    """A change cost more than `MOST` seconds of processor: a busy machine is nobody’s fault."""


@contextlib.contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def outcome(root: Path, known: set[str] | None = None) -> tuple[str, str]:
    """What comes of a folder: « fault », « good », or what no
    change may lead to (« traceback », « long », « live »), and a word on it.

    `known` remembers the pages that were looked at: most stay as they are.
    """
    known = set() if known is None else known
    forget()
    started = time.process_time()
    passed = False
    try:
        with _at_most(MOST):
            opened = open_content(root, DAY)
            format_report(opened.faults)
            if opened.errors:
                return "fault", ""
            passed = True
            if "petit" not in opened.content.territories:
                return "fault", opened.refusal("petit")
            guides = {code: opened.guide(DAY, "petit", code) for code in opened.content.languages}
            for name, text in everything_named(guides):
                if text in known:
                    continue
                known.add(text)
                wrong = _wrong(name, text)
                if wrong:
                    return "live", f"{name}: {wrong}"
    except TooLong:
        return "long", f"{time.process_time() - started:.0f} s in {'the build' if passed else 'check'}"
    except Exception as error:
        return "traceback", f"{'build' if passed else 'check'}: {error!r}"[:400]
    return "good", ""


def _wrong(name: str, text: str) -> str:
    """What is wrong with a file of the site; empty when nothing is."""
    if name.endswith(".html"):
        return ", ".join(Live(text).found)
    if name.endswith(".json"):
        json.loads(text)
    elif name.endswith(".xml"):
        ElementTree.fromstring(text)
    elif name.endswith(".js") and "search/" in name:
        json.loads(text.partition("=")[2].rstrip().rstrip(";"))
    return ""
