"""No dead end: a wrong address leads home from any depth, the search page is a list, a message to nobody is not offered, paper says what it leaves out."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from browsing import PHONE
from conftest import DAY, ROOT
from pages import pages, read

from macros.language.typography import in_sentence
from macros.opening import forget, open_guide
from macros.web.frame import chrome
from macros.web.front_door import front_door
from macros.web.pages import render
from macros.web.sharing import report_link
from scripts.measure.stage import QuietHandler

DEEP = ("999", "999/", "demarches/dalo/", "FR/demarches/dalo/", "fr/demarches/xyz/", "ar/x/y/z/t", "fr/xyz")


# Addresses that are nobody's.


class _Host(QuietHandler):
    """A host that shows `404.html` at every wrong address below `prefix`: the site's own, or that of the nearest folder above."""

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
    return {code: open_guide(ROOT / "content", DAY, lang=code) for code in ("fr", "ar")}


def small_site(folder: Path, guides, base_url: str) -> Path:
    """A site of doors: its 404 page as for the public address `base_url`, and a home page for each language."""
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


def test_the_page_of_a_wrong_address_has_no_script(guides):
    assert "<script" not in front_door(guides, "https://exemple.fr/")["404.html"]


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


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_every_link_of_a_wrong_address_leads_to_a_file(site, lang):
    links = [
        link for link in read(site / lang / "404.html").links if not link.startswith(("#", "tel:", "sms:"))
    ]
    assert [
        link for link in links if not link.startswith("/") or not (site / link.lstrip("/")).exists()
    ] == []


def test_a_wrong_address_is_not_carried_on_a_stick(site):
    import zipfile

    with zipfile.ZipFile(site / "fr/guide-fr.zip") as archive:
        assert [name for name in archive.namelist() if name.endswith("404.html")] == []


# The search page.


def test_the_search_page_lists_procedures_by_theme(guides):
    text = render(guides["fr"], "page:recherche", {"languages": ["fr"], "papers": {}, "base_url": ""})
    listed = text[text.index('id="toutes"') :]
    assert [
        group.title.fr
        for group in guides["fr"].content.navigation.groups
        if f'id="groupe-{group.id}"' not in listed
    ] == []
    assert [p for p in guides["fr"].content.procedures if f"demarches/{p}/" not in listed] == []


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_the_search_page_shows_neither_markdown_nor_search_words(site, lang):
    page = read(site / lang / "recherche/index.html")
    assert [sign for sign in ("##", "{ #", "faux propriétaire", "piège") if sign in page.text] == []


def test_without_script_the_search_page_is_the_list(browser, address):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + "fr/recherche/?q=dalo")
    assert (page.locator(".g-az a:visible").count() > 50, "JavaScript" in page.inner_text("main")) == (
        True,
        True,
    )
    context.close()


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_no_page_shows_raw_markdown(site, lang):
    raw = re.compile(r"(?m)^\s*#{1,6} |\{ ?#[a-z-]+ ?\}")
    assert [p.path.name for p in pages(site, lang) if raw.search(p.text)] == []


# A message needs somebody to read it.

REPORT = re.compile(r"mailto:\?|[Ss]ignaler une erreur|Aucune adresse n’est encore prévue")


def with_address(folder: Path, email: str | None) -> Path:
    path = folder / "territories" / "petit.yml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(
        yaml.safe_dump(data | ({"report_to": email} if email else {}), allow_unicode=True), encoding="utf-8"
    )
    return folder


def pages_of(folder: Path) -> dict[str, str]:
    """Reference -> page, for pages that quote facts."""
    forget()
    guide = open_guide(folder, DAY, "petit")
    known = {"languages": ["fr"], "papers": {}, "base_url": ""}
    topic = next(iter(guide.content.topics))
    return {
        r: render(guide, r, known)
        for r in ("demarche:renouveler", "contact:adil", f"sujet:{topic}", "critere:handicap")
    }


def test_a_mistake_is_reported_to_nobody_where_no_address_is_known(valid):
    assert [name for name, text in pages_of(with_address(valid, None)).items() if REPORT.search(text)] == []


