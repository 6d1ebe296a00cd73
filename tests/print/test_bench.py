"""The bench of papers: the same work is timed made from nothing, unchanged, and with one page changed."""

from __future__ import annotations

import re
import sys

from scripts.build import bench_sheets


def test_only_what_changed_is_made_again(valid, monkeypatch, capsys):
    monkeypatch.setattr(
        sys, "argv", ["bench_sheets.py", "--content", str(valid), "--territory", "petit", "--sheets", "4"]
    )
    bench_sheets.main()
    made = dict(re.findall(r"(.+?) {2,}(\d+) faits", capsys.readouterr().out))
    assert made["4 fiches"] == "4"
    assert made["rien n’a changé"] == "0"
    assert 0 < int(made["une démarche a changé"]) < int(made["tous les documents"])
