"""Which letter is for which decision: its own, that of general law, or a reason why there is none."""

from __future__ import annotations

import dataclasses

import pytest

from macros.guide.contesting import is_written, letters_of, limit_of, needs_letter, ways_of
from macros.model.decisions import Decision
from support.guides import real
from support.made import made_content

CONTENT = real().content

#: Decisions that are contested in writing and have no letter here: each says why to editors.
WITHOUT = {
    "accueil-asile",
    "action-logement",
    "aide-juridictionnelle",
    "droit-commun-judiciaire",
    "expulsion-sans-juge",
    "logement-dit-abandonne",
    "orientation-siao",
    "sortie-centre-asile",
    "surendettement-mesures",
    "surendettement-recevabilite",
    "surloyer",
    "visale",
}


def ids(decision: str) -> list[str]:
    return [letter.id for letter in letters_of(CONTENT, CONTENT.decisions[decision])]


def contest(**changes: object) -> dict[str, object]:
    return {
        "id": "ecrire",
        "title": "Écrire",
        "from": "la lettre",
        "text": "Écrivez.",
        "suspends": "no",
        "lawyer": "none",
        "legal_aid": False,
        "proof": [],
        **changes,
    }


def decision(**changes: object) -> Decision:
    return Decision(**{"id": "refus", "title": "Refus", "on": "Non.", "rule": "private", **changes})


def test_every_decision_contested_in_writing_has_a_letter_or_says_why_not():
    asked = [d for d in CONTENT.decisions.values() if any(map(is_written, ways_of(CONTENT, d)))]
    assert {d.id for d in asked if not letters_of(CONTENT, d)} == WITHOUT
    assert not [d.id for d in asked if needs_letter(CONTENT, d)]


def test_the_reason_why_there_is_no_letter_is_said_of_no_decision_that_has_one():
    assert {d.id for d in CONTENT.decisions.values() if d.no_letter} == WITHOUT


@pytest.mark.parametrize(
    ("asked", "letters"),
    [
        ("refus-attribution", ["contester-refus-attribution", "demander-motifs", "saisir-mediateur"]),
        ("decision-dalo", ["contester-dalo", "demander-motifs"]),
        ("commandement-quitter", ["demander-delais-juge"]),
        ("proposition-logement", ["repondre-proposition"]),
        ("non-decence", ["demander-travaux", "saisir-conciliation"]),
    ],
)
def test_a_decision_offers_its_own_letters(asked, letters):
    assert sorted(ids(asked)) == letters


@pytest.mark.parametrize(
    "asked", ["aide-fsl", "domiciliation", "enregistrement-demande", "fin-domiciliation"]
)
def test_a_decision_without_a_way_of_its_own_offers_the_letter_of_general_law(asked):
    assert "contester-decision" in ids(asked)


@pytest.mark.parametrize("asked", ["titre-sejour", "force-publique", "aide-logement", "mdph"])
def test_a_decision_with_ways_of_its_own_does_not_offer_the_general_way_to_contest(asked):
    assert "contester-decision" not in ids(asked)


def test_the_time_to_send_a_letter_is_that_of_the_way_it_puts_in_act():
    way = limit_of(CONTENT, CONTENT.outgoing["contester-dalo"])
    assert way and way.within == "delai-tribunal-administratif"


def test_a_letter_that_asks_for_no_day_has_no_limit_to_show():
    assert limit_of(CONTENT, CONTENT.outgoing["demander-echeancier"]) is None


@pytest.mark.parametrize(
    ("ways", "needed"),
    [
        ([], False),
        ([contest()], True),
        ([contest(role="tribunal-administratif")], False),
        ([contest(lawyer="required")], False),
        ([contest(role="tribunal-judiciaire"), contest(id="autre", role="conciliation")], True),
    ],
)
def test_only_what_is_written_to_somebody_who_is_no_court_needs_a_letter(ways, needed):
    content = dataclasses.replace(made_content(), decisions={"refus": decision(contest=ways)})
    assert needs_letter(content, content.decisions["refus"]) is needed


def test_a_decision_that_says_why_it_has_no_letter_needs_none():
    said = decision(contest=[contest()], no_letter="En ligne seulement.")
    assert not needs_letter(dataclasses.replace(made_content(), decisions={"refus": said}), said)
