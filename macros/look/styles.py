"""The style sheets: written in files that have a name each, published as a few."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .tokens import CSS

#: A published sheet -> the files that it is made of, in the order in which they overrule each other.
SHEETS: Mapping[str, tuple[str, ...]] = {
    "guide.css": (
        "tokens",
        "base",
        "frame",
        "reading",
        "folds",
        "contacts",
        "communes",
        "home",
        "search",
        "aids",
        "plan",
        "my-list",
        "share",
        "lists",
        "finder",
        "stages",
        "care",
        "contrast",
    ),
    "print.css": ("print", "print-pages", "leaflet"),
    "letter.css": ("letter",),
    "agents.css": ("agents",),
    "desk.css": ("desk", "handing-over"),
}

#: The pages at the root of the site have a sheet of their own, beside them: they belong to no language.
DOOR = ("tokens", "door")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"--([\w-]+): .*;\n")
_CITED = re.compile(r"var\(--([\w-]+)\)")


def sheet(files: Iterable[str]) -> str:
    """What a browser reads of the named files, in order: no comment, no blank line, no indentation."""
    text = "\n".join((CSS / f"{name}.css").read_text(encoding="utf-8") for name in files)
    lines = (line.strip() for line in _COMMENT.sub("", text).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def door() -> str:
    """The style of the pages at the root of the site, with the tokens that they need and no other."""
    css = sheet(DOOR)
    cited = set(_CITED.findall(css))
    return _TOKEN.sub(lambda token: token[0] if token[1] in cited else "", css)
