"""What the page « Ma liste » hands to its script: who plays each part in each commune, so that the list says where to go."""

from __future__ import annotations

from typing import Any

from ..guide.guide import TOWN_HALL, Guide
from ..language.typography import typeset
from ..model.contacts import Contact
from ..model.fields import Phrase
from ..model.pages import Procedure
from ..speech.calls import dialled, way_to
from ..speech.spans import plain

#: How many of a procedure's helpers a list names: a sheet to carry, not a directory.
MOST_ROLES = 2


def roles_of(guide: Guide, procedure: Procedure) -> list[str]:
    """The first parts that the procedure names and this territory fills."""
    filled = {role.id for role in guide.territory.roles}
    return [h.role for h in procedure.contacts if h.role in filled][:MOST_ROLES]


def places(guide: Guide) -> dict[str, Any]:
    """`{roles, contacts, communes}`, JSON-able. A contact's name is given in the page's language and in French."""
    used = {role for p in guide.content.procedures.values() for role in roles_of(guide, p)}
    roles = [role for role in guide.territory.roles if role.id in used]
    named = {
        c
        for role in roles
        for c in (role.default, *role.by_department.values(), *role.by_commune.values())
        if c and c != TOWN_HALL
    }
    return {
        "roles": {
            r.id: {
                "all": r.default,
                "by": {**r.by_department, **r.by_commune},
            }
            for r in roles
        },
        "contacts": {i: _contact(guide, guide.content.contacts[i]) for i in sorted(named)},
        "communes": {
            c.insee: {
                "d": c.department,
                "a": ", ".join(filter(None, (c.street, f"{c.hall_postcode} {c.hall_city}".strip()))),
                "t": c.phone,
                "u": f"tel:{dialled(c.phone)}" if c.phone else "",
            }
            for c in guide.communes.values()
        },
    }


def _contact(guide: Guide, contact: Contact) -> dict[str, Any]:
    address = contact.address
    shown = address and address.street and address.visit
    return {
        "name": _pair(guide, contact.name),
        "a": f"{address.street}, {address.postcode or ''} {address.city or ''}".strip() if shown else "",
        "t": contact.phones[0].number if contact.phones else "",
        "u": way_to(contact.phones[0]) if contact.phones else "",
        "sure": not shown or address.status == "confirmed",
    }


def _pair(guide: Guide, phrase: Phrase) -> list[str]:
    return [plain(guide, phrase), typeset(plain(guide, Phrase(phrase.fr)), "fr")]
