"""What is true only in one intercommunalité: communes, who plays which part, local values."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .contacts import Status
from .facts import LocalValue, Unit
from .fields import (
    ContactId,
    DateOrEmpty,
    Department,
    Email,
    EmailOrEmpty,
    FactId,
    Id,
    Insee,
    Item,
    PhoneOrEmpty,
    Phrase,
    Postcode,
    PostcodeOrEmpty,
    Proof,
    UrlOrEmpty,
)


class Commune(Item):
    """A commune and its town hall, read from the territory's CSV. Fields of
    the town hall may be empty; `aliases` are other spellings that people type.
    """

    key_field = "insee"
    insee: Insee
    name: Annotated[str, StringConstraints(min_length=1)]
    department: Department
    postcodes: tuple[Postcode, ...]
    street: str = ""
    hall_postcode: PostcodeOrEmpty = ""
    hall_city: str = ""
    phone: PhoneOrEmpty = ""
    email: EmailOrEmpty = ""
    web: UrlOrEmpty = ""
    as_of: DateOrEmpty = ""
    status: Status = "to-confirm"
    aliases: str = ""


class CommuneList(Item):
    """Where the communes stand, and the facts that prove their town halls and the list itself."""

    file: str
    proof: Proof


class Role(Item):
    """Who plays a part: by commune first, then by department,
    then by default. `mairie` stands for the commune's town hall.

    `unknown` avows where nobody is known to play it. `registers` is the
    part of those who register applications, which not all town halls do.
    `stands` puts a part on the first screen of a commune's page: with who
    advises, or with who helps now.
    """

    id: Id
    label: Phrase
    registers: bool = False
    stands: Literal["advises", "helps"] | None = None
    default: ContactId | None = None
    by_department: dict[Department, ContactId] = Field(default={}, alias="departments")
    by_commune: dict[Insee, ContactId] = Field(default={}, alias="communes")
    unknown: Phrase | None = None

    def player(self, commune: Commune) -> ContactId | None:
        """Who plays it in a commune; None where nobody is known to."""
        return (
            self.by_commune.get(commune.insee) or self.by_department.get(commune.department) or self.default
        )


class LocalSeries(Item):
    """A value that depends on the department."""

    id: Id
    label: Phrase
    unit: Unit
    departments: dict[Department, LocalValue] = Field(default={})
    default: LocalValue | None = None


class PointsGrid(Item):
    """The slot of the local points grid: criteria with
    their points once published, else an avowed unknown.
    """

    unknown: Phrase | None = None
    proof: tuple[FactId, ...] = ()


class Territory(Item):
    """One intercommunalité; another one is another file. `seat` is
    the INSEE code of its main commune: who serves it is shown first.
    """

    id: Id
    name: str
    name_of: Phrase
    epci: str
    departments: dict[Department, str] = Field(min_length=1)
    seat: Insee | None = None
    communes: CommuneList
    #: Where readers report mistakes, when somebody answers there.
    report_to: Email | None = None
    roles: tuple[Role, ...]
    values: tuple[LocalSeries, ...] = ()
    points_grid: PointsGrid
