"""A build makes nothing again when it would make the same, and only then."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.build.kept import keep, made_from, still_says
from scripts.build.publishing import MARK
from scripts.build.request import Plan

TODAY, UNTIL = dt.date(2026, 12, 1), dt.date(2027, 1, 1)
LINES = ["Empreinte de l’édition : a1b2"]


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """A site that was just published, and what it was made from."""
    for name in (
        "content/facts/a.yml",
        "macros/a.py",
        "docs/assets/js/a.js",
        "scripts/build/a.py",
        "mkdocs.yml",
        "requirements/build.lock",
        "site/fr/index.html",
        f"site/{MARK}",
        ".build/amp/papers.json",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    plan = Plan(tmp_path, tmp_path / "content", "amp", None, TODAY, tmp_path / "site")
    keep(plan, made_from(plan), UNTIL, LINES)
    return plan


def test_with_nothing_changed_there_is_nothing_to_make(plan):
    assert still_says(plan) == LINES


def test_the_next_day_there_is_nothing_to_make_either(plan):
    assert still_says(replace(plan, day=TODAY + dt.timedelta(days=1))) == LINES


@pytest.mark.parametrize("day", [UNTIL, TODAY - dt.timedelta(days=1)])
def test_a_day_on_which_the_guide_says_something_else_is_built(plan, day):
    assert still_says(replace(plan, day=day)) is None


@pytest.mark.parametrize(
    "name",
    [
        "content/facts/a.yml",
        "content/facts/b.yml",
        "macros/a.py",
        "docs/assets/js/a.js",
        "scripts/build/a.py",
        "mkdocs.yml",
        "requirements/build.lock",
        "site/fr/index.html",
        "site/fr/other.html",
    ],
)
def test_whatever_changed_is_seen(plan, name):
    (plan.root / name).write_text("other text", encoding="utf-8")
    assert still_says(plan) is None


@pytest.mark.parametrize("name", ["content/facts/a.yml", "site/fr/index.html", f"site/{MARK}"])
def test_whatever_is_gone_is_seen(plan, name):
    (plan.root / name).unlink()
    assert still_says(plan) is None


def test_a_file_that_another_took_the_name_of_is_seen(plan):
    (plan.content / "facts/a.yml").rename(plan.content / "facts/b.yml")
    assert still_says(plan) is None


@pytest.mark.parametrize(
    "asked", [{"languages": ["fr"]}, {"territory": "nice"}, {"commune": "13055"}, {"compressed": True}]
)
def test_another_request_is_built(plan, asked):
    assert still_says(replace(plan, **asked)) is None


def test_another_address_is_built(plan, monkeypatch):
    monkeypatch.setenv("GUIDE_SITE_URL", "https://exemple.fr/")
    assert still_says(plan) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"first": 1, "until": 2}', '{"key": '])
def test_a_note_that_cannot_be_read_is_no_note(plan, text):
    (plan.staging / "published.json").write_text(text, encoding="utf-8")
    assert still_says(plan) is None


def test_what_changed_during_the_build_is_not_noted(plan):
    before = made_from(plan)
    (plan.content / "facts/a.yml").write_text("other text", encoding="utf-8")
    keep(plan, before, UNTIL, ["autre"])
    (plan.content / "facts/a.yml").write_text("content/facts/a.yml", encoding="utf-8")
    assert still_says(plan) == LINES
