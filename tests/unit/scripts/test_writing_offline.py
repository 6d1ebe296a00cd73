"""What is written so that the guide is read without a network: the worker, its lists, folders to carry."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from macros.guide.guide import Guide
from scripts.build.offline import write_folders, write_worker
from support.made import DAY, made_content, made_guide

SITE = {
    "fr/index.html": '<a href="demarches/renouveler/">Renouveler</a>',
    "fr/404.html": "<p>Rien ici.</p>",
    "fr/search/guide.js": 'Guide.search.index={"docs":[{"location":"demarches/renouveler/"}]};\n',
    "fr/fiches/renouveler.pdf": "fiche",
    "fr/fiches/guichet/enregistrer.pdf": "fiche des agents",
    "ar/index.html": '<a href="../fr/">Français</a>',
    "ar/fiches/renouveler.pdf": "fiche",
    "data/contacts.csv": "id;kind\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site in two languages, as the build leaves it."""
    for name, text in SITE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def guides() -> Mapping[str, Guide]:
    """The guide of each language of the site."""
    content = replace(made_content(), numbers={"1": "demarche:renouveler"})
    return {lang: made_guide(lang, content) for lang in ("fr", "ar")}


def carried(site: Path, lang: str) -> Mapping[str, str]:
    """Name -> text of what the folder of a language carries."""
    with zipfile.ZipFile(site / lang / f"guide-{lang}.zip") as archive:
        names = [(name, name.removeprefix(f"guide-{lang}-{DAY}/")) for name in archive.namelist()]
        return {inside: archive.read(name).decode("utf-8-sig") for name, inside in names}


def test_each_language_lists_its_pages_but_neither_papers_nor_the_page_of_wrong_addresses(site, guides):
    write_worker(guides, site)
    listed = json.loads((site / "fr" / "edition.json").read_text(encoding="utf-8"))
    assert [name for name, _ in listed["files"]] == ["", "search/guide.js"]


def test_the_worker_knows_each_edition_and_each_short_address(site, guides):
    write_worker(guides, site)
    worker = (site / "sw.js").read_text(encoding="utf-8")
    editions = [json.loads((site / lang / "edition.json").read_text(encoding="utf-8")) for lang in guides]
    assert all(edition["edition"] in worker for edition in editions)
    assert "demarches/renouveler/" in worker


def test_a_change_of_one_page_is_another_edition_of_its_language_alone(site, guides):
    def editions() -> list[str]:
        write_worker(guides, site)
        return [(site / lang / "edition.json").read_text(encoding="utf-8") for lang in ("fr", "ar")]

    french, arabic = editions()
    (site / "fr" / "index.html").write_text("<p>Autre.</p>", encoding="utf-8")
    assert (editions()[0] != french, editions()[1]) == (True, arabic)


def test_the_french_folder_is_french(site, guides):
    write_folders(guides, site)
    assert set(carried(site, "fr")) == {
        "LISEZ-MOI.txt",
        "index.html",
        "porte.css",
        "porte.js",
        "fr/index.html",
        "fr/search/guide.js",
        "fr/fiches/renouveler.pdf",
        "fr/fiches/guichet/enregistrer.pdf",
        "data/contacts.csv",
    }


def test_another_folder_carries_french_but_of_its_papers_the_agents_alone(site, guides):
    write_folders(guides, site)
    names = set(carried(site, "ar"))
    assert {"ar/fiches/renouveler.pdf", "fr/index.html", "fr/fiches/guichet/enregistrer.pdf"} <= names
    assert "fr/fiches/renouveler.pdf" not in names


def test_what_is_carried_names_files(site, guides):
    write_folders(guides, site)
    files = carried(site, "fr")
    assert 'href="demarches/renouveler/index.html"' in files["fr/index.html"]
    assert "demarches/renouveler/index.html" in files["fr/search/guide.js"]


def test_the_same_day_gives_the_same_bytes(site, guides):
    told = write_folders(guides, site)
    before = (site / "ar" / "guide-ar.zip").read_bytes()
    assert (write_folders(guides, site), (site / "ar" / "guide-ar.zip").read_bytes()) == (told, before)


def test_a_folder_stays_one_folder_named_by_its_language_and_day(site, guides):
    write_folders(guides, site)
    with zipfile.ZipFile(site / "ar" / "guide-ar.zip") as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {f"guide-ar-{DAY}"}


def test_a_folder_says_how_to_open_it_in_its_languages(site, guides):
    write_folders(guides, site, "https://exemple.fr/")
    told = carried(site, "ar")["LISEZ-MOI.txt"]
    assert told.count("index.html") == 2 and "https://exemple.fr/ar/" in told


@pytest.mark.parametrize("base", ["", "http://127.0.0.1:8000/"])
def test_a_folder_names_no_address_that_is_this_computer(site, guides, base):
    write_folders(guides, site, base)
    assert "http" not in carried(site, "fr")["LISEZ-MOI.txt"]
