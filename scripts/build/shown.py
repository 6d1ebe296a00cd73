"""The site of a content folder in memory: each file is made when it is asked for, as a build makes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from macros.export.data import data_files
from macros.export.hosting import host_files
from macros.guide.guide import Guide
from macros.opening import Opened
from macros.print.compiling import new_compiler, render
from macros.print.plan import plan as papers_of
from macros.print.share_picture import CARD, card
from macros.search.index import index_scripts
from macros.web.document import document, wrong_address
from macros.web.front_door import door_files, front_door, robots, short_pages, sitemap
from macros.web.home_screen import home_screen_files
from macros.web.scripts import published
from macros.web.staging import look, own_scripts
from macros.web.written import paths, written
from scripts.build.mkdocs_engine import configuration
from scripts.build.request import Plan
from scripts.build.whole_site import DRAWN

T = TypeVar("T")


class Shown:
    """What a build would publish of `opened`, file by file; nothing is made before it is asked for.

    Left out is what a build makes of its own files: the archives, the list of an edition, the worker.
    """

    def __init__(self, opened: Opened, plan: Plan) -> None:
        self.opened = opened
        self.plan = plan
        asked = list(dict.fromkeys(plan.languages or opened.content.languages))
        self.languages = asked if "fr" in asked else ["fr", *asked]
        self._made: dict[object, Any] = {}

    def file(self, path: str) -> bytes | None:
        """The file at `path` below the site (`fr/demarches/dalo/index.html`); None when there is none.

        Raises whatever the making of it raises, for a content that `check` would refuse.
        """
        code, _, below = path.partition("/")
        made = self._of_language(code, below) if code in self.languages and below else self._of_site(path)
        return made.encode() if isinstance(made, str) else made

    def places(self, path: str) -> dict[str, str]:
        """Id of each block of a page -> `content/procedures/dalo.yml:12`, where an editor wrote it."""
        code, _, below = path.partition("/")
        reference = self._pages(code).get(below) if code in self.languages else None
        return written(self.opened.content, reference) if reference else {}

    def _once(self, key: object, make: Callable[[], T]) -> T:
        if key not in self._made:
            self._made[key] = make()
        made: T = self._made[key]
        return made

    def _guide(self, code: str) -> Guide:
        plan = self.plan
        return self._once(("guide", code), lambda: self.opened.guide(plan.day, plan.territory, code))

    def _guides(self) -> dict[str, Guide]:
        return {code: self._guide(code) for code in self.languages}

    def _pages(self, code: str) -> dict[str, str]:
        """Path below a language -> the page there."""
        return self._once(("pages", code), lambda: paths(self._guide(code)))

    def _settings(self, code: str) -> dict[str, Any]:
        folder = self.plan.staging / code
        return self._once(
            ("settings", code),
            lambda: configuration(self._guide(code), self.plan, self.languages, folder, folder),
        )

    def _of_language(self, code: str, below: str) -> str | bytes | None:
        if below in self._pages(code):
            return self._once((code, below), lambda: self._page(code, self._pages(code)[below]))
        if below == "404.html":
            return wrong_address(self._settings(code))
        if below == CARD:
            return self._once((code, below), lambda: card(self._guide(code)))
        if below.startswith("search/"):
            found = self._once((code, "search"), lambda: index_scripts(self._guide(code)))
            return found.get(below.removeprefix("search/"))
        if below.startswith("assets/"):
            return self._asset(code, below)
        path = f"{code}/{below}"
        return self._paper(path) if below.endswith(".pdf") else self._once("site", self._whole).get(path)

    def _page(self, code: str, reference: str) -> str:
        papers = self._once("papers", lambda: _read_papers(self.plan.papers_list))
        site = {"languages": self.languages, "papers": papers, "base_url": self.plan.base_url}
        return document(self._guide(code), reference, self._settings(code), site)

    def _asset(self, code: str, below: str) -> str | bytes | None:
        folder = self.plan.root / "docs" / "assets"
        scripts = self._once(
            "scripts", lambda: {f"assets/{name}": text for name, text in published(folder).items()}
        )
        sheets = self._once("look", look)
        texts = sheets | scripts | self._once((code, "scripts"), lambda: own_scripts(self._guide(code)))
        if below in texts or below.endswith(".js"):
            return texts.get(below)
        path = self.plan.root / "docs" / below
        return path.read_bytes() if path.is_file() and ".." not in below.split("/") else None

    def _paper(self, path: str) -> bytes | None:
        """A paper, made when somebody opens it."""
        sheets = self._once(
            "sheets", lambda: {s.path: s for s in papers_of(self._guides(), self.plan.base_url)}
        )
        if path not in sheets:
            return None
        sheet = sheets[path]
        compiler = self._once("compiler", new_compiler)
        return self._once(path, lambda: render(compiler, sheet.data, sheet.day).pdf)

    def _of_site(self, path: str) -> str | bytes | None:
        if path.startswith("data/"):
            files = self._once("data", lambda: data_files(self._guide("fr")))
            return files.get(path.removeprefix("data/"))
        if path in DRAWN:
            return self._once(path, DRAWN[path])
        return self._once("site", self._whole).get(path)

    def _whole(self) -> dict[str, str]:
        guides, base_url = self._guides(), self.plan.base_url
        doors = front_door(guides, base_url) | door_files() | short_pages(guides)
        last = {"sitemap.xml": sitemap(guides, base_url), "robots.txt": robots(base_url)}
        return doors | host_files(guides, base_url) | home_screen_files(guides, base_url) | last


def _read_papers(path: Path) -> dict[str, tuple[int, int]]:
    """How many pages and bytes each paper has, as the last build found; empty before the first."""
    try:
        listed: dict[str, tuple[int, int]] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return listed
