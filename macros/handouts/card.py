"""The picture that a shared link shows, one a language: drawn by Typst with the fonts and colours of the papers."""

from __future__ import annotations

import json
from pathlib import Path

from ..guide import Guide
from ..rendering.environment import TEMPLATES
from .compiling import FOLDER, new_compiler

#: Where it stands below a language.
CARD = "assets/img/carte.png"

#: Twice the size of the page in points: 1200 × 630 pixels, what messengers ask for.
_PER_INCH = 144
_ICON = Path(__file__).parents[2] / "docs" / "assets" / "img" / "icon.svg"
_SKYLINE = TEMPLATES / "_skyline.svg"


def card(guide: Guide) -> bytes:
    """The PNG of the guide in its language. The same guide gives the same bytes."""
    words = guide.content.interface
    data = {
        "lang": guide.lang, "dir": guide.language.dir, "title": words["titre-long"].text, "about": words["description-du-guide"].text,
        "languages": [language.name for language in guide.languages],
        "house": _ICON.read_text(encoding="utf-8"), "skyline": _on_paper(_SKYLINE.read_text(encoding="utf-8")),
    }
    return new_compiler().compile(input=str(FOLDER / "card.typ"), sys_inputs={"data": json.dumps(data, ensure_ascii=False)}, format="png", ppi=_PER_INCH)


def _on_paper(svg: str) -> str:
    """A drawing of the screen in the colours of paper: no style sheet colours it there."""
    return svg.replace('class="g-hills"', 'fill="#a9c9c9"').replace("currentColor", "#0b4f5c")
