"""What `guide.py check` tells of the law: how much of it was read in the text in force, topic by topic."""

from __future__ import annotations

import json

import pytest

from scripts.edit.checking import check
from support import DAY


@pytest.fixture
def clean(valid):
    """The small valid content, whose translations are not asked for."""
    languages = valid / "languages.yml"
    french = languages.read_text(encoding="utf-8").splitlines()[0]
    languages.write_text(french + "\n", encoding="utf-8")
    return valid


def test_the_queue_ends_with_the_law_that_was_read_in_force(clean, capsys):
    assert check(clean, DAY, as_json=False, whole_queue=True) == 0
    *_, head, topic, whole = capsys.readouterr().out.splitlines()
    assert (head.split(" :")[0], topic, whole) == (
        "Droit lu dans le texte en vigueur ou une page officielle de moins de 24 mois",
        "  base : 1 sur 1 (100 %)",
        "  total : 1 sur 1 (100 %)",
    )


def test_a_law_read_in_an_old_text_is_not_counted(clean, capsys):
    sources, facts = clean / "sources.yml", clean / "facts" / "base.yml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("unchanged_since: 2017-05-08, ", ""))
    facts.write_text(facts.read_text(encoding="utf-8").replace("confidence: high", "confidence: medium"))
    check(clean, DAY, as_json=False, whole_queue=True)
    assert capsys.readouterr().out.splitlines()[-1] == "  total : 0 sur 1 (0 %)"


def test_machines_are_told_the_same(clean, capsys):
    check(clean, DAY, as_json=True)
    told = json.loads(capsys.readouterr().out)["law"]
    assert told == {"base": {"held": 1, "of": 1}, "total": {"held": 1, "of": 1}}


GRID = """id: renouveler
page: demarche:renouveler
articles:
  - article: art. 1
    rule: ["#steps.avant"]
    exceptions: {none: personne n’y échappe}
    clock: ["#deadlines.an"]
    other_side: {none: personne d’autre n’agit}
"""


def test_the_cells_of_the_grid_are_counted(clean, capsys):
    (clean / "coverage").mkdir()
    (clean / "coverage" / "renouveler.yml").write_text(GRID, encoding="utf-8")
    check(clean, DAY, as_json=False)
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Grille des articles : 1 pages ; 2 cases disent où, 2 sont laissées pour une raison, 6 sont vides."
    )


def test_without_a_grid_nothing_is_said_of_it(clean, capsys):
    check(clean, DAY, as_json=False)
    assert "Grille" not in capsys.readouterr().out