def test_a_mistake_is_reported_where_somebody_answers(valid):
    found = pages_of(with_address(valid, "erreurs@exemple.fr"))
    assert [name for name, text in found.items() if "mailto:erreurs@exemple.fr?" not in text] == []


def test_a_report_says_the_page_the_fact_and_the_edition(valid):
    forget()
    guide = open_guide(with_address(valid, "erreurs@exemple.fr"), DAY, "petit")
    link = urlsplit(report_link(guide, "demarches/renouveler/", "f-un-an"))
    asked = parse_qs(link.query)
    assert (link.scheme, link.path) == ("mailto", "erreurs@exemple.fr")
    assert (
        asked["subject"][0].endswith("fr/demarches/renouveler/ f-un-an")
        and DAY.isoformat() in asked["body"][0]
    )


def test_no_page_of_the_guide_offers_a_message_to_nobody(site):
    assert open_guide(ROOT / "content", DAY).territory.report_to is None, (
        "a mail address is known now: this test has no object any more"
    )
    assert [p.path for p in pages(site) if any(link.startswith("mailto:?") for link in p.links)] == []
    assert [p.path for p in pages(site, "fr") if REPORT.search(p.text)] == []


def test_the_footer_offers_the_message_where_somebody_answers(valid):
    forget()
    guide = open_guide(with_address(valid, "erreurs@exemple.fr"), DAY, "petit")
    footer = (ROOT / "macros/web/theme/partials/footer.html").read_text(encoding="utf-8")
    from jinja2 import Environment

    def shown(report_to: str) -> str:
        known = chrome(guide, ["fr"]) | {"report_to": report_to}
        page = type("Page", (), {"title": "Titre"})
        return (
            Environment(autoescape=True)
            .from_string(footer)
            .render(g=known, w=known["words"], root="./", here="a/", placed=True, page=page)
        )

    assert (
        "mailto:erreurs@exemple.fr?" in shown(chrome(guide, ["fr"])["report_to"]),
        "mailto:" in shown(""),
    ) == (True, False)


def test_who_is_stopped_by_a_page_is_told_whom_to_write_to(site):
    told = read(site / "fr/cadre/accessibilite/index.html").text
    assert "Vous pouvez écrire à ce service" in told and "Pas de réponse, ou" not in told


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


def test_a_closed_fold_leaves_its_title_on_paper(paper):
    page = paper("fr/demarches/dalo/")
    assert page.locator("details.g-far summary").is_visible()
    assert "Vaucluse" in page.inner_text("details.g-far summary")


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
        const parts = [...document.querySelectorAll("article h2, article h3, article p, article li, article dd, article dt, article blockquote, article td, article summary")].filter(seen);
        return parts.filter((e, n) => e.tagName === "H2" && (!parts[n + 1] || parts[n + 1].tagName === "H2")).map(e => e.innerText);
    }""")
    assert bare == []


@pytest.mark.parametrize("path", ["courriers/", "demarches/dalo/", "contacts/", "fiches/"])
def test_what_is_a_button_on_screen_is_black_on_white_on_paper(paper, path):
    page = paper("fr/" + path)
    pale = page.evaluate("""() => [...document.querySelectorAll("article .g-button, article .g-call")].filter(e => e.checkVisibility())
        .map(e => getComputedStyle(e).color).filter(colour => colour !== "rgb(0, 0, 0)")""")
    assert pale == []


@pytest.mark.parametrize(
    ("name", "lang", "said"),
    [
        ("Français", "fr", "français"),
        ("English", "en", "English"),
        ("Italiano", "it", "italiano"),
        ("العربية", "ar", "العربية"),
    ],
)
def test_the_name_of_a_language_inside_a_sentence(name, lang, said):
    assert in_sentence(name, lang) == said


def test_the_french_of_the_counter_says_why_it_is_missing(visit):
    visit.page.clock.install()
    visit.page.route("**/*phrases", lambda route: route.abort())
    page = visit.go("ar/demarches/dalo/?guichet")
    page.wait_for_selector("iframe", state="attached")
    page.clock.run_for(11_000)
    assert page.get_attribute("#g-no-french a", "href") == visit.address + "fr/demarches/dalo/"
