"""Plain MkDocs and the second engine, Zensical, make the same pages from the same sources."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.build.mkdocs_engine import stage
from scripts.build.request import Plan
from support import CONTENT, DAY, ROOT
from support.guides import real
from support.pages import pages

#: Whoever reads every page of the site reads it in one process, once.
pytestmark = pytest.mark.xdist_group("pages")


@pytest.fixture(scope="module")
def zensical(tmp_path_factory) -> Path:
    """The French edition staged for MkDocs, built by Zensical instead."""
    folder = tmp_path_factory.mktemp("zensical")
    plan = Plan(ROOT, CONTENT, "amp", ["fr"], DAY, folder / "site", work=folder)
    plan.staging.mkdir(parents=True)
    (plan.staging / "papers.json").write_text("{}", encoding="utf-8")
    job = stage(real(), plan, ["fr", "ar"], folder / "unused")
    settings = json.loads(job.config.read_text(encoding="utf-8")) | {"site_dir": "site"}
    job.config.write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    command = [sys.executable, "-m", "zensical", "build", "-f", job.config.name]
    done = subprocess.run(command, cwd=job.config.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return job.config.parent / "site"


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
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--site-dir",
        str(tmp_path / "site"),
    ]
    done = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert (done.returncode, done.stderr.strip(), (tmp_path / "site/demarches/dalo/index.html").exists()) == (
        0,
        "",
        True,
    )
