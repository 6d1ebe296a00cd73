"""What is made once all languages are built: search, sheets, data, the page of languages, the sitemap."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.exporting.data import data_files
from macros.exporting.front_door import front_door, sitemap
from macros.guide import Guide
from macros.searching.index import search_index


def write_whole_site(guides: Mapping[str, Guide], site: Path, base_url: str, cache: Path) -> Iterator[str]:
    """Complete the site in `site`; yields a line of progress for each part."""
    for code, guide in guides.items():
        _write(site / code / "search" / "guide.json", json.dumps(search_index(guide), ensure_ascii=False, separators=(",", ":")))
        _lighten_theme_index(site / code / "search" / "search_index.json")
        (site / code / "sitemap.xml").unlink(missing_ok=True)
        (site / code / "sitemap.xml.gz").unlink(missing_ok=True)
    yield "recherche : un index par langue"

    from macros.handouts.batch import write_sheets

    yield write_sheets(guides, site, base_url, cache)
    first = next(iter(guides.values()))
    files = data_files(guides.get("fr", first))
    for path, text in files.items():
        _write(site / "data" / path, text)
    yield f"données ouvertes : {len(files)} fichiers dans data/"
    for path, text in front_door(guides).items():
        _write(site / path, text)
    _write(site / "sitemap.xml", sitemap(guides, base_url))


def _lighten_theme_index(path: Path) -> None:
    """The theme fetches this file at once; ours is loaded at first use, so this one holds no document."""
    if path.exists():
        index = json.loads(path.read_text(encoding="utf-8"))
        _write(path, json.dumps({"config": index["config"], "docs": []}))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
