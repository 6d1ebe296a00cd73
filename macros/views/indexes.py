"""Lists that index pages show: procedures by group, how far each question is, which facts a page cites."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..guide.content import phone_of
from ..guide.guide import Guide, Person
from ..guide.same import Same
from ..model.contacts import Contact, Phone
from ..model.facts import Fact
from ..model.fields import Phrase
from ..model.lists import Group
from ..model.pages import Criterion, Helper, Procedure
from ..model.pathways import Pathway
from ..model.territory import Commune
from ..model.traversal import phrases_of, references_of
from .decisions import ruling


def grouped(guide: Guide) -> list[tuple[Group, list[Procedure]]]:
    """Groups of procedures in the menu's order, each in its own, those not named last; no empty group."""
    found = []
    for group in guide.content.navigation.groups:
        members = [p for p in guide.content.procedures.values() if p.group == group.id]
        rank = {identifier: position for position, identifier in enumerate(group.order)}
        members.sort(key=lambda p: (rank.get(p.id, len(rank)), p.title.fr))
        if members:
            found.append((group, members))
    return found


def commune_names(commune: Commune) -> str:
    """All that a commune is looked for by, parted by « | »: its name, other spellings, its post codes and
    that of its town hall.
    """
    return "|".join(filter(None, (commune.name, commune.aliases, *commune.postcodes, commune.hall_postcode)))


def communes_by_department(guide: Guide) -> list[tuple[str, list[Commune]]]:
    """(department code, its communes in the alphabet's order), the territory's main department first."""
    found: dict[str, list[Commune]] = {code: [] for code in guide.territory.departments}
    for commune in guide.communes.values():
        found[commune.department].append(commune)
    return [(code, sorted(here, key=_initials)) for code, here in found.items() if here]


_ARTICLE = re.compile(r"^(?:(?:la|les?) |l’)")


def _initials(commune: Commune) -> str:
    """What an alphabet sorts a commune by: no accent, no article; « La Ciotat » stands among the C."""
    parted = unicodedata.normalize("NFD", commune.name.lower())
    return _ARTICLE.sub("", "".join(c for c in parted if not unicodedata.combining(c)))


#: Heading of the page of contacts -> the kinds of contact below it. Every `ContactKind` is below one.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "urgence": ("urgence",),
    "conseil": ("adil", "ecoute", "action-sociale", "justice", "sante"),
    "guichets": ("guichet", "service-en-ligne", "collectivite"),
    "institutions": ("departement", "prefecture", "commission", "tribunal", "caf", "etat"),
    "associations": ("association",),
    "bailleurs": ("bailleur",),
    "autres": ("autre",),
}


def contacts_by_heading(guide: Guide) -> dict[str, list[Contact]]:
    """Contacts under each heading of their page, in the alphabet's order."""
    contacts = sorted(guide.content.contacts.values(), key=lambda c: c.name.fr.casefold())
    named = {kind: heading for heading, kinds in HEADINGS.items() for kind in kinds}
    found: dict[str, list[Contact]] = {heading: [] for heading in HEADINGS}
    for contact in contacts:
        found[named[contact.kind]].append(contact)
    return found


def criteria_by_letter(guide: Guide) -> list[Criterion]:
    """Criteria in the order of the law's letters; those that stand beside the list come last, by title."""
    return sorted(
        guide.content.criteria.values(), key=lambda c: (c.letter is None, c.letter or "", c.title.fr)
    )


def near_people(guide: Guide, role: str) -> list[Person]:
    """Who plays a part for most readers: the main department, the territory's seat, or everywhere; everyone
    when nobody does.
    """
    people = guide.people(Helper(role=role))
    main, seat = next(iter(guide.territory.departments)), guide.territory.seat
    near = [
        p
        for p in people
        if (not p.scope and not p.communes) or main in p.scope or (seat in p.communes and not p.scope)
    ]
    return near or people


