"""The real guide, built: nothing leads nowhere, nothing is left raw, every language has the same pages."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from macros.guide.content import page_references
from macros.model.traversal import references_of
from macros.opening import open_content
from macros.places.faults import Fault
from macros.speech.addresses import address
from support import CONTENT, DAY, ROOT
from support.guides import real
from support.pages import pages, read, target

#: Whoever reads every page of the site reads it in one process, once.
pytestmark = pytest.mark.xdist_group("pages")

LANGUAGES = ("fr", "en", "ar")
OWN = ("", "http", "https")


def relative(site: Path, path: Path) -> str:
    return path.relative_to(site.resolve()).as_posix()


def addresses(site: Path, lang: str) -> set[str]:
    return {relative(site, page.path).split("/", 1)[1] for page in pages(site, lang)}


@pytest.fixture(scope="module")
def told() -> tuple[Fault, ...]:
    """What `check` tells of the real content."""
    return open_content(CONTENT, DAY).faults


def test_the_content_has_no_fault(told):
    assert [fault for fault in told if fault.is_error] == []


def test_a_real_territory_has_somebody_for_each_part(told):
    assert [fault for fault in told if fault.code in ("R311", "R312", "R313")] == []


def test_every_link_leads_to_a_file_and_every_anchor_to_an_element(site):
    root = site.resolve()
    lost = []
    for page in pages(site):
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            # Only the page of a wrong address names places from
            # the root of its host: it is shown at any depth.
            rooted = link.startswith("/") and page.path.name == "404.html"
            start = root if rooted else page.path.parent
            found = (
                target(start, link.lstrip("/") if rooted else link, root) if parts.path else str(page.path)
            )
            anchor = unquote(parts.fragment)
            if not found or (anchor and found.endswith(".html") and anchor not in read(Path(found)).ids):
                lost.append((relative(site, page.path), link))
    assert lost == []


def test_no_id_stands_twice_on_a_page(site):
    assert [relative(site, p.path) for p in pages(site) if len(p.ids) != len(set(p.ids))] == []


def test_ids_are_the_same_in_every_language(site):
    differing = [
        (lang, relative(site, page.path))
        for page in pages(site, "fr")
        for lang in ("en", "ar")
        if not re.search("/(?:faits|guichet)/", str(page.path))  # agents read French
        and read(Path(str(page.path).replace("/fr/", f"/{lang}/"))).ids != page.ids
    ]
    assert differing == []


def test_every_language_has_the_same_pages_but_the_facts(site):
    french = {name for name in addresses(site, "fr") if not name.startswith("faits/")}
    assert [addresses(site, lang) for lang in LANGUAGES[1:]] == [french, french]


@pytest.mark.parametrize(("lang", "direction"), [("fr", "ltr"), ("en", "ltr"), ("ar", "rtl")])
def test_language_and_direction_are_declared(site, lang, direction):
    assert {(p.lang, p.dir) for p in pages(site, lang)} == {(lang, direction)}


def test_no_token_nor_template_is_left_raw(site):
    raw = re.compile(
        r"\{\{|\}\}|\{%|\{(?:valeur|terme|tel):|\*\*|\]\((?:demarche|contact|http)|\bNone\b(?! of\b)"
        r"|Undefined"
    )
    assert [(relative(site, p.path), m.group()) for p in pages(site) if (m := raw.search(p.text))] == []


def test_no_word_of_the_interface_is_left_unfilled(site):
    hole = re.compile(r"\{[a-z]+\}")
    assert [(relative(site, p.path), m.group()) for p in pages(site) if (m := hole.search(p.text))] == []


def test_every_page_has_a_title_of_its_own(site):
    neutral = "Guide du logement – aide"  # what tells nothing of a page that somebody may have to hide
    titles = [p.title for p in pages(site, "fr") if p.path.name == "index.html" and p.title != neutral]
    assert sorted(titles) == sorted(set(titles))


def test_no_page_asks_anything_of_another_site(site):
    foreign = re.compile(
        r"""<(?:script|img|iframe|link rel="(?:stylesheet|icon|preload)")[^>]*"""
        r"""(?:src|href)=["'](?:https?:)?//"""
    )
    assert [
        relative(site, p.path) for p in pages(site) if foreign.search(p.path.read_text(encoding="utf-8"))
    ] == []


def test_every_statement_of_a_page_shows_its_proof(site):
    guide = real()
    kinds = [
        (guide.content.procedures, "demarches"),
        (guide.content.counter, "guichet"),
        (guide.content.criteria, "criteres"),
    ]
    lost = []
    for items, folder in kinds:
        for identifier, item in items.items():
            ids = set(read((site / "fr" / folder / identifier / "index.html").resolve()).ids)
            cited = [
                fact
                for kind, fact in references_of(item)
                if kind == "fact" and guide.content.facts[fact].publishable
            ]
            lost += [f"{folder}/{identifier} {fact}" for fact in cited if f"loi-{fact}" not in ids]
    assert lost == []


