"""A commune's own page: where one goes and writes, who plays which part there; and whom a helper serves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..guide.guide import TOWN_HALL, Guide
from ..model.contacts import Contact, Hours, Serves
from ..model.pages import Helper
from ..model.territory import Commune, Role

#: Where a contact serves that others replace in every commune of its own.
NOWHERE = "-"

#: A box of the post office: one writes to it, and never goes there.
_BOX = re.compile(r"(?:BP|CS|TSA)\s*\d[\d ]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: `door` is where one goes, empty when only a box of the post office is known;
    `letters`, where one writes, empty when it is the same.
    """

    door: str = ""
    letters: str = ""

    @property
    def is_box(self) -> bool:
        """Whether it is known where to write, and not where to go."""
        return bool(self.letters and not self.door)


def town_hall(commune: Commune) -> Place:
    """Where a town hall stands. A « Cedex » and its post code are for letters alone: the door has the
    commune's own post code, or none where the commune has several.
    """
    post = f"{commune.hall_postcode} {commune.hall_city}".strip()
    written = ", ".join(filter(None, (commune.street, post))) if commune.street else ""
    street = ", ".join(part for part in commune.street.split(", ") if not _BOX.fullmatch(part))
    if not street:
        return Place(letters=written)
    own = commune.hall_postcode if commune.hall_postcode in commune.postcodes else ""
    if not own and len(commune.postcodes) == 1:
        own = commune.postcodes[0]
    door = f"{street}, {own} {commune.name}".replace("  ", " ")
    return Place(door, "" if door == written else written)


def place_of(contact: Contact) -> Place:
    """Where a contact stands; nowhere for one that has no street, as a site."""
    own = contact.address
    if own is None or not own.street:
        return Place()
    post = f"{own.postcode or ''} {own.city or ''}".strip()
    written = ", ".join(filter(None, (own.street, post)))
    return Place(door=written) if own.visit else Place(letters=written)


def hall_hours(guide: Guide, commune: Commune) -> Hours | None:
    """The opening hours of a town hall: those of the contact that has its number and serves it; None where
    nobody told them.
    """
    for contact in guide.content.contacts.values():
        numbers = {phone.number for phone in contact.phones}
        known = contact.hours if contact.hours and contact.hours.text else None
        if known and commune.phone in numbers and commune.insee in contact.serves.communes:
            return known
    return None


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is played in a commune: by a contact, or by its town hall (`contact` is None)."""

    role: Role
    contact: Contact | None


def parts(guide: Guide, commune: Commune) -> dict[str, list[Part]]:
    """Who plays which part in a commune, by what the reader comes for: `registers`, `advises`, `helps`, and
    the `others`.
    """
    found: dict[str, list[Part]] = {"registers": [], "advises": [], "helps": [], "others": []}
    for role in guide.territory.roles:
        player = role.player(commune)
        if player:
            contact = None if player == TOWN_HALL else guide.content.contacts[player]
            found["registers" if role.registers else role.stands or "others"].append(Part(role, contact))
    return found


def reach(guide: Guide, helpers: Iterable[Helper]) -> dict[str, str]:
    """Contact (`mairie` for town halls) -> the communes that it serves for these helpers, in as few words as
    can be: departments, communes, `-13055` for one left out of its department, `-` for nowhere.

    Who serves every commune of the territory is left out.
    """
    served: dict[str, set[str]] = {}
    roles = {role.id: role for role in guide.territory.roles}
    for helper in helpers:
        if helper.contact:
            own = guide.content.contacts[helper.contact].serves
            served.setdefault(helper.contact, set()).update(_communes_of(guide, own))
        elif helper.role in roles:
            role = roles[helper.role]
            for player in (role.default, *role.by_department.values(), *role.by_commune.values()):
                if player:
                    served.setdefault(player, set())
            for commune in guide.communes.values():
                player = role.player(commune)
                if player:
                    served[player].add(commune.insee)
    told = {contact: _in_few_words(guide, communes) for contact, communes in served.items()}
    return {contact: words for contact, words in told.items() if words}


def _communes_of(guide: Guide, serves: Serves) -> set[str]:
    """The communes that a contact says it serves: all, when it says nothing."""
    if serves.everyone or not (serves.departments or serves.communes):
        return set(guide.communes)
    return {
        c.insee
        for c in guide.communes.values()
        if c.department in serves.departments or c.insee in serves.communes
    }


def _in_few_words(guide: Guide, served: set[str]) -> str:
    if len(served) == len(guide.communes):
        return ""
    words = []
    for code, communes in _by_department(guide).items():
        here = [insee for insee in communes if insee in served]
        missing = [insee for insee in communes if insee not in served]
        if len(missing) < len(here):
            words += [code, *(f"-{insee}" for insee in missing)]
        else:
            words += here
    return " ".join(words) or NOWHERE


def _by_department(guide: Guide) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {code: [] for code in guide.territory.departments}
    for commune in guide.communes.values():
        found[commune.department].append(commune.insee)
    return found


def only_in(guide: Guide, departments: Iterable[str]) -> str:
    """The departments of the territory where an item is true, as `reach` says it; empty when that is all."""
    here = [code for code in guide.territory.departments if code in departments]
    return "" if len(here) == len(guide.territory.departments) else " ".join(here)
