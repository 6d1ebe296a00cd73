"""The built site can be hosted as it is: nothing written in a page that the policy refuses, and the files
that tell it to hosts, which are no part of an edition.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from macros.export.hosting import (
    ALWAYS,
    ASK_EACH_TIME,
    FRESH,
    KEPT,
    PAPERS_POLICY,
    host_files,
    security_headers,
)
from support.hosts import ByFiles

#: A script or a style written in a page; data are neither.
_WRITTEN = re.compile(
    r"""<style|<script(?![^>]*\ssrc=)(?![^>]*type="application/json")|<[^>]*\s(?:style|on[a-z]+)=|javascript:"""
)


def test_no_page_holds_a_script_or_a_style(site):
    pages = sorted(site.resolve().rglob("*.html"))
    written = {page: _WRITTEN.search(page.read_text(encoding="utf-8")) for page in pages}
    assert pages and {str(page): found[0] for page, found in written.items() if found} == {}


def edition(site: Path, lang: str) -> tuple[set[str], set[str]]:
    """What a phone keeps of a language, what its folder to carry holds."""
    listed = json.loads((site / lang / "edition.json").read_text(encoding="utf-8"))["files"]
    with zipfile.ZipFile(site / lang / f"guide-{lang}.zip") as archive:
        return {path for path, _ in listed}, {name.partition("/")[2] for name in archive.namelist()}


@pytest.mark.parametrize("name", sorted(host_files(("fr",), "/")))
def test_what_hosts_read_is_in_the_site(site, name):
    assert (site / name).is_file()


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_what_hosts_read_is_no_part_of_an_edition(site, lang):
    listed, carried = edition(site, lang)
    assert (listed | carried) & set(host_files(("fr",), "/")) == set()


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_an_edition_has_the_script_that_a_page_waits_for(site, lang):
    listed, carried = edition(site, lang)
    assert "assets/js/first.js" in listed and {f"{lang}/assets/js/first.js", "porte.css"} <= carried


# --- the written headers, read by a host ------------------------------------------------------------------


@pytest.fixture(scope="module")
def host(site) -> ByFiles:
    """A host that says with the site what the files in it tell it to say."""
    return ByFiles(site)


def addresses(site: Path) -> list[str]:
    """Every address that a site answers."""
    found = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file()]
    return [f"/{name.removesuffix('index.html')}" for name in found]


def test_a_host_says_with_every_file_what_the_tests_of_browsers_ran_under(site, host):
    """Beside papers lies a page that has their policy: the wider one, which it does without."""
    wider = {address: host.answer(address).headers for address in addresses(site)}
    differs = [
        address
        for address, said in wider.items()
        if {name: said[name] for name in ALWAYS} != ALWAYS
        or said["Content-Security-Policy"]
        != (PAPERS_POLICY if "/fiches/" in address else security_headers(address)["Content-Security-Policy"])
    ]
    assert len(wider) > 1000 and differs == []


def test_what_says_which_edition_is_the_last_is_asked_for_each_time(site, host):
    kept = {address: host.answer(address).headers["Cache-Control"] for address in addresses(site)}
    fresh = {address for address, said in kept.items() if said == ASK_EACH_TIME}
    assert fresh == {"/sw.js", "/fr/edition.json", "/en/edition.json", "/ar/edition.json"}


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/fr/demarches/nulle-part/", "fr/404.html"),
        ("/ar/x", "ar/404.html"),
        ("/en/a/b/c?q=1", "en/404.html"),
        ("/999", "404.html"),
        ("/FR/", "404.html"),
    ],
)
def test_a_wrong_address_has_the_page_of_its_language(site, host, address, page):
    found = host.answer(address)
    assert (found.status, found.file) == (404, site / page)


def test_an_address_that_is_right_is_never_a_wrong_one(site, host):
    assert [a for a in addresses(site) if host.answer(a).status != 200] == []


# --- real hosts, where they are installed -----------------------------------------------------------------


@contextmanager
def caddy(site: Path, work: Path, port: int) -> Iterator[None]:
    """Caddy, as the file written for it says, on this machine alone."""
    (work / "www").symlink_to(site)
    told = (site / "hebergement" / "Caddyfile").read_text(encoding="utf-8")
    told = told.replace("exemple.fr {", f"http://127.0.0.1:{port} {{").replace(
        "/var/www/guide", f"{work}/www"
    )
    (work / "Caddyfile").write_text(f"{{\n  admin off\n}}\n{told}", encoding="utf-8")
    with subprocess.Popen(
        ["caddy", "run", "--config", work / "Caddyfile", "--adapter", "caddyfile"],
        env={**os.environ, "HOME": str(work)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as program:
        yield
        program.terminate()


@contextmanager
def nginx(site: Path, work: Path, port: int) -> Iterator[None]:
    """nginx, as the file written for it says, on this machine alone."""
    (work / "www").symlink_to(site)
    told = (site / "hebergement" / "nginx.conf").read_text(encoding="utf-8")
    told = told.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/var/www/guide", f"{work}/www")
    places = [
        f"{name}_temp_path {work}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    ]
    types = "types { text/html html; text/css css; application/javascript js; application/pdf pdf; }"
    (work / "nginx.conf").write_text(
        f"user root; daemon off; pid {work}/pid; error_log {work}/log; events {{}}\n"
        f"http {{ access_log off; {' '.join(places)} {types}\n{told}}}\n",
        encoding="utf-8",
    )
    with subprocess.Popen(["nginx", "-p", work, "-c", work / "nginx.conf"]) as program:
        yield
        program.terminate()


def asked(url: str) -> tuple[int, dict[str, str], bytes]:
    """The answer at an address, once somebody gives one."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(url) as answer:
                return answer.status, dict(answer.headers), answer.read()
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, dict(refusal.headers), refusal.read()
        except urllib.error.URLError:
            time.sleep(0.05)
    raise AssertionError("nobody answers")


REAL = [
    pytest.param(
        program, marks=pytest.mark.skipif(not shutil.which(program.__name__), reason="not installed")
    )
    for program in (caddy, nginx)
]


@pytest.mark.parametrize("program", REAL)
def test_a_real_host_says_what_its_file_says(site, tmp_path, program):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    tried = ["/", "/fr/", "/sw.js", "/ar/edition.json", "/fr/fiches/dalo.pdf", "/ar/x", "/999"]
    with program(site, tmp_path, port):
        said = {path: asked(f"http://127.0.0.1:{port}{path}") for path in tried}
    for path, (status, headers, body) in said.items():
        wanted = {**security_headers(path), "Cache-Control": ASK_EACH_TIME if path.endswith(FRESH) else KEPT}
        assert {name: headers.get(name) for name in wanted} == wanted, path
        assert status == (404 if path in ("/ar/x", "/999") else 200), path
        assert path != "/ar/x" or b'lang="ar"' in body
