"""One file a language for a desk without network: every paper, and a list that says which is which. The same
papers give the same bytes.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable
from pathlib import Path

from .plan import Sheet


def pack(lang: str, papers: Iterable[tuple[Sheet, Path]], store: Path) -> Path:
    """The ZIP of a language's papers, made in the folder `store` unless it is there already."""
    papers = list(papers)
    digest = hashlib.sha256("\n".join(sheet.cached_stem for sheet, _ in papers).encode()).hexdigest()
    target = store / f"{lang}_fiches_{digest[:32]}.zip"
    if not target.exists():
        part = target.with_suffix(".part")
        with zipfile.ZipFile(part, "w") as archive:
            for sheet, file in papers:
                archive.writestr(_entry(f"{_folder(lang)}{_inside(lang, sheet)}", sheet), file.read_bytes())
            latest, _ = max(papers, key=lambda paper: paper[0].day)
            archive.writestr(_entry(f"{_folder(lang)}fiches.txt", latest), _listed(lang, papers))
        part.replace(target)
    return target


def _folder(lang: str) -> str:
    return f"fiches-{lang}/"


def _inside(lang: str, sheet: Sheet) -> str:
    return sheet.path.removeprefix(f"{lang}/fiches/")


def _listed(lang: str, papers: Iterable[tuple[Sheet, Path]]) -> bytes:
    """A line a file, with its title; the mark at its head tells old text editors that it is UTF-8."""
    return "".join(f"{_inside(lang, sheet)}\t{sheet.data['document']}\r\n" for sheet, _ in papers).encode(
        "utf-8-sig"
    )


def _entry(name: str, sheet: Sheet) -> zipfile.ZipInfo:
    """An entry dated by its paper and by no clock. PDFs are already compressed: they are stored as they
    are.
    """
    entry = zipfile.ZipInfo(name, (sheet.day.year, sheet.day.month, sheet.day.day, 12, 0, 0))
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    return entry