def test_what_a_low_fact_says_is_published_nowhere(site):
    guide = real()
    hidden = [f.statement for f in guide.content.facts.values() if not f.publishable]
    assert [s for s in hidden if any(s in p.text for p in pages(site, "fr"))] == []


def test_untranslated_french_is_marked_as_french(site):
    page = (site / "ar/guichet/enregistrer/index.html").read_text(encoding="utf-8")
    title = real("fr").content.counter["enregistrer"].title.fr
    assert re.search(rf'hreflang="fr" lang="fr" dir="ltr">{re.escape(title)}</a>', page)


def test_the_finder_names_all_communes_and_each_has_a_page(site):
    page = read((site / "fr/contacts/communes/index.html").resolve())
    named = [i for i in page.ids if re.fullmatch(r"\d{5}", i)]
    pages = [f.parent.name for f in site.glob("fr/contacts/communes/*/index.html")]
    assert (len(named), sorted(pages)) == (92, sorted(named))


def test_the_sheets_that_others_rely_on_exist(site):
    wanted = [
        "ar/fiches/dalo.fr.pdf",
        "fr/fiches/dalo.pdf",
        "data/contacts.json",
        "data/contacts.csv",
        "data/contacts/adil-13.vcf",
    ]
    assert [name for name in wanted if not (site / name).exists()] == []


def test_open_data_can_be_read_back(site):
    contacts = json.loads((site / "data/contacts.json").read_text(encoding="utf-8"))
    assert "adil-13" in {c["id"] for c in contacts["contacts"]}


def weight_of(paths) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 6)) for path in paths)


def test_the_first_view_of_a_procedure_is_light(site):
    page = (site / "fr/demarches/dalo/index.html").resolve()
    parts = [page] + [
        (page.parent / link).resolve()
        for link in read(page).links
        if link.endswith((".css", ".js", ".svg")) and not urlsplit(link).scheme
    ]
    assert weight_of(parts) < 60_000


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_the_first_answer_of_the_search_is_light(site, lang):
    engine = [site / lang / "assets/search" / name for name in ("text.js", "engine.js")]
    assert weight_of([*engine, site / lang / "search/guide.js"]) < 25 * 1024


def test_every_page_of_content_is_in_the_search(site):
    guide = real()
    text = (site / "ar/search/guide.js").read_text(encoding="utf-8")
    index = json.loads(text.removeprefix("Guide.search.index=").rstrip(";\n"))
    found = {doc["location"] for doc in index["docs"]}
    assert {
        address(reference, guide.content) for reference in page_references(guide.content)
    } - found == set()


def test_the_schemas_for_editors_are_in_step(tmp_path):
    from scripts.edit.schemas import schemas

    committed = {
        p.name: json.loads(p.read_text(encoding="utf-8")) for p in (ROOT / "content/schemas").glob("*.json")
    }
    assert committed == schemas()


def test_each_short_address_leads_to_its_page_in_every_language(site):
    numbers = real().content.numbers
    built = {n: read(page) for n in numbers if (page := site / n / "index.html").exists()}
    assert [
        (n, link)
        for n, page in built.items()
        for link in page.links
        if not (site / n / link.split("#")[0]).resolve().exists()
    ] == []
    shared = 2  # the sheet and the script of all short addresses
    assert {len(page.links) - shared for page in built.values()} == {3}


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_a_shared_link_shows_a_picture_of_the_size_that_messengers_ask_for(site, lang):
    named = re.search(
        r'property="og:image" content="([^"]+)"',
        (site / lang / "demarches/dalo/index.html").read_text(encoding="utf-8"),
    )
    picture = (site / lang / named.group(1).split(f"/{lang}/")[1]).read_bytes()
    assert (picture[:4], int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")) == (
        b"\x89PNG",
        1200,
        630,
    )


@pytest.mark.parametrize(
    ("lang", "state"),
    [
        ("fr", "Accessibilité : non conforme"),
        ("en", "Accessibility: not compliant"),
        ("ar", "سهولة الوصول: غير مطابق"),
    ],
)
def test_each_page_says_how_accessible_the_guide_is_and_leads_to_the_statement(site, lang, state):
    home, statement = (read(site / lang / path) for path in ("index.html", "cadre/accessibilite/index.html"))
    assert "./cadre/accessibilite/" in home.links
    assert all(state in re.sub(r"\s", " ", page.text) for page in (home, statement))


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_every_sentence_of_the_search_stands_at_its_place(site, lang):
    for script in sorted((site / lang / "search").glob("told-*.js")):
        told = json.loads(script.read_text(encoding="utf-8").partition("=")[2].rstrip(";\n"))
        for address_, entries in told["pages"].items():
            page = (site / lang / address_ / "index.html").read_text(encoding="utf-8")
            anchors = set(re.findall(r'\bid="?([^" >]+)', page))
            assert {entry[0] for entry in entries} - anchors == set(), address_
