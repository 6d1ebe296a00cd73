"""« Ma liste » without a page: what is missing, and the address that hands a list over."""

from __future__ import annotations

import pytest

from support.javascript import alone

PAPERS = {"required": ["identite", "numero"], "later": ["jugement"]}


@pytest.fixture(scope="module")
def call():
    with alone("js/my-list.js") as caller:
        yield caller


@pytest.mark.parametrize(
    ("had", "sorted_out"),
    [
        ([], {"missing": ["identite", "numero"], "later": ["jugement"], "had": [], "total": 3}),
        (["numero"], {"missing": ["identite"], "later": ["jugement"], "had": ["numero"], "total": 3}),
        (["jugement"], {"missing": ["identite", "numero"], "later": [], "had": ["jugement"], "total": 3}),
        (["autre"], {"missing": ["identite", "numero"], "later": ["jugement"], "had": [], "total": 3}),
    ],
)
def test_what_is_not_ticked_is_missing(call, had, sorted_out):
    assert call("Guide.myList.sortOut", PAPERS | {"had": had}) == sorted_out


@pytest.mark.parametrize(
    ("procedures", "insee", "address"),
    [
        ([{"id": "dalo", "had": ["numero", "identite"]}], "13117", "#dalo=numero.identite&commune=13117"),
        ([{"id": "dalo", "had": []}, {"id": "fsl", "had": ["bail"]}], "", "#dalo=&fsl=bail"),
        ([{"id": "", "had": ["plainte"]}], "", "#"),  # a procedure to hide
    ],
)
def test_an_address_says_what_one_has(call, procedures, insee, address):
    assert call("Guide.myList.address", procedures, insee) == address


@pytest.mark.parametrize(
    ("pairs", "procedures", "insee"),
    [
        ([["dalo", "numero.identite"], ["commune", "13117"]], {"dalo": ["numero", "identite"]}, "13117"),
        ([["dalo", ""]], {"dalo": []}, ""),
        ([["liste-dalo"]], {"dalo": None}, ""),  # the anchor of its part
        ([["dalo"]], {"dalo": None}, ""),
        ([], {}, ""),
    ],
)
def test_an_address_is_read(call, pairs, procedures, insee):
    assert call("Guide.myList.read", pairs) == {"procedures": procedures, "insee": insee}
