"""axe-core on every page template, language, colour scheme and width. Needs the test lock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # the lock of a build has no browser
    from playwright.sync_api import Browser

#: One page a template.
PAGES = (
    "",
    "demarches/",
    "demarches/dalo/",
    "demarches/plafonds-ressources/",
    "demarches/violences/",
    "criteres/",
    "criteres/handicap/",
    "contacts/",
    "contacts/adil-13/",
    "contacts/communes/",
    "guichet/",
    "guichet/enregistrer/",
    "parcours/",
    "parcours/ma-situation/",
    "parcours/suis-je-prioritaire/",
    "parcours/mes-plafonds/",
    "parcours/mes-delais/",
    "fiches/ma-liste/",
    "demarches/dalo/?guichet",
    "cadre/",
    "cadre/cil/",
    "cadre/glossaire/",
    "cadre/sources/",
    "cadre/nouveautes/",
    "cadre/a-propos/",
    "cadre/accessibilite/",
    "fiches/",
    "recherche/?q=dalo",
    "courriers/",
)
#: Pages that stand in French only, and those of the whole site.
FRENCH_PAGES = ("faits/", "faits/a-rappeler/", "faits/adil-13/", "../", "../404.html", "../15/#")
WIDTHS = (320, 360, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def inspect(browser: Browser, address: str, lang: str) -> Iterator[str]:
    """All that is folded is opened first. One line a violation with its first
    places, and a line that counts the pages looked at and the violations found.
    """
    from axe_core_python.sync_playwright import Axe

    axe, looked, found = Axe(), 0, 0
    for scheme in SCHEMES:
        for width in WIDTHS:
            context = browser.new_context(
                viewport={"width": width, "height": 800}, color_scheme=scheme, service_workers="block"
            )
            page = context.new_page()
            for path in (*PAGES, *FRENCH_PAGES) if lang == "fr" else PAGES:
                page.goto(f"{address}{lang}/{path}", wait_until="load")
                page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
                looked += 1
                for violation in axe.run(page, options={"resultTypes": ["violations"]})["violations"]:
                    found += 1
                    places = "; ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:3])
                    yield (
                        f"  {lang}/{path} {scheme} {width} px : "
                        f"{violation['id']} ({violation['impact']}) {places}"
                    )
                wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                if wide > 0:
                    found += 1
                    yield f"  {lang}/{path} {width} px : {wide} px de débordement"
            context.close()
    yield f"{lang} : {looked} pages regardées, {found} défauts"
