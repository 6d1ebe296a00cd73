"""How many bytes a first visit costs, and how many more the first answer of the search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scripts.measure.stage import phone

if TYPE_CHECKING:  # the lock of a build has no browser
    from playwright.sync_api import Browser, CDPSession

PAGES = ("", "demarches/dalo/", "demarches/premiere-demande/", "contacts/", "contacts/adil-13/", "recherche/")


def weigh(browser: Browser, address: str, lang: str) -> Iterator[str]:
    """One line a page: bytes over the wire (gzip, headers
    included) of a first view; then what searching adds.
    """
    for path in PAGES:
        with phone(browser) as (page, devtools):
            received = _count(devtools)
            page.goto(f"{address}{lang}/{path}", wait_until="networkidle")
            yield f"{lang}/{path:32} {sum(received) / 1000:6.1f} Ko en {len(received)} requêtes"
    with phone(browser) as (page, devtools):
        received = _count(devtools)
        page.goto(f"{address}{lang}/", wait_until="networkidle")
        before = len(received)
        page.route("**/search/more.js", lambda route: route.abort())
        page.fill("#chercher", "dalo")
        page.wait_for_selector(".g-results a")
        yield (
            f"{lang}/ recherche, jusqu’à la première réponse : {sum(received[before:]) / 1000:.1f} Ko en plus"
        )


def _count(devtools: CDPSession) -> list[int]:
    received: list[int] = []
    devtools.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    return received
