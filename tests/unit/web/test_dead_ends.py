"""No dead end: the page of a wrong address, the search
page as a list, a message only where somebody reads it.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import yaml

from macros.opening import forget, open_guide
from macros.web.frame import chrome
from macros.web.front_door import front_door
from macros.web.pages import render
from macros.web.sharing import report_link
from support import DAY, ROOT
from support.guides import real
from support.pages import REPORT


def test_the_page_of_a_wrong_address_has_one_script_by_its_whole_path():
    page = front_door({"fr": real()}, "https://exemple.fr/guide/")["404.html"]
    assert re.findall("<script[^>]*>", page) == ['<script src="/guide/porte.js" defer>']


def test_the_search_page_lists_procedures_by_theme():
    guide = real()
    text = render(guide, "page:recherche", {"languages": ["fr"], "papers": {}, "base_url": ""})
    listed = text[text.index('id="toutes"') :]
    groups = guide.content.navigation.groups
    assert [group.title.fr for group in groups if f'id="groupe-{group.id}"' not in listed] == []
    assert [p for p in guide.content.procedures if f"demarches/{p}/" not in listed] == []


def with_address(folder: Path, email: str | None) -> Path:
    path = folder / "territories" / "petit.yml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(
        yaml.safe_dump(data | ({"report_to": email} if email else {}), allow_unicode=True), encoding="utf-8"
    )
    return folder


def pages_of(folder: Path) -> dict[str, str]:
    """Reference -> page, for pages that quote facts."""
    forget()
    guide = open_guide(folder, DAY, "petit")
    known = {"languages": ["fr"], "papers": {}, "base_url": ""}
    topic = next(iter(guide.content.topics))
    return {
        r: render(guide, r, known)
        for r in ("demarche:renouveler", "contact:adil", f"sujet:{topic}", "critere:handicap")
    }


def test_a_mistake_is_reported_to_nobody_where_no_address_is_known(valid):
    assert [name for name, text in pages_of(with_address(valid, None)).items() if REPORT.search(text)] == []


def test_a_mistake_is_reported_where_somebody_answers(valid):
    found = pages_of(with_address(valid, "erreurs@exemple.fr"))
    assert [name for name, text in found.items() if "mailto:erreurs@exemple.fr?" not in text] == []


def test_a_report_says_the_page_the_fact_and_the_edition(valid):
    forget()
    guide = open_guide(with_address(valid, "erreurs@exemple.fr"), DAY, "petit")
    link = urlsplit(report_link(guide, "demarches/renouveler/", "f-un-an"))
    asked = parse_qs(link.query)
    assert (link.scheme, link.path) == ("mailto", "erreurs@exemple.fr")
    assert (
        asked["subject"][0].endswith("fr/demarches/renouveler/ f-un-an")
        and guide.day.isoformat() in asked["body"][0]
    )


def test_the_footer_offers_the_message_where_somebody_answers(valid):
    forget()
    guide = open_guide(with_address(valid, "erreurs@exemple.fr"), DAY, "petit")
    footer = (ROOT / "macros/web/theme/partials/footer.html").read_text(encoding="utf-8")
    from jinja2 import Environment

    def shown(report_to: str) -> str:
        known = chrome(guide, ["fr"]) | {"report_to": report_to}
        page = type("Page", (), {"title": "Titre"})
        return (
            Environment(autoescape=True)
            .from_string(footer)
            .render(g=known, w=known["words"], root="./", here="a/", placed=True, page=page)
        )

    assert (
        "mailto:erreurs@exemple.fr?" in shown(chrome(guide, ["fr"])["report_to"]),
        "mailto:" in shown(""),
    ) == (True, False)
