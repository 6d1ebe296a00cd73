"""No dead end: a wrong address leads home from any depth, the search
page is a list without scripts, paper says what it leaves out.
"""

from __future__ import annotations

import functools
import http.server
import threading
from pathlib import Path

import pytest

from macros.web.front_door import front_door
from scripts.measure.stage import QuietHandler
from support.browsing import PHONE
from support.guides import real

DEEP = ("999", "999/", "demarches/dalo/", "FR/demarches/dalo/", "fr/demarches/xyz/", "ar/x/y/z/t", "fr/xyz")


# Addresses that are nobody's.


class _Host(QuietHandler):
    """A host that shows `404.html` at every wrong address below
    `prefix`: the site's own, or that of the nearest folder above.
    """

    prefix, nearest = "/", False

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if not path.startswith(self.prefix):
            self.send_error(404)
            return
        self.path = "/" + path.removeprefix(self.prefix)
        if Path(self.translate_path(self.path)).exists():
            super().do_GET()
            return
        body = self._page().read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _page(self) -> Path:
        place = Path(self.translate_path(self.path))
        above = [folder / "404.html" for folder in place.parents if (folder / "404.html").is_file()]
        return above[0] if self.nearest else Path(self.directory) / "404.html"


@pytest.fixture
def hosted():
    """(folder, prefix, nearest) -> the address of a host; all are stopped at the end."""
    running = []

    def start(folder: Path, prefix: str = "/", nearest: bool = False) -> str:
        kind = type("Host", (_Host,), {"prefix": prefix, "nearest": nearest})
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(kind, directory=str(folder))
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        running.append(server)
        return f"http://127.0.0.1:{server.server_port}{prefix}"

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def guides():
    return {code: real(code) for code in ("fr", "ar")}


def small_site(folder: Path, guides, base_url: str) -> Path:
    """A site of doors: its 404 page as for the public
    address `base_url`, and a home page for each language.
    """
    for name, text in front_door(guides, base_url).items():
        (folder / name).write_text(text, encoding="utf-8")
    for code in guides:
        (folder / code).mkdir()
        (folder / code / "index.html").write_text(f"<!doctype html><title>{code}</title>", encoding="utf-8")
    return folder


@pytest.mark.parametrize("scripted", [True, False], ids=["js", "no-js"])
@pytest.mark.parametrize("prefix", ["/", "/un/guide/"])
@pytest.mark.parametrize("path", DEEP)
def test_a_wrong_address_leads_home_from_any_depth(browser, tmp_path, guides, hosted, path, prefix, scripted):
    site = small_site(tmp_path, guides, f"https://exemple.fr{prefix}")
    context = browser.new_context(java_script_enabled=scripted)
    page = context.new_page()
    address = hosted(site, prefix)
    page.goto(address + path)
    page.click("a[hreflang=ar]")
    page.wait_for_url(f"{address}ar/")
    assert page.title() == "ar"
    context.close()


@pytest.mark.parametrize("scripted", [True, False], ids=["js", "no-js"])
def test_the_nearest_page_of_a_wrong_address_leads_home_too(browser, site, hosted, scripted):
    context = browser.new_context(java_script_enabled=scripted, viewport=PHONE, service_workers="block")
    page = context.new_page()
    lost = []
    page.on(
        "response",
        lambda answer: (
            lost.append(answer.url) if answer.status >= 400 and not answer.url.endswith("/xyz/t/") else None
        ),
    )
    address = hosted(site.resolve(), nearest=True)
    page.goto(address + "ar/demarches/xyz/t/")
    assert page.evaluate("document.documentElement.lang") == "ar"
    page.click(".g-page a[href='/ar/']")
    assert (page.url, lost) == (f"{address}ar/", [])
    context.close()


# The search page.


def test_without_script_the_search_page_is_the_list(browser, address):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + "fr/recherche/?q=dalo")
    page.locator(".g-az summary").first.click()
    seen = page.locator(".g-az a:visible").count(), page.locator(".g-az a").count()
    assert (seen[0] > 3, seen[1] > 50, "JavaScript" in page.inner_text("main")) == (True, True, True)
    context.close()


# Paper.


@pytest.fixture
def paper(browser, address):
    """path -> the page as it is printed."""
    context = browser.new_context(
        viewport={"width": 720, "height": 1000}, service_workers="block", color_scheme="dark"
    )
    page = context.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    yield lambda path: page.goto(address + path) and page
    context.close()


@pytest.mark.parametrize(
    ("path", "fold"),
    [
        ("demarches/action-logement/", "#issues"),
        ("demarches/dalo/", ".g-far"),
        ("guichet/accueillir/", ".g-far"),
    ],
)
def test_a_closed_fold_leaves_its_title_on_paper(paper, path, fold):
    assert paper(f"fr/{path}").locator(f"details{fold} > summary").first.is_visible()


@pytest.mark.parametrize(
    "path",
    [
        "demarches/dalo/",
        "demarches/violences/",
        "contacts/adil-13/",
        "criteres/handicap/",
        "courriers/",
        "guichet/enregistrer/",
        "cadre/cil/",
        "recherche/",
    ],
)
@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_no_heading_stands_empty_on_paper(paper, lang, path):
    bare = paper(f"{lang}/{path}").evaluate("""() => {
        const seen = e => e.checkVisibility() && e.innerText.trim();
        const said = "article :is(h2, h3, p, li, dd, dt, blockquote, td, summary)";
        const parts = [...document.querySelectorAll(said)].filter(seen);
        const empty = (e, next) => e.tagName === "H2" && (!next || next.tagName === "H2");
        return parts.filter((e, n) => empty(e, parts[n + 1])).map(e => e.innerText);
    }""")
    assert bare == []


@pytest.mark.parametrize("path", ["courriers/", "demarches/dalo/", "contacts/", "fiches/"])
def test_what_is_a_button_on_screen_is_black_on_white_on_paper(paper, path):
    page = paper("fr/" + path)
    pale = page.evaluate("""() => [...document.querySelectorAll("article :is(.g-button, .g-call)")]
        .filter(e => e.checkVisibility())
        .map(e => getComputedStyle(e).color).filter(colour => colour !== "rgb(0, 0, 0)")""")
    assert pale == []


def test_the_french_of_the_counter_says_why_it_is_missing(visit):
    visit.page.route("**/*phrases", lambda route: route.abort())
    page = visit.go("ar/demarches/dalo/?guichet")
    page.wait_for_selector("#g-no-french a")
    assert page.get_attribute("#g-no-french a", "href") == visit.address + "fr/demarches/dalo/"
