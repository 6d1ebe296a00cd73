"""Writes what lets the guide be read without a network: the worker,
each language's list of files, each language's folder to carry.
"""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.export.offline import (
    READ_ME,
    WRONG_ADDRESS,
    edition_list,
    folder_name,
    index_in_folder,
    is_kept,
    numbered,
    page_in_folder,
    read_me,
    sent_size,
    short_hash,
    worker,
)
from macros.guide.guide import Guide
from macros.web.front_door import door_files, front_door

#: Agents' sheets are in French whatever the language of the page that offers them.
_AGENTS = "/fiches/guichet/"
#: The style of the page that offers the languages, beside it.
DOOR_FILES = ("porte.css", "porte.js")
#: What only a server gives out: archives, lists for the worker, what browsers ask of a site.
_ONLINE = (".zip", ".json", ".xml")
#: Already compressed: packing them again only takes time.
_PACKED = (".pdf", ".png")


def write_worker(guides: Mapping[str, Guide], site: Path) -> None:
    """`edition.json` in each language and `sw.js` at the root, from the files as they will be served."""
    editions, sizes = {}, {}
    for code in guides:
        folder = site / code
        paths = [p for p in sorted(folder.rglob("*")) if p.is_file() and is_kept(p.name)]
        read = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
        listed = edition_list({name: short_hash(data) for name, data in read.items()})
        sizes[code] = sent_size(read.values())
        (folder / "edition.json").write_text(json.dumps(listed, separators=(",", ":")), encoding="utf-8")
        editions[code] = listed["edition"]
    content = next(iter(guides.values())).content
    (site / "sw.js").write_text(worker(editions, numbered(content), sizes), encoding="utf-8")


def write_folders(guides: Mapping[str, Guide], site: Path, base_url: str = "") -> str:
    """`<lang>/guide-<lang>.zip` for each language: the whole guide, to open without a server, in one folder
    named by its day, with a word on how to open it. Another language than French carries French too.

    `base_url` is where the last edition is found. Returns a line of progress. Same site, same bytes.
    """
    sizes = []
    for code, guide in guides.items():
        target = site / code / f"guide-{code}.zip"
        carried = {c: guides[c] for c in guides if c in (code, "fr")}
        with zipfile.ZipFile(target, "w") as archive:
            for name, data in _entries(carried, code, site, base_url):
                _add(archive, f"{folder_name(guide)}/{name}", data, guide.day)
        sizes.append(f"{code} {target.stat().st_size / 1e6:.1f} Mo")
    return "dossiers à emporter : " + ", ".join(sizes)


def _entries(
    carried: Mapping[str, Guide], main: str, site: Path, base_url: str
) -> Iterator[tuple[str, bytes]]:
    readers = [carried[main], *(guide for code, guide in carried.items() if code != main)]
    yield READ_ME, read_me(readers, base_url).encode("utf-8-sig")
    door = front_door(carried)["index.html"]
    yield "index.html", page_in_folder(door, carried).encode()
    yield from ((name, door_files()[name].encode()) for name in DOOR_FILES)
    for code in sorted(carried):
        for path in sorted((site / code).rglob("*")):
            name = path.relative_to(site).as_posix()
            if (
                path.is_file()
                and path.suffix not in _ONLINE
                and path.name != WRONG_ADDRESS
                and (code == main or path.suffix != ".pdf" or _AGENTS in name)
            ):
                yield name, _in_folder(path, name, carried, papers=code == main)
    for path in sorted((site / "data").rglob("*")):
        if path.is_file():
            yield path.relative_to(site).as_posix(), path.read_bytes()


def _in_folder(path: Path, name: str, carried: Mapping[str, Guide], papers: bool) -> bytes:
    if path.suffix == ".html":
        return page_in_folder(path.read_text(encoding="utf-8"), carried, papers).encode()
    if "/search/" in name and "/assets/" not in name and path.suffix == ".js":
        return index_in_folder(path.read_text(encoding="utf-8")).encode()
    return path.read_bytes()


def _add(archive: zipfile.ZipFile, name: str, data: bytes, day: dt.date) -> None:
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    archive.writestr(entry, data, compresslevel=9)
