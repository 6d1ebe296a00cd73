"""The guide without a network: the list of an edition's files,
the worker that keeps them, and the same site as a folder.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from ..guide.content import Content, page_exists
from ..guide.guide import Guide
from ..speech.addresses import address
from ..speech.formats import date
from ..speech.in_script import script_of
from .hosting import PAGE_HEADERS

_WORKER = Path(__file__).with_name("sw.js")
_KEPT = (".html", ".css", ".js", ".svg")
#: What a host shows at an address that is nobody's: its links hold
#: on a server alone, and without a network it is never asked for.
WRONG_ADDRESS = "404.html"


def is_kept(path: str) -> bool:
    """Whether a phone keeps the file at `path` (below a language):
    pages and what they need; sheets are fetched when asked for.
    """
    return path.endswith(_KEPT) and path != WRONG_ADDRESS


def short_hash(data: bytes) -> str:
    """What names the content of a file: eight bytes of SHA-256, in hexadecimal, as the worker computes it."""
    return hashlib.sha256(data).hexdigest()[:16]


def edition_list(hashes: Mapping[str, str]) -> dict[str, Any]:
    """`{edition, files: [[address, hash]…]}` from path ->
    hash; the edition's name changes when any file does, or what is said with each.
    """
    files = [[path.removesuffix("index.html"), hashes[path]] for path in sorted(hashes)]
    return {"edition": short_hash(json.dumps([files, dict(PAGE_HEADERS)]).encode()), "files": files}


def sent_size(files: Iterable[bytes]) -> int:
    """How many bytes files weigh on the way to a phone, compressed as hosts do."""
    return sum(len(zlib.compress(data, 6)) for data in files)


def worker(
    editions: Mapping[str, str],
    numbers: Mapping[str, str] = MappingProxyType({}),
    sizes: Mapping[str, int] = MappingProxyType({}),
) -> str:
    """The text of the service worker for language -> edition, number of a short address -> page below a
    language, and language -> how much it weighs on the way.
    """
    text = _WORKER.read_text(encoding="utf-8")
    written: Mapping[str, Mapping[str, Any]] = {
        "EDITIONS": editions,
        "SIZES": sizes,
        "NUMBERS": numbers,
        "HEADERS": PAGE_HEADERS,
    }
    for name, known in written.items():
        text = text.replace(f"const {name} = __{name}__", f"const {name} = {json.dumps(dict(known))}")
    return text


#: Beside the pages of a folder to carry.
READ_ME = "LISEZ-MOI.txt"


def folder_name(guide: Guide) -> str:
    """What a folder to carry is called, on a desk where others lie: its language, the day of its edition."""
    return f"guide-{guide.lang}-{guide.day.isoformat()}"


def read_me(guides: Sequence[Guide], base_url: str) -> str:
    """What the folder is and how to open it, in each language that it speaks; where the last one is, when the
    site has a public address. Line ends are those that every editor of texts shows.
    """
    parts = []
    for guide in guides:
        words = {key: phrase.text for key, phrase in guide.content.interface.items()}
        day = date(guide.day, guide.locale(guide.content.interface["edition-du"].lang))
        lines = [
            words["titre-long"],
            words["edition-du"].replace("{date}", day),
            "",
            words["dossier-sortir"],
            words["dossier-ouvrir"],
        ]
        if urlsplit(base_url).hostname not in (None, "127.0.0.1", "localhost"):
            lines.append(words["dossier-dernier"].replace("{adresse}", f"{base_url}{guide.lang}/"))
        parts.append("\r\n".join(lines))
    return "\r\n\r\n---\r\n\r\n".join(parts) + "\r\n"


def numbered(content: Content) -> dict[str, str]:
    """Number of a short address -> address of its page below a language; only pages of this content."""
    return {
        number: address(reference, content)
        for number, reference in content.numbers.items()
        if page_exists(content, reference)
    }


_LINK = re.compile(r'(?P<name>\s(?:href|(?:form)?action)=")(?P<path>[^":#?]*)(?P<rest>[^"]*)"')
_LANGUAGE = re.compile(r'<li><a href="[^"]*" lang="(?P<code>[a-z-]+)"[^>]*>[^<]*</a></li>')
_ARCHIVE = re.compile(r'<a\b[^>]*href="[^":]*\.zip"[^>]*>.*?</a>', re.DOTALL)
_ARCHIVE_OR_PAPER = re.compile(r'<a\b[^>]*href="[^":]*\.(?:zip|pdf)"[^>]*>.*?</a>', re.DOTALL)
_ONLINE_ONLY = re.compile(
    r'<link rel="(?:alternate|manifest|search|apple-touch-icon)"[^>]*>\n?'
    r"|<(?P<tag>[a-z]+) data-online\b.*?</(?P=tag)>",
    re.DOTALL,
)


def page_in_folder(html: str, languages: Collection[str], papers: bool = True) -> str:
    """A page as it must be in a folder opened without a server: links name `index.html`; none
    leads to a language, an archive or, without `papers`, a printed sheet that is not there.
    """
    html = (_ARCHIVE if papers else _ARCHIVE_OR_PAPER).sub("", _ONLINE_ONLY.sub("", html))
    html = _LANGUAGE.sub(lambda m: m.group() if m["code"] in languages else "", html)
    return _LINK.sub(_named_file, html)


def _named_file(match: re.Match[str]) -> str:
    path = match["path"]
    if path.endswith("/") and not path.startswith("//") and not match["rest"].startswith(":"):
        path += "index.html"
    elif path in (".", ".."):
        path += "/index.html"
    return f'{match["name"]}{path}{match["rest"]}"'


def index_in_folder(script: str) -> str:
    """A script of the search index (`name=json;`) with addresses that name their files."""
    name, _, text = script.partition("=")
    return script_of(name, _located(json.loads(text.rstrip().rstrip(";"))))


def _located(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {(_file(k) if key in ("words", "pages") else k): _located(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_located(v) for v in value]
    return _file(value) if key == "location" and isinstance(value, str) else value


def _file(location: str) -> str:
    path, mark, anchor = location.partition("#")
    return f"{path}index.html{mark}{anchor}" if path.endswith("/") or not path else location
