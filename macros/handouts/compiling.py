"""Data -> PDF/UA bytes, by Typst. The five cautions: own timestamp, warnings are errors, a language always, our fonts only, no Noto Arabic."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import segno
import typst

from .cells import cells_of
from .coverage import FONTS, faults_of
from .faults import SheetFault, split_context

FOLDER = Path(__file__).parent
#: Millimetres that the desk's box needs at least (`desk-least` of sheet.typ, less a hair).
_DESK = 13.9
_TEMPLATES = ("sheet.typ", "parts.typ", "lib.typ")


def new_compiler() -> typst.Compiler:
    """A warm compiler with the vendored fonts alone; one a process. Raises `SheetFault` when a font is missing or was changed."""
    expected = json.loads((FONTS / "coverage.json").read_text(encoding="utf-8"))["files"]
    for name, digest in expected.items():
        path = FONTS / name
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise SheetFault("polices", "-", name, "police absente ou changée : relancez scripts/subset_fonts.py.")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(str(FOLDER / "sheet.typ"), root=str(FOLDER), font_paths=fonts)


@lru_cache(maxsize=1)
def recipe() -> str:
    """A fingerprint of all that makes bytes but the data: templates, fonts, and Typst's version."""
    digest = hashlib.sha256(typst.__version__.encode())
    for path in [FOLDER / name for name in _TEMPLATES] + [FONTS / "coverage.json"]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def render_sheet(compiler: typst.Compiler, data: dict[str, Any], day: dt.date) -> bytes:
    """The PDF of a sheet (`data.sheet_data`), dated `day`. The same data and day give the same bytes.

    Raises `SheetFault` for a character without glyph, a text or a word too long, a sheet that two pages cannot hold, or whatever
    Typst warns of.
    """
    faults = faults_of(data)
    if faults:
        raise faults[0]
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    rung, cap = 0, 99
    while True:
        pdf = _compile(compiler, {"data": text, "qr": _qr(data["url"]), "rung": str(rung), "cap": str(cap)}, data, day)
        fit, pages, left = (json.loads(compiler.query(f"<{name}>", field="value", one=True)) for name in ("fit", "pages", "left"))
        if fit["rung"] is None:
            raise _too_long(data)
        if pages <= fit["pages"] and left >= _DESK:
            return pdf
        rung, cap = (fit["rung"], fit["place"]) if fit["place"] else (fit["rung"] + 1, 99)


def _compile(compiler: typst.Compiler, inputs: dict[str, str], data: dict[str, Any], day: dt.date) -> bytes:
    moment = dt.datetime.combine(day, dt.time(12), dt.timezone.utc)
    try:
        pdf, warnings = compiler.compile_with_warnings(
            sys_inputs=inputs, format="pdf", pdf_standards=["ua-1"], timestamp=int(moment.timestamp())
        )
    except typst.TypstError as error:
        raise SheetFault(data["id"], data["reader"], "mise en page", f"Typst refuse : {error.message} {error.diagnostic}".strip()) from error
    if warnings:
        said = " ; ".join(dict.fromkeys(w.message for w in warnings))
        raise SheetFault(data["id"], data["reader"], "mise en page", f"Typst avertit : {said}")
    return pdf


def _too_long(data: dict[str, Any]) -> SheetFault:
    """The fault of a sheet that does not fit: it names the longest text of its longest part."""

    def size(part: Any) -> int:
        return sum(len(run["t"]) for cell in cells_of(part) for run in cell["runs"])

    section = max(data["sections"], key=size)
    cell = max(cells_of(section), key=lambda c: sum(len(run["t"]) for run in c["runs"]))
    subject, field = split_context(cell["field"], data["id"])
    sentence = (
        "trop long : la fiche ne tient pas sur deux pages à 10,5 points. "
        f"La partie la plus longue est « {section['kind']} » ({size(section)} signes)."
    )
    return SheetFault(subject, data["reader"], field, sentence)


@lru_cache(maxsize=256)
def _qr(url: str) -> str:
    """The QR code of a page's address, as SVG."""
    buffer = io.BytesIO()
    segno.make(url, error="m", micro=False).save(buffer, kind="svg", border=4, xmldecl=False, svgns=True, nl=False)
    return buffer.getvalue().decode("ascii")
