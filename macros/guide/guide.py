"""The guide that everything is rendered from: one
content, one territory, one day, one language. Immutable.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from ..model.contacts import Contact
from ..model.decisions import Decision
from ..model.facts import Fact, LocalValue, Source, Value
from ..model.fields import Phrase
from ..model.kinds import PAGES
from ..model.lists import Language
from ..model.pages import Helper
from ..model.territory import Commune, LocalSeries, Territory
from ..model.traversal import references_of
from .content import Content, PageObject, split_reference
from .french_view import french_content, french_object
from .freshness import Freshness, freshness_of

T = TypeVar("T")

#: A role played by the town hall of each commune rather than by one contact.
TOWN_HALL = "mairie"


@dataclass(frozen=True)
class Person:
    """Who plays a part: a contact, or each commune's town hall (`contact`
    is None), and where (`scope`: department codes, empty everywhere).
    """

    contact: Contact | None
    scope: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Guide:
    """`content` is already in `lang` (see `localise`);
    `commune` narrows who helps, when one is chosen.
    """

    content: Content
    territory: Territory
    day: dt.date
    lang: str = "fr"
    commune: Commune | None = None
    #: Urgent card -> language -> the words that call for it: a
    #: cry for help is heard in whatever language it is typed.
    heard: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The language that readers of this guide read."""
        return self.content.languages[self.lang]

    def locale(self, lang: str) -> str:
        """What writes the dates and numbers of `lang`, one of the guide's languages."""
        language = self.content.languages.get(lang)
        return language.babel if language else lang

    @cached_property
    def french(self) -> Guide:
        """What resolves the tokens of a French phrase: itself, or
        the same guide with French terms, values and local labels.
        """
        if self.lang == "fr":
            return self
        return replace(
            self, content=french_content(self.content), territory=french_object(self.territory), lang="fr"
        )

    @property
    def languages(self) -> tuple[Language, ...]:
        """Every language of the content, in its order."""
        return tuple(self.content.languages.values())

    @property
    def communes(self) -> Mapping[str, Commune]:
        """The communes of the territory, by INSEE code."""
        return self.content.communes.get(self.territory.id, {})

    def page(self, reference: str) -> PageObject:
        """The object behind a page reference (`dalo`, `contact:adil-13`).
        Raises KeyError for one that checks would refuse.
        """
        kind, identifier = split_reference(reference)
        found: Mapping[str, PageObject] = getattr(self.content, PAGES[kind].attribute)
        return found[identifier]

    def title(self, reference: str) -> Phrase:
        """The title of a page, or the part that a role plays, as links and lists show it."""
        kind, identifier = split_reference(reference)
        if kind == "role":
            return next(role.label for role in self.territory.roles if role.id == identifier)
        if kind == "page":
            return self.content.interface[f"page-{identifier}"]
        if kind == "courrier":
            return self.content.letters[identifier].name
        page = self.page(reference)
        return page.name if isinstance(page, Contact) else page.title

    def facts(self, ids: Iterable[str]) -> tuple[Fact, ...]:
        """The facts of a proof that may be shown."""
        return tuple(f for f in (self.content.facts[i] for i in ids) if f.publishable)

    @cached_property
    def _made(self) -> dict[Hashable, Any]:
        return {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made the first time that `key` is asked for: nothing of a guide changes."""
        if key not in self._made:
            self._made[key] = make()
        made: T = self._made[key]
        return made

    def sources(self, fact: Fact) -> tuple[Source, ...]:
        """Where a fact was read."""
        return tuple(self.content.sources[i] for i in fact.sources)

    def freshness(self, ids: Iterable[str]) -> Freshness:
        """How fresh what rests on these facts is, on the guide's day."""
        known = tuple(ids)
        return self.once(
            ("freshness", known), lambda: freshness_of(self.facts(known), self.day, self.content.sources)
        )

    def local_value(self, identifier: str) -> LocalSeries | None:
        """A value that the territory gives itself; None when it does not."""
        return next((v for v in self.territory.values if v.id == identifier), None)

    def value(self, identifier: str) -> Value | None:
        """A value that is the same everywhere; None when there is none of that name."""
        return self.content.values.get(identifier)

    def local_points(self, series: LocalSeries) -> list[tuple[str, LocalValue]]:
        """(department code, value) in the territory's order;
        only the chosen commune's department when there is one.
        """
        codes = [self.commune.department] if self.commune else list(self.territory.departments)
        points = [(code, series.departments.get(code) or series.default) for code in codes]
        return [(code, point) for code, point in points if point is not None]

    def people(self, helper: Helper) -> list[Person]:
        """Who stands behind a `contacts` entry here, most general
        first; empty when the territory gives nobody that part.
        """
        if helper.contact:
            return [Person(self.content.contacts[helper.contact])]
        role = next((r for r in self.territory.roles if r.id == helper.role), None)
        if role is None:
            return []
        if self.commune:
            chosen = role.player(self.commune)
            return [self._person(chosen)] if chosen else []
        found: dict[str, Person] = {}
        for insee, contact in role.by_commune.items():
            found[contact] = self._person(
                contact, communes=(*found[contact].communes, insee) if contact in found else (insee,)
            )
        for code, contact in role.by_department.items():
            scope = (*found[contact].scope, code) if contact in found else (code,)
            found[contact] = self._person(contact, scope)
        if role.default:
            found[role.default] = self._person(role.default)
        return list(found.values())

    def helpers(self, helpers: Iterable[Helper]) -> list[tuple[Helper, list[Person]]]:
        """Each entry with who stands behind it, nobody twice: a
        contact that two entries name stays where it serves most.
        """
        found = [(helper, self.people(helper)) for helper in helpers]
        everyone = [person for _, people in found for person in people]
        kept: list[tuple[Helper, list[Person]]] = []
        at = 0
        for helper, people in found:
            kept.append(
                (
                    helper,
                    [p for i, p in enumerate(people, at) if not _is_said(p, everyone[:i], everyone[i + 1 :])],
                )
            )
            at += len(people)
        return kept

    def _person(self, contact: str, scope: tuple[str, ...] = (), communes: tuple[str, ...] = ()) -> Person:
        return Person(None if contact == TOWN_HALL else self.content.contacts[contact], scope, communes)

    def serving(self, commune: Commune, role: str) -> Contact | None:
        """Who plays `role` for a commune; None when it is the town hall itself, or nobody."""
        people = Guide(self.content, self.territory, self.day, self.lang, commune).people(Helper(role=role))
        return people[0].contact if people else None

    @cached_property
    def used_facts(self) -> Mapping[str, tuple[str, ...]]:
        """Fact id -> references of the pages that cite it, themselves or by a decision that they tell."""
        users: dict[str, list[str]] = {}
        for ref, kind in PAGES.items():
            for identifier, page in getattr(self.content, kind.attribute).items():
                for fact in self._facts_behind(page):
                    if f"{ref}:{identifier}" not in users.setdefault(fact, []):
                        users[fact].append(f"{ref}:{identifier}")
        return {fact: tuple(pages) for fact, pages in users.items()}

    def _facts_behind(self, page: PageObject | Decision) -> Iterator[str]:
        for kind, target in references_of(page):
            if kind == "fact":
                yield target
            elif kind == "decision":
                yield from self._facts_behind(self.content.decisions[target])


def _is_said(person: Person, before: list[Person], after: list[Person]) -> bool:
    """Whether someone else in a list of helpers is the same contact, for as many readers at least."""
    if person.contact is None:
        return False
    everywhere = not person.scope and not person.communes
    same = [p for p in before if p.contact is person.contact and (p == person or not (p.scope or p.communes))]
    wider = [
        p for p in after if p.contact is person.contact and not everywhere and not (p.scope or p.communes)
    ]
    return bool(same or wider)
