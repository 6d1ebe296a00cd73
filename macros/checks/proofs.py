"""Proofs: whatever states something to a reader cites facts that may be published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..guide.content import Content
from ..guide.standing import RECENT, holds
from ..model.contacts import Avowed
from ..model.fields import Item
from ..model.kinds import names
from ..model.pages import Criterion, Deadline, Exemption, Outcome, Section, Statement
from ..model.pathways import Case, Delay, Result
from ..places.faults import Fault
from ..places.source_file import Where
from .objects import placed

#: Items that state something and so must cite a fact.
_STATEMENTS = (Statement, Exemption, Outcome, Deadline, Criterion, Result, Case, Delay)


def check(content: Content) -> Iterator[Fault]:
    """P501: a statement without proof; P502: a proof by a fact
    that may not be published; P503: a fact without a source.

    P510: a statement of law that is said to be sure, and stands
    on neither the text in force nor a recent official page.
    """
    for place, item in placed(content, *names(states=True)):
        for child, where in _items(item, ()):
            proof = getattr(child, "proof", None)
            if proof is None:
                continue
            if not proof and _must_be_proved(child):
                yield place.file.fault(
                    (*place.where, *where),
                    "P501",
                    "Affirmation sans preuve : ajoutez « proof: [identifiant d’un fait] ».",
                )
            for index, identifier in enumerate(proof):
                fact = content.facts.get(identifier)
                if fact is not None and not fact.publishable:
                    reason = "de confiance faible" if fact.confidence == "low" else "retenu"
                    yield place.file.fault(
                        (*place.where, *where, "proof", index),
                        "P502",
                        f"Le fait « {identifier} » est {reason} : il ne prouve rien à un lecteur.",
                    )
    for place, fact in placed(content, "fact"):
        if not fact.sources and fact.confidence != "low":
            yield place.file.fault(
                place.where,
                "P503",
                f"Le fait « {fact.id} » n’a pas de source : donnez-en une, ou « confidence: low ».",
            )
        sources = [content.sources[i] for i in fact.sources if i in content.sources]
        if fact.legal and fact.confidence == "high" and sources and not holds(fact, sources):
            yield place.file.fault(
                (*place.where, "confidence"),
                "P510",
                f"« {fact.id} » dit le droit sans le texte en vigueur ni une page officielle"
                f" de moins de {RECENT} mois : ajoutez cette source (« nature », « state »),"
                " ou écrivez « confidence: medium ».",
            )


def _must_be_proved(item: Item) -> bool:
    if isinstance(item, _STATEMENTS):
        return True
    if isinstance(item, Section):
        return item.text is not None
    if isinstance(item, Avowed):
        return not item.unknown and any(
            getattr(item, name, None) for name in ("street", "number", "value", "text", "values")
        )
    return False


def _items(item: Any, where: Where) -> Iterator[tuple[Item, Where]]:
    if isinstance(item, Item):
        yield item, where
        for name, field in type(item).model_fields.items():
            yield from _items(getattr(item, name), (*where, field.alias or name))
    elif isinstance(item, tuple):
        for index, child in enumerate(item):
            yield from _items(child, (*where, index))
    elif isinstance(item, dict):
        for key, child in item.items():
            yield from _items(child, (*where, key))
