"""`guide.py build`: check, build each language, print, export, then publish by one rename.

A failed build leaves the published site as it was. Same inputs, same day: same bytes.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from macros.guide.edition import next_turn
from macros.guide.freshness import overdue_line
from macros.guide.guide import Guide
from macros.opening import Opened, forget, open_guide, open_once
from macros.print.print_faults import SheetFaults
from scripts.build.compressing import write_compressed
from scripts.build.kept import keep, made_from, still_says
from scripts.build.mkdocs_engine import LanguageJob, LanguageResult, build_language, stage
from scripts.build.papers import Made, deliver, make
from scripts.build.processes import WorkerLost, in_processes
from scripts.build.publishing import PublishError, check_place, drop, make_room, new_edition, publish
from scripts.build.request import Plan
from scripts.build.turns import turn
from scripts.build.whole_site import write_whole_site


def build(plan: Plan) -> int:
    """Build and publish; prints progress; returns the exit status (1: faults in the content or the build)."""
    if plan.address_problem:
        print(f"{plan.address_problem}\nRien n’a été construit.")
        return 1
    told = still_says(plan)
    if told:
        print("  · rien n’a changé : le site publié est celui que cette construction donnerait")
        print("\n".join(told))
        return 0
    return _build(plan)


def _build(plan: Plan) -> int:
    started = time.monotonic()
    key = made_from(plan)
    forget()
    opened = open_once(plan.content, plan.day)
    refusal = opened.refusal(plan.territory, plan.languages or (), plan.commune)
    if refusal:
        print(refusal)
        print("Rien n’a été construit : le site publié reste tel qu’il était.")
        return 1
    try:
        check_place(plan.out)
    except PublishError as error:
        print(f"{error}\nRien n’a été construit.")
        return 1
    _tell(f"contenu vérifié : {_counts(opened)}")
    try:
        with turn(plan.staging):
            fingerprint = _published_where_room_is_short(plan, opened)
    except (PublishError, BuildFailed, SheetFaults, WorkerLost) as error:
        print(f"{error}\nLe site publié reste tel qu’il était.")
        return 1
    except OSError as error:
        if error.errno not in _FULL:
            raise
        print(
            "Le disque est plein : libérez de la place, puis relancez.\nLe site publié reste tel qu’il était."
        )
        return 1
    guide = open_guide(plan.content, plan.day, plan.territory)
    lines = list(_last_lines(plan, opened, fingerprint))
    with suppress(OSError):  # a disk that is full now: the next build has to look at everything again
        keep(plan, key, next_turn(guide.content, plan.day), lines)
    print(f"\nPublié dans {_shown(plan.out)} en {time.monotonic() - started:.1f} s (édition du {guide.day}).")
    print("\n".join(lines))
    return 0


def _last_lines(plan: Plan, opened: Opened, fingerprint: str) -> Iterator[str]:
    """What is to be known of an edition, for who built it."""
    warnings = sum(not f.is_error for f in opened.faults)
    yield f"Empreinte de l’édition : {fingerprint}"
    yield overdue_line(opened.content.facts.values(), plan.day)
    if warnings:
        yield f"{warnings} avertissements : « python3 scripts/guide.py check » les montre."
    if "GUIDE_SITE_URL" not in os.environ:
        yield (
            "Papiers à ne pas distribuer : sans GUIDE_SITE_URL, "
            "leurs adresses et codes QR mènent à cet ordinateur."
        )
    yield f"À regarder : {_shown(plan.out)}/index.html, ou « python3 scripts/guide.py serve »."


#: What a system says of a disk, or of somebody's share of it, that is full.
_FULL = (errno.ENOSPC, errno.EDQUOT)


def _published_where_room_is_short(plan: Plan, opened: Opened) -> str:
    """The same as `_published`, a second time when the disk was full and an older edition can go."""
    try:
        return _published(plan, opened)
    except OSError as error:
        if error.errno not in _FULL or not make_room(plan.out):
            raise
    _tell("le disque est plein : l’édition d’avant laisse sa place, et tout recommence")
    return _published(plan, opened)


def _published(plan: Plan, opened: Opened) -> str:
    """Make the edition and publish it; its fingerprint. What fails or is interrupted leaves nothing."""
    edition = new_edition(plan.out)
    try:
        guides = {
            code: open_guide(plan.content, plan.day, plan.territory, code) for code in _codes(plan, opened)
        }
        papers = _papers(plan, guides)
        _languages(plan, guides, edition)
        deliver(papers, edition)
        for line in write_whole_site(guides, edition, plan.base_url):
            _tell(line)
        if plan.compressed:
            _tell(write_compressed(edition))
        return publish(edition, plan.out)
    except BaseException:
        drop(edition)
        raise


def _codes(plan: Plan, opened: Opened) -> list[str]:
    """The languages to build. Pages of any language lead to
    French ones (facts, agents' pages): French is always built.
    """
    asked = list(dict.fromkeys(plan.languages or opened.content.languages))
    if "fr" in asked:
        return asked
    _tell("le français est construit aussi : les autres langues y mènent")
    return ["fr", *asked]


class BuildFailed(Exception):
    """A language could not be built; the message says which and why."""


def _papers(plan: Plan, guides: Mapping[str, Guide]) -> Made:
    """Make every paper and the list that pages read. Papers come
    before pages, which tell how many pages and bytes each has.
    """
    narrowed = {
        code: replace(guide, commune=guide.communes[plan.commune]) if plan.commune else guide
        for code, guide in guides.items()
    }
    made = make(narrowed, plan.base_url, plan.staging.parent / "sheets")
    plan.papers_list.parent.mkdir(parents=True, exist_ok=True)
    plan.papers_list.write_text(json.dumps(made.listed()), encoding="utf-8")
    _tell(made.told())
    return made


def _languages(plan: Plan, guides: Mapping[str, Guide], edition: Path) -> None:
    """Build the pages of every language, two at a time. Raises `BuildFailed`."""
    jobs = [stage(guide, plan, list(guides), edition / code) for code, guide in guides.items()]
    results = _in_parallel(jobs)
    failures = [
        f"[{job.lang}] {line}" for job, result in zip(jobs, results, strict=True) for line in result.faults
    ]
    if failures:
        raise BuildFailed("\n".join(failures))
    for job, result in zip(jobs, results, strict=True):
        _tell(f"{job.lang} : {result.pages} pages en {result.seconds:.1f} s")


def _in_parallel(jobs: list[LanguageJob]) -> list[LanguageResult]:
    workers = min(len(jobs), os.cpu_count() or 1)
    if workers < 2 or sys.platform == "win32":
        return [build_language(job) for job in jobs]
    return in_processes(build_language, jobs, workers, "fork")


def _counts(opened: Opened) -> str:
    content = opened.content
    return (
        f"{len(content.facts)} faits, {len(content.procedures)} démarches, {len(content.contacts)} contacts, "
        f"{len(content.criteria)} critères"
    )


def _tell(line: str) -> None:
    print(f"  · {line}", flush=True)


def _shown(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
