"""Every paper of a build: made only when something that it shows
has changed, in as many processes as the machine has cores.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.guide.guide import Guide
from macros.print.compiling import new_compiler, render
from macros.print.coverage import faults_of
from macros.print.packing import pack
from macros.print.plan import Sheet, plan
from macros.print.print_faults import SheetFault, SheetFaults
from scripts.build.processes import in_processes

#: Fewer sheets than this are not worth another process.
_WORTH_A_PROCESS = 12
#: What says as much as this (a book) has a process of its own: Typst gives no memory back.
_BIG = 400_000


@dataclass(frozen=True)
class Ready:
    """A paper that is made: the file that holds it, how many
    pages it has (files, for a ZIP), and its size in bytes.
    """

    file: Path
    pages: int
    size: int


@dataclass(frozen=True)
class Made:
    """What a batch made: path below the site -> paper;
    how many of them were compiled; the seconds it took.
    """

    papers: Mapping[str, Ready]
    compiled: int
    seconds: float

    def told(self) -> str:
        """A line of progress."""
        pdf = sum(path.endswith(".pdf") for path in self.papers)
        return f"fiches : {pdf} PDF, dont {self.compiled} refaits, en {self.seconds:.1f} s"

    def listed(self) -> dict[str, tuple[int, int]]:
        """Path below the site -> pages (or files) and bytes, for the pages that offer them."""
        return {path: (ready.pages, ready.size) for path, ready in self.papers.items()}


def make(guide_by_lang: Mapping[str, Guide], base_url: str, cache: Path) -> Made:
    """Make every paper of a build in `cache`, taking from it those that are the same as before.

    `base_url` is the site's public address. The cache forgets what this build no longer
    uses, in the languages built. Raises `SheetFaults` with every fault of every paper.
    """
    started = time.monotonic()
    try:
        wanted = plan(guide_by_lang, base_url)
    except SheetFault as fault:
        raise SheetFaults([fault]) from fault
    first = next(iter(guide_by_lang.values()))
    store = cache / (f"{first.territory.id}-{first.commune.insee}" if first.commune else first.territory.id)
    store.mkdir(parents=True, exist_ok=True)
    known = _known(store)
    missing = [s for s in wanted if s.cached_stem not in known]
    faults = [fault for sheet in missing for fault in faults_of(sheet.data)]
    if not faults:
        faults = [fault for found in compile_all(missing, store) for fault in found]
    if faults:
        raise SheetFaults({str(fault): fault for fault in faults}.values())
    known = _known(store)
    papers = {s.path: known[s.cached_stem] for s in wanted}
    for code in guide_by_lang:
        own = [s for s in wanted if s.path.startswith(f"{code}/")]
        if not own:
            continue
        archive = pack(code, [(s, papers[s.path].file) for s in own], store)
        papers[f"{code}/fiches/fiches-{code}.zip"] = Ready(archive, len(own), archive.stat().st_size)
    _forget(store, guide_by_lang, {r.file.name for r in papers.values()})
    return Made(papers, len(missing), time.monotonic() - started)


def deliver(made: Made, site: Path) -> None:
    """Put every paper at its place below the site folder."""
    for path, ready in made.papers.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ready.file, target)


def _known(store: Path) -> dict[str, Ready]:
    """What the cache holds: the name less its number of pages -> the paper."""
    found = {}
    for path in store.glob("*p.pdf"):
        stem, _, pages = path.stem.removesuffix("p").rpartition("_")
        found[stem] = Ready(path, int(pages), path.stat().st_size)
    return found


def compile_all(missing: list[Sheet], store: Path) -> Iterable[list[SheetFault]]:
    """The faults of each share of the work; sheets without fault are in the cache."""
    workers = min(os.cpu_count() or 1, max(1, len(missing) // _WORTH_A_PROCESS))
    big = sorted((sheet for sheet in missing if sheet.weight >= _BIG), key=lambda sheet: -sheet.weight)
    others = [sheet for sheet in missing if sheet.weight < _BIG]
    alone = [[sheet] for sheet in big] if workers > 1 else []
    # The longest first, so that no process ends long after the others.
    shares = [(share, store) for share in (*alone, *_shared(others if alone else missing, workers))]
    if workers == 1 or sys.platform == "win32":
        return [_compile_share(share) for share in shares]
    # Typst keeps threads of its own: a forked child would wait for them for ever.
    return in_processes(_compile_share, shares, workers, "spawn")


def _shared(missing: list[Sheet], workers: int) -> list[list[Sheet]]:
    """The work in even shares; the forms of a page stay together, so that its QR code is drawn once."""
    pages: dict[str, list[Sheet]] = {}
    for sheet in missing:
        pages.setdefault(sheet.data["url"], []).append(sheet)
    shares: list[list[Sheet]] = [[] for _ in range(workers)]
    loads = [0] * workers
    for forms in sorted(pages.values(), key=lambda forms: -sum(sheet.weight for sheet in forms)):
        lightest = loads.index(min(loads))
        shares[lightest] += forms
        loads[lightest] += sum(sheet.weight for sheet in forms)
    return shares


def _compile_share(share: tuple[list[Sheet], Path]) -> list[SheetFault]:
    wanted, store = share
    if not wanted:
        return []
    faults: list[SheetFault] = []
    try:
        compiler = new_compiler()
    except SheetFault as fault:
        return [fault]
    for sheet in wanted:
        try:
            printed = render(compiler, sheet.data, sheet.day)
        except SheetFault as fault:
            faults.append(fault)
            continue
        part = store / f"{sheet.cached_stem}.part"
        part.write_bytes(printed.pdf)
        part.replace(store / f"{sheet.cached_stem}_{printed.pages}p.pdf")
    return faults


def _forget(store: Path, languages: Iterable[str], used: set[str]) -> None:
    """Drop the cached papers of these languages that this build did not use."""
    for code in languages:
        for path in store.glob(f"{code}_*"):
            if path.name not in used:
                path.unlink(missing_ok=True)
