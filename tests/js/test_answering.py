"""The sentence that answers: which one of a page, and when none is shown."""

from __future__ import annotations

from typing import Any

import pytest

from support.javascript import alone

PAGE = {"title": "Faire reconnaître mon droit au logement (DALO)", "ahead": 2, "keywords": "DALO"}


def entry(anchor: str, kind: str, text: str, *questions: str) -> list[Any]:
    return [anchor, kind, text, 0, " | ".join(questions)]


ENTRIES = [
    entry(
        "delai-commission", "deadlines", "La commission décide en 3 mois.", "combien de temps la commission"
    ),
    entry(
        "etape-envoyer", "steps", "Envoyez le dossier en recommandé au secrétariat.", "où envoyer le dossier"
    ),
    entry("etape-preuves", "steps", "Joignez la copie de tout ce qui prouve votre situation."),
    entry("papiers", "required", "Obligatoires tout de suite : formulaire Cerfa 15036, numéro unique"),
    entry("issue-rejet", "outcomes", "Votre recours est rejeté : contestez dans les 2 mois."),
    entry("qui-parents", "all", "Il faut tout cela : vos parents ne peuvent pas vous loger."),
    entry("agent-offre", "agent", "L’offre avertit de l’effet d’un refus au titre du relogement."),
]


@pytest.fixture(scope="module")
def answer():
    with alone("search/text.js", "search/engine.js", "search/answering.js") as call:
        yield (
            lambda query, entries=ENTRIES, lang="fr", **more: (
                (found := call("Guide.search.answering", query, lang, PAGE | more, entries)) and found[0]
            )
        )


@pytest.mark.parametrize(
    ("query", "anchor"),
    [
        ("combien de temps pour la commission", "delai-commission"),
        ("ou envoyer mon dossier dalo", "etape-envoyer"),
        ("d.a.l.o. ou envoyer le dossier", "etape-envoyer"),
        ("envoyer le dossier en recomandé", "etape-envoyer"),
        ("recours rejeté", "issue-rejet"),
    ],
)
def test_the_sentence_that_says_it_answers(answer, query, anchor):
    assert answer(query) == anchor


@pytest.mark.parametrize("query", ["dalo", "bonjour", "punaises de lit", "droit au logement"])
def test_what_no_sentence_says_is_not_answered(answer, query):
    assert answer(query) is None


def test_a_page_hardly_before_the_next_is_not_trusted(answer):
    assert answer("combien de temps pour la commission", ahead=1.01) is None


def test_of_two_that_say_as_much_none_is_chosen(answer):
    twice = [entry("un", "steps", "Appelez la mairie."), entry("deux", "steps", "Prévenez la mairie.")]
    assert answer("mairie", twice) is None


def test_a_limit_is_not_told_to_who_asked_something_else(answer):
    limits = [
        entry("depot", "deadlines", "La caution est rendue en 2 mois."),
        entry("autre", "steps", "Appelez."),
    ]
    assert answer("caution abîmée", limits) is None


def test_a_limit_of_a_page_that_may_be_another_is_not_told(answer):
    query = "combien de temps pour la commission"
    assert (answer(query, ahead=1.2), answer(query, ahead=1.3)) == (None, "delai-commission")


def test_what_denies_a_right_answers_only_a_question_pointed_at_it(answer):
    said = [entry("sans-titre", "outcomes", "Sans titre, le logement n’est pas possible.", "sans papiers")]
    assert (answer("titre logement", said), answer("sans papiers", said)) == (None, "sans-titre")


def test_it_is_told_to_who_asks_how_long(answer):
    limits = [
        entry("depot", "deadlines", "La caution est rendue en 2 mois."),
        entry("autre", "steps", "Appelez."),
    ]
    assert answer("caution rendue quand", limits) == "depot"


def test_a_case_answers_only_a_question_pointed_at_it(answer):
    assert answer("parents loger") is None


def test_what_is_written_for_agents_answers_agents_alone(answer):
    said = [entry("agent-offre", "agent", "L’offre avertit de l’effet d’un refus.", "effet d’un refus")]
    assert (answer("effet refus", said), answer("agent : effet refus", said)) == (None, "agent-offre")


@pytest.mark.parametrize(
    ("query", "is_agent"),
    [
        ("agent : quel papier exiger", True),
        ("usager sans papiers", True),
        ("saisir dans le SNE", True),
        ("caseworker SYPLO", True),
        ("agent de sécurité CDD", False),
        ("demander au guichet", False),
        ("je suis agent public", False),
    ],
)
def test_an_agent_is_told_by_what_is_typed(query, is_agent):
    with alone("search/text.js", "search/engine.js") as call:
        assert call("Guide.search.isAgent", query) is is_agent
