"""Icons: Material Design Icons of the Pictogrammers (Apache License 2.0), which MkDocs' theme brings along.

They are written into the page that shows them: no request, no font. Words always stand beside them. Its
successor, Zensical, brings the same set.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from .pictures import in_page

#: What an icon is for -> its name among Material Design Icons.
ICONS: Mapping[str, str] = {
    "alert": "alert-outline",
    "ask-again": "account-question-outline",
    "away": "arrow-right-circle-outline",
    "back": "arrow-left",
    "bailiff": "stamper",
    "bed": "bed-outline",
    "benefits": "hand-coin-outline",
    "block": "home-city-outline",
    "bring": "file-document-outline",
    "calendar": "calendar-clock",
    "card": "card-account-details-outline",
    "child": "baby-carriage",
    "clock": "clock-outline",
    "code": "qrcode",
    "commission": "account-group-outline",
    "counter": "clipboard-list-outline",
    "court": "gavel",
    "danger": "alert-octagon-outline",
    "desk": "desk",
    "disabled": "wheelchair-accessibility",
    "family": "home-account",
    "forbidden": "close-octagon-outline",
    "hall": "town-hall",
    "helper": "account-heart-outline",
    "home": "home-outline",
    "house": "home-alert-outline",
    "key": "key-outline",
    "law": "scale-balance",
    "letter": "email-outline",
    "listen": "volume-high",
    "map": "map-marker-outline",
    "menu": "menu",
    "money": "cash-multiple",
    "no": "close-thick",
    "none": "file-remove-outline",
    "number": "numeric",
    "papers": "card-account-details-outline",
    "payment": "cash-clock",
    "phone": "phone",
    "police": "police-badge-outline",
    "print": "printer-outline",
    "question": "help-circle-outline",
    "say": "comment-quote-outline",
    "search": "magnify",
    "send": "share-variant-outline",
    "shield": "shield-alert-outline",
    "sign": "draw-pen",
    "sms": "message-text-outline",
    "state": "bank-outline",
    "step": "arrow-right-circle-outline",
    "talk": "translate",
    "tomorrow": "calendar-arrow-right",
    "turn": "screen-rotation",
    "way-out": "door-open",
    "ways": "sign-direction",
    "yes": "check-bold",
}

#: Part of a page, by its anchor -> what its title is drawn by.
CHAPTERS: Mapping[str, str] = {
    "papiers": "papers",
    "tableaux": "payment",
    "qui-quand": "clock",
    "delais-decisions": "clock",
    "issues": "ways",
    "decisions": "court",
    "montrer": "say",
    "inconnu": "question",
    "aide": "helper",
    "fiches": "print",
    "agent": "desk",
    "loi": "law",
    "a-voir": "away",
}

#: The same for what stands on paper: the parts of a sheet, the verbs of the road.
ON_PAPER: Mapping[str, str] = {
    "act": "hand-pointing-right",
    "agent": "badge-account-outline",
    "all": "check-all",
    "any": "checkbox-multiple-blank-outline",
    "ask": "file-document-edit-outline",
    "calls": "phone",
    "cut": "content-cut",
    "deadlines": "calendar-clock",
    "decisions": "gavel",
    "keep": "autorenew",
    "later": "file-clock-outline",
    "law": "book-open-variant",
    "never": "cancel",
    "opens": "key-outline",
    "outcomes": "call-split",
    "receive": "email-open-outline",
    "recourse": "scale-balance",
    "required": "card-account-details-outline",
    "settle": "home-heart",
    "show": "comment-quote-outline",
    "sign": "draw-pen",
    "steps": "sign-direction",
    "tell": "bullhorn-outline",
    "theirs": "bank-outline",
    "ticks": "checkbox-marked-outline",
    "unknown": "help-circle-outline",
    "unless": "alert-outline",
    "write": "email-outline",
    "yours": "account",
}


@cache
def icon(name: str) -> str:
    """The icon for `name`, to be written into a page: SVG.

    Raises KeyError for a name that `ICONS` has not, FileNotFoundError where the theme lacks the icon.
    """
    return in_page(_file(ICONS[name]), "g-icon")


@cache
def drawings() -> Mapping[str, str]:
    """What paper draws: name -> SVG. Raises FileNotFoundError where the theme lacks one."""
    return {name: _file(file) for name, file in ON_PAPER.items()}


def _file(name: str) -> str:
    return (_folder() / f"{name}.svg").read_text(encoding="utf-8").strip()


@cache
def _folder() -> Path:
    """Where the theme keeps them. Raises FileNotFoundError where it is not installed."""
    found = find_spec("material")
    if not found or not found.origin:
        raise FileNotFoundError("mkdocs-material is not installed")
    return Path(found.origin).parent / "templates" / ".icons" / "material"
