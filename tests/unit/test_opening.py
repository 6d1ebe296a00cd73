"""A folder that is opened: why no guide can be made of it, said at once."""

from __future__ import annotations

import pytest

from macros.opening import open_content
from support import DAY


def test_a_sound_folder_refuses_nothing_that_it_has(valid):
    assert open_content(valid, DAY).refusal("petit", ["fr", "ar"], "99001") == ""


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("petite", [], None), ["Territoire inconnu : « petite ». Vouliez-vous dire « petit » ?"]),
        (("petit", ["ab"], None), ["Langue inconnue : « ab »."]),
        (("petit", [], "13054"), ["Commune inconnue dans « petit » : « 13054 » (code INSEE attendu"]),
        (("ailleurs", ["xx"], "13054"), ["Territoire inconnu", "Langue inconnue"]),
    ],
)
def test_names_that_are_unknown_are_told(valid, asked, told):
    lines = open_content(valid, DAY).refusal(*asked).splitlines()
    assert [line.startswith(start) for line, start in zip(lines, told, strict=True)] == [True] * len(told)


def test_an_error_of_the_content_is_told_before_any_name(valid):
    (valid / "procedures" / "renouveler.yml").write_text("id: [", encoding="utf-8")
    opened = open_content(valid, DAY)
    assert opened.errors
    assert opened.refusal("petite").splitlines()[0].startswith("valid/procedures/renouveler.yml:2")
    assert "Territoire inconnu" not in opened.refusal("petite")
