"""`guide.py serve`: the built site on the desk, made again at each change, the open page refreshed."""

from __future__ import annotations

import functools
import http.server
import threading
import time
from pathlib import Path

from macros.export.hosting import security_headers
from scripts.build.building import build
from scripts.build.publishing import MARK
from scripts.build.request import Plan

WATCHED = ("content", "macros", "docs", "mkdocs.yml")
#: A file, not a line of the page: pages are read here under the policy that holds where they are published.
_REFRESH_AT = "/.refresh.js"
_REFRESH = b"<script src='/.refresh.js'></script></body>"
_REFRESH_SCRIPT = (
    b"(function(){var "
    b"seen;setInterval(function(){fetch('/.edition-id',{cache:'no-store'}).then(function(r){return r.text()})"
    b".then(function(t){if(seen&&t!==seen)location.reload();seen=t}).catch(function(){})},700)})()"
)


#: What is served here changes at each edit: no worker may
#: keep it, and one that an earlier visit left goes away.
_NO_WORKER = (
    b"self.addEventListener('install',function(){self.skipWaiting()});"
    b"self.addEventListener('activate',function(e){e.waitUntil(self.registration.unregister())})"
)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site; pages get a script that reloads them when
    the edition changes (only here, never in the built site).
    """

    def do_GET(self) -> None:
        if self.path == "/.edition-id":
            self._send(edition_id(Path(self.directory)).encode(), "text/plain")
            return
        if self.path.split("?")[0] == "/sw.js":
            self._send(_NO_WORKER, "text/javascript")
            return
        if self.path == _REFRESH_AT:
            self._send(_REFRESH_SCRIPT, "text/javascript")
            return
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        if page.suffix == ".html" and page.is_file():
            self._send(page.read_bytes().replace(b"</body>", _REFRESH), "text/html; charset=utf-8")
        elif not path.exists():
            self._missing()
        else:
            super().do_GET()

    def _missing(self) -> None:
        page = Path(self.directory) / "404.html"
        self._send(page.read_bytes() if page.exists() else b"404", "text/html; charset=utf-8", 404)

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


def edition_id(site: Path) -> str:
    """What changes when another edition takes the place of this one; empty between two."""
    try:
        seen = (site / MARK).stat()
    except OSError:
        return ""
    return f"{seen.st_ino}-{seen.st_mtime_ns}"


def snapshot(root: Path, content: Path) -> dict[str, int]:
    """Path -> time of last change, for all that the site is made from."""
    places = [root / name for name in WATCHED[1:]] + [content]
    files = [p for place in places for p in ([place] if place.is_file() else place.rglob("*"))]
    return {str(p): p.stat().st_mtime_ns for p in files if p.is_file() and "__pycache__" not in p.parts}


def _is_taken(port: int) -> bool:
    """Whether another program listens at a port; told before a build, not after."""
    try:
        http.server.HTTPServer(("127.0.0.1", port), _Handler).server_close()
    except OSError:
        return True
    return False


def serve(plan: Plan, port: int) -> int:
    """Build, serve, watch; until interrupted. Staged stubs
    of plain `mkdocs serve` are not mistaken for edits.
    """
    if _is_taken(port):
        print(f"Le port {port} est déjà pris : choisissez-en un autre, par exemple --port {port + 1}.")
        return 1
    status = build(plan)
    if status and not plan.out.exists():
        return status
    handler = functools.partial(_Handler, directory=str(plan.out))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Le guide est sur http://127.0.0.1:{port}/ (Ctrl+C pour arrêter).", flush=True)
    seen = snapshot(plan.root, plan.content)
    try:
        while True:
            time.sleep(0.5)
            now = snapshot(plan.root, plan.content)
            if now != seen:
                seen = now
                build(plan)
    except KeyboardInterrupt:
        server.shutdown()
        server.server_close()
    return 0
