"""`guide.py measure`: what it refuses before it opens a browser, and what it tells of how hard pages read."""

from __future__ import annotations

import socket
import struct
import time
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from scripts.measure import measuring, search
from scripts.measure.measuring import Asked, measure
from scripts.measure.reading import read
from scripts.measure.search import Answer, addresses_of, queries
from scripts.measure.stage import QuietHandler, served, share
from support.guides import real
from support.made import made_content


def a_browser() -> str:
    return "/bin/sh"


@pytest.fixture
def asked(tmp_path) -> Asked:
    return Asked(tmp_path, tmp_path, ["poids"], None, tmp_path)


def test_a_part_that_is_not_known_is_told(asked, capsys):
    status = measure(replace(asked, parts=["poid"]), a_browser)
    assert (status, "Partie inconnue : poid" in capsys.readouterr().out) == (1, True)


def test_without_a_browser_one_sentence(asked, capsys):
    assert (measure(asked, lambda: None), "Aucun navigateur" in capsys.readouterr().out) == (1, True)


def test_without_a_site_one_is_told_to_build(asked, capsys):
    assert (measure(asked, a_browser), "Construisez d’abord" in capsys.readouterr().out) == (1, True)


def test_figures_are_printed_as_they_come(asked, monkeypatch, capsys):
    (asked.site / "index.html").touch()
    monkeypatch.setattr(measuring, "_figures", lambda *_: iter(["un", "deux"]))
    assert (measure(asked, a_browser), capsys.readouterr().out) == (0, "un\ndeux\n")


def test_the_hardest_pages_and_sentences_are_named():
    told = list(read(made_content(), pages=1))
    assert "mots en moyenne" in told[0]
    assert [line.strip().split()[0].split("/")[0] for line in told[1:2]] == ["procedures"]
    assert len(told) == 3


def test_queries_are_parted_from_what_answers_them(tmp_path):
    (tmp_path / "fr.tsv").write_text("dalo\tdalo\n\nmairie\tcontact:a|contact:b\n", encoding="utf-8")
    assert queries(tmp_path / "fr.tsv") == [("dalo", "dalo"), ("mairie", "contact:a|contact:b")]


def test_a_page_that_does_not_exist_is_no_answer():
    with pytest.raises(KeyError):
        addresses_of([("x", "contact:nulle-part")], real().content)


@pytest.mark.parametrize(
    ("given", "rank"),
    [(("a/", "b/"), 1), (("b/", "a/#x"), 2), (("b/",), 0), ((), 0)],
)
def test_the_rank_of_an_answer(given, rank):
    assert Answer("q", ("a/",), given, 1.0).rank == rank


def test_each_miss_is_a_line_and_each_set_another(tmp_path, monkeypatch):
    (tmp_path / "fr.tsv").write_text("dalo\tdalo\nmairie\tmairie\n", encoding="utf-8")
    given = [Answer("dalo", ("a/",), ("a/",), 2.0), Answer("mairie", ("b/",), ("a/", "b/"), 4.0)]
    monkeypatch.setattr(search, "ask", lambda *_: given)
    assert list(search.score(a_browser, "http://x/", tmp_path, real().content)) == [
        "  mairie -> rang 2 ; attendu b/ ; donné a/, b/",
        "fr.tsv : première 1/2 (50%), dans les trois 2/2 (100%), vide 0 ; p95 4 ms",
    ]
    assert len(list(search.score(a_browser, "http://x/", tmp_path, real().content, misses=False))) == 1


@pytest.mark.parametrize(
    ("values", "part", "value"), [([3.0, 1.0, 2.0], 0.5, 2.0), ([5.0], 0.95, 5.0), ([], 0.5, 0.0)]
)
def test_the_share_below_which_values_lie(values, part, value):
    assert share(values, part) == value


def test_who_leaves_before_the_end_of_a_page_is_no_error(tmp_path, capfd):
    (tmp_path / "page.bin").write_bytes(b"x" * 20_000_000)
    with served(tmp_path, QuietHandler) as address:
        with socket.create_connection(("127.0.0.1", urlsplit(address).port)) as line:
            line.sendall(b"GET /page.bin HTTP/1.0\r\n\r\n")
            line.recv(100)
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        time.sleep(0.3)
    assert capfd.readouterr().err == ""
