"""Conditions are logic: what is needed together, what is enough
alone and what undoes it never look alike, in any output.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.model.pages import Procedure
from macros.opening import open_content, open_guide
from macros.print.compiling import new_compiler, render_sheet
from macros.web.pages import render
from support import DAY
from support.made import data_of, made_content, made_guide
from support.papers import text_of

WHO = ("sejour", "revenus", "rue", "juge")
SITE = {"languages": ["fr"], "papers": {}, "base_url": ""}

LOGIC = """conditions:
  all:
    - {id: sejour, text: Votre séjour est régulier., whose: member, proof: [f-un-an]}
    - {id: revenus, text: Vos revenus sont sous les plafonds., proof: [f-un-an]}
  any:
    - {id: rue, text: Vous dormez dehors., proof: [f-un-an]}
    - {id: juge, text: Un juge a décidé votre expulsion., proof: [f-un-an]}
  unless:
    - {id: adapte, text: Votre logement vous convient., then: La commission peut refuser., proof: [f-un-an]}
"""


#: The same conditions on the procedure that the tests of printed sheets make.
MADE = {
    "conditions": {
        "all": [{"id": "revenus", "text": "Vos revenus sont sous les plafonds.", "proof": ["ren-01"]}],
        "any": [{"id": "rue", "text": "Vous dormez dehors.", "proof": ["ren-01"]}],
        "unless": [
            {
                "id": "adapte",
                "text": "Votre logement convient.",
                "then": "Un refus est possible.",
                "proof": ["ren-01"],
            }
        ],
    },
}


@pytest.fixture
def logical(valid: Path) -> Path:
    """The small content, its procedure with conditions instead of a list."""
    page = valid / "procedures" / "renouveler.yml"
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    start = next(i for i, line in enumerate(lines) if line.startswith("conditions:"))
    end = next(i for i, line in enumerate(lines[start + 1 :], start + 1) if not line.startswith(" "))
    page.write_text("".join(lines[:start]) + LOGIC + "".join(lines[end:]), encoding="utf-8")
    return valid


def procedure(folder: Path) -> Procedure:
    return open_content(folder, DAY).content.procedures["renouveler"]


def test_conditions_raise_no_fault(logical, faults):
    assert [f.code for f in faults(logical)] == []


def test_a_condition_says_of_whom_it_must_be_true(logical):
    assert [c.whose for c in procedure(logical).conditions.all] == ["member", "applicant"]


def test_a_condition_without_proof_is_a_fault(logical, faults):
    page = logical / "procedures" / "renouveler.yml"
    page.write_text(
        page.read_text(encoding="utf-8").replace(
            ", then: La commission peut refuser., proof: [f-un-an]", ", then: Non."
        )
    )
    assert "P501" in [f.code for f in faults(logical)]


def test_an_id_stands_once_among_all_and_any(logical, faults):
    page = logical / "procedures" / "renouveler.yml"
    page.write_text(page.read_text(encoding="utf-8").replace("id: juge", "id: sejour"))
    assert "R306" in [f.code for f in faults(logical)]


@pytest.mark.parametrize("title", ["Il faut tout cela", "Et une seule de ces situations suffit", "Sauf si"])
def test_a_page_draws_each_kind_of_condition_under_its_own_title(logical, title):
    assert f">{title}</h3>" in render(open_guide(logical, DAY, "petit"), "demarche:renouveler", SITE)


def test_a_page_joins_conditions_as_the_sheet_does(logical):
    """« et » between those that all hold, « ou » between those of which one is enough; nothing before the
    first.
    """
    page = render(open_guide(logical, DAY, "petit"), "demarche:renouveler", SITE)
    joints = {name: re.search(rf'id="qui-{name}">(.*?)<span class="g-say">', page, re.S) for name in WHO}
    said = {name: re.sub(r"<[^>]+>", "", found[1]).strip() for name, found in joints.items() if found}
    assert said == {"sejour": "", "revenus": "et", "rue": "", "juge": "ou"}


def test_what_undoes_conditions_is_read_without_a_gesture(logical):
    page = render(open_guide(logical, DAY, "petit"), "demarche:renouveler", SITE)
    folded = re.sub(r"<details.*?</details>", "", page, flags=re.S)
    assert "Votre logement vous convient." in folded
    assert "La commission peut refuser." in page


def test_many_exceptions_fold_the_last_and_say_how_many(logical):
    one = LOGIC.splitlines()[-1]
    more = "\n".join(
        one.replace("adapte", f"cas-{n}").replace("Votre", f"Cas {n} et votre") for n in range(4)
    )
    page = logical / "procedures" / "renouveler.yml"
    page.write_text(page.read_text(encoding="utf-8").replace(one, f"{one}\n{more}"))
    shown = render(open_guide(logical, DAY, "petit"), "demarche:renouveler", SITE)
    assert "<summary>Autres exceptions\N{NO-BREAK SPACE}: 3</summary>" in shown


@pytest.mark.parametrize("bilingual", [False, True])
@pytest.mark.parametrize(
    "words",
    ["Il faut tout cela", "Et une seule de ces situations suffit", "Sauf si", "Un refus est possible."],
)
def test_a_sheet_draws_each_kind_of_condition(bilingual, words):
    guide = made_guide("ar" if bilingual else "fr", made_content(**MADE))
    printed = text_of(render_sheet(new_compiler(), data_of(guide, bilingual), DAY))
    assert words in " ".join(printed.split())


def test_papers_that_nobody_may_demand_are_no_papers_to_bring(logical):
    page = logical / "procedures" / "renouveler.yml"
    before = "required: [{document: identite}]"
    never = "never: [{id: bulletin, text: Un bulletin., proof: [f-un-an]}]"
    page.write_text(page.read_text(encoding="utf-8").replace(before, f"{before}\n  {never}"))
    shown = render(open_guide(logical, DAY, "petit"), "demarche:renouveler", SITE)
    assert "<h2>Les papiers</h2> <small>1</small>" in shown
