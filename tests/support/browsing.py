"""A visit to the built site, for the tests that do what a person
does: a quiet server, a page, and all that went wrong behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from scripts.measure import stage

#: Tests wait as they always did; under the policy of the pages, the waiting is done from outside.
Page.wait_for_function = stage.wait_until  # type: ignore[method-assign,assignment]

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which `folder` is served, until the end of the block."""
    with stage.served(folder, stage.QuietHandler) as address:
        yield address


def unfold(page: Page, anchor: str = "papiers") -> Page:
    """Open a folded part of a page, as a finger does; gives the page."""
    page.click(f"#{anchor} > summary")
    return page


def unfold_all(page: Page) -> Page:
    """Open every folded part, whatever the page has of them; gives the page."""
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    return page


#: What Playwright itself says when a test does without a service worker.
_BLOCKED = "Service Worker registration blocked by Playwright"


class Visit:
    """A page open in a fresh browser, with all that went wrong behind it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.wrong: list[str] = []
        self.foreign: list[str] = []
        page.on(
            "console",
            lambda m: (
                self.wrong.append(m.text)
                if m.type in ("error", "warning") and _BLOCKED not in m.text
                else None
            ),
        )
        page.on("pageerror", lambda e: self.wrong.append(str(e)))
        page.on(
            "request", lambda r: None if r.url.startswith((address, "data:")) else self.foreign.append(r.url)
        )

    def go(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page


def before_scripts(page: Page, done: str) -> None:
    """What a person does (`done`, JavaScript) on each page that is opened, once it is drawn and before its
    own scripts have come: a page is « interactive » before they run.
    """
    page.add_init_script(
        "document.addEventListener('readystatechange', () => {"
        f" if (document.readyState === 'interactive') {{ {done} }} }})"
    )
