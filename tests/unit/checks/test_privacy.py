"""Which pages must stay hidden is said by every page that is near one, and every kind of page can be one."""

from __future__ import annotations

import json
import re

import pytest

from macros.opening import open_guide
from macros.web.pages import render
from support import DAY, ROOT
from support.carpet import Carpet
from support.guides import real

SITE = {"languages": ["fr"], "papers": {}, "base_url": ""}


def hide(valid, path: str = "procedures/renouveler.yml") -> None:
    """Make a page of the small content one that must stay hidden."""
    file = valid / path
    file.write_text(
        re.sub(r"^(title|name): ", r"privacy: sensitive\n\1: ", file.read_text(), count=1, flags=re.MULTILINE)
    )


def told(faults, folder) -> set[str]:
    return {f.path.partition("/")[2] for f in faults(folder) if f.code == "R321"}


def change(valid, path: str, old: str, new: str) -> None:
    text = (valid / path).read_text()
    assert old in text
    (valid / path).write_text(text.replace(old, new))


def test_a_page_that_says_it_is_hidden_is_asked_nothing_more(valid, faults):
    hide(valid, "criteria/handicap.yml")
    assert "criteria/handicap.yml" not in told(faults, valid)


def test_a_criterion_near_a_hidden_page_must_say_which_it_is(valid, faults):
    hide(valid)
    assert "criteria/handicap.yml" in told(faults, valid)


def test_a_contact_that_a_hidden_page_tells_to_call_must_say_which_it_is(valid, faults):
    hide(valid)
    change(valid, "procedures/renouveler.yml", "{role: adil}", "{contact: adil}")
    assert "contacts/adil.yml" in told(faults, valid)


def test_a_paper_of_a_hidden_page_must_say_whether_its_tick_is_kept(valid, faults):
    hide(valid)
    assert "documents.yml" in told(faults, valid)


def test_where_a_private_question_leads_must_say_which_it_is(valid, faults):
    (valid / "pathways/liste.yml").write_text(
        "id: liste\nkind: tally\ntitle: Une liste\nshort: Cochez.\nkeywords: [a, b, c, d, e, f, g, h]\n"
        "items:\n  - {id: un, text: Vous êtes suivi., to: 'critere:handicap', private: true, proof: "
        "[f-un-an]}\n"
    )
    assert told(faults, valid) == {"criteria/handicap.yml"}


@pytest.mark.parametrize("field", ["title: Handicap", "text: Vous avez un handicap."])
def test_a_page_that_uses_the_words_of_the_urgent_card_must_say_which_it_is(valid, faults, field):
    hide(valid)
    change(valid, "criteria/handicap.yml", "related: [renouveler]", "related: []")
    assert told(faults, valid) == {"documents.yml"}
    change(valid, "criteria/handicap.yml", field, f"{field.split(':')[0]}: Votre demande Expirée")
    change(valid, "navigation.yml", "keywords: [expire", "keywords: [demandes expirees, expire")
    assert told(faults, valid) == {"documents.yml", "criteria/handicap.yml"}


def test_saying_normal_is_an_answer(valid, faults):
    hide(valid)
    change(valid, "criteria/handicap.yml", "title:", "privacy: normal\ntitle:")
    assert "criteria/handicap.yml" not in told(faults, valid)


@pytest.fixture(scope="module")
def hidden(tmp_path_factory):
    """Every page of every kind, made one that must stay hidden."""
    folder = tmp_path_factory.mktemp("hidden") / "content"
    Carpet(lambda number: "sain").write(folder, ROOT / "content/interface.yml")
    for path in folder.rglob("*.yml"):
        data = json.loads(path.read_text())
        if isinstance(data, dict) and "privacy" in data:
            path.write_text(json.dumps(data | {"privacy": "sensitive"}))
    return open_guide(folder, DAY, "petit")


@pytest.mark.parametrize(
    "reference",
    [
        "demarche:demarche",
        "guichet:guichet",
        "critere:critere",
        "contact:contact",
        "cadre:cadre",
        "parcours:ma-situation",
        "parcours:liste",
        "parcours:plafonds",
        "parcours:delais",
    ],
)
def test_every_kind_of_page_can_be_left_in_a_hurry_and_says_that_nothing_is_kept(hidden, reference):
    page = render(hidden, reference, SITE)
    assert "data-sensitive" in page and "data-quit" in page and "js/discreet.js" in page
    assert page.index("data-quit") < page.index('id="titre"')
    assert str(hidden.content.interface["rien-garde"].text) in page


def test_no_kind_of_page_is_left_out(hidden):
    from macros.model.kinds import PAGES

    assert [
        kind.name
        for kind in PAGES.values()
        if not all(p.privacy == "sensitive" for p in getattr(hidden.content, kind.attribute).values())
    ] == []


@pytest.mark.parametrize(
    "reference",
    [
        "critere:violences-couple",
        "critere:viol-agression-sexuelle",
        "critere:sortie-prostitution",
        "critere:traite-proxenetisme",
        "contact:violences-femmes-info",
        "contact:solidarite-femmes-13",
        "contact:droits-des-femmes-marseille",
        "demarche:violences",
    ],
)
def test_the_pages_about_violence_are_hidden(reference):
    assert real().page(reference).privacy == "sensitive"
