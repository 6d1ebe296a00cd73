"""Letters to send, as their pages need them: to whom, at which address."""

from __future__ import annotations

from dataclasses import dataclass

from ..guide.guide import Guide
from ..model.contacts import Address
from ..model.outgoing import Outgoing
from ..model.pages import Helper


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a letter may go to: their contact's id, the lines of the envelope in French, the address with
    its proof and its status.
    """

    id: str
    lines: tuple[str, ...]
    address: Address

    @property
    def name(self) -> str:
        """How they are told from the others."""
        return self.lines[0]


def recipients(guide: Guide, letter: Outgoing) -> list[Recipient]:
    """Those of the territory whose address is known; empty when a reader has to find it."""
    if not (letter.to.role or letter.to.contact):
        return []
    found = {}
    for person in guide.people(Helper(role=letter.to.role, contact=letter.to.contact)):
        contact = person.contact
        if contact is not None and contact.address is not None and contact.address.street:
            city = f"{contact.address.postcode or ''} {contact.address.city or ''}".strip()
            lines = tuple(filter(None, (contact.name.fr, contact.address.street, city)))
            found[contact.id] = Recipient(contact.id, lines, contact.address)
    return list(found.values())
