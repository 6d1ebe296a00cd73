"""What stands in a content folder and is no content: a pipe, a device, a table cell that is a formula."""

from __future__ import annotations

import csv
import io
import os
import time

import pytest

from macros.export.data import contacts_csv
from macros.opening import open_guide
from macros.places.faults import MOST
from macros.source.cells import column_of
from support import DAY


@pytest.mark.parametrize(
    "place",
    [
        "procedures/f.yml",
        "facts/f.yml",
        "values/f.yml",
        "asked/ar.yml",
        "letters.yml",
        "translations/ar.po",
        "territories/communes/petit.csv",
    ],
)
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_a_pipe_or_a_device_is_a_fault_and_is_not_waited_for(valid, faults, place, kind):
    path = valid / place
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path) if kind == "pipe" else path.symlink_to("/dev/zero")
    told = {f.code for f in faults(valid)}
    # A link of a list of communes to a device leaves the folder: that is told first.
    assert told & {"L101", "L115"}


@pytest.mark.parametrize("street", ["=1+1", " =1+1", "\u00a0=1+1", "  @SUM(A1)", "+1", "-1"])
def test_no_cell_of_the_open_data_is_a_formula(valid, street):
    path = valid / "contacts/adil.yml"
    path.write_text(
        path.read_text()
        + f'address: {{street: "{street}", postcode: "99100", city: Petiteville, proof: [f-telephone]}}\n'
    )
    row = next(csv.DictReader(io.StringIO(contacts_csv(open_guide(valid, DAY, "petit"))), delimiter=";"))
    assert row["street"].startswith("'") and row["street"].endswith(street.strip())


@pytest.mark.parametrize(
    ("line", "index", "column"), [("a,b,c", 0, 1), ("a,b,c", 2, 5), ('"a, b",c', 1, 8), ("a,,", 2, 4)]
)
def test_the_place_of_a_cell(line, index, column):
    assert column_of(line, index) == column


LONG = {
    "a link that never ends": "[x](" + "a" * 60_000,
    "many links": "[x](a" * 20_000,
    "thousands": "1" + " 111" * 20_000,
    "stars": "**" * 30_000,
    "braces": "{a:" * 20_000,
    "quotes": "« " * 30_000,
    "sentences": "A. " * 30_000,
    "phones": "01 23 " * 15_000,
    "digits": "1" * 60_000,
}


@pytest.mark.parametrize("name", LONG)
def test_no_text_is_checked_in_more_than_a_moment(valid, faults, name):
    path = valid / "procedures/renouveler.yml"
    path.write_text(path.read_text().replace("Vous cherchez toujours.", f'"{LONG[name]}"'))
    started = time.process_time()
    faults(valid)
    assert time.process_time() - started < 5


def test_a_list_of_bad_items_is_told_in_a_moment(valid, faults):
    (valid / "letters.yml").write_text("- x\n" * 30_000)
    started = time.process_time()
    faults(valid)
    assert time.process_time() - started < 15


# --- a file that is something else altogether -------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("procedures/renouveler.yml", "".join(f"k{number}: x\n" for number in range(1000))),
        ("procedures/renouveler.yml", "k: x\n" * 1000),
        ("letters.yml", "- x\n" * 1000),
        ("glossary.yml", "- {id: mot, term: mot, text: Un mot.}\n" * 1000),
        ("facts/base.yml", "id: base\ntopic: x\nfacts:\n" + "- {id: un, statement: Un.}\n" * 1000),
        ("territories/communes/petit.csv", "insee,name,department,postcodes\n" + "x,,,\n" * 1000),
        ("translations/ar.po", "bonjour\n" * 1000),
    ],
)
def test_a_file_with_faults_in_every_line_is_told_and_not_all_of_it(valid, faults, path, text):
    (valid / "translations").mkdir(exist_ok=True)
    (valid / path).write_text(text, encoding="utf-8")
    told = [fault.message for fault in faults(valid) if fault.path.endswith(path)]
    assert MOST <= len(told) < 2 * MOST and sum("pas montrées" in message for message in told) == 1


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_a_file_without_end_of_depth_is_one_fault(valid, faults, opening):
    (valid / "procedures" / "renouveler.yml").write_text(f"title: {opening * 400_000}\n", encoding="utf-8")
    assert [f.code for f in faults(valid) if f.path.endswith("renouveler.yml")] in (
        ["L104"],
        ["L105"],
        ["L114"],
    )
