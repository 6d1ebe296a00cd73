"""What translators are told beside a text (`#.`): what kind of
text it is and what stands around it. French, as the content is.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.texts import Message, field_of

_FIELDS = {
    "title": "Titre : court, sans point final.",
    "name": "Nom, dans une liste ou en tête de page : sans point final.",
    "long_name": "Nom complet.",
    "term": "Mot expliqué au lecteur. Un sigle ou un mot des courriers reste en français.",
    "long": "Ce que dit le sigle, en toutes lettres.",
    "plain": "Explication simple du mot.",
    "label": "Nom d’une case, d’une ligne ou d’un rôle : sans point final.",
    "short": "La réponse en une ou deux phrases, en tête de la page.",
    "detail": "Précision sous l’étape.",
    "when": "Condition : suit le mot « si », par exemple « si vous êtes salarié ».",
    "starts": "D’où part le délai : suit « À partir de : ».",
    "if": "Ce qui arrive à la personne : la suite (« then ») vient après une flèche.",
    "then": "Ce qui se passe alors, après une flèche.",
    "help": "Aide sous la question ou le papier.",
    "sms": "SMS : texte court envoyé tel quel, sans gras ni lien.",
    "keywords": "Mots-clés de la recherche : ce que les gens tapent dans leur langue, "
    "séparés par des virgules. Ne pas traduire mot à mot.",
    "unknown": "Ce que le guide ne sait pas.",
    "sender": "Qui envoie ce courrier.",
    "looks": "À quoi on reconnaît ce courrier.",
    "day": "Question : quel jour cela s’est passé.",
    "name_of": "Nom du territoire après « de » : « de la Métropole… ».",
    "caveat": "Réserve, courte, à côté de ce qu’elle précise.",
    "cost": "Ce que coûte l’appel.",
    "hours": "Horaires.",
    "interface": "Mot de l’interface : bouton, titre ou phrase du site.",
}
#: Texts that are spoken or shown to somebody else.
_SHOWN = "Phrase à montrer à un agent : la personne parle d’elle (« je »)."
_VALUE = (
    "{valeur:…} devient une durée ou un montant avec son unité (« 10 jours », « 250 € ») : "
    "ni article ni accord avant lui."
)
_HOLE = "Gardez tel quel ce qui est entre accolades."


def notes_for(message: Message) -> Iterator[str]:
    """The notes of one text."""
    kind = field_of(message.context)
    if "#show." in message.context:
        yield _SHOWN
    elif kind in _FIELDS:
        yield _FIELDS[kind]
    if "{valeur:" in message.fr:
        yield _VALUE
    elif "{" in message.fr:
        yield _HOLE
