"""Who plays a part where."""

from __future__ import annotations

from pathlib import Path


def test_the_same_department_code_in_a_role_and_out_of_the_territory_is_told(valid: Path, faults):
    path = valid / "territories" / "petit.yml"
    text = path.read_text(encoding="utf-8").replace(
        'departments: {"99": adil}}', 'departments: {"99": adil, "35": adil}}'
    )
    path.write_text(text, encoding="utf-8")
    assert [f.code for f in faults(valid)] == ["R305"]
