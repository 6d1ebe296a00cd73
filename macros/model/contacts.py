"""People and places: each field of a contact carries its own proof and status."""

from __future__ import annotations

from typing import Literal

from ..language.phones import national
from .fields import (
    ContactId,
    Department,
    Email,
    Id,
    Insee,
    Item,
    Keywords,
    PhoneId,
    PhoneNumber,
    Phrase,
    Privacy,
    Proof,
    RoleId,
    Url,
)
from .pages import Statement

Status = Literal["confirmed", "to-confirm"]

#: What a contact is. Each kind stands under a heading of the page of contacts (`views.indexes`).
ContactKind = Literal[
    "urgence",
    "adil",
    "ecoute",
    "action-sociale",
    "justice",
    "sante",
    "guichet",
    "service-en-ligne",
    "collectivite",
    "departement",
    "prefecture",
    "commission",
    "tribunal",
    "caf",
    "etat",
    "association",
    "bailleur",
    "autre",
]


class Avowed(Item):
    """A field that may be avowed unknown, with whom to ask."""

    unknown: Phrase | None = None
    status: Status = "to-confirm"
    proof: Proof = ()


class Address(Avowed):
    """A postal address. `visit: no` marks an address for letters only."""

    street: str | None = None
    postcode: str | None = None
    city: str | None = None
    insee: str | None = None
    visit: bool = True


class Phone(Avowed):
    """A number and what it costs to reach. `by: sms` is one that is
    written to, never rung; its `message` is ready to send, in French.

    `ask_phone`, `ask_role` or `ask_contact` is whom to ring when nobody answers.
    """

    key_field = "number"
    number: PhoneNumber
    by: Literal["voice", "sms"] = "voice"
    message: Phrase | None = None
    ask_role: RoleId | None = None
    ask_contact: ContactId | None = None
    ask_phone: PhoneId | None = None
    label: Phrase | None = None
    cost: Literal["normal", "free", "paid"] | None = None
    hours: Phrase | None = None

    @property
    def digits(self) -> str:
        """What is typed to reach it in France."""
        return national(self.number)

    @property
    def asks(self) -> bool:
        """Whether it says whom to ring when nobody answers."""
        return any((self.ask_phone, self.ask_role, self.ask_contact))


class Mail(Avowed):
    """An e-mail address."""

    value: Email | None = None


class Web(Avowed):
    """A site."""

    value: Url | None = None


class Hours(Avowed):
    """Opening hours, as a sentence."""

    text: Phrase | None = None


class Outpost(Item):
    """A place where the body also receives the public."""

    id: Id
    name: Phrase
    at: ContactId | None = None
    phones: tuple[Phone, ...] = ()
    schedule: Hours
    proof: Proof


class Languages(Avowed):
    """Languages spoken at the counter."""

    values: tuple[str, ...] = ()


class Serves(Item):
    """Whom a contact serves: departments, communes (INSEE codes), or everyone."""

    departments: tuple[Department, ...] = ()
    communes: tuple[Insee, ...] = ()
    everyone: bool = False


class Contact(Item):
    """A body that a reader may call, write to or visit."""

    id: Id
    kind: ContactKind
    name: Phrase
    long_name: Phrase | None = None
    short: Phrase
    privacy: Privacy | None = None
    urgent: bool = False
    does: tuple[Statement, ...] = ()
    does_not: tuple[Statement, ...] = ()
    address: Address | None = None
    phones: tuple[Phone, ...] = ()
    email: Mail | None = None
    web: Web | None = None
    hours: Hours | None = None
    outposts: tuple[Outpost, ...] = ()
    languages: Languages | None = None
    serves: Serves = Serves()
    notes: tuple[Statement, ...] = ()
    keywords: Keywords | None = None
    related: tuple[str, ...] = ()

    @property
    def every_phone(self) -> tuple[Phone, ...]:
        """Its phones, its own first, then those of its outposts."""
        return (*self.phones, *(phone for outpost in self.outposts for phone in outpost.phones))
