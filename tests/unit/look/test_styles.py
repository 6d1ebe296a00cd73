"""Style sheets: files with a name each, published as a few, in step with what is written; nothing dead."""

from __future__ import annotations

import re
import shutil
import subprocess
from types import SimpleNamespace

import pytest

from macros import define_env
from macros.look import styles
from macros.look.styles import DOOR, SHEETS, sheet
from macros.look.tokens import CSS
from macros.opening import open_guide
from macros.web.staging import look, write_texts
from scripts.build.mkdocs_engine import stage
from scripts.build.request import Plan
from support import DAY, ROOT

FILES = sorted(CSS.glob("*.css"))


def test_a_sheet_is_its_files_in_order(monkeypatch, tmp_path):
    monkeypatch.setattr(styles, "CSS", tmp_path)
    (tmp_path / "one.css").write_text("a {\n  color: var(--ink);\n}\n")
    (tmp_path / "two.css").write_text("/* Why. */\n\nb {\n}\n")
    assert sheet(("one", "two")) == "a {\ncolor: var(--ink);\n}\nb {\n}\n"


def test_every_file_is_published():
    published = [name for files in (*SHEETS.values(), DOOR) for name in files]
    assert sorted(set(published)) == sorted(path.stem for path in FILES)


def test_no_file_is_published_twice_to_the_same_page():
    published = [name for files in SHEETS.values() for name in files]
    assert len(published) == len(set(published))


def test_what_is_published_is_written_below_docs(tmp_path):
    write_texts(look(), tmp_path)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {
        "assets/css/guide.css",
        "assets/css/print.css",
        "assets/css/desk.css",
        "assets/css/letter.css",
        "assets/img/icon.svg",
    }


def test_what_is_in_step_is_not_written_again(tmp_path):
    write_texts(look(), tmp_path)
    assert not write_texts(look(), tmp_path)


def test_what_is_not_in_step_is_written_again(tmp_path):
    write_texts(look(), tmp_path)
    (tmp_path / "assets/css/guide.css").write_text("old", encoding="utf-8")
    write_texts(look(), tmp_path)
    assert (tmp_path / "assets/css/guide.css").read_text(encoding="utf-8") == sheet(SHEETS["guide.css"])


def in_step(docs) -> bool:
    """Whether the sheets and the icon below `docs` are what is written today."""
    return all((docs / path).read_text(encoding="utf-8") == text for path, text in look().items())


def test_plain_mkdocs_serve_has_today_s_sheets(valid, tmp_path):
    docs = tmp_path / "docs"
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets")
    settings = {"lang": "fr", "territory": "petit", "content": str(valid)}
    conf = {
        "config_file_path": str(tmp_path / "mkdocs.yml"),
        "docs_dir": str(docs),
        "extra": {"guide": settings},
    }
    define_env(SimpleNamespace(conf=conf, macro=lambda function: function))
    assert in_step(docs)


def test_a_build_has_today_s_sheets(valid, tmp_path):
    guide = open_guide(valid, DAY, "petit")
    plan = Plan(ROOT, valid, "petit", ["fr"], DAY, tmp_path / "site", work=tmp_path / "work")
    stage(guide, plan, ["fr"], tmp_path / "site" / "fr")
    assert in_step(plan.staging / "fr" / "docs")


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no checkout: a copy has no history")
def test_no_published_sheet_is_committed():
    known = subprocess.run(["git", "ls-files", "docs"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [path for path in look() if f"docs/{path}" in known.stdout.split()] == []


# What is written.


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_line_holds_one_declaration(path):
    code = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
    assert [line for line in code.splitlines() if line.count(";") > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_line_is_read_at_a_glance(path):
    assert [line for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 110] == []


def selectors(css: str) -> list[str]:
    """The selectors of a style sheet, one by one."""
    rules = re.findall(r"([^{};]+)\{", re.sub(r"/\*.*?\*/", "", css, flags=re.S))
    return [one.strip() for rule in rules if "@" not in rule for one in re.split(r",(?![^(]*\))", rule)]


def test_selectors_are_told_apart():
    assert selectors("a, .b:not(.c, .d) {x: y} @media print {\n#e {x: y}}") == ["a", ".b:not(.c, .d)", "#e"]


def names(css: str) -> set[str]:
    """The classes and the ids that a style sheet speaks of."""
    return {name for one in selectors(css) for name in re.findall(r"[.#]([a-zA-Z][\w-]*)", one)}


def source() -> str:
    """All that makes pages: templates, the theme, Python and scripts."""
    found = [
        path
        for folder, kinds in {"macros": (".j2", ".html", ".py"), "docs/assets": (".js",)}.items()
        for path in (ROOT / folder).rglob("*")
        if path.suffix in kinds
    ]
    return "\n".join(path.read_text(encoding="utf-8") for path in found)


#: Classes that are made of a name: `g-` and the name of a picture, or the kind of a list of papers.
MADE = {"g-house", "g-skyline", "g-required", "g-later", "g-never"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_styled_is_on_a_page(path):
    words = set(re.findall(r"[\w-]+", source()))
    assert names(path.read_text(encoding="utf-8")) - words - MADE == set()


@pytest.mark.parametrize("sheet_name", SHEETS)
def test_a_selector_says_a_thing_once(sheet_name):
    """Two rules of one selector that set the same property outside of a media query: the first is dead."""
    said: dict[tuple[str, str], str] = {}
    twice = []
    css = re.sub(r"@(?:media|container)[^{]+\{(?:[^{}]+\{[^{}]*\})*\s*\}", "", sheet(SHEETS[sheet_name]))
    for rule, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        for one in selectors(f"{rule}{{"):
            for name in re.findall(r"([\w-]+):", body):
                twice += (
                    [f"{one} {name}"] if (one, name) in said and "," not in said[one, name] + rule else []
                )
                said[one, name] = rule
    assert twice == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_letter_is_slanted(path):
    """Arabic has no slanted letters: a browser would make them up."""
    css = path.read_text(encoding="utf-8")
    assert re.findall(r"font-style:\s*(?!normal)\w+|\bfont:[^;]*italic", css) == []
