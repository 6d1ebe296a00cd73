"""What is folded says what it hides; a heading says something by itself."""

from __future__ import annotations

import re

import pytest

from macros.web.pages import render
from support.guides import real

SITE = {"languages": ["fr"], "papers": {}, "base_url": ""}
HELPED = [page.id for page in real().content.procedures.values() if page.contacts]


@pytest.mark.parametrize("name", HELPED)
def test_the_fold_of_who_helps_says_how_many_and_names_the_first(name):
    shown = render(real(), f"demarche:{name}", SITE)
    (told,) = re.findall(r"<summary>(?:(?!</summary>).)*Qui peut m’aider</h2>\s*<small>(.*?)</small>", shown)
    count = len(real().content.procedures[name].contacts)
    assert re.match(rf"{count}\s:\s\w", re.sub(r"<[^>]+>", "", told))


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_the_parts_of_a_plan_say_what_to_keep(lang):
    shown = render(real(lang), "parcours:ma-situation", SITE)
    kept = set(re.findall(r'g-plan-keep"><h4>(.*?)</h4>', shown))
    assert kept
    assert [title for title in kept if len(title.split()) < 3] == []
