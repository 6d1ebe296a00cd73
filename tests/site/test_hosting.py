"""The built site can be hosted as it is: nothing written in a page that the policy refuses, and the files that
tell it to hosts, which are no part of an edition.
"""

from __future__ import annotations

import json
import re
import zipfile

import pytest

from macros.export.hosting import host_files

#: A script or a style written in a page; data are neither.
_WRITTEN = re.compile(
    r"""<style|<script(?![^>]*\ssrc=)(?![^>]*type="application/json")|<[^>]*\s(?:style|on[a-z]+)=|javascript:"""
)


def test_no_page_holds_a_script_or_a_style(site):
    pages = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")
    }
    assert {name: found[0] for name, text in pages.items() if (found := _WRITTEN.search(text))} == {}


@pytest.mark.parametrize("name", sorted(host_files(("fr",), "/")))
def test_what_hosts_read_is_in_the_site(site, name):
    assert (site / name).is_file()


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_what_hosts_read_is_no_part_of_an_edition(site, lang):
    listed = {
        path for path, _ in json.loads((site / lang / "edition.json").read_text(encoding="utf-8"))["files"]
    }
    with zipfile.ZipFile(site / lang / f"guide-{lang}.zip") as archive:
        carried = set(archive.namelist())
    assert (listed | carried) & set(host_files(("fr",), "/")) == set()


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_an_edition_has_the_script_that_a_page_waits_for(site, lang):
    listed = {
        path for path, _ in json.loads((site / lang / "edition.json").read_text(encoding="utf-8"))["files"]
    }
    with zipfile.ZipFile(site / lang / f"guide-{lang}.zip") as archive:
        carried = set(archive.namelist())
    assert "assets/js/first.js" in listed and {f"{lang}/assets/js/first.js", "porte.css"} <= carried