@dataclass(frozen=True, slots=True)
class MainCall:
    """The number that a page keeps at hand, and whose it is."""

    name: Phrase
    phone: Phone


def main_call(guide: Guide, page: Any) -> MainCall | None:
    """The first number of the page, else that of the first helper near most readers; None when nobody has
    one.
    """
    for call in page.calls:
        phone = phone_of(guide.content, call.phone)
        if phone:
            return MainCall(guide.content.contacts[call.phone.partition(".")[0]].name, phone)
    for helper in page.contacts:
        near = guide.people(helper) if helper.contact else near_people(guide, helper.role or "")
        for person in near:
            if person.contact and person.contact.phones:
                return MainCall(person.contact.name, person.contact.phones[0])
    return None


def depths(pathway: Pathway) -> dict[str, int]:
    """Question id -> how many questions lead to it at least, from 1."""
    questions = {q.id: q for q in pathway.questions}
    if not questions:
        return {}
    found, waiting = {pathway.start: 1}, [pathway.start]
    while waiting:
        current = waiting.pop(0)
        for answer in questions[current].answers:
            if answer.to in questions and answer.to not in found:
                found[answer.to] = found[current] + 1
                waiting.append(answer.to)
    return found


def cited_facts(guide: Guide, page: Any) -> list[str]:
    """Fact ids that a page rests on: its own proofs, those of its papers, of the values in its texts, and of
    the decisions that it tells.
    """
    cited = [*_cited_by(guide, page)]
    for kind, identifier in references_of(page):
        if kind == "decision":
            for line in ruling(guide.content, guide.content.decisions[identifier]).lines():
                cited += line.proof
                cited += _cited_in(guide, (line.text, *([line.detail] if line.detail else [])))
    return list(dict.fromkeys(i for i in cited if guide.content.facts[i].publishable))


def own_facts(guide: Guide, page: Any) -> list[str]:
    """The same without its decisions, which a printed sheet seldom has room for."""
    return list(dict.fromkeys(i for i in _cited_by(guide, page) if guide.content.facts[i].publishable))


def _cited_by(guide: Guide, page: Any) -> tuple[str, ...]:
    """Made once a page: its sheets, in all their forms, and the books rest on the same."""
    return guide.once(("cited by", Same(page)), lambda: tuple(_cited_now(guide, page)))


def _cited_now(guide: Guide, page: Any) -> list[str]:
    cited = [identifier for kind, identifier in references_of(page) if kind == "fact"]
    for kind, identifier in references_of(page):
        if kind == "document":
            cited += guide.content.documents[identifier].proof
        elif kind == "value":
            cited += _value_proof(guide, identifier)
    return cited + _cited_in(guide, (phrase for _, _, phrase in phrases_of(page, "")))


def _cited_in(guide: Guide, phrases: Iterable[Phrase]) -> list[str]:
    """What the values in these sentences rest on."""
    named = [identifier for phrase in phrases for identifier in phrase.values]
    return [fact for identifier in named for fact in _value_proof(guide, identifier)]


def _value_proof(guide: Guide, identifier: str) -> Iterable[str]:
    series = guide.value(identifier.partition(".")[0])
    if series is not None:
        point = series.in_force(guide.day) or series.series[0]
        return point.proof
    local = guide.local_value(identifier)
    return [i for _, point in guide.local_points(local) for i in point.proof] if local else []


def news(guide: Guide) -> list[Fact]:
    """The facts that tell of a change that readers should know, the latest first."""
    facts = [fact for topic in guide.content.topics.values() for fact in topic.facts if fact.publishable]
    told = [(fact.news.date, fact.id, fact) for fact in facts if fact.news]
    return [fact for _, _, fact in sorted(told, key=lambda row: row[:2], reverse=True)]


def used_sources(guide: Guide) -> frozenset[str]:
    """Ids of the sources of every fact that a page cites."""
    return frozenset(
        s
        for i in guide.used_facts
        for s in guide.content.facts[i].sources
        if guide.content.facts[i].publishable
    )
