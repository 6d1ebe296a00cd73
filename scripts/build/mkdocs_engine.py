"""One language's site: staged in its own folder with its own
small configuration, then built by MkDocs in this process.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import time
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.guide.guide import Guide
from macros.web.frame import chrome
from macros.web.scripts import published
from macros.web.staging import look, navigation, own_scripts, titles, write_stubs, write_texts
from scripts.build.request import Plan


@dataclass(frozen=True)
class LanguageJob:
    """A staged language: its configuration file and where its site goes."""

    lang: str
    config: Path
    site: Path


@dataclass(frozen=True)
class LanguageResult:
    """What came of a job: pages written, seconds taken, faults (empty when all is well)."""

    pages: int
    seconds: float
    faults: tuple[str, ...]


def stage(guide: Guide, plan: Plan, languages: list[str], site: Path) -> LanguageJob:
    """Write the stubs, the assets and the configuration of a language below the plan's work folder.

    Pages offer the papers of the list `plan.papers_list`, and none where it is not there.
    """
    folder = plan.staging / guide.lang
    docs = folder / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    write_stubs(guide, docs)
    assets = plan.root / "docs" / "assets"
    scripts = {f"assets/{path}": text for path, text in published(assets).items()}
    written = look() | scripts | own_scripts(guide)
    _mirror(assets, docs / "assets", {path.removeprefix("assets/") for path in written})
    write_texts(written, docs)
    config = folder / "mkdocs.yml"
    text = json.dumps(configuration(guide, plan, languages, folder, site), ensure_ascii=False, indent=1)
    if not config.exists() or config.read_text(encoding="utf-8") != text:
        config.write_text(text, encoding="utf-8")
    return LanguageJob(guide.lang, config, site)


def configuration(guide: Guide, plan: Plan, languages: list[str], folder: Path, site: Path) -> dict[str, Any]:
    """The configuration of a language: it inherits from
    the project's (JSON is YAML; both engines read it).
    """

    def there(path: Path) -> str:
        return os.path.relpath(path, folder)

    words = guide.content.interface
    return {
        "INHERIT": there(plan.root / "mkdocs.yml"),
        "site_name": words["titre-du-guide"].text,
        "site_description": words["description-du-guide"].text,
        "site_url": f"{plan.base_url}{guide.lang}/",
        "docs_dir": "docs",
        "site_dir": there(site),
        "strict": True,
        "watch": [],
        "theme": {
            "language": guide.lang,
            "direction": guide.language.dir,
            "custom_dir": there(plan.root / "macros" / "web" / "theme"),
        },
        "extra": {
            "guide": {
                **chrome(guide, languages),
                "titles": titles(guide),
                "territory": guide.territory.id,
                "day": plan.day.isoformat(),
                "content": str(plan.content),
                "papers": str(plan.papers_list) if plan.papers_list.exists() else "",
                "base_url": plan.base_url,
            }
        },
        # Our own index replaces the theme's, whose second reading of each page costs a fifth of the build.
        "plugins": {"search": {"enabled": False}},
        "nav": navigation(guide),
    }


def _mirror(source: Path, target: Path, written: Collection[str]) -> None:
    """Make `target` a copy of the folder `source` but for scripts, touching only what differs; files named in
    `written`, which are not copied, stay."""
    wanted = {p.relative_to(source) for p in source.rglob("*") if p.is_file() and p.suffix != ".js"}
    for path in wanted:
        new, old = source / path, target / path
        if (
            not old.exists()
            or old.stat().st_mtime_ns != new.stat().st_mtime_ns
            or old.stat().st_size != new.stat().st_size
        ):
            old.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(new, old)
    for path in [p for p in target.rglob("*") if p.is_file()]:
        name = path.relative_to(target)
        if name not in wanted and name.as_posix() not in written:
            path.unlink()


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def build_language(job: LanguageJob) -> LanguageResult:
    """Build a staged language with MkDocs; every warning is a fault."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, BuildError, ConfigurationError

    started = time.monotonic()
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    logger.propagate = False
    try:
        build(load_config(str(job.config)))
    except (Abort, BuildError, ConfigurationError, SystemExit) as error:
        # The macros plugin leaves by SystemExit when a page fails;
        # in a worker that must become a fault like any other.
        collector.lines.append(str(error) or "construction interrompue")
    finally:
        logger.removeHandler(collector)
    pages = sum(1 for _ in job.site.rglob("index.html"))
    return LanguageResult(pages, time.monotonic() - started, tuple(collector.lines))
