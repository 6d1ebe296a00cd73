"""Every sheet of a build: made only when something that it shows has changed, in as many processes as the machine has cores."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import multiprocessing
import os
import shutil
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..guide import Guide
from .compiling import new_compiler, recipe, render_sheet
from .coverage import faults_of
from .data import sheet_data
from .faults import SheetFault, SheetFaults

#: Fewer sheets than this are not worth another process.
_WORTH_A_PROCESS = 12


@dataclass(frozen=True)
class Sheet:
    """A sheet to be made: where it goes below the site (`ar/fiches/dalo.fr.pdf`), what it says, and its day."""

    path: str
    data: dict[str, Any]
    day: dt.date

    @property
    def key(self) -> str:
        """Equal keys mean equal bytes: the data, the day, the templates, the fonts and Typst's version."""
        text = json.dumps(self.data, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(f"{recipe()}\n{self.day}\n{text}".encode()).hexdigest()

    @property
    def cached_name(self) -> str:
        """The name in the cache: it tells which sheet it is, so that an outdated one can go."""
        return f"{self.path.replace('/', '_').removesuffix('.pdf')}_{self.key[:32]}.pdf"


@dataclass(frozen=True)
class Made:
    """What a batch did: sheets written, how many of them were compiled, and the seconds it took."""

    sheets: int
    compiled: int
    seconds: float


def plan(guide_by_lang: Mapping[str, Guide], base_url: str) -> list[Sheet]:
    """Every sheet of a build, in the order of languages and procedures. Raises `SheetFault` when the interface lacks a word."""
    found = []
    for code, guide in guide_by_lang.items():
        for procedure in guide.content.procedures.values():
            name = f"{code}/fiches/{procedure.id}"
            found.append(Sheet(f"{name}.pdf", sheet_data(guide, procedure, False, base_url), guide.day))
            if not guide.language.source:
                found.append(Sheet(f"{name}.fr.pdf", sheet_data(guide, procedure, True, base_url), guide.day))
    return found


def sheets(guide_by_lang: Mapping[str, Guide], out: Path, base_url: str, cache: Path) -> Made:
    """Write every sheet below the site folder `out`, taking from `cache` those that are the same as before.

    `base_url` is the site's public address. The cache forgets what this build no longer uses, in the languages built.
    Raises `SheetFaults` with every fault of every sheet; nothing is then written to `out`.
    """
    started = time.monotonic()
    wanted = plan(guide_by_lang, base_url)
    store = cache / next(iter(guide_by_lang.values())).territory.id
    store.mkdir(parents=True, exist_ok=True)
    missing = [s for s in wanted if not (store / s.cached_name).exists()]
    faults = [fault for sheet in missing for fault in faults_of(sheet.data)]
    if not faults:
        faults = [fault for found in _compile_all(missing, store) for fault in found]
    if faults:
        raise SheetFaults({str(fault): fault for fault in faults}.values())
    for sheet in wanted:
        target = out / sheet.path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(store / sheet.cached_name, target)
    _forget(store, guide_by_lang, {s.cached_name for s in wanted})
    return Made(len(wanted), len(missing), time.monotonic() - started)


def write_sheets(guide_by_lang: Mapping[str, Guide], out: Path, base_url: str, cache: Path) -> str:
    """The same, told in a line of progress."""
    made = sheets(guide_by_lang, out, base_url, cache)
    return f"fiches : {made.sheets} PDF, dont {made.compiled} refaits, en {made.seconds:.1f} s"


def _compile_all(missing: list[Sheet], store: Path) -> Iterable[list[SheetFault]]:
    """The faults of each share of the work; sheets without fault are in the cache."""
    workers = min(os.cpu_count() or 1, max(1, len(missing) // _WORTH_A_PROCESS))
    shares = [(missing[i::workers], store) for i in range(workers)]
    if workers == 1 or sys.platform == "win32":
        return [_compile_share(share) for share in shares]
    # Typst keeps threads of its own: a forked child would wait for them for ever.
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        return pool.map(_compile_share, shares, chunksize=1)


def _compile_share(share: tuple[list[Sheet], Path]) -> list[SheetFault]:
    wanted, store = share
    faults: list[SheetFault] = []
    try:
        compiler = new_compiler() if wanted else None
    except SheetFault as fault:
        return [fault]
    for sheet in wanted:
        try:
            pdf = render_sheet(compiler, sheet.data, sheet.day)
        except SheetFault as fault:
            faults.append(fault)
            continue
        part = store / f"{sheet.cached_name}.part"
        part.write_bytes(pdf)
        part.replace(store / sheet.cached_name)
    return faults


def _forget(store: Path, languages: Iterable[str], used: set[str]) -> None:
    """Drop the cached sheets of these languages that this build did not use."""
    for code in languages:
        for path in store.glob(f"{code}_*"):
            if path.name not in used:
                path.unlink(missing_ok=True)
