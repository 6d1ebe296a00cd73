"""Not every town hall registers applications: said where a town hall is named for that, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.opening import open_guide
from macros.web.pages import render
from support import DAY

SITE = {"languages": ["fr"], "papers": {}, "base_url": ""}
SAID = "Elle n’enregistre pas toujours les demandes"


def shown(folder: Path, reference: str) -> str:
    return render(open_guide(folder, DAY, "petit"), reference, SITE)


def spoil(folder: Path, before: str, after: str) -> None:
    territory = folder / "territories" / "petit.yml"
    territory.write_text(territory.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


@pytest.mark.parametrize("reference", ["commune:99001", "demarche:renouveler"])
def test_a_town_hall_that_is_to_register_may_not_do_so(valid, reference):
    assert SAID in shown(valid, reference)


@pytest.mark.parametrize("reference", ["commune:99001", "demarche:renouveler"])
def test_a_town_hall_named_for_something_else_says_nothing_of_it(valid, reference):
    spoil(valid, ", registers: yes", "")
    assert SAID not in shown(valid, reference)
