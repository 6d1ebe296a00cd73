"""The real content of each territory makes a site."""

from __future__ import annotations

import pytest

from scripts.build.mkdocs_engine import build_language, stage
from scripts.build.request import Plan
from support import CONTENT, DAY, ROOT
from support.guides import real


@pytest.mark.parametrize("territory", ["grand-avignon", "tpm", "nca", "sophia"])
def test_each_territory_builds_without_a_warning(territory, tmp_path):
    plan = Plan(ROOT, CONTENT, territory, ["fr"], DAY, tmp_path / "site", work=tmp_path / "work")
    plan.staging.mkdir(parents=True)
    (plan.staging / "papers.json").write_text("{}", encoding="utf-8")
    built = build_language(stage(real(territory=territory), plan, ["fr"], tmp_path / "site" / "fr"))
    assert built.faults == ()
    assert built.pages > 150
