"""One small case a file in `tests/content/invalid/`: what
is spoiled, and the line that an editor must then read.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.opening import open_content
from macros.places.faults import format_fault
from support import DAY, ROOT, TESTS

CODE = re.compile(r'"([CDGKLMPRT][0-9]{3})"')
CASES = sorted((TESTS / "content" / "invalid").glob("*.txt"))


def spoil(folder: Path, case: Path) -> list[str]:
    """Write what the case says into `folder`, the files that it needs
    besides (`==== path`) included; returns the reports expected.
    """
    head, _, body = case.read_text(encoding="utf-8").partition("\n----")
    head, *others = head.split("\n==== ")
    for other in others:
        name, _, text = other.partition("\n")
        (folder / name).write_text(text + "\n", encoding="utf-8")
    lines = head.splitlines()
    target = folder / lines[0].removeprefix("# ")
    target.parent.mkdir(exist_ok=True)
    if body.startswith(" remplacer\n"):
        old, new = body.removeprefix(" remplacer\n").split("\n---- par\n")
        text = target.read_text(encoding="utf-8")
        assert old in text, f"{case.name}: the valid file has changed"
        target.write_text(text.replace(old, new.removesuffix("\n"), 1), encoding="utf-8")
    else:
        target.write_text(body.removeprefix("\n"), encoding="utf-8")
    return [line.removeprefix("! ") for line in lines[1:]]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_what_is_told_is_what_the_case_says(case, valid, faults):
    expected = spoil(valid, case)
    told = [format_fault(f).splitlines()[0] for f in faults(valid)]
    untold = [line for line in expected if not any(t.startswith(line) for t in told)]
    unexpected = [t for t in told if not any(t.startswith(line) for line in expected)]
    assert (untold, unexpected, len(told)) == ([], [], len(expected))


def test_the_valid_folder_has_no_fault(valid, faults):
    assert faults(valid) == []


def test_every_fault_of_a_folder_is_told_at_once(valid, faults):
    for case in CASES:
        if case.stem in ("M207-telephone", "T403-html", "R303-nom-du-fichier", "M204-choix"):
            spoil(valid, case)
    assert {"M207", "T403", "R303", "M204"} <= {f.code for f in faults(valid)}


def test_a_file_that_is_not_utf8(valid, faults):
    text = (valid / "glossary.yml").read_text(encoding="utf-8")
    (valid / "glossary.yml").write_bytes(text.encode("latin-1", errors="replace") + "é".encode("latin-1"))
    assert [f.code for f in faults(valid)] == ["L102"]


def test_a_file_of_twenty_megabytes(valid, faults):
    (valid / "procedures" / "enorme.yml").write_text("- a\n" * 5_000_000, encoding="utf-8")
    assert [f.message[:17] for f in faults(valid)] == ["Fichier de 20.0 M"]


def test_a_folder_that_is_not_there(tmp_path, faults):
    assert faults(tmp_path / "rien")[0].code == "L101"


def test_the_caret_stands_under_the_place(valid, faults):
    spoil(valid, next(case for case in CASES if case.stem == "R301-fait-inconnu"))
    report = format_fault(faults(valid)[0]).splitlines()
    assert report[1][report[2].index("^") :].startswith("f-un-ans")


#: Codes whose case does not fit in one file: code -> the test that holds it.
ELSEWHERE = {
    "C605": "test_an_aid_of_more_than_sixty_questions",
    "K703": "test_a_keyword_of_four_pages",
    "L101": "test_a_folder_that_is_not_there",
    "L102": "test_a_file_that_is_not_utf8",
    "L103": "test_a_file_of_twenty_megabytes",
    "P904": "test_texts_that_are_missing_are_counted",
    "R307": "test_a_text_may_not_lead_to_a_page_that_a_territory_lacks",
}


def test_every_code_has_its_case():
    source = ROOT / "macros"
    written = {
        code for path in source.rglob("*.py") for code in CODE.findall(path.read_text(encoding="utf-8"))
    }
    shown = {case.stem[:4] for case in CASES}
    assert written - shown - set(ELSEWHERE) == set()


@pytest.mark.parametrize(("code", "test"), ELSEWHERE.items())
def test_a_code_without_a_case_has_its_test(code, test):
    tests = "".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py"))
    assert f"def {test}(" in tests


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_case_is_named_after_a_code_that_it_expects(case):
    assert any(
        f" {case.stem[:4]} " in line
        for line in case.read_text(encoding="utf-8").splitlines()
        if line.startswith("! ")
    )


def test_an_aid_of_more_than_sixty_questions(valid, faults):
    path = valid / "pathways" / "ma-situation.yml"
    head = path.read_text(encoding="utf-8").partition("start:")[0]
    questions = "".join(
        f"  - {{id: q{n}, text: Oui ?, answers: [{{id: nsp, text: Je ne sais pas, to: "
        f"{f'q{n + 1}' if n < 61 else 'renouveler'}}}]}}\n"
        for n in range(1, 62)
    )
    path.write_text(
        f"{head}start: q1\nquestions:\n{questions}examples: [{{given: {{}}, then: renouveler}}]\n",
        encoding="utf-8",
    )
    assert [f.code for f in faults(valid)] == ["C605"]


def test_a_keyword_of_four_pages(valid, faults):
    for name in ("procedures/renouveler", "counter/enregistrer", "criteria/handicap", "contacts/adil"):
        path = valid / f"{name}.yml"
        path.write_text(
            path.read_text(encoding="utf-8").replace("keywords: [", "keywords: [partout, "), encoding="utf-8"
        )
    assert [(f.code, f.level) for f in faults(valid)] == [("K703", "avertissement")]


def test_texts_that_are_missing_are_counted(valid):
    told = [f for f in open_content(valid, DAY).faults if f.code == "P904"]
    assert [(f.path, f.level) for f in told] == [("valid/translations/ar.po", "avertissement")]
