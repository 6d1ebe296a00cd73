"""PO files: what translators wrote, by context; merged
with today's French so that nothing written is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from ..guide.texts import Message, field_of, is_search_words
from ..places.faults import Fault, tell
from ..places.ordinary import MAX_BYTES_TABLE, read_ordinary
from ..places.po_file import EMPTY, Catalogue, Entry, PoFile
from . import po
from .notes import notes_for


def read(path: Path, root: Path) -> tuple[Catalogue, list[Fault]]:
    """The translations of a PO file by context; an absent file is an empty catalogue."""
    file, faults = read_file(path, root)
    return file.entries, faults


def read_file(path: Path, root: Path) -> tuple[PoFile, list[Fault]]:
    """The PO file at `path`, and a fault for what cannot be read; an absent file is an empty one."""
    if not path.exists():
        return PoFile(), []
    shown = path.relative_to(root.parent).as_posix()
    try:
        text = read_ordinary(path, root, MAX_BYTES_TABLE).decode("utf-8-sig")
    except OSError as error:
        return PoFile(), [Fault(shown, 1, 1, "erreur", "L101", f"Fichier illisible : {error.strerror}.")]
    except UnicodeDecodeError as error:
        message = f"Fichier PO illisible : il n’est pas en UTF-8 (octet {error.start + 1})."
        return PoFile(), [Fault(shown, 1, 1, "erreur", "P901", message)]
    file, faults = _parsed(shown, text)
    return file, list(faults)


@lru_cache(maxsize=16)
def _parsed(shown: str, text: str) -> tuple[PoFile, tuple[Fault, ...]]:
    units, wrong = po.parse(text)
    lines = text.split("\n")
    faults: list[Fault] = []
    for line, why in wrong:
        said = f"Fichier PO mal formé à cette ligne : {why}."
        tell(faults, [Fault(shown, line, 1, "erreur", "P901", said, _excerpt(lines, line))])
    return _sorted_out(units), tuple(faults)


def _excerpt(lines: list[str], line: int) -> str:
    return lines[line - 1][:400] if 0 < line <= len(lines) else ""


def _sorted_out(units: list[po.Unit]) -> PoFile:
    header = next((unit for unit in units if unit.is_header), po.Unit())
    entries: dict[str, Entry] = {}
    orphans: dict[str, Entry] = {}
    lines: dict[str, int] = {}
    twice = []
    for unit in units:
        if not unit.id or not unit.context:
            continue
        known = orphans if unit.obsolete else entries
        if not unit.obsolete and unit.context in known:
            twice.append((unit.context, unit.line))
        if unit.context not in known or not known[unit.context].text:
            known[unit.context] = _entry(unit)
            if not unit.obsolete:
                lines[unit.context] = unit.line
    return PoFile(
        header.text or "",
        "\n".join(header.comments),
        tuple(header.flags),
        MappingProxyType(entries),
        MappingProxyType(orphans),
        lines,
        tuple(twice),
    )


#: « fuzzy » has its own place; « python-format » makes gettext refuse a sound Arabic « % ».
_DROPPED = ("fuzzy", "python-format", "no-python-format")


def _entry(unit: po.Unit) -> Entry:
    flags = tuple(flag for flag in unit.flags if flag not in _DROPPED)
    return Entry(
        unit.id or "", unit.text or "", "fuzzy" in unit.flags, "\n".join(unit.comments), flags, unit.previous
    )


def merge(old: Catalogue, messages: Iterable[Message], orphans: Catalogue = EMPTY) -> dict[str, Entry]:
    """The catalogue for today's French.

    A changed French keeps its translation, stale, with the French it was made from; a French that comes back
    is no longer stale. A text that has none takes that of the same French elsewhere, to review when it stands
    in another kind of field. Merging twice changes nothing, and no translation of a text that is still there
    is ever lost.
    """
    memory = _Memory(old, orphans)
    merged: dict[str, Entry] = {}
    for message in messages:
        known = old.get(message.context)
        if known is None or not known.text:
            known = orphans.get(message.context) or known
        if known is None or not known.text:
            merged[message.context] = memory.recall(message, known or Entry(message.fr, ""))
        else:
            merged[message.context] = _carried(known, message)
    return merged


def _carried(known: Entry, message: Message) -> Entry:
    """A translation brought to today's French."""
    if known.fr == message.fr:
        return known
    if is_search_words(message.context):
        return replace(known, fr=message.fr)
    if known.previous == message.fr:
        return replace(known, fr=message.fr, fuzzy=False, previous="")
    made_from = known.previous if known.fuzzy else known.fr
    return replace(known, fr=message.fr, fuzzy=True, previous=made_from)


