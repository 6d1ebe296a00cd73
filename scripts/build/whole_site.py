"""What is made once all languages are built: search, data, the page of languages, the sitemap."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from macros.export.data import data_files
from macros.export.hosting import host_files
from macros.guide.guide import Guide
from macros.print.share_picture import CARD, card, favicon, icon
from macros.search.index import index_scripts
from macros.web.front_door import door_files, front_door, robots, short_pages, sitemap
from macros.web.home_screen import ICONS, home_screen_files
from scripts.build.offline import write_folders, write_worker

#: What is drawn once for the whole site, at its root: what it is called there, how it is made.
DRAWN: Mapping[str, Callable[[], bytes]] = {
    **{name: partial(icon, pixels) for pixels, name in ICONS.items()},
    "favicon.ico": favicon,
}


def write_whole_site(guides: Mapping[str, Guide], site: Path, base_url: str) -> Iterator[str]:
    """Complete the site in `site`; yields a line of progress for each part."""
    for code, guide in guides.items():
        for name, text in index_scripts(guide).items():
            _write(site / code / "search" / name, text)
        _drop_unused(site / code)
        (site / code / CARD).write_bytes(card(guide))
    yield "recherche : un index par langue"

    first = next(iter(guides.values()))
    files = data_files(guides.get("fr", first))
    for path, text in files.items():
        _write(site / "data" / path, text)
    yield f"données ouvertes : {len(files)} fichiers dans data/"
    doors = front_door(guides, base_url) | door_files() | short_pages(guides)
    for path, text in (doors | host_files(guides, base_url) | home_screen_files(guides, base_url)).items():
        _write(site / path, text)
    for name, drawn in DRAWN.items():
        (site / name).write_bytes(drawn())
    _write(site / "sitemap.xml", sitemap(guides, base_url))
    _write(site / "robots.txt", robots(base_url))
    write_worker(guides, site)
    yield write_folders(guides, site, base_url)


#: What MkDocs and its theme bring and no page of ours uses.
_UNUSED = (
    "assets/javascripts",
    "assets/stylesheets",
    "assets/images",
    "search/search_index.json",
    "sitemap.xml",
    "sitemap.xml.gz",
)


def _drop_unused(site: Path) -> None:
    for name in _UNUSED:
        path = site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
