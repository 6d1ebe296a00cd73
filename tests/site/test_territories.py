"""The real content of each territory makes a site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from macros.web.staging import navigation, stubs
from scripts.build.mkdocs_engine import build_language, stage
from scripts.build.request import Plan
from support import CONTENT, DAY, ROOT
from support.guides import real
from support.whole import everything

OTHERS = ["grand-avignon", "tpm", "nca", "sophia"]


@pytest.mark.parametrize("territory", OTHERS)
def test_every_page_paper_and_file_of_each_territory_is_made(territory):
    assert sum(1 for _ in everything({"fr": real(territory=territory)})) > 500


def pages_named(menu: Any) -> Iterator[str]:
    """The files that a menu leads to, however deep."""
    if isinstance(menu, str):
        yield menu
    for part in menu.values() if isinstance(menu, dict) else menu if isinstance(menu, list) else ():
        yield from pages_named(part)


@pytest.mark.parametrize("territory", OTHERS)
def test_the_menu_of_each_territory_leads_to_its_pages(territory):
    guide = real(territory=territory)
    named = set(pages_named(navigation(guide)))
    assert named
    assert named - set(stubs(guide)) == set()


def test_another_territory_builds_without_a_warning(tmp_path):
    plan = Plan(ROOT, CONTENT, "nca", ["fr"], DAY, tmp_path / "site", work=tmp_path / "work")
    plan.staging.mkdir(parents=True)
    (plan.staging / "papers.json").write_text("{}", encoding="utf-8")
    built = build_language(stage(real(territory="nca"), plan, ["fr"], tmp_path / "site" / "fr"))
    assert (built.faults, built.pages > 150) == ((), True)
