"""What the theme shows around a page: words, menu, languages, edition. Plain data for the site's configuration."""

from __future__ import annotations

from typing import Any

from ..content import FIXED_PAGES
from ..guide import Guide
from ..model.pages import Call
from . import formats
from .calls import button
from .typography import in_one_piece, typeset

_MENU = (
    ("menu-demarches", "demarches/", "demarches/"),
    ("menu-situation", "parcours/ma-situation/", "parcours/"),
    ("menu-papiers", FIXED_PAGES["courriers"], FIXED_PAGES["courriers"]),
    ("menu-contacts", FIXED_PAGES["contacts"], FIXED_PAGES["contacts"]),
    ("menu-fiches", FIXED_PAGES["fiches"], FIXED_PAGES["fiches"]),
    ("menu-agent", FIXED_PAGES["guichet"], FIXED_PAGES["guichet"]),
)


def chrome(guide: Guide, languages: list[str]) -> dict[str, Any]:
    """The theme's words and links for `guide`; `languages` are the codes built beside it."""
    words = {key: typeset(p.text, p.lang) for key, p in guide.content.interface.items()}
    language = guide.language
    return {
        "lang": guide.lang,
        "dir": language.dir,
        "words": words,
        "menu": [{"text": words[key], "path": path, "section": section} for key, path, section in _MENU],
        "languages": [
            {"code": item.code, "name": item.name, "dir": item.dir} for item in guide.languages if item.code in languages
        ],
        "unreviewed": not language.source and not language.reviewed_by_native,
        "published_for": words["pied-qui"].replace("{territoire}", guide.territory.name),
        "report_to": guide.territory.report_to or "",
        "report_subject": guide.content.interface["signaler-objet"].fr,
        "accessibility": words[f"acces-etat-{guide.content.accessibility.state if guide.content.accessibility else 'non'}"],
        "calls": [_call(guide, call) for call in guide.content.navigation.calls],
        "edition_line": words["edition-du"].replace("{date}", formats.date(guide.day, guide.content.interface["edition-du"].lang)),
    }


def _call(guide: Guide, call: Call) -> dict[str, str]:
    found = button(guide, call.phone)
    return {"number": in_one_piece(found.number), "to": found.to, "text": typeset(call.text.text, call.text.lang)}
