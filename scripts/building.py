"""`guide.py build`: check, build each language, print, export, then publish by one rename.

A failed build leaves the published site as it was. Same inputs, same day: same bytes.
"""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import shutil
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from macros.faults import did_you_mean, format_report
from macros.handouts.faults import SheetFaults
from macros.opening import Opened, forget, open_content, open_guide
from scripts.checking import freshness_line
from scripts.languages import LanguageJob, build_language, stage
from scripts.publishing import PublishError, new_edition, publish
from scripts.whole_site import write_whole_site


@dataclass(frozen=True)
class Plan:
    """What to build: `languages` None means all; `out` is where the site is published; `day` dates the edition; `work` holds what is staged."""

    root: Path
    content: Path
    territory: str
    languages: list[str] | None
    day: dt.date
    out: Path
    work: Path | None = None

    @property
    def staging(self) -> Path:
        """Where this territory is staged; kept between builds."""
        return (self.work or self.root / ".build") / self.territory

    @property
    def base_url(self) -> str:
        """The public address, for QR codes and the sitemap. Always ends with a slash."""
        return os.environ.get("GUIDE_SITE_URL", "http://127.0.0.1:8000/").rstrip("/") + "/"


def build(plan: Plan) -> int:
    """Build and publish; prints progress; returns the exit status (1: faults in the content or the build)."""
    started = time.monotonic()
    forget()
    opened = open_content(plan.content, plan.day)
    errors = [f for f in opened.faults if f.is_error] or _unknown_names(plan, opened)
    if errors:
        print(format_report(errors) if not isinstance(errors[0], str) else "\n".join(errors))
        print("Rien n’a été construit : le site publié reste tel qu’il était.")
        return 1
    _tell(f"contenu vérifié : {_counts(opened)}")
    edition = new_edition(plan.out)
    try:
        pages = _languages(plan, opened, edition)
        guides = {code: open_guide(plan.content, plan.day, plan.territory, code) for code in pages}
        for line in write_whole_site(guides, edition, plan.base_url, plan.staging.parent / "sheets"):
            _tell(line)
        publish(edition, plan.out)
    except (PublishError, BuildFailed, SheetFaults) as error:
        shutil.rmtree(edition, ignore_errors=True)
        print(f"{error}\nLe site publié reste tel qu’il était.")
        return 1
    warnings = sum(not f.is_error for f in opened.faults)
    print(f"\nPublié dans {_shown(plan.out)} en {time.monotonic() - started:.1f} s (édition du {plan.day}).")
    print(freshness_line(opened, plan.day))
    if warnings:
        print(f"{warnings} avertissements : « python3 scripts/guide.py check » les montre.")
    print(f"À regarder : {_shown(plan.out)}/index.html, ou « python3 scripts/guide.py serve ».")
    return 0


class BuildFailed(Exception):
    """A language could not be built; the message says which and why."""


def _languages(plan: Plan, opened: Opened, edition: Path) -> dict[str, int]:
    """Build every language asked for, two at a time; returns code -> number of pages."""
    codes = plan.languages or list(opened.content.languages)
    jobs = []
    for code in codes:
        guide = open_guide(plan.content, plan.day, plan.territory, code)
        jobs.append(stage(guide, plan, codes, edition / code))
    results = _in_parallel(jobs)
    failures = [f"[{job.lang}] {line}" for job, result in zip(jobs, results, strict=True) for line in result.faults]
    if failures:
        raise BuildFailed("\n".join(failures))
    for job, result in zip(jobs, results, strict=True):
        _tell(f"{job.lang} : {result.pages} pages en {result.seconds:.1f} s")
    return {job.lang: result.pages for job, result in zip(jobs, results, strict=True)}


def _in_parallel(jobs: list[LanguageJob]) -> list:
    workers = min(len(jobs), os.cpu_count() or 1)
    if workers < 2 or sys.platform == "win32":
        return [build_language(job) for job in jobs]
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
        return list(pool.map(build_language, jobs))


def _unknown_names(plan: Plan, opened: Opened) -> list[str]:
    problems = []
    for name, known, what in [(plan.territory, opened.content.territories, "territoire")] + [
        (code, opened.content.languages, "langue") for code in plan.languages or []
    ]:
        if name not in known:
            problems.append(f"{what.capitalize()} inconnu(e) : « {name} ».{did_you_mean(name, known)} Connus : {', '.join(known)}.")
    return problems


def _counts(opened: Opened) -> str:
    content = opened.content
    return (f"{len(content.facts)} faits, {len(content.procedures)} démarches, {len(content.contacts)} contacts, "
            f"{len(content.criteria)} critères")


def _tell(line: str) -> None:
    print(f"  · {line}", flush=True)


def _shown(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
