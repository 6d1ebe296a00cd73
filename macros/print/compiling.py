"""Data -> PDF/UA bytes, by Typst. The five cautions: own timestamp, warnings are errors, a language always,
our fonts only, no Noto Arabic.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
from functools import lru_cache
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, NamedTuple

import segno
import typst

from ..language.printable import COVERAGE
from ..look.icons import drawings
from ..look.tokens import TOKENS, tokens
from .coverage import faults_of
from .print_faults import SheetFault, split_context
from .shortening import chapter_steps, steps_of, unmissed
from .writer import cells_of

FOLDER = Path(__file__).parent / "typst"
FONTS = Path(__file__).parent / "fonts"
#: Read by everyone (PDF/UA-1), kept for long with the data it rests on (PDF/A-3a).
_STANDARDS: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]
#: What the two pages of a procedure of the booklet may lose where what never breaks goes overleaf, in pages.
_SLACK = (0.0, 0.03, 0.06, 0.1, 0.15, 0.2)
#: The last page of its road, before its procedures.
_ROAD = 3
#: Millimetres that the foot of a sheet may lack of what it measured, and how many more the sheet asks for
#: when what was measured did not hold.
_HAIR, _MORE = 0.1, 4


class Printed(NamedTuple):
    """A paper: its bytes and how many pages it has."""

    pdf: bytes
    pages: int


def new_compiler() -> typst.Compiler:
    """A warm compiler with the vendored fonts alone; one a process. Raises `SheetFault` when a font is
    missing or was changed.
    """
    expected = json.loads(COVERAGE.read_text(encoding="utf-8"))["files"]
    for name, digest in expected.items():
        path = FONTS / name
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise SheetFault(
                "polices", "-", name, "police absente ou changée : relancez scripts/dev/subset_fonts.py."
            )
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(str(FOLDER / "sheet.typ"), root=str(FOLDER), font_paths=fonts)


@lru_cache(maxsize=1)
def recipe() -> str:
    """A fingerprint of all that makes bytes but the data: templates, how they are driven, fonts, and Typst's
    version.
    """
    digest = hashlib.sha256(f"{version('typst')} {paper_icons()}".encode())
    for path in [*sorted(FOLDER.glob("*.typ")), Path(__file__), COVERAGE, TOKENS]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def paper_tokens() -> str:
    """The tokens as the templates read them (`tokens.typ`): JSON, name -> value."""
    return json.dumps(dict(tokens()), sort_keys=True)


@lru_cache(maxsize=1)
def paper_icons() -> str:
    """The pictograms as the templates read them (`layout.typ`): JSON, name -> SVG."""
    return json.dumps(dict(drawings()), sort_keys=True)


def render(compiler: typst.Compiler, data: dict[str, Any], day: dt.date) -> Printed:
    """The PDF of a paper (`data["template"]` names its template), dated `day`. The same data and day give the
    same bytes.

    Raises `SheetFault` for a character without glyph, a text or a word too long, what does not fit its room,
    or whatever
    Typst warns of.
    """
    faults = faults_of(data)
    if faults:
        raise faults[0]
    inputs = {
        "data": json.dumps(data, ensure_ascii=False, sort_keys=True),
        "qr": _qr(data["url"]),
        "codes": json.dumps([_qr(s["qr"]["url"]) for s in data.get("sections", ()) if s.get("qr")]),
        "tokens": paper_tokens(),
        "icons": paper_icons(),
    }
    if data["template"] == "sheet":
        return _fitted(compiler, inputs, data, day)
    if data["template"] == "booklet":
        return _bound(compiler, inputs, data, day)
    pdf = _compile(compiler, inputs, data, day)
    unfit = _asked(compiler, "unfit") if data["template"] in ("phrases", "poster") else []
    if unfit:
        raise _no_room(data, data["sections"][unfit[0]])
    return Printed(pdf, _asked(compiler, "pages"))


def render_sheet(compiler: typst.Compiler, data: dict[str, Any], day: dt.date) -> bytes:
    """The bytes of `render`."""
    return render(compiler, data, day).pdf


def _fitted(compiler: typst.Compiler, inputs: dict[str, str], data: dict[str, Any], day: dt.date) -> Printed:
    """A sheet at the largest size, with the most, that one page holds, or two."""
    steps = steps_of(data)
    inputs |= {"steps": json.dumps(steps), "unmissed": str(unmissed(steps))}
    cap, more = 99, 0
    while True:
        pdf = _compile(compiler, {**inputs, "cap": str(cap), "more": str(more)}, data, day)
        fit, pages, left = (_asked(compiler, name) for name in ("fit", "pages", "left"))
        if not fit["fits"]:
            raise _too_long(data)
        if pages <= fit["pages"] and left >= fit["foot"] - _HAIR:
            return Printed(pdf, pages)
        cap, more = (fit["place"], more) if fit["place"] else (99, more + _MORE)


def _bound(compiler: typst.Compiler, inputs: dict[str, str], data: dict[str, Any], day: dt.date) -> Printed:
    """The booklet, with as much of each procedure as its two pages hold."""
    chapters = data["chapters"]
    steps = json.dumps([chapter_steps(chapter) for chapter in chapters])
    slack = [_SLACK[0]] * len(chapters)
    while True:
        pdf = _compile(compiler, {**inputs, "steps": steps, "slack": json.dumps(slack)}, data, day)
        last = json.loads(compiler.query("<last>", field="value"))
        # Each begins on an even page.
        over = {
            n for n, (before, page) in enumerate(pairwise([_ROAD, *last])) if page > before + 3 - before % 2
        }
        if not over or any(slack[n] >= _SLACK[-1] for n in over):
            break
        slack = [_SLACK[_SLACK.index(lost) + 1] if n in over else lost for n, lost in enumerate(slack)]
    pages = _asked(compiler, "pages")
    if pages != data["leaves"]:
        raise SheetFault(
            data["id"],
            data["reader"],
            "livret",
            f"le livret a {pages} pages et non {data['leaves']} : une démarche dépasse ses deux pages.",
        )
    return Printed(pdf, pages)


def _asked(compiler: typst.Compiler, name: str) -> Any:
    """What the paper just compiled tells of itself under a label."""
    return json.loads(compiler.query(f"<{name}>", field="value", one=True))


def _compile(compiler: typst.Compiler, inputs: dict[str, str], data: dict[str, Any], day: dt.date) -> bytes:
    moment = dt.datetime.combine(day, dt.time(12), dt.UTC)
    try:
        pdf, warnings = compiler.compile_with_warnings(
            input=str(FOLDER / f"{data['template']}.typ"),
            sys_inputs=inputs,
            format="pdf",
            pdf_standards=[*_STANDARDS],
            timestamp=int(moment.timestamp()),
        )
    except typst.TypstError as error:
        field = "code QR (image SVG)" if "SVG" in error.message else "mise en page"
        first = (error.diagnostic or "").split("\n\n")[0]  # it says the same of each place
        raise SheetFault(
            data["id"], data["reader"], field, f"Typst refuse : {error.message} {first}".strip()
        ) from error
    if warnings:
        said = " ; ".join(dict.fromkeys(w.message for w in warnings))
        raise SheetFault(data["id"], data["reader"], "mise en page", f"Typst avertit : {said}")
    return one_file(pdf)


def one_file(made: bytes | list[bytes] | None) -> bytes:
    """What Typst gives for a paper that is one file. Raises TypeError for anything else."""
    if not isinstance(made, bytes):
        raise TypeError("Typst gives one file for a PDF, and for one page as a picture")
    return made


def _too_long(data: dict[str, Any]) -> SheetFault:
    """The fault of a sheet that two pages cannot hold: it names the longest text of its longest part."""
    section = max(data["sections"], key=_signs)
    return _no_room(
        data,
        section,
        (
            "trop long : la fiche ne tient pas sur deux pages à 10,5 points. "
            f"La partie la plus longue est « {section['kind']} » ({_signs(section)} signes)."
        ),
    )


def _no_room(
    data: dict[str, Any], part: Any, sentence: str = "trop long : ce texte ne tient pas dans sa case."
) -> SheetFault:
    """The fault of a part that its room cannot hold: it names the longest text of that part."""
    cell = max(cells_of(part), key=_signs)
    subject, field = split_context(cell["field"], data["id"])
    return SheetFault(subject, data["reader"], field, sentence)


def _signs(part: Any) -> int:
    return sum(len(run["t"]) for cell in cells_of(part) for run in cell["runs"])


@lru_cache(maxsize=256)
def _qr(url: str) -> str:
    """The QR code of a page's address, as SVG."""
    buffer = io.BytesIO()
    segno.make(url, error="m", micro=False).save(
        buffer, kind="svg", border=4, xmldecl=False, svgns=True, nl=False
    )
    return buffer.getvalue().decode("ascii")
