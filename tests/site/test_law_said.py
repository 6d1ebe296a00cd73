"""What a page must say of the law, and must never say: a line a case in `tests/said/*.tsv`.

Four columns: page, must or must-not, words, source. A page is named by its address (`demarches/expulsion`), a
printed sheet too (`fiches/expulsion.pdf`). `ar/` before it asks for that language, else it is French;
`#delai-appel` after it asks for the one element that has this id (`courriers#decision-expulsion` is one
card). The words are a regular expression, capitals or not; all spaces are equal.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

import pypdfium2
import pytest

from macros.print.compiling import new_compiler
from macros.print.compiling import render as print_sheet
from macros.print.sheets import criterion_data, sheet_data
from macros.speech.addresses import address
from macros.views.aids import lengths
from macros.web.pages import references, render
from oracles.delays import marks_of
from support import DAY, TESTS
from support.guides import real

SAID = TESTS / "said"
BASE = "https://guide.example.org/"
_SITE = {"languages": ["fr", "en", "ar"], "papers": {}, "base_url": "", "report": ""}
_EMPTY = ("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")
_BLOCKS = ("blockquote", "br", "dd", "details", "div", "dt", "li", "p", "section", "summary", "td", "th")
_ADDRESS = re.compile(r"(?:(?P<lang>[a-z]{2})/)?(?P<address>[a-z0-9./-]+?)/?(?:#(?P<part>[a-z0-9-]+))?")
_SHEET = re.compile(r"fiches/(?P<criterion>criteres/)?(?P<id>[a-z0-9-]+)\.pdf")


@dataclass(frozen=True)
class Case:
    """A line: `page` says where, `verdict` must or must-not, `words` what, `source` why."""

    page: str
    verdict: str
    words: str
    source: str

    def holds(self, text: str) -> bool:
        """Whether `text` says it, or does not, as asked. Raises ValueError for another verdict."""
        if self.verdict not in ("must", "must-not"):
            raise ValueError(f"« {self.verdict} » : must ou must-not")
        found = re.search(self.words, text, re.IGNORECASE) is not None
        return found == (self.verdict == "must")


def cases_of(text: str) -> list[Case]:
    """The cases of a file; a line that begins with « # » is a remark.

    Raises ValueError with the line that has not four columns.
    """
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    for line in lines:
        if line.count("\t") != 3:
            raise ValueError(f"quatre colonnes attendues : {line}")
    return [Case(*(cell.strip() for cell in line.split("\t"))) for line in lines]


class _Words(HTMLParser):
    """The words of a text, or of the one element that has the id `part`."""

    def __init__(self, part: str | None) -> None:
        super().__init__()
        self.part = part
        self.depth = 0 if part else 1
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        begins = self.part is not None and dict(attrs).get("id") == self.part
        if self.depth and tag in _BLOCKS:
            self.found.append(" ")
        if tag not in _EMPTY and (begins or self.depth):
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if self.part and self.depth and tag not in _EMPTY:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.found.append(data)


def words_of(html: str, part: str | None = None) -> str:
    """The words of a page, or of its element `part`, with plain spaces."""
    reader = _Words(part)
    reader.feed(html)
    return " ".join(unescape("".join(reader.found)).split())


@lru_cache(maxsize=3)
def _guide(lang: str):
    return real(lang)


@lru_cache(maxsize=3)
def _pages(lang: str) -> dict[str, str]:
    """Address -> page reference, of every page of the guide in `lang`."""
    content = _guide(lang).content
    return {address(reference, content).rstrip("/"): reference for reference in references(content, lang)}


@lru_cache(maxsize=64)
def _page(lang: str, where: str) -> str:
    return render(_guide(lang), _pages(lang)[where], _SITE)


@lru_cache(maxsize=64)
def _sheet(lang: str, identifier: str, of_criterion: bool) -> str:
    guide = _guide(lang)
    content = guide.content
    if of_criterion:
        data = criterion_data(guide, content.criteria[identifier], False, BASE)
    else:
        data = sheet_data(guide, content.procedures[identifier], False, BASE)
    pdf = pypdfium2.PdfDocument(io.BytesIO(print_sheet(new_compiler(), data, DAY).pdf))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def text_of(page: str) -> str:
    """What the reader of `page` reads. Raises ValueError for an address where no page is."""
    match = _ADDRESS.fullmatch(page)
    lang, where = (match["lang"] or "fr", match["address"]) if match else ("fr", page)
    sheet = _SHEET.fullmatch(where)
    if sheet:
        return _sheet(lang, sheet["id"], bool(sheet["criterion"]))
    if match is None or where not in _pages(lang):
        raise ValueError(f"« {page} » : aucune page à cette adresse")
    return words_of(_page(lang, where), match["part"])


FILES = sorted(SAID.glob("*.tsv"))
CASES = [case for path in FILES for case in cases_of(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.page} {case.verdict} {case.words}"[:90])
def test_the_law_is_said(case: Case):
    text = text_of(case.page)
    assert text and case.holds(text), f"{case.page} {case.verdict}: {case.words} ({case.source})"


def last_days(delay_id: str, start: dt.date) -> dict[str, dt.date]:
    """Mark -> day that the calculator of delays gives."""
    guide = _guide("fr")
    delay = next(d for d in guide.content.pathways["mes-delais"].delays if d.id == delay_id)
    known = {mark.value: lengths(guide, mark.value) for mark in delay.marks}
    return marks_of(delay, start, {value: (found["all"], found["unit"]) for value, found in known.items()})


def test_the_last_days_to_appeal_are_not_put_off_by_a_week_end():
    received = dt.date(2026, 12, 3)
    sunday = dt.date(2027, 1, 3)
    assert last_days("jugement", received) == {"refere": dt.date(2026, 12, 18), "appel": sunday}


def test_an_older_lease_has_a_second_day():
    received = dt.date(2026, 12, 1)
    older = dt.date(2027, 2, 1)
    assert last_days("commandement-payer", received) == {"payer": dt.date(2027, 1, 12), "ancien": older}


def test_each_file_has_cases_and_each_case_its_source():
    assert FILES
    assert [case for case in CASES if not case.source] == []


@pytest.mark.parametrize(("verdict", "holds"), [("must", True), ("must-not", False)])
def test_a_case_holds(verdict, holds):
    assert Case("demarches/x", verdict, "2 mois", "loi").holds("Vous avez 2 mois.") is holds


def test_another_verdict_is_refused():
    with pytest.raises(ValueError, match="must"):
        Case("demarches/x", "should", "2 mois", "loi").holds("Vous avez 2 mois.")


def test_a_line_without_its_source_is_refused():
    with pytest.raises(ValueError, match="quatre colonnes"):
        cases_of("demarches/x\tmust\t2 mois\n")


def test_an_address_without_page_is_refused():
    with pytest.raises(ValueError, match="aucune page"):
        text_of("demarches/n-existe-pas")


def test_a_remark_is_no_case():
    assert cases_of("# page\tmust\twords\tsource\n\n") == []


def test_the_words_of_one_element():
    assert words_of('<p id="a">Un<br>deux <b>trois</b></p><p id="b">quatre</p>', "a") == "Un deux trois"


def test_spaces_are_equal():
    assert words_of("<p>6\u00a0semaines\n pour</p>") == "6 semaines pour"
