"""Whatever an editor or a translator types in any field is a
fault or a text: never run, never read as HTML, never lost.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml

from macros.export.data import data_files
from macros.guide.guide import Guide
from macros.guide.texts import messages
from macros.opening import forget, open_content, open_guide
from macros.places.faults import Fault
from macros.places.po_file import Entry
from macros.print.compiling import new_compiler
from macros.print.compiling import render as print_sheet
from macros.print.coverage import faults_of
from macros.print.plan import plan as papers_of
from macros.search.index import index_scripts
from macros.source.catalogue import dump
from macros.source.load import load
from macros.web.document import document
from macros.web.front_door import front_door, short_pages, sitemap
from macros.web.pages import references
from macros.web.staging import navigation, titles
from scripts.build.mkdocs_engine import LanguageJob, build_language, configuration, stage
from scripts.build.request import Plan
from support import DAY, ROOT
from support.carpet import Carpet, number_at

BASE = "https://exemple.fr/"
SITE = {"languages": ["fr", "ar"], "papers": {}, "base_url": BASE}
SOUND = "sain"

TEMPLATES = ["{{7*7}}", "{% raw %}", "{#", "${{7*7}}", "{%- set x = 1 -%}", "{{ ''.__class__.__mro__ }}"]
HIDDEN = ["a\0b", "a\u001bb", "a\u202eb", "\u0002wzxhzdk:0\u0003"]
TEXTS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style></script>",
    "<!--",
    "]]>",
    "<b",
    "&lt;b&gt; &amp;",
    "&#123;&#123;7*7&#125;&#125;",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    "javascript:alert(1)",
    "//exemple.fr",
    "[x]: javascript:alert(1)",
    "[x](javascript:alert(1))",
    "[x](data:text/html,a)",
    "[<i>x</i>](demarche:demarche)",
    "{ onclick=alert(1) }",
    "{: #x onclick=alert(1) }",
    "# titre",
    "| a | b |",
    "![x](x)",
    "*a* _b_ ~c~",
    "a\\",
    "`a`",
    '#eval("1+1")',
    "$7*7$",
    '#import "x"',
    "@ref",
    "=1+1",
    "BEGIN:VCARD",
    "a\n\n<p onclick=x>b",
    "a\r\nEND:VCARD",
    "\\n",
    "!ENV [HOME]",
    "!!python/object/apply:os.system ['id']",
    "%(x)s %s",
    "{0.__class__}",
    "__proto__",
    "a\u2028b",
    "a\u0085b",
    "- a",
    "a: b #c",
]


class Shape(HTMLParser):
    """A page read as a browser reads it: its elements with
    the names of their attributes, every text and every value.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.texts: list[str] = []
        self.addresses: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.texts += [value for _, value in attrs if value]
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action")]

    def handle_data(self, data: str) -> None:
        self.texts += (
            strings_of(json.loads(data))
            if data[:1] == "{" and ('"edition"' in data or '"roles"' in data)
            else [data]
        )


def strings_of(value: Any) -> list[str]:
    """Every string of a value read from JSON."""
    if isinstance(value, str):
        return [value]
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for child in children for text in strings_of(child)]


def flat(text: str) -> str:
    """`text` less what typography changes."""
    return " ".join(re.sub("[\u00a0\u202f]", " ", text).split())


class Written:
    """The carpet written in a folder with a text in every free string
    where the checks let it stand, and something sound elsewhere.
    """

    def __init__(self, folder: Path, payload: str) -> None:
        self.folder, self.payload = folder / "content", payload
        self.refused: set[int] = set()
        carpet = self._write()
        left = self._errors()
        # Of a file with faults in every line, so many are told at a time.
        while found := {number_at(carpet, self.folder, fault) or 0 for fault in left} - self.refused:
            self.refused |= found
            carpet = self._write()
            left = self._errors()
        self.where = carpet.where
        assert left == [], "a fault that names no text"

    def _errors(self) -> list[Fault]:
        return [fault for fault in open_content(self.folder, DAY).faults if fault.is_error]

    def _write(self) -> Carpet:
        shutil.rmtree(self.folder, ignore_errors=True)
        carpet = Carpet(lambda number: SOUND if number in self.refused else self.payload)
        carpet.write(self.folder, ROOT / "content/interface.yml")
        forget()
        return carpet

    def guide(self) -> Guide:
        return open_guide(self.folder, DAY, "petit")


