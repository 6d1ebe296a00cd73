"""A visit to the built site, for the tests that do what a person does: a quiet server, a page, and all that went wrong behind it."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


#: What Playwright says where a test wants no service worker.
_BLOCKED = "blocked by Playwright"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which `folder` is served, until the end of the block."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


#: What Playwright itself says when a test does without a service worker.
_BLOCKED = "Service Worker registration blocked by Playwright"


class Visit:
    """A page open in a fresh browser, with all that went wrong behind it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.wrong: list[str] = []
        self.foreign: list[str] = []
        page.on("console", lambda m: self.wrong.append(m.text) if m.type in ("error", "warning") and _BLOCKED not in m.text else None)
        page.on("pageerror", lambda e: self.wrong.append(str(e)))
        page.on("request", lambda r: None if r.url.startswith((address, "data:")) else self.foreign.append(r.url))

    def go(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page
