"""Commands that write for editors: a new file, translation files, JSON Schemas."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

from macros.guide.confirming import block_lines, confirmed_fact, confirmed_field, fields_of
from macros.guide.localise import tally
from macros.guide.texts import messages
from macros.model.fields import ID_PATTERN
from macros.model.kinds import BY_NAME
from macros.places.faults import did_you_mean, format_report
from macros.source import catalogue
from macros.source.load import load
from scripts.edit.schemas import schemas as all_schemas
from scripts.edit.skeletons import skeleton
from scripts.edit.writing import write_whole


def new(content: Path, kind: str, identifier: str) -> int:
    """Write the skeleton of a new object; refuses to overwrite,
    and an id that would be no page or would leave the folder.
    """
    if not ID_PATTERN.fullmatch(identifier):
        near = _as_id(identifier)
        guess = f" Par exemple « {near} »." if near else ""
        print(
            f"« {identifier} » n’est pas un identifiant : minuscules sans accent, chiffres et tirets.{guess}"
        )
        return 1
    if not content.is_dir():
        print(f"« {content} » n’est pas un dossier de contenu.")
        return 1
    path = content / BY_NAME[kind].path / f"{identifier}.yml"
    if path.exists():
        print(f"{path.relative_to(content.parent)} existe déjà.")
        return 1
    write_whole(path, skeleton(kind, identifier))
    print(f"{path.relative_to(content.parent)} : à compléter, puis « python3 scripts/guide.py check ».")
    return 0


def _as_id(text: str) -> str:
    """`Ma page` -> `ma-page`; empty when nothing is left."""
    bare = unicodedata.normalize("NFD", text.lower().replace("’", " ")).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", bare))


def confirm(content: Path, contact: str, field: str, who: str, day: dt.date) -> int:
    """Record that `who` confirmed a field of a contact on
    `day`: its status, and the check of the facts behind it.

    Nothing else of the files changes, their line ends included.
    """
    if not who.strip():
        print("Dites qui a répondu : --who « accueil de l’ADIL ».")
        return 1
    read, faults = load(content)
    if any(f.is_error for f in faults):
        print(format_report(faults))
        return 1
    if contact not in read.contacts:
        print(f"« {contact} » n’est pas un contact.{did_you_mean(contact, read.contacts)}")
        return 1
    found = [value for name, value in fields_of(read.contacts[contact]) if name == field]
    if not found:
        print(f"« {contact} » ne dit rien dans « {field} ».")
        return 1
    place = next(p for p in read.places if p.kind == "contact" and p.id == contact)
    path = content.parent / place.file.path
    first, last = block_lines(_read(path), field)
    changed = {path: confirmed_field(_read(path), first, last)}
    for identifier in {i for value in found for i in value.proof}:
        fact = next(p for p in read.places if p.kind == "fact" and p.id == identifier)
        file = content.parent / fact.file.path
        changed[file] = confirmed_fact(
            changed.get(file) or _read(file), identifier, day, " ".join(who.split())
        )
    for file, text in changed.items():
        write_whole(file, text)
        print(f"{file.relative_to(content.parent)} : confirmé le {day} par {who}.")
    return 0


def _read(path: Path) -> str:
    """A file's text with its line ends as they are."""
    return path.read_bytes().decode("utf-8")


def translate(content: Path) -> int:
    """Bring every PO file in step with the French, write the template, and say how far each language is."""
    read, faults = load(content)
    if any(f.is_error for f in faults):
        print(format_report(faults))
        return 1
    wanted = list(messages(read))
    folder = content / "translations"
    files = {
        code: catalogue.read_file(folder / f"{code}.po", content) for code in read.languages if code != "fr"
    }
    unreadable = [fault for _, found in files.values() for fault in found]
    if unreadable:
        print(format_report(unreadable))
        return 1
    for code, (known, _) in files.items():
        merged = catalogue.merge(known.entries, wanted, known.orphans)
        kept = replace(known, orphans=catalogue.left_over(known.entries, known.orphans, merged))
        write_whole(folder / f"{code}.po", catalogue.dump(merged, wanted, code, kept))
        count = tally(merged, [m for m in wanted if m.applicant])
        gone = f" ; {len(kept.orphans)} gardés dont le français n’existe plus" if kept.orphans else ""
        print(
            f"{code} : {count.translated} traduits, {count.fuzzy} à revoir, {count.missing} à traduire "
            f"(partie des demandeurs : {count.total}){gone}."
        )
    write_whole(folder / "guide.pot", catalogue.template(wanted))
    return 0


def schemas(content: Path) -> int:
    """Write the JSON Schemas that give editors completion."""
    folder = content / "schemas"
    for name, schema in all_schemas().items():
        write_whole(folder / name, json.dumps(schema, ensure_ascii=False, indent=1) + "\n")
    print(f"{len(all_schemas())} schémas écrits dans {folder.name}/.")
    return 0
