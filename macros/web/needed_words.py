"""The words of the interface that pages and papers show, as their own sources name them.

One that is missing would stop a build; one that is not among them is shown by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, nodes

from ..model.kinds import FIXED_PAGES, PAGES
from ..views.indexes import HEADINGS
from ..views.page import section_words
from .desk import MOMENTS
from .environment import TEMPLATES, environment

_PACKAGE = Path(__file__).parent.parent
_THEME = Path(__file__).parent / "theme"

#: What is put together from a beginning and a name: the beginning -> the names that come after it.
_FAMILIES = {
    "page-": tuple(FIXED_PAGES),
    "contacts-": tuple(HEADINGS),
    "genre-": (*PAGES, "commune", "terme", "courrier", "page"),
    "moment-": MOMENTS,
    "acces-etat-": ("non", "partiel", "total"),
}
#: What is only handed on from one function to another.
_OTHERS = ("fiche-pages", "fiches-zip-nombre", "taille-ko", "taille-mo")
#: Functions of templates whose first argument is a word, and mappings of words.
_CALLS = ("ui", "ui_text", "word")
_MAPPINGS = ("w", "words")

_KEY = r'"([a-z0-9]+(?:-[a-z0-9]+)*)"'
#: The same in Python: a call, a look-up, a section's title, a table of words.
_IN_PYTHON = (
    re.compile(rf"\binterface\(\s*{_KEY}"),
    re.compile(rf"\b(?:interface|words)\[{_KEY}\]"),
    re.compile(rf'\bsection\(\s*writer,\s*"[a-z_]+",\s*{_KEY}'),
    re.compile(r'\(\s*"(page-[a-z]+)",\s*"[a-z]+",\s'),
    re.compile(r'\("(menu-[a-z]+)", '),
    re.compile(rf"\bSaying\({_KEY}"),
    re.compile(rf'"(?:copy|live|call)": {_KEY}'),
    re.compile(r'_sheet\((?:[^()]|\([^()]*\))*"(fiche-[a-z]+)"'),
)
_TABLE = re.compile(r"^_WORDS = \{(.*?)^\}", re.MULTILINE | re.DOTALL)
_CELL = re.compile(rf"\"[a-z_]+\": {_KEY}")


@lru_cache(maxsize=1)
def needed_words() -> frozenset[str]:
    """Keys of `interface.yml` without which something cannot be rendered."""
    families = {f"{start}{name}" for start, names in _FAMILIES.items() for name in names}
    return frozenset({*families, *_OTHERS, *section_words(), *_of_templates(), *_of_python()})


def _of_templates() -> Iterator[str]:
    trees = [
        *_parsed(environment(), TEMPLATES.glob("*.j2")),
        *_parsed(Environment(), _THEME.rglob("*.html")),
    ]
    shown_by: dict[str, tuple[int, ...]] = {}
    for macro in (macro for tree in trees for macro in tree.find_all(nodes.Macro)):
        shown_by[macro.name] = (*shown_by.get(macro.name, ()), *_words_of(macro))
    for tree in trees:
        yield from _in_template(tree)
        yield from _handed_to_macros(tree, shown_by)


def _parsed(env: Environment, paths: Iterable[Path]) -> Iterator[nodes.Template]:
    yield from (env.parse(path.read_text(encoding="utf-8")) for path in sorted(paths))


def _words_of(macro: nodes.Macro) -> tuple[int, ...]:
    """The places of the arguments of a macro that are words which it shows."""
    asked = {call.args[0].name for call in _asking(macro) if isinstance(call.args[0], nodes.Name)}
    return tuple(place for place, argument in enumerate(macro.args) if argument.name in asked)


def _asking(node: nodes.Node) -> Iterator[nodes.Call]:
    """The calls below `node` whose first argument is a word."""
    for call in node.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in _CALLS and call.args:
            yield call


def _handed_to_macros(tree: nodes.Template, shown_by: Mapping[str, tuple[int, ...]]) -> Iterator[str]:
    """`clock(lines, "g-theirs", "decision-eux")`: a word that a macro receives and shows."""
    for call in tree.find_all(nodes.Call):
        named = call.node.name if isinstance(call.node, nodes.Name) else getattr(call.node, "attr", "")
        for place in shown_by.get(named, ()):
            yield from _keys(call.args[place]) if place < len(call.args) else ()


def _in_template(tree: nodes.Template) -> Iterator[str]:
    for call in _asking(tree):
        yield from _keys(call.args[0])
    for loop in tree.find_all(nodes.For):
        yield from _in_loop(loop)
    for item in tree.find_all(nodes.Getitem):
        named = item.node.name if isinstance(item.node, nodes.Name) else getattr(item.node, "attr", "")
        if named in _MAPPINGS:
            yield from _keys(item.arg)


def _in_loop(loop: nodes.For) -> Iterator[str]:
    """The words that a loop over written names shows, alone or after a beginning (`"fiches-" ~ name`)."""
    names = _names(loop)
    for call in (call for part in loop.body for call in _asking(part)):
        first = call.args[0]
        if isinstance(first, nodes.Name):
            yield from names.get(first.name, ())
        elif (
            isinstance(first, nodes.Concat)
            and isinstance(first.nodes[0], nodes.Const)
            and isinstance(first.nodes[1], nodes.Name)
        ):
            yield from (f"{first.nodes[0].value}{name}" for name in names.get(first.nodes[1].name, ()))


def _names(loop: nodes.For) -> dict[str, list[str]]:
    """Variable of a loop -> the names it takes, when they are written in the template."""
    if not isinstance(loop.iter, (nodes.List, nodes.Tuple)):
        return {}
    if isinstance(loop.target, nodes.Name):
        return {loop.target.name: [item.value for item in loop.iter.items if isinstance(item, nodes.Const)]}
    if not isinstance(loop.target, nodes.Tuple):
        return {}
    found: dict[str, list[str]] = {}
    for row in loop.iter.items:
        for target, cell in zip(loop.target.items, getattr(row, "items", ()), strict=False):
            if isinstance(target, nodes.Name) and isinstance(cell, nodes.Const):
                found.setdefault(target.name, []).append(cell.value)
    return found


def _keys(node: nodes.Node) -> Iterator[str]:
    """The words that an expression may name: itself, either branch of a choice, the values of a table."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        for branch in (node.expr1, node.expr2):
            yield from _keys(branch) if branch is not None else ()
    elif isinstance(node, nodes.Getitem) and isinstance(node.node, nodes.Dict):
        for pair in node.node.items:
            yield from _keys(pair.value)


def _of_python() -> Iterator[str]:
    for path in sorted(_PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for pattern in _IN_PYTHON:
            yield from pattern.findall(text)
        for table in _TABLE.findall(text):
            yield from _CELL.findall(table)
