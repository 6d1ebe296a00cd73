"""One rule: what `check` passes, `build` builds. Here for mistakes drawn at random, and the real guide."""

from __future__ import annotations

import copy
import random
from dataclasses import replace
from typing import Any, ClassVar

import pytest
import yaml

from macros.opening import ContentError
from macros.web.needed_words import needed_words
from scripts.build.building import build
from scripts.build.request import Plan
from support import DAY, ROOT
from support.guides import real
from support.whole import built, everything, speaking


class AsText(yaml.CSafeLoader):
    """Scalars stay as they were typed."""

    yaml_implicit_resolvers: ClassVar = {}


VALUES = (
    "",
    "x" * 800,
    "x" * 50,
    "nan",
    "-5",
    "1e400",
    "999999999",
    "2026-13-45",
    "9999-12-31",
    "../../x",
    "a:b",
    "☐",
    "renouveler",
    "adil",
    "role:adil",
    "contact:service",
    "{valeur:plafonds}",
    "{valeur:plafonds.menage-1}",
    "{valeur:delai-local}",
    "{tel:service}",
    "99",
    "35",
    "part",
    "validite",
    "delai-local",
    "plafonds",
    "mairie",
    "index",
    "tally",
    "deadlines",
    "fin",
    "nsp",
    "petit",
    "null",
)


def places(data: Any, where: tuple = ()) -> list[tuple[str, tuple]]:
    """(what to do, where) for each mistake that one slip can make in a file."""
    found: list[tuple[str, tuple]] = []
    if isinstance(data, (dict, list)):
        if where:
            found.append(("empty", where))
        for key, child in data.items() if isinstance(data, dict) else enumerate(data):
            found += [("drop", (*where, key)), *places(child, (*where, key))]
    else:
        found.append(("set", where))
    return found


def spoilt(data: Any, what: str, where: tuple, value: str) -> Any:
    data = copy.deepcopy(data)
    inside = data
    for step in where[:-1]:
        inside = inside[step]
    if what == "drop":
        del inside[where[-1]]
    else:
        inside[where[-1]] = [] if what == "empty" else value
    return data


@pytest.mark.parametrize("seed", range(4))
def test_a_slip_is_told_or_built(rich, seed):
    chance = random.Random(seed)
    files = [p for p in sorted(rich.rglob("*.yml")) if p.name != "interface.yml"]
    for _ in range(12):
        path = chance.choice(files)
        before = path.read_text(encoding="utf-8")
        data = yaml.load(before, AsText)
        slip = (*chance.choice(places(data)), chance.choice(VALUES))
        path.write_text(yaml.dump(spoilt(data, *slip), allow_unicode=True, sort_keys=False), encoding="utf-8")
        try:
            built(rich)
        except ContentError:
            pass
        except Exception as error:
            pytest.fail(f"{path.name} {slip}: {error!r}")
        path.write_text(before, encoding="utf-8")


class Asked(dict):
    """Words that remember which of them were asked for."""

    def __init__(self, words) -> None:
        super().__init__(words)
        self.seen: set[str] = set()

    def __getitem__(self, key):
        self.seen.add(key)
        return super().__getitem__(key)


def test_the_real_guide_shows_no_word_that_check_would_not_ask_for():
    guide = real()
    words = Asked(guide.content.interface)
    guide = replace(guide, content=replace(guide.content, interface=words))
    assert sum(map(len, everything({"fr": guide})))
    assert len(words.seen) > 200
    assert words.seen - needed_words() - {"fiche-pages-une"} == set()


def test_a_language_without_papers_is_read_and_not_printed(rich, tmp_path):
    speaking(rich, "{code: ti, tag: ti-ER, name: ትግርኛ, papers: no}")
    po = rich / "translations" / "ti.po"
    po.write_text(
        'msgid ""\nmsgstr ""\n\nmsgctxt "procedures/riche#title"\nmsgid "Tout ce qu’une démarche peut '
        'dire"\nmsgstr "ኩሉ"\n',
        encoding="utf-8",
    )
    site = tmp_path / "site"
    assert build(Plan(ROOT, rich, "petit", ["fr", "ti"], DAY, site, work=tmp_path / "work")) == 0
    page = (site / "ti" / "demarches" / "riche" / "index.html").read_text(encoding="utf-8")
    assert "ኩሉ" in page and '<html lang="ti-ER"' in page
    assert list((site / "ti").rglob("*.pdf")) == []


@pytest.mark.parametrize(
    "language",
    [
        "{code: zdj, name: Shikomori, locale: fr}",
        "{code: pt-pt, tag: pt-PT, name: Português}",
        "{code: fa-af, tag: fa-AF, name: دری, dir: rtl}",
        "{code: ti, name: ትግርኛ, papers: no}",
        "{code: tr, name: Türkçe}",
        "{code: uk, name: Українська}",
    ],
)
def test_a_language_of_its_own_is_built(rich, faults, language):
    speaking(rich, language)
    assert faults(rich) == []
    assert built(rich)
