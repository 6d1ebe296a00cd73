"""What lets a phone put the guide on its home screen, and a browser search in it from its own bar."""

from __future__ import annotations

import json
from collections.abc import Mapping
from xml.sax.saxutils import escape as xml

from ..guide.guide import Guide
from ..look.tokens import tokens
from ..model.kinds import FIXED_PAGES

#: Where they stand below a language.
MANIFEST = "manifest.json"
SEARCH = "recherche.xml"
#: Pixels -> the sign of the guide as a picture at the root of the site, where phones look for it.
ICONS: Mapping[int, str] = {180: "apple-touch-icon.png", 192: "icone-192.png", 512: "icone-512.png"}


def home_screen_files(guides: Mapping[str, Guide], base_url: str) -> dict[str, str]:
    """Path below the site -> text. `base_url` is the public address of the site."""
    found = {}
    for code, guide in guides.items():
        found[f"{code}/{MANIFEST}"] = manifest(guide)
        found[f"{code}/{SEARCH}"] = search_description(guide, base_url)
    return found


def manifest(guide: Guide) -> str:
    """The guide as something to install. It keeps the way back, which a page on its own has not; its name on
    a home screen tells no more than a tab does.
    """
    words = guide.content.interface
    colours = tokens()
    said = {
        "name": words["titre-du-guide"].text,
        "short_name": words["titre-du-guide"].text,
        "description": words["description-du-guide"].text,
        "lang": guide.language.html,
        "dir": guide.language.dir,
        "start_url": "./",
        "scope": "../",
        "display": "minimal-ui",
        "theme_color": colours["sea"],
        "background_color": colours["paper"],
        "icons": [
            {"src": f"../{name}", "sizes": f"{pixels}x{pixels}", "type": "image/png"}
            for pixels, name in ICONS.items()
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def search_description(guide: Guide, base_url: str) -> str:
    """The search of a language as browsers read it (OpenSearch 1.1)."""
    words = guide.content.interface
    page = f"{base_url}{guide.lang}/{FIXED_PAGES['recherche'].address}"
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
            # Longer than the sixteen signs of the specification: browsers show it whole; half a name is none.
            f"<ShortName>{xml(words['titre-du-guide'].text)}</ShortName>",
            f"<Description>{xml(words['titre-long'].text)}</Description>",
            f"<Language>{xml(guide.language.html)}</Language>",
            "<InputEncoding>UTF-8</InputEncoding>",
            f'<Image width="192" height="192" type="image/png">{xml(base_url)}{ICONS[192]}</Image>',
            f'<Url type="text/html" template="{xml(page)}?q={{searchTerms}}"/>',
            "</OpenSearchDescription>",
            "",
        ]
    )
