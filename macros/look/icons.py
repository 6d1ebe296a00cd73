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
    "home": "home-outline",
    "house": "home-alert-outline",
    "key": "key-outline",
    "letter": "email-outline",
    "listen": "volume-high",
    "map": "map-marker-outline",
    "menu": "menu",
    "money": "cash-multiple",
    "no": "close-thick",
    "none": "file-remove-outline",
    "number": "numeric",
    "payment": "cash-clock",
    "phone": "phone",
    "police": "police-badge-outline",
    "print": "printer-outline",
    "question": "help-circle-outline",
    "say": "account-voice",
    "search": "magnify",
    "shield": "shield-alert-outline",
    "sign": "draw-pen",
    "sms": "message-text-outline",
    "state": "bank-outline",
    "step": "arrow-right-circle-outline",
    "talk": "translate",
    "tomorrow": "calendar-arrow-right",
    "turn": "screen-rotation",
    "way-out": "door-open",
    "yes": "check-bold",
}


@cache
def icon(name: str) -> str:
    """The icon for `name`, to be written into a page: SVG.

    Raises KeyError for a name that `ICONS` has not, FileNotFoundError where the theme lacks the icon.
    """
    return in_page((_folder() / f"{ICONS[name]}.svg").read_text(encoding="utf-8"), "g-icon")


@cache
def _folder() -> Path:
    """Where the theme keeps them. Raises FileNotFoundError where it is not installed."""
    found = find_spec("material")
    if not found or not found.origin:
        raise FileNotFoundError("mkdocs-material is not installed")
    return Path(found.origin).parent / "templates" / ".icons" / "material"