class _Memory:
    """The sound translations of a file by their French: whoever wrote them need not write them twice."""

    def __init__(self, old: Catalogue, orphans: Catalogue) -> None:
        self.known: dict[str, list[tuple[str, Entry]]] = {}
        for context, entry in (*orphans.items(), *old.items()):
            if entry.text and not entry.fuzzy and not is_search_words(context):
                self.known.setdefault(entry.fr, []).append((context, entry))

    def recall(self, message: Message, empty: Entry) -> Entry:
        """The translation of the same French, in the same kind of
        field if there is one; else `empty` with today's French.
        """
        found = [] if is_search_words(message.context) else self.known.get(message.fr, [])
        alike = [entry for context, entry in found if field_of(context) == field_of(message.context)]
        if alike:
            return replace(empty, fr=message.fr, text=alike[0].text, fuzzy=False, previous="")
        if found:
            return replace(empty, fr=message.fr, text=found[0][1].text, fuzzy=True, previous="")
        return replace(empty, fr=message.fr, fuzzy=False, previous="")


def left_over(old: Catalogue, orphans: Catalogue, merged: Mapping[str, Entry]) -> dict[str, Entry]:
    """The translations whose French is gone, kept for the day when
    it comes back; not those that live on under another context.
    """
    alive = {(entry.fr, entry.text) for entry in merged.values()}
    # An entry that nobody has filled does not take the place of an orphan of the same context.
    known = dict(orphans) | {context: entry for context, entry in old.items() if entry.text}
    return {
        context: entry
        for context, entry in known.items()
        if entry.text and context not in merged and (entry.fr, entry.text) not in alive
    }


#: What a header must say for gettext's tools; what
#: translators and their tools wrote besides is kept as it is.
_HEADER = {
    "Project-Id-Version": "guide-logement-social",
    "Language": "",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
#: Fields that only we know.
_OURS = ("MIME-Version", "Content-Type", "Content-Transfer-Encoding")


def header_for(known: str, lang: str) -> str:
    """The header of a PO file: what is missing, then what
    `known` says in its order. `lang` is empty in a template.
    """
    wanted = {**_HEADER, "Language": lang}
    fields: dict[str, str] = {}
    for line in known.splitlines():
        name, _, value = line.partition(":")
        fields.setdefault(name.strip(), value.strip())
    fields |= {name: wanted[name] for name in _OURS}
    fields["Language"] = lang or fields.get("Language", "")
    missing = {name: value for name, value in wanted.items() if name not in fields}
    return "".join(f"{name}: {value}\n" for name, value in (missing | fields).items() if name)


def dump(
    entries: Mapping[str, Entry], messages: Iterable[Message], lang: str, known: PoFile | None = None
) -> str:
    """The text of a PO file, in the order of `messages`, with
    what `known` holds besides: header, credits, orphans.

    `known` must be the file as it should be written: its orphans are those of `left_over`.
    """
    file = known or PoFile()
    header = po.Unit(
        comments=file.credits.splitlines(),
        flags=list(file.header_flags),
        id="",
        text=header_for(file.header, lang),
    )
    units = [header]
    for message in messages:
        entry = entries.get(message.context, Entry(message.fr, ""))
        units.append(_unit(message.context, entry, notes=notes_for(message), places=[message.path]))
    units += [_unit(context, entry, obsolete=True) for context, entry in file.orphans.items()]
    return po.write(units)


def template(messages: Iterable[Message]) -> str:
    """The text of the template (`.pot`) that a new language starts from."""
    return dump({}, messages, "")


def _unit(
    context: str, entry: Entry, notes: Iterable[str] = (), places: Iterable[str] = (), obsolete: bool = False
) -> po.Unit:
    flags = [*(("fuzzy",) if entry.fuzzy else ()), *entry.flags]
    return po.Unit(
        comments=entry.note.splitlines(),
        flags=flags,
        previous=entry.previous if entry.fuzzy else "",
        context=context,
        id=entry.fr,
        text=entry.text,
        notes=list(notes),
        places=list(places),
        obsolete=obsolete,
    )
