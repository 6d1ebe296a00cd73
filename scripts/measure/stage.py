"""A built site behind a small server that compresses as
real ones do, and a browser as slow as a cheap phone.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from macros.export.hosting import security_headers

if TYPE_CHECKING:  # the lock of a build has no browser
    from playwright.sync_api import Browser, CDPSession, Page, ViewportSize

#: Slow 4G as Lighthouse simulates it: 150 ms there and back, 1.6 Mbit/s down.
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
PHONE: ViewportSize = {"width": 360, "height": 740}
_TEXT = {".html", ".js", ".css", ".svg", ".json", ".txt", ".xml", ".webmanifest"}


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files as they are, under the policy of the hosts, and says nothing about it."""

    def end_headers(self) -> None:
        """What hosts say with each answer, but how long it may be kept: tests change what is served."""
        for name, value in security_headers(getattr(self, "path", "")).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing: whoever asks knows."""


class _Compressing(QuietHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        if not page.is_file() or page.suffix not in _TEXT:
            super().do_GET()
            return
        body = gzip.compress(page.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(page)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(http.server.ThreadingHTTPServer):
    """Lets a page ask for all that it needs at once: after five, the library makes the others wait, for
    seconds where the machine is busy. Somebody who leaves before the end is no error.
    """

    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(site: Path, handler: type[QuietHandler] = _Compressing) -> Iterator[str]:
    """The address of `site` for as long as the block lasts; ends with a slash."""
    server = _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def phone(
    browser: Browser, cpu: float = 1, network: dict[str, float] | None = None
) -> Iterator[tuple[Page, CDPSession]]:
    """(page, devtools session) of a fresh 360 px wide visit: no cache, no service worker, slowed as asked."""
    context = browser.new_context(viewport=PHONE, service_workers="block")
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    if cpu > 1:
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": cpu})
    if network:
        devtools.send("Network.emulateNetworkConditions", network)
    try:
        yield page, devtools
    finally:
        context.close()


def wait_until(page: Page, expression: str, *, arg: object = None, timeout: float = 30_000) -> None:
    """Wait until `expression`, read again and again from outside the page, is true. Playwright's own waiting
    evaluates a text within the page, which our policy refuses. `timeout` is in milliseconds, as its own.
    Raises TimeoutError.
    """
    from playwright.sync_api import Error

    end = time.monotonic() + timeout / 1000
    while time.monotonic() < end:
        try:
            if page.evaluate(expression, arg):
                return
        except Error as error:
            if "context was destroyed" not in str(error):  # the page is on its way to another
                raise
        page.wait_for_timeout(30)
    raise TimeoutError(expression)


def share(values: list[float], part: float) -> float:
    """The value below which `part` of `values` lie (nearest rank); 0 when there is none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else 0.0
