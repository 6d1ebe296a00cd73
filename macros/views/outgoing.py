"""Letters to send, as their pages need them: to whom, at which address."""

from __future__ import annotations

from dataclasses import dataclass

from ..guide.guide import Guide
from ..model.contacts import Address, Contact
from ..model.outgoing import Outgoing
from ..model.pages import Helper


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a letter may go to: their contact's id, the lines of the envelope in French, the address with
    its proof and its status; none where a reader has to find it.
    """

    id: str
    lines: tuple[str, ...]
    address: Address | None

    @property
    def name(self) -> str:
        """How they are told from the others."""
        return self.lines[0]


def recipients(guide: Guide, letter: Outgoing) -> list[Recipient]:
    """Those of the territory, so that nobody writes to the office of another department for want of their
    own; empty when the address stands on the letter received.
    """
    if not (letter.to.role or letter.to.contact):
        return []
    people = guide.people(Helper(role=letter.to.role, contact=letter.to.contact))
    contacts = {person.contact.id: person.contact for person in people if person.contact is not None}
    return [_recipient(contact) for contact in contacts.values()]


def _recipient(contact: Contact) -> Recipient:
    address = contact.address
    if address is None or not address.street:
        return Recipient(contact.id, (contact.name.fr,), None)
    city = f"{address.postcode or ''} {address.city or ''}".strip()
    return Recipient(contact.id, tuple(filter(None, (contact.name.fr, address.street, city))), address)
