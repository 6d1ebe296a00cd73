"""Editors' words: what we write to one another about our sources and our work never reaches a reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from ..guide.content import Content, Place
from ..language.readability import words
from ..model.facts import FOR_EDITORS
from ..model.fields import Phrase
from ..places.faults import Fault
from ..places.source_file import Where
from .objects import placed


@dataclass(frozen=True, slots=True)
class EditorsWord:
    """A way of speaking that is ours: its pattern (whatever
    the case), and what to write instead, in French.
    """

    pattern: str
    instead: str


_NOTE = "mettez-le dans « note », qui ne se publie pas"
_UNKNOWN = "dites « n’est pas connu de ce guide », et à qui demander"
_CAVEAT = "dites en « caveat » ce que le lecteur doit savoir pour agir"

#: All of them, in this one place: `check` refuses them in what
#: is published, and a test looks for them in the built site.
WORDS: tuple[EditorsWord, ...] = (
    EditorsWord(r"\bpas (?:le |la |les |l’|en )?(?:publier|afficher|annoncer|imprimer|transposer)\b", _NOTE),
    EditorsWord(r"\bne (?:rien|plus) (?:les? |la )?(?:publier|afficher|lister)\b", _NOTE),
    EditorsWord(r"\bne (?:publier|retenir) que\b", _NOTE),
    EditorsWord(r"\bavant (?:toute |de )?(?:publication|publier|impression)\b", _NOTE),
    EditorsWord(r"\bde mémoire\b", _NOTE),
    EditorsWord(r"\b(?:UNVERIFIED|TODO|FIXME|TBD)\b", _NOTE),
    EditorsWord(
        r"\bLEGI(?:ARTI|TEXT|SCTA)\w*|\bJORFTEXT\w*", "nommez l’article ou le texte, comme sur une lettre"
    ),
    EditorsWord(
        r"\(?[^().]{0,40}\bprobable\)|\bidentification probable\b|… probable\b|\.\.\. probable\b", _CAVEAT
    ),
    EditorsWord(
        r"(?<!en vigueur )\bnon (?:re)?lue?s?\b|\bseule?s? lue?s?\b|\bpartie lue\b"
        r"|\bdernière version [^.]{0,20}\blue\b",
        _CAVEAT,
    ),
    EditorsWord(r"\b(?:sources?|copies?|recherches?) (?:re)?lue?s?\b|\bsources consultées\b", _UNKNOWN),
    EditorsWord(
        r"\bn’(?:a|ont|avons) (?:pas|jamais|rien)(?: tous| toutes| encore)?(?: pu| été)?(?: "
        r"être)? (?:re)?(?:lire|lue?s?)\b(?! par)"
        r"|\bn’(?:a|ont|avons)(?: été)? lue?s?\b|\bnous (?:n’)?avons (?:pas )?lue?s?\b|\blue?s? (?:pour "
        r"ce guide|datent)\b"
        r"|\bpages? lues?\b|\bfiche officielle lue\b|\brien de lu\b|\bpu être (?:re)?lue?s?\b(?! par)",
        _UNKNOWN,
    ),
    EditorsWord(
        r"\baucun(?:e)? (?:\w+ ){1,3}lue?s?\b(?! par)|\blue?s? (?:seulement|citée?s?)\b"
        r"|\blue?s? dans l’amendement\b"
        r"|\blue?s? par leur sommaire\b|\bsommaires? lus?\b",
        _UNKNOWN,
    ),
    EditorsWord(
        r"\bnon retrouvée?s?\b|\bn’(?:a|ont)(?: pas)? (?:été|pu être) retrouvée?s?\b|\bété "
        r"retrouvée?s?\b|\baucune? [^.]{0,40}\bretrouvée?s?\b",
        _UNKNOWN,
    ),
    EditorsWord(
        r"\bpassages? de recherche\b|\b(?:deux|trois) recherches\b|\bpremier relevé\b|\bsens à déterminer\b",
        _NOTE,
    ),
    EditorsWord(
        r"\brest(?:e|ent|ait|aient) à (?:vérifier|confirmer|lire|relire|trouver|retrouver|documenter)\b",
        _CAVEAT,
    ),
    EditorsWord(
        r"(?:(?<=[\w)»:] )|(?<=, )|(?<=; )|(?<=\())à (?:re)?(?:vérifier|confirmer|relire|recouper"
        r"|documenter|compléter)(?=\s*(?:[.;,)]|$))",
        _CAVEAT,
    ),
    EditorsWord(
        r"(?:^|[.:] )(?-i:À) (?:re)?(?:confirmer|documenter|compléter|rappeler)\b(?! (?:avec|auprès))",
        _CAVEAT,
    ),
    EditorsWord(r"\bà rappeler (?:avant|un par un)\b|\brappeler avant\b|\bnon vérifiée?s?\b", _CAVEAT),
    EditorsWord(
        r"\bce dossier ne connaît\b|\btexte source\b|\b(?:confiance moyenne|faible confiance)\b", _NOTE
    ),
    EditorsWord(r"\w_\w+\.csv\b|\bdans le CSV\b|\bcolonne \w+_\w+|« (?:old_)?phone »|\bworkflow\b", _NOTE),
    EditorsWord(
        r"\bd(?:eux|’une seule) sources? (?:concordantes?|associatives?)\b|\(une seule source\b", _CAVEAT
    ),
)

#: What is written for machines: the words that people type, and the names of files.
_NEVER_READ = frozenset({"asked", "numbers"})
_NOT_SAID = FOR_EDITORS | {"file", "keywords"}

#: A caveat is a short clause.
LONGEST_CAVEAT = 20

_PATTERNS = tuple((re.compile(word.pattern, re.IGNORECASE), word.instead) for word in WORDS)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|\{[^}]*\}|\]\([^)]*\)")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+|[a-z]+[0-9]+")


def check(content: Content) -> Iterator[Fault]:
    """T421 editors' words in what is published, T422
    (warning) a caveat too long to be read beside a sentence.
    """
    ids = frozenset(content.facts)
    for place, item in placed(content):
        if place.kind in _NEVER_READ or (place.kind == "fact" and not item.publishable):
            continue
        yield from _of(place, item, ids)
    for place, territory in placed(content, "territory"):
        for commune in content.communes.get(territory.id, {}).values():
            for _, text in published(commune):
                for sentence in editors_words(text, ids):
                    yield place.file.fault(("communes", "file"), "T421", f"{commune.name} : {sentence}")
    for place, fact in placed(content, "fact"):
        if fact.caveat and words(fact.caveat.fr) > LONGEST_CAVEAT:
            message = (
                f"Réserve de {words(fact.caveat.fr)} mots (au plus {LONGEST_CAVEAT}) : "
                "le reste va dans « note »."
            )
            yield place.file.fault((*place.where, "caveat"), "T422", message, "avertissement")


def _of(place: Place, item: Any, ids: frozenset[str]) -> Iterator[Fault]:
    for where, text in published(item):
        for sentence in editors_words(text, ids):
            yield place.file.fault((*place.where, *where), "T421", sentence)


@lru_cache(maxsize=1 << 16)  # the same id, word or name stands in many places
def editors_words(text: str, ids: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """One French sentence for each way in which `text` speaks to editors; `ids` are those of the facts."""
    return tuple(_editors_words(text, ids))


def _editors_words(text: str, ids: frozenset[str]) -> Iterator[str]:
    plain = _ADDRESS.sub(" ", text.replace("\u00a0", " ").replace("'", "’"))
    for pattern, instead in _PATTERNS:
        found = pattern.search(plain)
        if found:
            yield f"« {found.group(0).strip()} » s’adresse à l’équipe du guide : {instead}."
    for name in sorted(set(_ID.findall(plain)) & ids) if " " in plain else ():
        yield f"« {name} » est le nom d’un fait : le lecteur ne le connaît pas, {_NOTE}."


def published(item: Any, where: Where = ()) -> Iterator[tuple[Where, str]]:
    """(place in the file, text) for every text of `item` that
    a reader may be shown: phrases in French, and bare strings.
    """
    if isinstance(item, Phrase):
        yield where, item.fr
    elif isinstance(item, str):
        yield where, item
    elif isinstance(item, BaseModel):
        for name, field in type(item).model_fields.items():
            if name not in _NOT_SAID:
                yield from published(getattr(item, name), (*where, field.alias or name))
    elif isinstance(item, (tuple, list)):
        for index, child in enumerate(item):
            yield from published(child, (*where, index))
    elif isinstance(item, dict):
        for key, child in item.items():
            yield from published(child, (*where, key))
