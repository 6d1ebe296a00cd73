"""What `serve` shows is what a build publishes: every file, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.build.publishing import MARK
from scripts.build.request import Plan
from scripts.build.shown import Shown
from support import CONTENT, DAY, ROOT, WORK
from support.guides import read

#: Whoever reads every page of the site reads it in one process, once.
pytestmark = pytest.mark.xdist_group("pages")

#: What a build makes of its own files, and nobody looks at on the desk.
OF_BUILDS = (".zip", "edition.json", "sw.js", MARK)


@pytest.fixture(scope="module")
def shown(site) -> Shown:
    """The real guide as `serve` holds it, beside the site that was built."""
    plan = Plan(ROOT, CONTENT, "amp", None, DAY, site, work=WORK)
    return Shown(read(), plan)


def built(site: Path, papers: bool = False) -> list[str]:
    names = (p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())
    return sorted(n for n in names if not n.endswith(OF_BUILDS) and n.endswith(".pdf") == papers)


def test_every_file_that_is_built_is_served_byte_for_byte(site, shown):
    names = built(site.resolve())
    assert [name for name in names if shown.file(name) != (site / name).read_bytes()] == []


def test_a_page_is_served_where_one_is_built_and_nowhere_else(site, shown):
    served = {f"{code}/{below}" for code in shown.languages for below in shown._pages(code)}
    assert served == {
        name
        for name in built(site.resolve())
        if name.endswith("index.html") and name.count("/") and name[:2].isalpha()
    }


@pytest.mark.parametrize("name", ["fr/fiches/dalo.pdf", "ar/fiches/renouveler-demande.fr.pdf"])
def test_a_paper_that_is_opened_is_the_paper_that_is_built(site, shown, name):
    assert shown.file(name) == (site / name).read_bytes()
