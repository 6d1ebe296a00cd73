"""What the guide is timed against: each tool prepared once on the pages of the guide, then built from
nothing as often as asked. One that is not there is said to be absent.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.measure import bench_pages as pages
from scripts.measure.bench_clock import Command, Took, timed
from scripts.measure.bench_guide import LANGUAGES, TERRITORY

#: As many as the guide itself takes on the machine for which the targets are set.
_AT_ONCE = 2
_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "GUIDE_SITE_URL": "https://banc.example.org/"}


@dataclass(frozen=True)
class Rival:
    """A tool: the Python modules and the programs that it needs, its folder below the bench's, and the
    share of its time that the guide may take at most.
    """

    name: str
    needs: tuple[str, ...]
    folder: str
    prepare: Callable[[Path, Path, list[str]], None]
    commands: Callable[[Path, Path, list[str]], list[Command]]
    target: float | None = None
    at_once: int = 1

    def absent(self, programs: Path | None) -> str:
        """What it lacks among `programs`, by name; empty when it can be run."""
        if programs is None:
            return ", ".join(self.needs)
        return ", ".join(name for name in self.needs if not _is_there(name, programs))

    def build(self, programs: Path, bench: Path, languages: list[str]) -> Took:
        """Build from nothing. Raises `Failed`."""
        place = bench / self.folder
        for name in ("site", ".cache", "public", "resources"):
            for left in (place / name, *place.glob(f"*/{name}"), *place.glob(f"*/*/{name}")):
                shutil.rmtree(left, ignore_errors=True)
        commands = self.commands(programs, place, languages)
        return timed(commands, place, self.at_once, _ENVIRONMENT)


def _is_there(name: str, programs: Path) -> bool:
    if (programs / name).exists():
        return True
    asked = [str(programs / "python"), "-c", f"import {name}"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def pages_of(site: Path, languages: list[str]) -> Iterator[tuple[str, str, str]]:
    """(language, address below it without its end, HTML) of every page of a built guide."""
    for code in languages:
        for path in sorted((site / code).rglob("index.html")):
            below = path.parent.relative_to(site / code).as_posix()
            yield code, "" if below == "." else below, path.read_text(encoding="utf-8")


def write_markdown(site: Path, target: Path, languages: list[str], folder_page: str = "index.md") -> None:
    """One Markdown a page and language below `target`, with the text of the page."""
    found = list(pages_of(site, languages))
    names = {code: [name for lang, name, _ in found if lang == code] for code in languages}
    for code, name, html in found:
        path = target / code / pages.source_of(name, names[code], folder_page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pages.as_markdown(html), encoding="utf-8")


def _write(path: Path, settings: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(settings, ensure_ascii=False, indent=1), encoding="utf-8")


def _named(languages: list[str]) -> dict[str, str]:
    return {code: LANGUAGES[code][0] for code in languages}


def _stock(ours: Path, place: Path, languages: list[str]) -> None:
    write_markdown(ours / "site", place / "docs", languages)
    _write(place / "mkdocs.yml", pages.stock(_named(languages)))


def _stock_command(programs: Path, place: Path, _: list[str]) -> list[Command]:
    return [[programs / "python", "-m", "mkdocs", "build", "--quiet", "-f", place / "mkdocs.yml"]]


def _one_each(ours: Path, place: Path, languages: list[str]) -> None:
    for code in languages:
        write_markdown(ours / "site", place / code / "all", [code])
        (place / code / "all" / code).rename(place / code / "docs")
        _write(place / code / "mkdocs.yml", pages.of_one_language(code))


def _one_each_commands(programs: Path, place: Path, languages: list[str]) -> list[Command]:
    return [
        [programs / "python", "-m", "zensical", "build", "-f", place / code / "mkdocs.yml"]
        for code in languages
    ]


def _staged(ours: Path, place: Path, languages: list[str]) -> None:
    """What the last build of the guide staged, moved elsewhere at the same depth."""
    for code in languages:
        source, target = ours / "work" / TERRITORY / code, place / TERRITORY / code
        shutil.copytree(source, target)
        settings = json.loads((source / "mkdocs.yml").read_text(encoding="utf-8"))
        settings["site_dir"] = "site"
        settings["extra"]["guide"]["papers"] = ""
        _write(target / "mkdocs.yml", settings)


def _staged_commands(programs: Path, place: Path, languages: list[str]) -> list[Command]:
    return _one_each_commands(programs, place / TERRITORY, languages)


def _hugo(ours: Path, place: Path, languages: list[str]) -> None:
    write_markdown(ours / "site", place / "content", languages, "_index.md")
    _write(place / "hugo.json", pages.hugo(_named(languages)))
    for name, text in pages.HUGO_LAYOUTS.items():
        path = place / "layouts" / "_default" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _hugo_commands(programs: Path, place: Path, _: list[str]) -> list[Command]:
    return [
        [programs / "hugo", "--quiet", "--source", place],
        [programs / "python", "-m", "pagefind", "--site", place / "public"],
    ]


RIVALS = (
    Rival(
        "mkdocs-material et mkdocs-static-i18n, tels quels, mêmes pages en Markdown",
        ("material", "mkdocs_static_i18n"),
        "stock",
        _stock,
        _stock_command,
        target=0.25,
    ),
    Rival(
        "Zensical, mêmes pages en Markdown, un projet par langue",
        ("zensical",),
        "zensical",
        _one_each,
        _one_each_commands,
        target=0.75,
        at_once=_AT_ONCE,
    ),
    Rival(
        "Zensical, pages préparées par le guide",
        ("zensical",),
        "staged/work",
        _staged,
        _staged_commands,
        target=0.75,
        at_once=_AT_ONCE,
    ),
    Rival("Hugo et Pagefind, mêmes pages en Markdown", ("hugo", "pagefind"), "hugo", _hugo, _hugo_commands),
)
