"""Commands that write for editors: a new file, translation files, JSON Schemas."""

from __future__ import annotations

import json
from pathlib import Path

from macros.faults import format_report
from macros.reading.load import FOLDERS, load
from macros.schemas import schemas as all_schemas
from macros.skeletons import skeleton
from macros.translation import catalogue
from macros.translation.extract import messages


def new(content: Path, kind: str, identifier: str) -> int:
    """Write the skeleton of a new object; refuses to overwrite."""
    folder = next(name for name, (_, _, known) in FOLDERS.items() if known == kind)
    path = content / folder / f"{identifier}.yml"
    if path.exists():
        print(f"{path.relative_to(content.parent)} existe déjà.")
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(skeleton(kind, identifier), encoding="utf-8")
    print(f"{path.relative_to(content.parent)} : à compléter, puis « python3 scripts/guide.py check ».")
    return 0


def translate(content: Path) -> int:
    """Bring every PO file in step with the French and say how far each language is."""
    read, faults = load(content)
    if any(f.is_error for f in faults):
        print(format_report(faults))
        return 1
    wanted = list(messages(read))
    for code in read.languages:
        if code == "fr":
            continue
        path = content / "translations" / f"{code}.po"
        known, found = catalogue.read(path, content)
        if found:
            print(format_report(found))
            return 1
        merged = catalogue.merge(known, wanted)
        path.parent.mkdir(exist_ok=True)
        path.write_text(catalogue.dump(merged, wanted, code), encoding="utf-8")
        count = catalogue.tally(merged, [m for m in wanted if m.applicant])
        print(f"{code} : {count.translated} traduits, {count.fuzzy} à revoir, {count.missing} à traduire (partie des demandeurs : {count.total}).")
    return 0


def schemas(content: Path) -> int:
    """Write the JSON Schemas that give editors completion."""
    folder = content / "schemas"
    folder.mkdir(exist_ok=True)
    for name, schema in all_schemas().items():
        (folder / name).write_text(json.dumps(schema, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(all_schemas())} schémas écrits dans {folder.name}/.")
    return 0
