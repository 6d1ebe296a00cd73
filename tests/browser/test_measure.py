"""`guide.py measure` on the built site: each part gives
its figures. One page each: here only that they are read.
"""

from __future__ import annotations

import re

from scripts.measure import access, length, search, speed, stage, weight
from support.guides import real


def test_weight_counts_the_bytes_of_a_page_as_a_host_sends_it(browser, site, monkeypatch):
    monkeypatch.setattr(weight, "PAGES", ("demarches/dalo/",))
    with stage.served(site) as address:
        page, searching = weight.weigh(browser, address, "fr")
    assert 10 < float(re.search(r"([\d.]+) Ko", page)[1]) < 100
    assert 5 < float(re.search(r"([\d.]+) Ko en plus", searching)[1]) < 100


def test_speed_tells_what_a_slow_phone_sees(browser, address, monkeypatch):
    monkeypatch.setattr(speed, "PAGES", ("contacts/",))
    monkeypatch.setattr(speed, "RUNS", 1)
    (line,) = speed.race(browser, address, "fr")
    assert float(re.search(r"LCP ([\d.]+) s", line)[1]) > 0.1


def test_access_counts_pages_and_faults(browser, address, monkeypatch):
    for name, value in (
        ("PAGES", ("contacts/adil-13/",)),
        ("FRENCH_PAGES", ()),
        ("WIDTHS", (360,)),
        ("SCHEMES", ("light",)),
    ):
        monkeypatch.setattr(access, name, value)
    assert list(access.inspect(browser, address, "fr"))[-1] == "fr : 1 pages regardées, 0 défauts"


def test_search_gives_ranks_and_times(browser, address, tmp_path):
    (tmp_path / "fr.tsv").write_text("dalo\tdalo\nzzzzzz\tdalo\n", encoding="utf-8")
    miss, told = search.score(browser, address, tmp_path, real().content)
    assert miss.startswith("  zzzzzz -> rang – ; attendu demarches/dalo/")
    assert "première 1/2 (50%)" in told


def test_procedures_stay_within_what_a_tired_person_reads(browser, site):
    with stage.served(site) as address:
        whole, *longest = length.lengths(browser, address, site, "fr")
    screens, words = map(float, re.findall(r"([\d.]+) (?:écrans|mots)", whole))
    act, call = map(float, re.findall(r" à ([\d.]+)", whole))
    assert (screens <= 4, words <= 400, act < 1, call < 1) == (True, True, True, True), whole
    assert len(longest) == 3
