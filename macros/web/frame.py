"""What the theme shows around a page: words, menu, languages, edition. Plain data for the site's
configuration.
"""

from __future__ import annotations

from typing import Any

from ..guide.guide import Guide
from ..language.typography import colon, in_one_piece, typeset
from ..look.icons import icon
from ..look.pictures import inlined
from ..look.tokens import tokens
from ..model.kinds import FIXED_PAGES
from ..model.pages import Call
from ..speech import formats
from ..speech.addresses import address
from ..speech.calls import button

#: Stands for the page that `navigation.yml` starts from.
_START = "start"
_MENU = (
    ("menu-demarches", "demarches/", "demarches/"),
    ("menu-situation", _START, FIXED_PAGES["parcours"].address),
    ("menu-papiers", FIXED_PAGES["courriers"].address, FIXED_PAGES["courriers"].address),
    ("menu-contacts", FIXED_PAGES["contacts"].address, FIXED_PAGES["contacts"].address),
    ("menu-fiches", FIXED_PAGES["fiches"].address, FIXED_PAGES["fiches"].address),
    ("menu-agent", FIXED_PAGES["guichet"].address, FIXED_PAGES["guichet"].address),
)


def chrome(guide: Guide, languages: list[str]) -> dict[str, Any]:
    """The theme's words and links for `guide`; `languages` are the codes built beside it."""
    words = {key: typeset(p.text, p.lang) for key, p in guide.content.interface.items()}
    language = guide.language
    return {
        "lang": guide.lang,
        "tag": language.html,
        "dir": language.dir,
        "words": words,
        "colon": colon(guide.lang),
        "menu": _menu(guide, words),
        "colour": tokens()["sea"],
        "drawn": {
            "house": inlined("house"),
            "search": icon("search"),
            "menu": icon("menu"),
            "voice": icon("phone"),
            "sms": icon("sms"),
        },
        "languages": [
            {"code": item.code, "tag": item.html, "name": item.name, "dir": item.dir}
            for item in guide.languages
            if item.code in languages
        ],
        "unreviewed": not language.source and not language.reviewed_by_native,
        "published_for": words["pied-qui"].replace("{territoire}", guide.territory.name),
        "report_to": guide.territory.report_to or "",
        "report_subject": guide.content.interface["signaler-objet"].fr,
        "accessibility": words[
            f"acces-etat-{guide.content.accessibility.state if guide.content.accessibility else 'non'}"
        ],
        "calls": [_call(guide, call) for call in guide.content.navigation.calls],
        "edition_line": words["edition-du"].replace(
            "{date}", formats.date(guide.day, guide.locale(guide.content.interface["edition-du"].lang))
        ),
    }


def _menu(guide: Guide, words: dict[str, str]) -> list[dict[str, str]]:
    """The menu's items; without a page to start from, there is none for it."""
    start = guide.content.navigation.start
    places = {path: path for _, path, _ in _MENU} | {_START: address(start, guide.content) if start else ""}
    return [
        {"text": words[key], "path": places[path], "section": section}
        for key, path, section in _MENU
        if start or path != _START
    ]


def _call(guide: Guide, call: Call) -> dict[str, str]:
    found = button(guide, call.phone)
    return {
        "number": in_one_piece(found.number),
        "to": found.to,
        "text": typeset(call.text.text, call.text.lang),
    }
