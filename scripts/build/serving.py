"""`guide.py serve`: the guide on the desk, each page made when it is asked for, the open page refreshed at
each change.
"""

from __future__ import annotations

import http.server
import json
import mimetypes
import os
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from macros.export.hosting import security_headers
from scripts.build.desk import Check, Desk, Unforeseen, check_in_a_process
from scripts.build.request import Plan

#: What is read anew at an edit; the code itself is not: a program that runs keeps the one that it began with.
WATCHED = (
    "macros/web/templates",
    "macros/web/theme",
    "macros/print/typst",
    "macros/look",
    "docs/assets",
    "mkdocs.yml",
)
#: An edit is seen within this time; looking costs some milliseconds.
_EACH = 0.1
#: How long a page waits for news before it asks again.
_PATIENCE = 20.0
#: A file, not a line of the page: pages are read here under the policy that holds where they are published.
_SCRIPT_AT = "/.serve.js"
_STATE_AT = "/.state"
_SCRIPT = Path(__file__).with_suffix(".js")
#: What is served here changes at each edit: no worker may
#: keep it, and one that an earlier visit left goes away.
_NO_WORKER = (
    "self.addEventListener('install',function(){self.skipWaiting()});"
    "self.addEventListener('activate',function(e){e.waitUntil(self.registration.unregister())})"
)
_ID = re.compile(r' id="([^"]+)"')
_HTML = "text/html; charset=utf-8"


class DeskServer(http.server.ThreadingHTTPServer):
    """Answers from a desk. Raises OSError when another program has the port."""

    daemon_threads = True
    #: A page asks for all that it needs at once; the five of the library make the next ones wait.
    request_queue_size = 128

    def __init__(self, desk: Desk, port: int) -> None:
        self.desk = desk
        super().__init__(("127.0.0.1", port), _Handler)


class _Handler(http.server.BaseHTTPRequestHandler):
    """Serves the edition of a desk; pages get a script that reloads them, and say where each block was
    written (only here, never in the built site).
    """

    server: DeskServer

    def do_GET(self) -> None:
        try:
            self._answer()
        except (ConnectionError, TimeoutError):
            return  # the reader left
        except Exception as error:
            said = self.server.desk.unforeseen(error)
            self._send(said.encode(), "text/plain; charset=utf-8", 500)

    def _answer(self) -> None:
        asked = urlsplit(self.path)
        desk = self.server.desk
        own: dict[str, Callable[[], tuple[str, str]]] = {
            _SCRIPT_AT: lambda: (_SCRIPT.read_text(encoding="utf-8"), "text/javascript"),
            "/sw.js": lambda: (_NO_WORKER, "text/javascript"),
            "/.root": lambda: (str(desk.plan.content.parent), "text/plain"),
            _STATE_AT: lambda: (self._state(parse_qs(asked.query).get("seen", [""])[0]), "application/json"),
        }
        if asked.path in own:
            text, kind = own[asked.path]()
            self._send(text.encode(), f"{kind}; charset=utf-8")
            return
        path = unquote(asked.path).lstrip("/")
        path += "index.html" if path == "" or path.endswith("/") else ""
        found = desk.file(path)
        if found is not None:
            self._send(*_dressed(desk, path, found))
        elif not path.endswith("index.html") and desk.file(f"{path}/index.html") is not None:
            self._moved(f"{asked.path}/")
        else:
            self._missing()

    def _state(self, seen: str) -> str:
        state = self.server.desk.wait(seen, _PATIENCE)
        return json.dumps({"number": state.number, "faults": state.faults})

    def _missing(self) -> None:
        """The page of a wrong address; what is wrong with the content when there is nothing to show."""
        desk = self.server.desk
        page = desk.file("404.html")
        if page is not None:
            self._send(*_dressed(desk, "404.html", page), 404)
            return
        said = escape(desk.state.faults or "Rien à montrer.")
        html = f'<!doctype html><html lang="fr"><title>Guide</title><body><pre>{said}</pre></body></html>'
        self._send(*_dressed(desk, "404.html", html.encode()), 500)

    def _moved(self, where: str) -> None:
        self.send_response(301)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        for name, value in security_headers(getattr(self, "path", "")).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


def _dressed(desk: Desk, path: str, body: bytes) -> tuple[bytes, str]:
    """A file as it is sent, and its kind: a page reloads itself and says where its blocks were written."""
    if not path.endswith(".html"):
        return body, mimetypes.guess_type(path)[0] or "application/octet-stream"
    places = desk.places(path)

    def placed(match: re.Match[str]) -> str:
        where = places.get(match[1])
        return f'{match[0]} data-source="{escape(where)}"' if where else match[0]

    html = _ID.sub(placed, body.decode())
    return html.replace("</body>", f"<script src='{_SCRIPT_AT}'></script></body>").encode(), _HTML


def snapshot(root: Path, content: Path) -> dict[str, tuple[int, int]]:
    """Path -> time of last change and size, for all that pages are made from."""
    found: dict[str, tuple[int, int]] = {}
    for place in (content, *(root / name for name in WATCHED)):
        found |= dict(_files(place))
    return found


def _files(place: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    if place.is_file():
        seen = place.stat()
        yield str(place), (seen.st_mtime_ns, seen.st_size)
        return
    waiting = [str(place)]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue  # it was there a moment ago
        for entry in entries:
            try:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.is_file() and not entry.name.endswith((".py", ".pyc")):
                    seen = entry.stat()
                    yield entry.path, (seen.st_mtime_ns, seen.st_size)
            except OSError:
                continue


def is_taken(port: int) -> bool:
    """Whether another program listens at a port: told in a sentence, before anything is read."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def serve(plan: Plan, port: int, unforeseen: Unforeseen, check: Check = check_in_a_process) -> int:
    """Read, serve, watch; until interrupted. `unforeseen` tells what nobody foresaw, which ends nothing.

    Returns the exit status: 1 when the port is taken.
    """
    if plan.address_problem:
        print(plan.address_problem)
        return 1
    if is_taken(port):
        print(f"Le port {port} est déjà pris : choisissez-en un autre, par exemple --port {port + 1}.")
        return 1
    desk = Desk(plan, check, unforeseen, lambda line: print(line, flush=True))
    seen = snapshot(plan.root, plan.content)
    desk.read()
    server = DeskServer(desk, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Le guide est sur http://127.0.0.1:{server.server_port}/ (Ctrl+C pour arrêter).", flush=True)
    if not plan.papers_list.exists():
        print("Les pages offriront les fiches après un premier « guide.py build ».", flush=True)
    try:
        while True:
            time.sleep(_EACH)
            now = snapshot(plan.root, plan.content)
            if now != seen:
                seen = now
                desk.read()
    except KeyboardInterrupt:
        server.shutdown()
        server.server_close()
    return 0
