"""The guide's own pictures: the house that is its sign, the hills and roofs that end its home page.

They are drawn with the names of tokens (`var(--sea)`): a page colours them by day and by night; outside
a page, a picture has the colours of the day.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from .tokens import filled, tokens

_FOLDER = Path(__file__).parent
_DRAWN = re.compile(
    r'<svg xmlns="[^"]+" viewBox="(?P<box>[^"]+)"(?P<fit> preserveAspectRatio="[^"]+")?>(?P<inside>.*)</svg>',
    re.DOTALL,
)
#: The ground of the sign in a tab, whose own colour nobody knows.
_GROUND = '<rect width="32" height="32" rx="7" fill="var(--paper)"/>'


@cache
def picture(name: str) -> str:
    """The picture `name` (`house`, `skyline`) as a file: SVG, in the colours of the day."""
    return filled(_source(name), tokens())


def tab_icon() -> str:
    """The sign of the guide on a ground of its own, for a browser's tab: SVG."""
    opening, house = picture("house").split(">", 1)
    return f"{opening}>{filled(_GROUND, tokens())}{house}"


@cache
def inlined(name: str) -> str:
    """The picture `name` to be written into a page, of the class `g-<name>`: SVG."""
    return in_page(_source(name), f"g-{name}")


def in_page(svg: str, name: str) -> str:
    """A drawing to be written into a page, of the class `name`: SVG, which screen readers pass.

    Raises ValueError where the drawing has more than a view box and shapes.
    """
    drawn = _DRAWN.fullmatch(svg.strip())
    if not drawn:
        raise ValueError(f"not a drawing that we know how to write into a page: {svg[:80]}")
    inside = "".join(line.strip() for line in drawn["inside"].splitlines())
    head = f'class="{name}" viewBox="{drawn["box"]}"{drawn["fit"] or ""} aria-hidden="true" focusable="false"'
    return f"<svg {head}>{inside}</svg>"


def _source(name: str) -> str:
    return (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
