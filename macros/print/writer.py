"""Phrases -> cells: runs of text that Typst draws as they are. Content never becomes Typst source.

A text of a sheet is a list of cells, one a column: the reader's language alone, or French then the reader's
language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..guide.content import split_reference
from ..guide.french_view import in_french
from ..guide.guide import Guide
from ..language.direction import END, LEFT_TO_RIGHT, script_of
from ..language.typography import in_one_piece, typeset
from ..model.fields import Phrase
from ..speech.addresses import address, short_address
from ..speech.spans import Span, spans
from .print_faults import SheetFault

Cell = dict[str, Any]
Texts = list[Cell]

#: Signs that our font draws apart from their letter, which is then there twice when the PDF is searched or
#: read aloud; and the stroke that only stretches a word. Arabic keeps its vowel signs: the font draws each
#: letter with its sign (`scripts/dev/vowel_signs.py`).
_DRAWN_APART = {"ar": re.compile("[\u0670\u0640]")}
_SIGNS = re.compile("[\u064b-\u0652\u0670\u0640]")
#: What stands before an Arabic word and belongs to none.
_ARTICLE = re.compile("^(?:[\u0648\u0641\u0628\u0643]?\u0627\u0644|[\u0648\u0641]?\u0644\u0644)")
_ISOLATE = re.compile(f"{LEFT_TO_RIGHT}([^{END}]*){END}")
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


@dataclass
class Column:
    """A column of a sheet: its language, what resolves its tokens, and the terms it has already explained."""

    guide: Guide
    french: bool
    explained: set[str] = field(default_factory=set)

    @property
    def lang(self) -> str:
        """The language of the column."""
        return self.guide.lang

    @property
    def dir(self) -> str:
        """How the language of the column runs, `ltr` or `rtl`."""
        return self.guide.language.dir


class Writer:
    """Makes the texts of one paper. `base_url` ends with a slash; links to a page that is in `inside` stay
    inside the paper; with `refers`, other pages are named by their number, which paper can follow.
    """

    def __init__(
        self,
        guide: Guide,
        bilingual: bool,
        base_url: str,
        inside: Container[str] = (),
        refers: bool = False,
    ) -> None:
        self.guide = guide
        self.refers = refers
        self.base_url = base_url
        self.inside = inside
        self.french_guide = guide.french
        self.columns = [Column(self.french_guide, True)] if bilingual else []
        self.columns.append(Column(guide, False))

    def url(self, reference: str) -> str:
        """The full address of a page in the sheet's language."""
        return f"{self.base_url}{self.guide.lang}/{address(reference, self.guide.content)}"

    def texts(self, phrase: Phrase) -> Texts:
        """`phrase` in each column."""
        return [self._cell(column, phrase) for column in self.columns]

    def french(self, phrase: Phrase) -> Texts:
        """The French of `phrase`, once."""
        return [self._cell(Column(self.french_guide, True), phrase)]

    def interface(self, key: str, **fills: Texts | Callable[[str], str] | str) -> Texts:
        """The interface's word `key`; `{name}` becomes a text, a plain string, or what a function of the
        language gives.

        Raises `SheetFault` when `interface.yml` lacks the word.
        """
        phrase = self.interface_phrase(key)
        return [self._filled(i, self._cell(column, phrase), fills) for i, column in enumerate(self.columns)]

    def interface_phrase(self, key: str) -> Phrase:
        """The interface's word `key`, as it is. Raises as `interface` does."""
        phrase = self.guide.content.interface.get(key)
        if phrase is None:
            raise SheetFault("interface", self.guide.lang, key, "ce mot manque dans content/interface.yml.")
        return phrase

    def words(
        self, text: Callable[[str], str] | str, origin: str, lang: str | None = None, kind: str = "text"
    ) -> Texts:
        """Words that no editor wrote (a date, a law, a place's name): the same in each column, or a function
        of its language.

        `lang` is the language they are written in, when it is not the column's; `origin` names them in
        faults; `kind` is how they are
        drawn (`ltr`: in one piece, from left to right).
        """
        return [
            self._made(
                [_run(text if isinstance(text, str) else text(column.lang), kind)],
                origin,
                lang or column.lang,
            )
            for column in self.columns
        ]

    def joined(self, parts: list[Texts], separator: str) -> Texts:
        """Several texts in one, with a separator between them."""
        cells = []
        for pieces in zip(*parts, strict=True):
            runs = [
                run
                for i, piece in enumerate(pieces)
                for run in ([_run(separator)] if i else []) + _inside(piece, pieces[0]["lang"])
            ]
            cells.append({**pieces[0], "runs": runs})
        return cells

    def _cell(self, column: Column, phrase: Phrase) -> Cell:
        shown = in_french(phrase) if column.french else phrase
        resolver = self.french_guide if shown.lang == "fr" else column.guide
        runs = [run for span in spans(resolver, shown) for run in self._runs(column, span, shown.lang)]
        return self._made(
            runs,
            shown.context,
            shown.lang,
            missing=not column.french and shown.state in ("fuzzy", "missing"),
        )

    def _made(self, runs: list[dict[str, Any]], origin: str, lang: str, missing: bool = False) -> Cell:
        language = self.guide.content.languages.get(lang)
        apart = (
            _DRAWN_APART.get(lang.split("-", maxsplit=1)[0], _SIGNS) if script_of(lang) == "Arab" else None
        )
        return {
            "lang": lang,
            "dir": language.dir if language else "ltr",
            "field": origin,
            "missing": missing,
            "runs": [
                {**part, "t": apart.sub("", part["t"])} if apart else part
                for run in runs
                for part in _isolated(run)
            ],
        }

    def _runs(self, column: Column, span: Span, lang: str) -> list[dict[str, Any]]:
        if span.kind == "page" and (label := label_of(span.target)) in self.inside:
            return [_run(span.text, "ref", span.strong, label)]
        if span.kind == "page":
            return [_run(span.text, "link", span.strong, self.url(span.target)), *self._see(column, span)]
        if span.kind == "web":
            host = span.target.split("//", 1)[1].split("/", 1)[0]
            shown = [] if host in span.text else [_run(" ("), _run(host, "ltr"), _run(")")]
            return [_run(span.text, "link", span.strong, span.target), *shown]
        if span.kind == "phone":
            return [_run(in_one_piece(span.text), "ltr", True, span.target)]
        if span.kind == "term" and span.note and span.target not in column.explained:
            column.explained.add(span.target)
            note = _run(
                typeset(span.note.rstrip("."), span.note_lang or lang),
                lang=span.note_lang if span.note_lang != lang else "",
            )
            return [_run(span.text, strong=span.strong), _run(" ("), note, _run(")")]
        return [_run(span.text, strong=span.strong)]

    def _see(self, column: Column, span: Span) -> list[dict[str, Any]]:
        """« (fiche 27) »: how paper leads to another page, which no finger opens there; with its title where
        the words of the link do not tell it (« cette page »).
        """
        number = short_address(label_of(span.target), self.guide.content)
        if not number or not self.refers:
            return []
        interface = column.guide.content.interface
        short = interface["fiche-courte-numero"]
        said = in_one_piece((short.fr if column.french else short.text).replace("{numero}", number))
        title = column.guide.title(span.target)
        if _tells(span.text, title.fr if column.french else title.text):
            return [{**_run(f" ({said})"), "n": number}]
        whole = interface["fiche-courte-titre"]
        before, after = (whole.fr if column.french else whole.text).replace("{fiche}", said).split("{titre}")
        shown = in_french(title) if column.french else title
        named = _run(typeset(shown.text, shown.lang), lang=shown.lang if shown.lang != column.lang else "")
        return [{**_run(f" ({typeset(before, column.lang)}"), "n": number}, named, _run(f"{after})")]

    def _filled(
        self, index: int, cell: Cell, fills: Mapping[str, Texts | Callable[[str], str] | str]
    ) -> Cell:
        runs: list[dict[str, Any]] = []
        for run in cell["runs"]:
            for i, part in enumerate(_PLACEHOLDER.split(run["t"])):
                if i % 2 == 0:
                    runs += [{**run, "t": part}] if part else []
                elif isinstance(fill := fills.get(part, f"{{{part}}}"), list):
                    runs += _inside(fill[index], cell["lang"])
                else:
                    runs.append({**run, "t": fill if isinstance(fill, str) else fill(cell["lang"])})
        return {**cell, "runs": runs}


