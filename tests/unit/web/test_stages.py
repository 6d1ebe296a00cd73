"""Any procedure is told by stages once its file has some; each letter stands behind its door: no code."""

from __future__ import annotations

import re
from pathlib import Path

from macros.opening import open_guide
from macros.web.pages import render
from support import DAY

SITE = {"languages": ["fr"], "papers": {}, "base_url": ""}


def drawn(folder: Path, reference: str) -> str:
    return render(open_guide(folder, DAY, "petit"), reference, SITE)


def test_stages_written_on_a_page_are_drawn_before_anything_to_read(rich):
    page = drawn(rich, "demarche:riche")
    places = [page.index(part) for part in ('id="quel-papier"', 'id="stade-lettre"', "g-short", "g-chapters")]
    assert places == sorted(places)


def test_what_a_stage_tells_stands_once_and_in_it(rich):
    page = drawn(rich, "demarche:riche")
    stage = page[page.index('id="stade-lettre"') : page.index("g-chapters")]
    for anchor in ("etape-appeler", "delai-local", "issue-oui", "recours-ecrire"):
        assert page.count(f'id="{anchor}"') == 1
        assert f'id="{anchor}"' in stage


def test_a_stage_has_the_calculator_of_its_letter(rich):
    assert 'id="delai-calcul-rappel"' in drawn(rich, "demarche:riche")


def test_a_page_without_stages_asks_for_no_paper(valid):
    assert "quel-papier" not in drawn(valid, "demarche:renouveler")


def test_a_letter_stands_behind_its_door_with_its_meaning_its_day_and_where_to_answer(rich):
    page = drawn(rich, "page:courriers")
    door = page[page.index('id="de-service"') :]
    card = door[door.index('id="rappel"') :]
    parts = ("Renouvelez.", 'id="delai-rappel"', "tel:", "parcours/droits/")
    assert [part for part in parts if part not in card] == []


def test_no_anchor_of_the_finder_stands_twice(rich):
    found = re.findall(r'\bid="([^"]+)"', drawn(rich, "page:courriers"))
    assert sorted(found) == sorted(set(found))
