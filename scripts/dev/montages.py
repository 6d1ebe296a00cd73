"""`guide.py montages`: the papers of a built site as
pictures, many on one, so that a person can look at them all; and what changed since the last time.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.dev.paper_editions import changed_pages, compared, edition_of, keep, last

if TYPE_CHECKING:  # the lock of a build draws no picture
    from PIL.Image import Image as Picture

#: Papers of one page or two on a picture, in rows; pixels for a point.
_ACROSS, _DOWN = 6, 3
_SCALE = 0.62
_GAP = 10


def montages(site: Path, out: Path) -> int:
    """Draw every paper of `site` into pictures in `out`, by language and kind; returns the exit status."""
    folders = sorted(path for path in site.glob("*/fiches") if any(path.glob("*.pdf")))
    if not folders:
        print(f"Pas de fiche dans {site} : lancez d’abord « python3 scripts/guide.py build ».")
        return 1
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.png"):
        old.unlink()
    written = 0
    for folder in folders:
        for kind, files in _kinds(folder).items():
            for number, pages in enumerate(_sheets_of(_pages(files)), 1):
                _montage(pages).save(out / f"{folder.parent.name}-{kind}-{number:02}.png")
                written += 1
    print(f"{written} images dans {out}")
    _compare(site, out)
    return 0


def _compare(site: Path, out: Path) -> None:
    """Say what changed since the last time, and draw the pages that did."""
    kept = out.parent / "papers.json"
    before, now = last(kept), edition_of(site)
    keep(now, kept)
    if before is None:
        print("Première édition regardée : la prochaine fois, ce qui change sera dit, page par page.")
        return
    lines = compared(before, now)
    print("\n".join(lines) if lines else "Aucune fiche n’a changé depuis la dernière fois.")
    pages = _drawn(site, changed_pages(before, now))
    for number, batch in enumerate(_sheets_of(pages), 1):
        _montage(batch).save(out / f"changes-{number:02}.png")


def _drawn(site: Path, wanted: dict[str, list[int]]) -> Iterator[Picture]:
    import pypdfium2

    for path, indexes in wanted.items():
        document = pypdfium2.PdfDocument(site / path)
        for index in indexes:
            page = document[index]
            yield page.render(scale=_SCALE * 595 / min(page.get_size())).to_pil().convert("RGB")


def _kinds(folder: Path) -> dict[str, list[Path]]:
    """Name of a series -> its files; what has a name of its own is a series alone."""
    found: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob("*.pdf")):
        place = path.parent.name if path.parent != folder else "demarches"
        form = path.name.split(".", 1)[1].removesuffix("pdf").strip(".") or "seule"
        alone = path.parent == folder and path.stem in ("affiche", "livret", "phrases", "guide")
        found.setdefault(path.stem if alone else f"{place}-{form}", []).append(path)
    return found


def _pages(files: list[Path]) -> Iterator[Picture]:
    """The pictures of every page; of a book, the first hundred."""
    import pypdfium2

    for path in files:
        document = pypdfium2.PdfDocument(path)
        for index in range(min(len(document), 108)):
            page = document[index]
            yield page.render(scale=_SCALE * 595 / min(page.get_size())).to_pil().convert("RGB")


def _sheets_of(pages: Iterator[Picture]) -> Iterator[list[Picture]]:
    batch: list[Picture] = []
    for page in pages:
        batch.append(page)
        if len(batch) == _ACROSS * _DOWN:
            yield batch
            batch = []
    if batch:
        yield batch


def _montage(pages: list[Picture]) -> Picture:
    from PIL import Image

    width, height = max(p.width for p in pages), max(p.height for p in pages)
    across = min(_ACROSS, len(pages))
    down = -(-len(pages) // across)
    picture = Image.new("RGB", (across * (width + _GAP) + _GAP, down * (height + _GAP) + _GAP), "#8a8f8f")
    for index, page in enumerate(pages):
        picture.paste(
            page, (_GAP + index % across * (width + _GAP), _GAP + index // across * (height + _GAP))
        )
    return picture
