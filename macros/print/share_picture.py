"""Pictures drawn by Typst, with the fonts of the papers: what a shared link shows, one a language; the sign
of the guide, for home screens.
"""

from __future__ import annotations

import json
import struct
from typing import Any

from ..guide.guide import Guide
from ..language.printable import covered
from ..look.pictures import picture, tab_icon
from .compiling import FOLDER, new_compiler, one_file, paper_tokens

#: Where it stands below a language.
CARD = "assets/img/carte.png"

#: Twice the size of the page in points: 1200 × 630 pixels, what messengers ask for.
_PER_INCH = 144


def card(guide: Guide) -> bytes:
    """The PNG of the guide in its language. The same guide gives the same bytes."""
    data = json.dumps(card_data(guide), ensure_ascii=False)
    made = new_compiler().compile(
        input=str(FOLDER / "card.typ"),
        sys_inputs={"data": data, "tokens": paper_tokens()},
        format="png",
        ppi=_PER_INCH,
    )
    return one_file(made)


#: The side of the page of `icon.typ`, in points; there are 72 of them in an inch.
_SIDE = 36


def icon(pixels: int) -> bytes:
    """The sign of the guide as a square PNG of so many pixels a side. Always the same bytes."""
    made = new_compiler().compile(
        input=str(FOLDER / "icon.typ"),
        sys_inputs={"house": picture("house"), "tokens": paper_tokens()},
        format="png",
        ppi=72 * pixels / _SIDE,
    )
    return one_file(made)


def favicon() -> bytes:
    """The sign as browsers ask the root of a site for it (`/favicon.ico`): one picture of 32 pixels."""
    drawn = icon(32)
    kind, pictures, colours, planes, bits, at = 1, 1, 0, 1, 32, 22
    head = struct.pack("<3H4B2H2I", 0, kind, pictures, 32, 32, colours, 0, planes, bits, len(drawn), at)
    return head + drawn


def card_data(guide: Guide) -> dict[str, Any]:
    """What the picture says. A language without papers, which our fonts may not write, has the French one."""
    title, about = (guide.content.interface[key] for key in ("titre-long", "description-du-guide"))
    drawn = guide.language.papers
    return {
        "lang": guide.lang.split("-")[0] if drawn else "fr",
        "dir": guide.language.dir if drawn else "ltr",
        "title": title.text if drawn else title.fr,
        "about": about.text if drawn else about.fr,
        "languages": [
            language.name for language in guide.languages if set(map(ord, language.name)) <= covered()
        ],
        "house": tab_icon(),
        "skyline": picture("skyline"),
    }
