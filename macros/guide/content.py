"""Everything that editors wrote, as immutable objects indexed
by id: what `source.load` returns and all the rest reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..model.accessibility import Accessibility
from ..model.contacts import Contact, Phone
from ..model.coverage import Coverage
from ..model.decisions import Decision
from ..model.facts import Fact, FactFile, Source, Value
from ..model.fields import Phrase
from ..model.kinds import FIXED_PAGES, PAGES
from ..model.lists import Document, Language, Letter, Navigation, Question, Sender, Term
from ..model.outgoing import Outgoing
from ..model.pages import Criterion, Framework, Procedure
from ..model.pathways import Pathway
from ..model.territory import Commune, Territory
from ..places.source_file import SourceFile, Where

#: What has a page of its own.
PageObject = Procedure | Criterion | Contact | Framework | Pathway | Outgoing

#: A content without a navigation has no group of pages.
_NO_NAVIGATION = Navigation(groups=())


@dataclass(frozen=True)
class Place:
    """Where an object stands: its file and its place in it; `kind` and `id` name it (`procedure`, `dalo`)."""

    kind: str
    id: str
    file: SourceFile
    where: Where = ()


@dataclass(frozen=True)
class Content:
    """One folder of content, in French, for every territory.
    Mappings are by id, in the order of the files.
    """

    facts: Mapping[str, Fact] = field(default_factory=dict)
    topics: Mapping[str, FactFile] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    values: Mapping[str, Value] = field(default_factory=dict)
    procedures: Mapping[str, Procedure] = field(default_factory=dict)
    counter: Mapping[str, Procedure] = field(default_factory=dict)
    criteria: Mapping[str, Criterion] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    framework: Mapping[str, Framework] = field(default_factory=dict)
    pathways: Mapping[str, Pathway] = field(default_factory=dict)
    outgoing: Mapping[str, Outgoing] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    #: In the order of the doors of « Qui vous écrit ? ».
    senders: Mapping[str, Sender] = field(default_factory=dict)
    letters: Mapping[str, Letter] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    languages: Mapping[str, Language] = field(default_factory=dict)
    interface: Mapping[str, Phrase] = field(default_factory=dict)
    navigation: Navigation = _NO_NAVIGATION
    accessibility: Accessibility | None = None
    territories: Mapping[str, Territory] = field(default_factory=dict)
    #: Page reference made an id (`demarche-dalo`) -> the grid of its articles.
    coverage: Mapping[str, Coverage] = field(default_factory=dict)
    communes: Mapping[str, Mapping[str, Commune]] = field(default_factory=dict)
    #: Number of a short address -> page reference.
    numbers: Mapping[str, str] = field(default_factory=dict)
    #: Language -> page reference -> what people type who need that page.
    asked: Mapping[str, Mapping[str, tuple[Question, ...]]] = field(default_factory=dict)
    places: tuple[Place, ...] = field(default=(), repr=False)
    #: Ids that files which could not be read seem to hold: citing one is not one fault more.
    doubtful: frozenset[str] = frozenset()

    @cached_property
    def phone_names(self) -> Mapping[str, str]:
        """What names each telephone -> its digits: every contact that has one, then each of its numbers."""
        known: dict[str, str] = {}
        for identifier, contact in self.contacts.items():
            for phone in contact.every_phone:
                known.setdefault(identifier, phone.digits)
                known[f"{identifier}.{phone.digits}"] = phone.digits
        return known

    @cached_property
    def named_digits(self) -> Mapping[str, str]:
        """The digits of each telephone -> what names it, the most precise name."""
        return {digits: reference for reference, digits in self.phone_names.items()}

    @cached_property
    def topic_of(self) -> Mapping[str, str]:
        """Fact id -> the topic whose page it stands on."""
        known: dict[str, str] = {}
        for topic in self.topics.values():
            for fact in topic.facts:
                known.setdefault(fact.id, topic.id)
        return known

    @cached_property
    def number_of(self) -> Mapping[str, str]:
        """Page reference -> its number, its short address."""
        known: dict[str, str] = {}
        for number, named in self.numbers.items():
            known.setdefault(named, number)
        return known


def split_reference(reference: str) -> tuple[str, str]:
    """`contact:adil-13` -> (`contact`, `adil-13`); a bare id names a procedure."""
    kind, _, identifier = reference.rpartition(":")
    return kind or "demarche", identifier


def procedure_of(content: Content, reference: str) -> Procedure | None:
    """The procedure that `reference` leads to, however it is written; None when it leads elsewhere."""
    kind, identifier = split_reference(reference)
    return content.procedures.get(identifier) if kind == "demarche" else None


def phone_of(content: Content, reference: str) -> Phone | None:
    """The telephone that `reference` names: a contact's first
    (`adil-13`), or the one whose digits follow (`police-secours.114`).

    None when there is no such contact, or when it has no such number.
    """
    identifier, _, digits = reference.partition(".")
    contact = content.contacts.get(identifier)
    found = contact.every_phone if contact else ()
    return next((phone for phone in found if not digits or phone.digits == digits), None)


def page_exists(content: Content, reference: str) -> bool:
    """Whether `reference` leads to a page of this content."""
    kind, identifier = split_reference(reference)
    if kind == "page":
        return identifier in FIXED_PAGES
    if kind == "courrier":
        return identifier in content.letters or identifier in content.doubtful
    if kind == "role":
        return any(role.id == identifier for t in content.territories.values() for role in t.roles)
    if kind not in PAGES:
        return False
    return identifier in getattr(content, PAGES[kind].attribute) or identifier in content.doubtful


def page_references(content: Content) -> list[str]:
    """Every page reference that leads somewhere, procedures first."""
    return [f"{ref}:{i}" for ref, kind in PAGES.items() for i in getattr(content, kind.attribute)]
