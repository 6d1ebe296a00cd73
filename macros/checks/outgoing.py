"""Letters to send: what they answer exists, what they ask is used, and no decision is left without one."""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.content import Content, Place
from ..guide.contesting import answerable, limit_of, needs_letter
from ..language.grammar import Text, Token, parse, tokens
from ..model.outgoing import WRITER, Outgoing, Part, answered_parts
from ..places.faults import Fault, did_you_mean
from ..places.source_file import Where
from .objects import placed

#: What every letter has, which a sentence may name: who writes; the town and the day that head it.
_ALWAYS = (*WRITER, "ou", "jour")


def check(content: Content) -> Iterator[Fault]:
    """R317 (warning): a decision contested by letter has none, and does not say why; R318: a letter answers
    nothing that exists; R319: a blank, or an answer to it, that is not there; a delay that nothing limits.

    P501: no sentence of a letter is proved; T424: a letter is copied as plain text, and holds a mark.
    """
    for place, decision in placed(content, "decision"):
        if needs_letter(content, decision):
            sentence = (
                "Cette décision se conteste par écrit : faites-en une lettre (« content/outgoing/ »), "
                "ou dites pourquoi il n’y en a pas (« no_letter: »)."
            )
            yield place.file.fault((*place.where, "id"), "R317", sentence, "avertissement")
    for place, letter in placed(content, "outgoing"):
        yield from _answers(content, place, letter)
        yield from _blanks(content, place, letter)
        yield from _plain(place, letter)
        if not any(part.proof for part in letter.body):
            sentence = (
                "Aucune phrase de cette lettre n’est prouvée : ajoutez « proof: [identifiant d’un fait] »."
            )
            yield place.file.fault((*place.where, "body"), "P501", sentence)


def _answers(content: Content, place: Place, letter: Outgoing) -> Iterator[Fault]:
    for index, reference in enumerate(letter.answers):
        identifier, way = answered_parts(reference)
        decision = content.decisions.get(identifier)
        if decision is None and identifier in content.doubtful:
            continue
        known = answerable(content, decision) if decision else tuple(content.decisions)
        if decision is None or way not in known:
            guess = did_you_mean(way if decision else identifier, known)
            sentence = f"« {reference} » ne désigne rien à quoi répondre.{guess}"
            yield place.file.fault((*place.where, "answers", index), "R318", sentence)


def _blanks(content: Content, place: Place, letter: Outgoing) -> Iterator[Fault]:
    for index, blank in enumerate(letter.fields):
        where: Where = (*place.where, "fields", index)
        if blank.id in _ALWAYS:
            sentence = f"« {blank.id} » est demandé par toutes les lettres : choisissez un autre nom."
            yield place.file.fault((*where, "id"), "R319", sentence)
        if (blank.kind == "choice") != bool(blank.options):
            sentence = "Un choix a des réponses (« options: »), et lui seul."
            yield place.file.fault((*where, "kind"), "R319", sentence)
        if blank.starts and (blank.kind != "date" or limit_of(content, letter) is None):
            sentence = (
                "« starts » fait partir un délai : il faut une date, et une lettre qui réponde à un recours "
                "qui a un délai (« within: »)."
            )
            yield place.file.fault((*where, "starts"), "R319", sentence)
    for where, part in _parts(letter):
        asked = letter.blank(part.when) if part.when else None
        if part.when and asked is None:
            yield place.file.fault((*place.where, *where, "when"), "R319", _unknown(letter, part.when))
        options = [option.id for option in asked.options] if asked else []
        for name in part.chosen:
            if name not in options:
                sentence = f"« {name} » n’est pas une réponse à ce choix.{did_you_mean(name, options)}"
                yield place.file.fault((*place.where, *where, "chosen"), "R319", sentence)
    for where, text in _texts(letter):
        for token in tokens(text):
            if token.kind == "champ" and token.id not in _known(letter):
                yield place.file.fault((*place.where, *where), "R319", _unknown(letter, token.id))


def _known(letter: Outgoing) -> list[str]:
    return [*_ALWAYS, *(blank.id for blank in letter.fields)]


def _unknown(letter: Outgoing, name: str) -> str:
    return f"Cette lettre ne demande pas « {name} » (« fields: »).{did_you_mean(name, _known(letter))}"


def _plain(place: Place, letter: Outgoing) -> Iterator[Fault]:
    """What is copied into a letter is words, values and blanks: nothing to click, nothing bold."""
    for where, text in _texts(letter):
        marked = any(
            not isinstance(node, Text) and not (isinstance(node, Token) and node.kind in ("valeur", "champ"))
            for node in parse(text)
        )
        if marked:
            sentence = (
                "Cette phrase est copiée dans une lettre : ni gras, ni lien, ni mot expliqué, ni numéro."
            )
            yield place.file.fault((*place.where, *where), "T424", sentence)


def _parts(letter: Outgoing) -> Iterator[tuple[Where, Part]]:
    for name, parts in (("body", letter.body), ("enclosed", letter.enclosed)):
        yield from (((name, index), part) for index, part in enumerate(parts))


def _texts(letter: Outgoing) -> Iterator[tuple[Where, str]]:
    yield ("subject",), letter.subject.fr
    yield ("to", "name"), letter.to.name.fr
    for where, part in _parts(letter):
        yield (*where, "text"), part.text.fr