def _run(
    text: str, kind: str = "text", strong: bool = False, url: str = "", lang: str = ""
) -> dict[str, Any]:
    """A run: its text, how it is drawn (`text`, `link`, `ltr`, or `ref`: a page inside the book), whether it
    is bold, and its language when
    not its cell's. `_isolated` adds `w` to what goes from left to right inside another direction."""
    run: dict[str, Any] = {"t": text, "k": kind}
    return (
        run | ({"s": True} if strong else {}) | ({"u": url} if url else {}) | ({"lang": lang} if lang else {})
    )


def _isolated(run: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A run cut where a number or a name goes from left to right: Typst isolates it, with no sign that would
    stay in the PDF's text.
    """
    if run["k"] == "ref" or LEFT_TO_RIGHT not in run["t"]:
        yield run
        return
    for index, part in enumerate(_ISOLATE.split(run["t"])):
        if part:
            yield {**run, "t": part} | ({"w": True} if index % 2 else {})


def _inside(cell: Cell, lang: str) -> list[dict[str, Any]]:
    """The runs of a cell put into another one, marked with their language when it is not the other's."""
    return [run if cell["lang"] == lang else {"lang": cell["lang"], **run} for run in cell["runs"]]


def _tells(text: str, title: str) -> bool:
    """Whether the words of a link name the page that it leads to: its title has the beginning of one."""
    words = re.findall(r"[^\W\d_]+", _SIGNS.sub("", text).casefold())
    inside = _SIGNS.sub("", title).casefold()
    roots = (_ARTICLE.sub("", word)[:4] for word in words)
    return any(root in inside for root in roots if len(root) == 4 or (len(root) == 3 and not root.isascii()))


def label_of(reference: str) -> str:
    """The label of a page inside a book (`demarche:dalo`), whole even where an editor wrote the id alone."""
    return ":".join(split_reference(reference))


def plain(cell: Cell) -> str:
    """The words of a cell."""
    return "".join(run["t"] for run in cell["runs"])


def bold(texts: Texts) -> Texts:
    """The same texts in bold."""
    return [{**cell, "runs": [{**run, "s": True} for run in cell["runs"]]} for cell in texts]


def cells_of(value: Any) -> Iterator[dict[str, Any]]:
    """Every cell of a sheet's data, at any depth."""
    if isinstance(value, dict):
        if "runs" in value:
            yield value
        else:
            for child in value.values():
                yield from cells_of(child)
    elif isinstance(value, list):
        for child in value:
            yield from cells_of(child)