def pages_of(guide: Guide) -> dict[str, str]:
    plan = Plan(ROOT, ROOT, "petit", None, DAY, Path("out"), work=Path("work"))
    made = configuration(guide, plan, ["fr", "ar"], Path("work"), Path("out"))
    settings = yaml.safe_load(json.dumps(made, ensure_ascii=False, indent=1))
    assert settings == json.loads(json.dumps(made)), "the engines read the configuration as it was written"
    found = {r: document(guide, r, settings, SITE) for r in references(guide.content, guide.lang)}
    return found | front_door({"fr": guide}) | short_pages({"fr": guide})


def shapes(guide: Guide) -> dict[str, Shape]:
    return {name: Shape(html) for name, html in pages_of(guide).items()}


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> tuple[dict[str, Shape], set[int]]:
    """The pages of a carpet that says nothing strange, and the free strings that they show."""
    written = Written(tmp_path_factory.mktemp("plain"), SOUND)
    found = shapes(written.guide())
    return found, {
        int(n)
        for shape in found.values()
        for text in shape.texts
        for n in re.findall(r"Mot(\d+) sain", flat(text))
    }


def shown_in(texts: Iterator[str] | list[str], payload: str) -> set[int]:
    """The numbers that stand before `payload` in some texts."""
    wanted = re.compile(r"Mot(\d+) " + re.escape(flat(payload)))
    return {int(n) for text in texts for n in wanted.findall(flat(text))}


def test_the_carpet_holds_a_text_in_every_kind_and_shows_it(plain):
    _, seen = plain
    assert len(seen) > 300


def test_every_model_of_the_content_is_in_the_carpet(tmp_path):
    """A new kind of object must be given a place in `carpet.py`; a new field is there by itself."""
    from macros.guide.content import Content

    Written(tmp_path, SOUND)
    content = load(tmp_path / "content")[0]
    empty = [
        name for name in Content.__dataclass_fields__ if name != "doubtful" and not getattr(content, name)
    ]
    assert empty == []


@pytest.mark.parametrize("payload", TEMPLATES + HIDDEN)
def test_no_string_may_hold_a_template_or_a_hidden_character(tmp_path, payload):
    written = Written(tmp_path, payload)
    assert set(written.where) - written.refused == set(), "these fields take it"


@pytest.mark.parametrize("payload", TEXTS)
def test_a_text_changes_no_page_but_by_its_words(tmp_path, plain, payload):
    written = Written(tmp_path, payload)
    calm, seen = plain
    found = shapes(written.guide())
    assert {n: s.elements for n, s in found.items()} == {n: s.elements for n, s in calm.items()}
    assert [
        a
        for s in found.values()
        for a in s.addresses
        if not re.match(r"https?://|mailto:|tel:|sms:|geo:0,0|[.\w/#?-]*$", a)
    ] == []
    shown = shown_in([text for s in found.values() for text in s.texts], payload)
    lost = sorted(written.where[n] for n in seen - written.refused - shown)
    assert lost == []


def test_most_texts_are_texts(tmp_path):
    """The test above would say nothing of a payload that every field refuses."""
    counts = {
        payload: len(Written(tmp_path, payload).refused)
        for payload in ('" onmouseover="alert(1)', "=1+1", "$7*7$")
    }
    assert max(counts.values()) == 0


@pytest.mark.parametrize(
    "payload", ['"\n=1+1', "\\", "a\r\nEND:VCARD\r\nBEGIN:VCARD", "</script><script>alert(1)", "' ;,", "<!--"]
)
def test_the_data_stay_what_they_are(tmp_path, payload):
    guide = Written(tmp_path, payload).guide()
    files = data_files(guide)
    for name, text in files.items():
        if name.endswith(".json"):
            assert json.loads(text)["version"] == 1
        elif name.endswith(".vcf"):
            lines = text.split("\r\n")
            assert [
                line for line in lines if "\n" in line or "\r" in line or line.startswith(("BEGIN", "END"))
            ] == ["BEGIN:VCARD", "END:VCARD"]
    rows = list(csv.reader(io.StringIO(files["contacts.csv"]), delimiter=";"))
    assert len(rows) == 3 and len({len(row) for row in rows}) == 1
    assert [cell for row in rows for cell in row if cell.lstrip()[:1] in ("=", "+", "@")] == []
    for name, script in index_scripts(guide).items():
        assert "</script" not in script, name
        assert json.loads(script.partition("=")[2].rstrip().rstrip(";"))
    assert "<loc>" in sitemap({"fr": guide}, BASE)


