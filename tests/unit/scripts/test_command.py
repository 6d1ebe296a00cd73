"""The command line: one French sentence for what it refuses, before any work is done."""

from __future__ import annotations

import datetime as dt
import os
import socket
import subprocess
import sys

import pytest

from scripts import commands
from scripts.build.building import build
from scripts.build.request import Plan
from scripts.build.serving import serve
from scripts.commands import run
from scripts.dev import testing
from scripts.edit.editing import confirm, new
from scripts.edit.skeletons import skeleton
from scripts.french_arguments import french
from support import DAY, ROOT


def refused(*arguments: str, capsys) -> str:
    with pytest.raises(SystemExit) as left:
        run(ROOT, list(arguments))
    assert left.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["biuld"], "« biuld » n’est pas admis (COMMANDE). Vouliez-vous dire « build » ?"),
        (["build", "--lnag", "fr"], "argument inconnu : --lnag fr. Vouliez-vous dire « --lang » ?"),
        (["new", "procedur", "x"], "Vouliez-vous dire « procedure » ?"),
        (["new", "procedure"], "il manque : ID"),
        ([], "il manque : COMMANDE"),
        (["build", "--out"], "« --out » attend une valeur"),
        (["bench", "--pairs", "0"], "« 0 » : donnez un nombre de 1 à 99"),
        (["check", "--day", "9999-12-31"], "entre 2000 et 2099"),
        (["check", "--day", "0001-01-01"], "entre 2000 et 2099"),
        (["check", "--day", "20261125"], "n’est pas un jour"),
        (["serve", "--port", "80000"], "n’est pas un port"),
        (["serve", "--port", "-1"], "n’est pas un port"),
    ],
)
def test_a_mistyped_command_is_told_in_french(arguments, told, capsys):
    assert told in refused(*arguments, capsys=capsys)


def test_help_is_french(capsys):
    with pytest.raises(SystemExit):
        run(ROOT, ["--help"])
    told = capsys.readouterr().out
    assert "Usage :" in told and "montre cette aide" in told and "usage:" not in told


def test_what_follows_test_is_for_pytest(monkeypatch):
    asked = []
    monkeypatch.setattr(testing, "test", lambda root, arguments: asked.extend(arguments) or 0)
    assert run(ROOT, ["test", "--collect-only", "-k", "dalo", "tests/test_texts.py"]) == 0
    assert asked == ["--collect-only", "-k", "dalo", "tests/test_texts.py"]


def test_a_sentence_that_is_not_known_is_told_as_it_is():
    assert french("something new") == "something new"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp850"])
def test_a_terminal_without_our_signs_is_spoken_to(encoding):
    command = [sys.executable, str(ROOT / "scripts" / "guide.py"), "--help"]
    done = subprocess.run(
        command, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": encoding}
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "address",
    [
        "exemple.fr",
        "ftp://exemple.fr/",
        "https://exemple.fr/a b/",
        "https://exemple.fr/?q=1",
        "https://exemple.fr/#x",
        "",
        "https://",
    ],
)
def test_an_address_that_is_none_is_told_before_the_build(valid, tmp_path, monkeypatch, capsys, address):
    monkeypatch.setenv("GUIDE_SITE_URL", address)
    assert build(Plan(ROOT, valid, "petit", ["fr"], DAY, tmp_path / "site", work=tmp_path / "work")) == 1
    assert "GUIDE_SITE_URL" in capsys.readouterr().out
    assert not (tmp_path / "work").exists()


@pytest.mark.parametrize(
    "address",
    ["https://exemple.fr", "http://127.0.0.1:8000/", "https://exemple.fr/guide/", "https://exemple.fr/guide"],
)
def test_a_sound_address(monkeypatch, address):
    monkeypatch.setenv("GUIDE_SITE_URL", address)
    assert Plan(ROOT, ROOT, "amp", None, DAY, ROOT).address_problem == ""


def test_a_port_in_use_is_told_before_the_build(valid, tmp_path, capsys):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        plan = Plan(ROOT, valid, "petit", ["fr"], DAY, tmp_path / "site", work=tmp_path / "work")
        assert serve(plan, port, str) == 1
    assert f"Le port {port} est déjà pris" in capsys.readouterr().out
    assert not (tmp_path / "work").exists()


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (13, "Droits insuffisants : « /x »"),
        (28, "Le disque est plein : « /x »"),
        (30, "ne peut pas être écrit"),
    ],
)
def test_what_the_disk_refuses_is_one_sentence(monkeypatch, capsys, number, told):
    def refuse(*_):
        raise OSError(number, "…", "/x")

    monkeypatch.setattr(commands, "_schemas", refuse)
    assert run(ROOT, ["schemas"]) == 1
    assert told in capsys.readouterr().out


# --- new --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("identifier", ["Ma Page", "../../x", "/tmp/x", "é", "", "a_b", "-a", "x.yml"])
def test_an_id_that_is_no_page_is_refused(valid, identifier, capsys):
    before = sorted(valid.parent.rglob("*"))
    assert new(valid, "procedure", identifier) == 1
    assert "n’est pas un identifiant" in capsys.readouterr().out
    assert sorted(valid.parent.rglob("*")) == before


def test_a_near_id_is_proposed(valid, capsys):
    new(valid, "procedure", "Ma Page d’été")
    assert "« ma-page-d-ete »" in capsys.readouterr().out


def test_a_new_page_goes_to_the_content_that_is_named(valid):
    assert run(ROOT, ["new", "procedure", "toute-neuve", "--content", str(valid)]) == 0
    assert (valid / "procedures" / "toute-neuve.yml").read_text(encoding="utf-8") == skeleton(
        "procedure", "toute-neuve"
    )


def test_a_page_that_is_there_is_not_overwritten(valid):
    assert new(valid, "procedure", "renouveler") == 1


@pytest.mark.parametrize(
    "kind", ["procedure", "contact", "criterion", "pathway", "framework", "counter", "outgoing"]
)
def test_a_skeleton_has_no_unknown_key(valid, faults, kind):
    new(valid, kind, "tout-neuf")
    assert [f for f in faults(valid) if f.code in ("M201", "M203") and "vide" not in f.message] == []


# --- confirm ----------------------------------------------------------------------------------------------


def crlf(folder) -> None:
    for path in folder.rglob("*.yml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def test_confirming_keeps_the_line_ends(valid):
    crlf(valid)
    before = {p: p.read_bytes().split(b"\n") for p in valid.rglob("*.yml")}
    assert confirm(valid, "adil", "phones", "accueil", dt.date(2026, 11, 24)) == 0
    after = {p: p.read_bytes().split(b"\n") for p in valid.rglob("*.yml")}
    changed = [line for p in before for line, was in zip(after[p], before[p], strict=True) if line != was]
    assert len(changed) == 3 and all(line.endswith(b"\r") for line in changed)


@pytest.mark.parametrize("who", ["", "   ", "\n"])
def test_somebody_must_have_answered(valid, who, capsys):
    before = (valid / "contacts" / "adil.yml").read_bytes()
    assert confirm(valid, "adil", "phones", who, DAY) == 1
    assert (valid / "contacts" / "adil.yml").read_bytes() == before
