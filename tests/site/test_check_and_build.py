"""One rule: what `check` passes, `build` builds. Here for mistakes drawn at random, and the real guide."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from macros.web.needed_words import needed_words
from scripts.build.building import build
from scripts.build.request import Plan
from support import DAY, ROOT, slips
from support.guides import real
from support.whole import built, everything, speaking


@pytest.fixture(scope="module")
def folders(tmp_path_factory) -> list[Path]:
    """Two contents that between them hold everything that content may hold."""
    folder = tmp_path_factory.mktemp("slips")
    return [slips.rich(folder), slips.carpet(folder)]


#: Each seed is drawn from on its own: two processes share them.
SEEDS = range(8)


def wrong(folders: list[Path], work: Path, seed: int, draws: range) -> Iterator[str]:
    """What no change may lead to, and did: a content that check passes and that cannot be built, a page
    that does what none of ours does, a check without end.
    """
    known: set[str] = set()
    for draw in draws:
        chance = random.Random(f"{seed} {draw}")
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(chance.choice(folders), work)
        done = slips.spoil(work, chance)
        kind, word = slips.outcome(work, known)
        if kind not in ("fault", "good"):
            yield f"seed {seed}, draw {draw}, {done}: {kind}, {word}"


@pytest.mark.parametrize("seed", SEEDS)
def test_a_slip_is_told_or_built(folders, tmp_path, seed, times):
    assert list(wrong(folders, tmp_path / "work", seed, times(6, 625))) == []


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("rich", "good"), ("carpet", "good")],
)
def test_what_slips_begin_with_is_sound(folders, folder, kind):
    assert slips.outcome(next(f for f in folders if f.name == folder)) == (kind, "")


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:alert(1)">x</a>',
        '<a href="//exemple.fr">x</a>',
        '<a href="mailto:a@b.fr?bcc=c@d.fr">x</a>',
        "<p onclick=x>",
        "<p style=x>",
        "<style>x</style>",
        "<script>alert(1)</script>",
        "<title>1337</title>",
    ],
)
def test_a_page_that_does_what_none_of_ours_does_is_seen(html):
    assert slips.Live(html).found


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
