"""What changed in the papers since they were last looked at, page by page: a reviewer looks at those alone.

A page is known by its words and by a picture of it no bigger than a stamp. The day of the edition and the
version at its foot change without anything being said otherwise: they do not count.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

#: Cells of the stamp, and by how much one may differ (out of 255) before the page looks otherwise.
_STAMP = (21, 30)
_SAME = 28

_VERSION = re.compile("[0-9a-f]{6}")
_CREATED = re.compile(r"D:(\d{4})(\d{2})(\d{2})")

#: Path below the site -> for each page, its words and its stamp.
Edition = Mapping[str, list[dict[str, str]]]


def edition_of(site: Path) -> Edition:
    """Every page of every paper of a built site."""
    return {
        path.relative_to(site).as_posix(): list(_pages(path, path.relative_to(site).parts[0]))
        for path in sorted(site.glob("*/fiches/**/*.pdf"))
    }


def compared(before: Edition, now: Edition) -> list[str]:
    """A line a paper that is new, gone or changed, with the pages that say or look otherwise."""
    lines = [f"nouvelle : {path}" for path in now if path not in before]
    lines += [f"disparue : {path}" for path in before if path not in now]
    for path in now:
        if path in before and (said := _differences(before[path], now[path])):
            lines.append(f"changée : {path}, {said}")
    return lines


def changed_pages(before: Edition, now: Edition) -> dict[str, list[int]]:
    """Path -> the numbers, from 0, of the pages to look at: those that changed, all of a new paper."""
    found = {path: _changed(before.get(path, []), pages) for path, pages in now.items()}
    return {path: pages for path, pages in found.items() if pages}


def last(file: Path) -> Edition | None:
    """The edition that was looked at last; None the first time, or where the file is not ours."""
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return read if isinstance(read, dict) else None


def keep(edition: Edition, file: Path) -> None:
    """Write down what was looked at, for the next time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(edition, indent=0, sort_keys=True), encoding="utf-8")


def _differences(before: list[dict[str, str]], now: list[dict[str, str]]) -> str:
    pages = [index for index in _changed(before, now) if index < len(before)]
    said = [f"p. {index + 1}{'' if _says(before, now, index) else ' (mise en page)'}" for index in pages]
    if len(before) != len(now):
        said.append(f"{len(now)} pages au lieu de {len(before)}")
    return ", ".join(said)


def _changed(before: list[dict[str, str]], now: list[dict[str, str]]) -> list[int]:
    return [
        index
        for index, page in enumerate(now)
        if index >= len(before)
        or page["words"] != before[index]["words"]
        or not _alike(page["stamp"], before[index]["stamp"])
    ]


def _says(before: list[dict[str, str]], now: list[dict[str, str]], index: int) -> bool:
    return before[index]["words"] != now[index]["words"]


def _alike(one: str, other: str) -> bool:
    pairs = zip(bytes.fromhex(one), bytes.fromhex(other), strict=False)
    return len(one) == len(other) and all(abs(a - b) <= _SAME for a, b in pairs)


def _pages(path: Path, lang: str) -> Iterator[dict[str, str]]:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    dated = _words_of_day(document.get_metadata_dict().get("CreationDate", ""), lang)
    for page in document:
        picture: Any = page.render(scale=0.2).to_pil().convert("L").resize(_STAMP)
        words = Counter(page.get_textpage().get_text_range().split())
        kept = sorted(
            f"{word} {count}"
            for word, count in words.items()
            if word not in dated and not _VERSION.fullmatch(word)
        )
        digest = hashlib.sha256("\n".join(kept).encode()).hexdigest()[:24]
        yield {"words": digest, "stamp": picture.tobytes().hex()}


def _words_of_day(created: str, lang: str) -> set[str]:
    """The words of the day on which a paper was made, in its language and in French."""
    found = _CREATED.match(created)
    if not found:
        return set()
    day = dt.date(*map(int, found.groups()))
    said = {f"({day:%d/%m/%Y})", f"{day.day}er"}
    for code in ("fr", lang):
        try:
            said |= set(format_date(day, "long", locale=Locale.parse(code)).split())
        except (UnknownLocaleError, ValueError):
            continue
    return said
