"""The picture that a shared link shows, one a language: drawn by Typst, with the fonts of the papers."""

from __future__ import annotations

import json
from typing import Any

from ..guide.guide import Guide
from ..language.printable import covered
from ..look.pictures import picture, tab_icon
from .compiling import FOLDER, new_compiler, paper_tokens

#: Where it stands below a language.
CARD = "assets/img/carte.png"

#: Twice the size of the page in points: 1200 × 630 pixels, what messengers ask for.
_PER_INCH = 144


def card(guide: Guide) -> bytes:
    """The PNG of the guide in its language. The same guide gives the same bytes."""
    data = json.dumps(card_data(guide), ensure_ascii=False)
    return new_compiler().compile(
        input=str(FOLDER / "card.typ"),
        sys_inputs={"data": data, "tokens": paper_tokens()},
        format="png",
        ppi=_PER_INCH,
    )


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
