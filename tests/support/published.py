"""The built site as plain sentences: everything that somebody can read of it, whatever the file."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

#: Marks that say the state of a contact or of a check: our own word, drawn beside what it is about.
_CHIP = re.compile(r"<(small|em) class=\"(?:g-confirm|g-late)\">.*?</\1>", re.DOTALL)
_SILENT = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SHOWN_ATTRIBUTE = re.compile(r"\b(?:content|title|alt|aria-label|placeholder|data-[a-z]+)=\"([^\"]*)\"")


def flat(text: str) -> str:
    """`text` with every white space alike."""
    return " ".join(text.split())


def sentences_of_html(source: str) -> Iterator[str]:
    """The text between tags, and what is said in attributes."""
    spoken = _CHIP.sub(" ", _SILENT.sub(" ", source))
    yield from (flat(html.unescape(value)) for value in _SHOWN_ATTRIBUTE.findall(spoken))
    yield from (flat(html.unescape(text)) for text in _TAG.sub("\0", spoken).split("\0"))


def strings_of(value: Any) -> Iterator[str]:
    """Every string of a JSON value, keys too."""
    if isinstance(value, str):
        yield flat(value)
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from strings_of(key)
            yield from strings_of(child)
    elif isinstance(value, list):
        for child in value:
            yield from strings_of(child)


def sentences_of(path: Path) -> Iterator[str]:
    """What can be read in a file of the site; nothing for pictures and programs."""
    if path.suffix == ".html":
        yield from sentences_of_html(path.read_text(encoding="utf-8"))
    elif path.suffix == ".json":
        yield from strings_of(json.loads(path.read_text(encoding="utf-8")))
    elif path.suffix == ".csv":
        rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8")), delimiter=";")
        yield from (flat(cell) for row in rows for cell in row)
    elif path.suffix == ".vcf":
        lines = path.read_bytes().decode().replace("\r\n ", "").splitlines()
        yield from (flat(re.sub(r"\\(.)", r"\1", line)) for line in lines)
    elif path.suffix == ".js" and path.parent.name == "search":
        yield from (
            flat(text) for text in re.findall(r"\"((?:[^\"\\]|\\.)*)\"", path.read_text(encoding="utf-8"))
        )


def sentences(site: Path) -> set[str]:
    """Every sentence of the site, once."""
    return {sentence for path in site.rglob("*") if path.is_file() for sentence in sentences_of(path)} - {""}
