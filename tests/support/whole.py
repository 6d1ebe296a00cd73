"""Everything that a build makes of a guide but the PDFs and
MkDocs' own work: quick to run, and where content breaks a build.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.export.data import data_files
from macros.export.hosting import host_files
from macros.guide.guide import Guide
from macros.opening import forget, open_content, open_guide
from macros.print.coverage import faults_of
from macros.print.plan import plan
from macros.print.share_picture import card_data
from macros.search.index import index_scripts
from macros.web.frame import chrome
from macros.web.front_door import front_door, robots, short_pages, sitemap
from macros.web.pages import references, render
from macros.web.staging import navigation, stubs
from support import DAY

BASE = "https://guide.example.org/"


def everything(guides: Mapping[str, Guide]) -> Iterable[str]:
    """Every page, paper, index and file of a guide in
    these languages; raises what a build would stumble on.
    """
    return (text for _, text in everything_named(guides))


def everything_named(guides: Mapping[str, Guide]) -> Iterable[tuple[str, str]]:
    """The same, each with the path that it has in the site, or that of the page it is the body of."""
    sheets = plan(guides, BASE)
    for sheet in sheets:
        faults = faults_of(sheet.data)
        if faults:
            raise faults[0]
        yield sheet.path, sheet.key
    site = {
        "languages": list(guides),
        "papers": {sheet.path: (2, 40_000) for sheet in sheets},
        "base_url": BASE,
    }
    for code, guide in guides.items():
        yield from ((f"{code}/{path}", text) for path, text in stubs(guide).items())
        yield f"{code}/nav", str(navigation(guide))
        yield f"{code}/chrome", str(chrome(guide, list(guides)))
        for reference in references(guide.content, guide.lang):
            yield f"{code}/{reference}.html", render(guide, reference, site)
        yield from ((f"{code}/search/{name}", text) for name, text in index_scripts(guide).items())
        yield f"{code}/card", str(card_data(guide))
    first = next(iter(guides.values()))
    yield from ((f"data/{name}", text) for name, text in data_files(guides.get("fr", first)).items())
    yield from (front_door(guides) | short_pages(guides) | host_files(guides, BASE)).items()
    yield "sitemap.xml", sitemap(guides, BASE)
    yield "robots.txt", robots(BASE)


def built(folder: Path, day: dt.date = DAY) -> int:
    """How much a build makes of a folder; raises what it stumbles on."""
    forget()
    languages = open_content(folder, day).content.languages
    return sum(map(len, everything({code: open_guide(folder, day, "petit", code) for code in languages})))


def speaking(folder: Path, language: str) -> Path:
    """A content folder with one more language, as a line of `languages.yml`."""
    path = folder / "languages.yml"
    path.write_text(path.read_text(encoding="utf-8") + f"- {language}\n", encoding="utf-8")
    return folder
