"""PO files: read and written with Babel, merged by our own contexts (Babel's update mixes them)."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from ..faults import Fault
from ..reading.files import MAX_BYTES_TABLE, read_ordinary
from .extract import Message, is_search_words


@dataclass(frozen=True, slots=True)
class Entry:
    """One translation: the French it was made from, the text, and whether the French has changed since."""

    fr: str
    text: str
    fuzzy: bool = False
    note: str = ""


Catalogue = Mapping[str, Entry]
EMPTY: Catalogue = MappingProxyType({})


def read(path: Path, root: Path) -> tuple[Catalogue, list[Fault]]:
    """The translations of a PO file by context; an absent file is an empty catalogue."""
    if not path.exists():
        return EMPTY, []
    shown = path.relative_to(root.parent).as_posix()
    try:
        text = read_ordinary(path, MAX_BYTES_TABLE).decode("utf-8")
        catalog = read_po(io.StringIO(text), abort_invalid=True)
    except PoFileError as error:
        return EMPTY, [Fault(shown, (error.lineno or 0) + 1, 1, "erreur", "P901", "Fichier PO mal formé à cette ligne.")]
    except OSError as error:
        return EMPTY, [Fault(shown, 1, 1, "erreur", "L101", f"Fichier illisible : {error.strerror}.")]
    except (UnicodeDecodeError, ValueError):
        return EMPTY, [Fault(shown, 1, 1, "erreur", "P901", "Fichier PO illisible : il doit être en UTF-8.")]
    entries = {
        m.context: Entry(str(m.id), str(m.string), m.fuzzy, "\n".join(m.user_comments))
        for m in catalog if m.id and m.context
    }
    return MappingProxyType(entries), []


def merge(old: Catalogue, messages: Iterable[Message]) -> dict[str, Entry]:
    """The catalogue for today's French: a changed French keeps its translation as fuzzy, a vanished one goes.

    Merging twice changes nothing, and no translation of a text that is still there is ever lost.
    """
    merged: dict[str, Entry] = {}
    for message in messages:
        known = old.get(message.context)
        if known is None:
            merged[message.context] = Entry(message.fr, "")
        elif known.fr == message.fr:
            merged[message.context] = known
        elif is_search_words(message.context) and known.text:
            merged[message.context] = Entry(message.fr, known.text, note=known.note)
        else:
            merged[message.context] = Entry(message.fr, known.text, fuzzy=bool(known.text), note=known.note)
    return merged


def dump(entries: Mapping[str, Entry], messages: Iterable[Message], lang: str) -> str:
    """The text of a PO file, in the order of `messages`; no line is ever wrapped, so that a change touches one line."""
    catalog = Catalog(locale=lang, project="guide", charset="utf-8", fuzzy=False)
    for message in messages:
        entry = entries.get(message.context, Entry(message.fr, ""))
        added = catalog.add(
            message.fr, entry.text, context=message.context, locations=[(message.path, None)],
            user_comments=entry.note.splitlines(),
        )
        added.flags = {"fuzzy"} if entry.fuzzy else set()
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=0, omit_header=True, include_previous=False)
    header = (
        f'msgid ""\nmsgstr ""\n"Language: {lang}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )
    body = "\n".join(line for line in buffer.getvalue().decode("utf-8").splitlines() if line != "#, python-format")
    return header + body.strip() + "\n"


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a language is."""

    total: int
    translated: int
    fuzzy: int

    @property
    def missing(self) -> int:
        return self.total - self.translated - self.fuzzy


def tally(entries: Catalogue, messages: Iterable[Message]) -> Tally:
    """Counts for `messages`: a translation made from another French counts as fuzzy."""
    total = translated = fuzzy = 0
    for message in messages:
        total += 1
        entry = entries.get(message.context)
        if entry is None or not entry.text:
            continue
        if not is_search_words(message.context) and (entry.fuzzy or entry.fr != message.fr):
            fuzzy += 1
        else:
            translated += 1
    return Tally(total, translated, fuzzy)
