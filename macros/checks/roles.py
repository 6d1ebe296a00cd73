"""Who helps where: whoever plays a part in a place serves that
place, and each part that pages need is filled, or avowed unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..guide.content import Content
from ..guide.guide import TOWN_HALL
from ..guide.scoping import scoped
from ..language.grammar import links
from ..model.fields import Phrase
from ..model.kinds import PAGES
from ..model.territory import Commune, Role, Territory
from ..model.traversal import phrases_of, references_of
from ..places.faults import Fault
from ..places.source_file import Where
from .objects import placed

#: More communes than this are not named one by one.
_NAMED = 3


def check(content: Content) -> Iterator[Fault]:
    """R311: somebody plays a part in a place that they do not serve; R312 (warning): a part that
    pages need is played by nobody; R305: the main commune of a territory is not one of its communes.
    """
    for place, territory in placed(content, "territory"):
        communes = content.communes.get(territory.id, {})
        if territory.seat and communes and territory.seat not in communes:
            yield place.file.fault(
                ("seat",), "R305", f"La commune {territory.seat} n’est pas dans {territory.communes.file}."
            )
        for index, role in enumerate(territory.roles):
            for where, contact, served in _parts(role, communes.values()):
                lost = [c for c in served if not _serves(content, contact, c)]
                if lost and contact in content.contacts:
                    sentence = (
                        f"« {contact} » ne sert pas {_named(lost)} : "
                        "choisissez qui sert ce lieu, ou complétez son « serves »."
                    )
                    yield place.file.fault(("roles", index, *where), "R311", sentence)
        yield from (
            (place.file.fault(where, "R312", sentence, "avertissement"))
            for where, sentence in _lacks(content, territory)
        )


def _parts(role: Role, communes: Iterable[Commune]) -> Iterator[tuple[Where, str, list[Commune]]]:
    """(place in the role, contact, the communes for which it plays the part) for each one who plays it."""
    left = list(communes)
    for insee, contact in role.by_commune.items():
        yield ("communes", insee), contact, [c for c in left if c.insee == insee]
    left = [c for c in left if c.insee not in role.by_commune]
    for code, contact in role.by_department.items():
        yield ("departments", code), contact, [c for c in left if c.department == code]
    left = [c for c in left if c.department not in role.by_department]
    if role.default:
        yield ("default",), role.default, left


def _serves(content: Content, contact: str, commune: Commune) -> bool:
    if contact == TOWN_HALL or contact not in content.contacts:
        return True
    serves = content.contacts[contact].serves
    return serves.everyone or commune.department in serves.departments or commune.insee in serves.communes


def _named(communes: list[Commune]) -> str:
    if len(communes) <= _NAMED:
        return ", ".join(f"{c.name} ({c.insee})" for c in communes)
    return f"{len(communes)} communes, dont {communes[0].name} ({communes[0].insee})"


def _lacks(content: Content, territory: Territory) -> Iterator[tuple[Where, str]]:
    """(place in the territory's file, sentence) for each part
    that its pages need and that nobody plays in all of it.
    """
    roles = {role.id: (index, role) for index, role in enumerate(territory.roles)}
    communes = content.communes.get(territory.id, {}).values()
    for identifier, page in _needed(scoped(content, territory)).items():
        if identifier not in roles:
            if any(r.id == identifier for t in content.territories.values() for r in t.roles):
                yield (
                    ("roles",),
                    f"Personne n’a le rôle « {identifier} », cité par {page} : donnez-le, "
                    "ou avouez-le par « unknown ».",
                )
            continue
        index, role = roles[identifier]
        alone = (
            []
            if role.default or role.unknown
            else [
                c
                for c in communes
                if c.insee not in role.by_commune and c.department not in role.by_department
            ]
        )
        if alone or not (role.default or role.by_department or role.by_commune or role.unknown):
            where = _named(alone) if alone else "ce territoire"
            yield (
                ("roles", index),
                f"Personne n’a le rôle « {identifier} » pour {where} : donnez-le, "
                "ou avouez-le par « unknown ».",
            )


def _needed(seen: Content) -> dict[str, str]:
    """Role -> the first page of a territory that names it, by a helper or in a text."""
    found: dict[str, str] = {}
    for ref, kind in PAGES.items():
        for page in getattr(seen, kind.attribute).values():
            named = [identifier for target, identifier in references_of(page) if target == "role"]
            named += [role for _, _, phrase in phrases_of(page, "") for role in _roles_in(phrase)]
            for identifier in named:
                found.setdefault(identifier, f"{ref}:{page.id}")
    return found


def _roles_in(phrase: Phrase) -> Iterator[str]:
    return (link.target.removeprefix("role:") for link in links(phrase.fr) if link.target.startswith("role:"))
