"""Statements drawn at random to be compared with their proofs: the same seed draws the same ones."""

from __future__ import annotations

import sys

import pytest

from scripts.measure import sample_statements
from scripts.measure.sample_statements import statements
from support.guides import real
from support.made import made_guide


def test_a_statement_comes_with_its_place_and_its_proof():
    found = {where: (said, proof) for where, said, proof in statements(made_guide())}
    assert found["procedures/renouveler.deadlines.un-an"] == ("Votre demande vaut 12\u00a0mois.", ("ren-01",))


@pytest.fixture
def drawn(monkeypatch, capsys):
    """What is printed for a seed."""
    monkeypatch.setattr(sample_statements, "open_guide", lambda *_: real())

    def draw(*arguments: str) -> str:
        monkeypatch.setattr(sys, "argv", ["sample_statements.py", *arguments])
        sample_statements.main()
        return capsys.readouterr().out

    return draw


def test_a_seed_draws_the_same_statements(drawn):
    assert drawn("--seed", "a", "--count", "3") == drawn("--seed", "a", "--count", "3")


def test_another_seed_draws_others(drawn):
    assert drawn("--seed", "a", "--count", "3") != drawn("--seed", "b", "--count", "3")


def test_without_a_seed_the_commit_draws(drawn, monkeypatch):
    monkeypatch.setattr(sample_statements.subprocess, "check_output", lambda *_, **__: "f00d\n")
    assert drawn("--count", "1").startswith("seed f00d\n")
