"""The built site can be hosted as it is: nothing written in a page that the policy refuses, and the files
that tell it to hosts, which are no part of an edition.
"""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from macros.export.hosting import host_files

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
