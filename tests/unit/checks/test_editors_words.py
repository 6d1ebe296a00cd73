"""What editors write to one another stays with them: `check` refuses it in what is published."""

from __future__ import annotations

import pytest

from macros.checks.editors import editors_words, published
from macros.model.facts import Fact

IDS = frozenset({"dalo-39", "mjd-aubagne", "siao13"})

SPOKEN_TO_EDITORS = [
    "Ancienne page : 04 91 00 00 00. Périmée, ne pas publier.",
    "Courriel de l’annuaire de 2014 ; à essayer avant publication.",
    "À rappeler un par un avant publication.",
    "Siège à Avignon : de mémoire.",
    "CCH, article LEGIARTI000033972436 (L. 482-1 probable)",
    "Locaux inaugurés un 20 février (2024 probable).",
    "Le délai est d’un mois (article non relu).",
    "Adresse non lue.",
    "Téléphone et adresse non retrouvés.",
    "Le plan en vigueur n’a pas été retrouvé.",
    "Le délai n’a pas pu être lu.",
    "Nous n’avons pas lu combien de communes on peut demander.",
    "Aucun papier n’a été lu pour cette situation.",
    "Règle déduite : aucun texte lu ne parle du nouveau dossier.",
    "La délibération a été lue citée dans un mémoire.",
    "Les sept jours sont lus dans l’amendement adopté.",
    "Sommaires lus seulement.",
    "27 rue des Fabres (adresse de 2015, à vérifier)",
    "rue Mazenod (numéro à confirmer)",
    "Son ressort reste à vérifier.",
    "Page de novembre 2020 : à reconfirmer.",
    "À confirmer : les étudiants n’y ont plus droit.",
    "Ne plus le lister.",
    "Un site dit le contraire : ne pas annoncer de plafond.",
    "Ne rien afficher.",
    "TODO",
    "quinze communes (colonne arrete_carence_2020)",
    "Les autres motifs ont leur durée : dalo-39.",
    "Coordonnées : voir mjd-aubagne.",
]

SPOKEN_TO_READERS = [
    "Règle lue dans un texte de 2017 ; elle a pu changer.",
    "Adresse donnée par l’UDAF 13 : vérifiez avant d’envoyer.",
    "Le délai n’est pas connu de ce guide.",
    "Cette règle est à confirmer auprès de votre employeur.",
    "Vérifiez votre nom sur l’attestation.",
    "Un état des lieux précis, à compléter sous 10 jours.",
    "Cette traduction n’a pas été relue par une personne dont c’est la langue.",
    "Une petite annonce est publiée par un faux propriétaire.",
    "Vous avez retrouvé un travail.",
    "Lisez https://www.mjd-aubagne.fr et [le texte](https://x.fr/LEGIARTI000006825388).",
    "L’association n’a pas publié ses comptes.",
]


@pytest.mark.parametrize("text", SPOKEN_TO_EDITORS)
def test_an_editors_word_is_refused(text):
    assert list(editors_words(text, IDS))


@pytest.mark.parametrize("text", SPOKEN_TO_READERS)
def test_a_readers_sentence_is_left_alone(text):
    assert list(editors_words(text, IDS)) == []


def test_a_note_is_not_among_what_is_published():
    fact = Fact(
        id="f",
        statement="Dit.",
        note="Tu.",
        withheld="Tu.",
        confidence="high",
        review="law",
        checked={"date": "2026-11-23", "how": "copy"},
    )
    assert "Tu." not in [text for _, text in published(fact)]


def test_words_of_a_commune_are_looked_at(valid, faults):
    path = valid / "territories" / "communes" / "petit.csv"
    head, first, *rest = path.read_text(encoding="utf-8").splitlines()
    column = head.split(",").index("street")
    cells = first.split(",")
    cells[column] = "rue Haute (à vérifier)"
    path.write_text("\n".join([head, ",".join(cells), *rest]) + "\n", encoding="utf-8")
    assert [fault.code for fault in faults(valid)] == ["T421"]
