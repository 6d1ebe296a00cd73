"""`guide.py bench`, a short trial of each part: every figure is taken, and what is not there is said."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from scripts.build.papers import make
from scripts.measure.bench import Asked, bench
from support import ROOT


def tried(valid: Path, part: str) -> int:
    asked = Asked(ROOT, valid, "petit", 1, [part], True)
    return bench(asked, lambda: Path(sys.executable).parent, make)


@pytest.fixture
def lines(valid, capsys):
    """The lines of a part, tried on small guides with the tools that tests have."""

    def told(part: str) -> list[str]:
        status = tried(valid, part)
        said = capsys.readouterr().out
        assert status == 0, said
        return said.splitlines()

    return told


@pytest.mark.long
def test_the_guide_is_timed_beside_the_engine_that_is_there(lines):
    told = lines("moteurs")
    assert "6 démarches inventées en 3 langues" in told[0]
    staged = next(line for line in told if "pages préparées par le guide" in line)
    assert re.search(r"\d,\d\d × à l’horloge .* cible ≤ 0,75", staged), told
    assert "absent (mkdocs_static_i18n)" in told[1] and "absent (hugo, pagefind)" in told[-1]


def test_a_true_guide_is_built_from_nothing_and_again(lines):
    told = "\n".join(lines("vrai"))
    assert all(re.search(rf"{name} : \d+,\d\d s", told) for name in ("rien de fait", "une démarche a changé"))
    assert re.search(r"rien n’a changé, lendemain : \d+,\d\d s .* cible ≤ 3,00", told)


def test_an_edit_is_timed_in_every_language(lines):
    told = "\n".join(lines("edition"))
    waits = re.findall(r"^  (\w\w) : \d+,\d\d s ; cible ≤ 0,15", told, re.MULTILINE)
    assert waits == ["fr", "en", "ar", "fr", "ar"], told


@pytest.mark.long
def test_ten_times_as_many_procedures_are_timed(lines):
    assert re.search(r"temps : \d+,\d\d × à l’horloge", "\n".join(lines("echelle")))


def test_only_what_changed_is_made_again(lines):
    made = dict(re.findall(r"^  (.+?) : (\d+) faits", "\n".join(lines("papiers")), re.MULTILINE))
    assert made["rien n’a changé"] == "0"
    assert 0 < int(made["une démarche a changé"]) < int(made["rien de fait"])