def test_a_paper_prints_every_text_as_it_is(tmp_path):
    payload = '" #eval("1+1") $123*789$ #import "x" @ref _a_ = b'
    guide = Written(tmp_path, payload).guide()
    made = [
        s
        for s in papers_of({"fr": guide}, BASE)
        if s.path.endswith(("fiches/demarche.pdf", "criteres/critere.pdf", "fiches/phrases.pdf"))
    ]
    assert [str(f) for s in made for f in faults_of(s.data)] == []
    for sheet in made:
        document = pypdfium2.PdfDocument(print_sheet(new_compiler(), sheet.data, DAY).pdf)
        text = flat(" ".join(page.get_textpage().get_text_range() for page in document))
        assert '#eval("1+1")' in text and "$123*789$" in text and "97047" not in text, sheet.path


def translated(
    folder: Path, payload: str, refused: frozenset[str] = frozenset()
) -> tuple[frozenset[str], int, Path]:
    """A carpet in French whose every translation says `payload`, but for the contexts `refused` and
    those that the checks refuse; returns what was refused, how many translations stand, and the folder.
    """
    written = Written(folder, SOUND)
    wanted = list(messages(load(written.folder)[0]))
    path = written.folder / "translations/ar.po"
    path.parent.mkdir()
    for _ in range(2):
        said = {m.context: Entry(m.fr, "" if m.context in refused else f"{m.fr} {payload}") for m in wanted}
        path.write_text(dump(said, wanted, "ar"), encoding="utf-8")
        forget()
        told = [f.message.partition(" : ")[0] for f in open_content(written.folder, DAY).faults if f.is_error]
        refused |= set(told)
    assert told == []
    return refused, len(wanted) - len(refused), written.folder


@pytest.mark.parametrize("payload", [*TEMPLATES, "a\u202eb", "\u0002wzxhzdk:0\u0003"])
def test_no_translation_may_hold_a_template_or_a_hidden_character(tmp_path, payload):
    assert translated(tmp_path, payload)[1] == 0


@pytest.mark.parametrize(
    "payload",
    [
        '" onmouseover="x',
        "<img src=x onerror=x>",
        "[x](javascript:x)",
        "{: onclick=x }",
        "&lt;b&gt;",
        "</script>",
        "*a* _b_",
        "# a",
    ],
)
def test_a_translation_changes_no_page_but_by_its_words(tmp_path, payload):
    refused, _, folder = translated(tmp_path / "a", payload)
    *_, calm = translated(tmp_path / "b", SOUND, refused)
    found, wanted = (shapes(open_guide(f, DAY, "petit", "ar")) for f in (folder, calm))
    assert {n: s.elements for n, s in found.items()} == {n: s.elements for n, s in wanted.items()}


RUN = "{{ 7*7 }} {% raw %} {# x #} <b>"


@pytest.fixture(scope="module")
def unchecked(tmp_path_factory) -> LanguageJob:
    """A small guide staged for the engines, whose titles and words hold what no check would let through."""
    folder = tmp_path_factory.mktemp("unchecked")
    guide = Written(folder, SOUND).guide()
    job = stage(
        guide,
        Plan(ROOT, folder / "content", "petit", ["fr"], DAY, folder / "site", work=folder / "work"),
        ["fr"],
        folder / "site",
    )
    settings = json.loads(job.config.read_text(encoding="utf-8"))
    own = settings["extra"]["guide"]
    own["titles"] = dict.fromkeys(own["titles"], RUN)
    own["words"] = {key: f"{word} {RUN}" for key, word in own["words"].items()}
    settings |= {"site_name": RUN, "site_description": RUN, "site_dir": "site"}
    job.config.write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    return LanguageJob("fr", job.config, job.config.parent / "site")


def test_no_word_of_the_content_is_a_title_of_the_menu(tmp_path):
    """The macros plugin renders the titles of the menu as templates."""
    guide = Written(tmp_path, SOUND).guide()
    assert "Mot" in json.dumps(titles(guide)) and "Mot" not in json.dumps(navigation(guide))


def with_mkdocs(job: LanguageJob) -> None:
    assert build_language(job).faults == ()


def with_zensical(job: LanguageJob) -> None:
    command = [sys.executable, "-m", "zensical", "build", "-f", job.config.name]
    done = subprocess.run(command, cwd=job.config.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("engine", [with_mkdocs, with_zensical])
def test_no_engine_renders_a_title_or_a_word(unchecked, engine):
    shutil.rmtree(unchecked.site, ignore_errors=True)
    engine(unchecked)
    page = Shape((unchecked.site / "demarches/demarche/index.html").read_text(encoding="utf-8"))
    assert f"{RUN} – {RUN}" in page.texts
    assert [text for text in page.texts if text.startswith("49") or " 49 " in text] == []
    assert ("b", ()) not in page.elements
