"""Plain MkDocs and two other engines, ProperDocs and Zensical, make the same pages from the same sources."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.build.mkdocs_engine import stage
from scripts.build.request import Plan
from scripts.build.shown import Shown
from support import CONTENT, DAY, ROOT
from support.guides import read, real
from support.pages import pages

#: Whoever reads every page of the site reads it in one process, once.
pytestmark = pytest.mark.xdist_group("pages")


@pytest.fixture(scope="module")
def staged(tmp_path_factory) -> tuple[Path, Shown]:
    """The configuration of the French edition as MkDocs is given it, its site beside it; the pages wanted."""
    folder = tmp_path_factory.mktemp("engines")
    plan = Plan(ROOT, CONTENT, "amp", ["fr", "ar"], DAY, folder / "site", work=folder)
    plan.staging.mkdir(parents=True)
    plan.papers_list.write_text("{}", encoding="utf-8")
    job = stage(real(), plan, ["fr", "ar"], folder / "unused")
    settings = json.loads(job.config.read_text(encoding="utf-8")) | {"site_dir": "site"}
    job.config.write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    return job.config, Shown(read(), plan)


def built_by(engine: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *engine],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )


def differing(site: Path, shown: Shown) -> list[str]:
    """The pages of a site that are not those of the reference, byte for byte."""
    return [
        name
        for name in sorted(shown._pages("fr"))
        if not (site / name).exists() or (site / name).read_bytes() != shown.file(f"fr/{name}")
    ]


@pytest.fixture(scope="module")
def zensical(staged) -> Path:
    """The French edition staged for MkDocs, built by Zensical instead."""
    config, _ = staged
    done = built_by(["zensical", "build", "-f", config.name], config.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    return config.parent / "site"


def test_the_engine_that_follows_mkdocs_makes_the_same_pages(staged):
    config, shown = staged
    done = built_by(
        ["properdocs", "build", "--strict", "--quiet", "-f", config.name, "-d", "proper"], config.parent
    )
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr
    assert differing(config.parent / "proper", shown) == []


@pytest.fixture(params=["nothing prepared yet", "pages left by another engine"])
def root(request, tmp_path) -> Path:
    """The sources as they were cloned, or after somebody ran plain MkDocs there."""
    for folder in ("macros", "content", "docs/assets"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    if request.param.startswith("pages"):
        (tmp_path / "docs" / "index.md").write_text("# Accueil\n", encoding="utf-8")
    return tmp_path


def test_at_the_root_the_second_engine_says_what_to_run(root):
    done = built_by(["zensical", "build"], root)
    assert done.returncode != 0 and "guide.py build" in done.stdout + done.stderr


def titles(site: Path) -> dict[str, str]:
    root = site.resolve()
    return {
        p.path.relative_to(root).as_posix(): p.title for p in pages(site, ".") if p.path.name == "index.html"
    }


def test_the_second_engine_makes_the_same_pages_with_the_same_titles(site, zensical):
    french = {
        name.removeprefix("fr/"): title for name, title in titles(site).items() if name.startswith("fr/")
    }
    assert titles(zensical) == french


def test_the_second_engine_leaves_no_jinja(zensical):
    assert [p.path.name for p in pages(zensical, ".") if "{{" in p.text or "{%" in p.text] == []


def test_plain_mkdocs_builds_the_french_edition_strictly(tmp_path):
    done = built_by(["mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")], ROOT)
    assert (done.returncode, done.stderr.strip(), (tmp_path / "site/demarches/dalo/index.html").exists()) == (
        0,
        "",
        True,
    )
