"""Who helps, on paper: cards with big phones, and one line for whoever serves the rest of the territory."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Any

from ..guide.content import phone_of
from ..guide.guide import Guide, Person
from ..language.typography import in_one_piece
from ..model.contacts import Contact, Phone
from ..model.pages import Call, Helper
from ..model.territory import Commune
from ..speech.calls import button
from ..views.indexes import near_people
from .writer import Texts, Writer, plain

#: Up to this many communes are named; more are named by their department.
_NAMED = 3
_SPACE = "[ \u00a0]*"


def cards(writer: Writer, helpers: tuple[Helper, ...]) -> list[dict[str, Any]]:
    """A card a helper: who serves most of the territory first, the others in a line below."""
    found = []
    for helper, those in writer.guide.helpers(helpers):
        people = sorted(
            (person for person in those if _is_reached(person)),
            key=lambda p: (p.contact is None, -len(served(writer.guide, p))),
        )
        if people:
            first, *others = people
            card = _card(writer, helper, first)
            lines = [_line(writer, person) for person in others]
            found.append(card | {"others": [line for line in lines if line["phone"] or line["write_in"]]})
    return found


def _is_reached(person: Person) -> bool:
    """Whether paper can lead to someone: by a number, an address, a site; a town hall by the line to write
    its number on.
    """
    contact = person.contact
    return contact is None or bool(contact.phones) or any(reached(contact).values())


def served(guide: Guide, person: Person) -> list[Commune]:
    """The communes that someone stands for: all of them when nothing narrows it."""
    if not person.scope and not person.communes:
        return list(guide.communes.values())
    return [c for c in guide.communes.values() if c.department in person.scope or c.insee in person.communes]


def _card(writer: Writer, helper: Helper, person: Person) -> dict[str, Any]:
    contact = person.contact
    if contact is None:
        return _town_hall(writer, helper)
    label = _role_label(writer, helper)
    if label is None and contact.long_name is not None and contact.long_name.fr != contact.name.fr:
        label = writer.texts(contact.long_name)
    ways = reached(contact)
    if label and ways["web"] and plain(label[0]) in ways["web"]["text"]:
        label = None
    shown: list[Any] | None = None
    if label:
        shown = [
            None if cell["lang"] == "fr" and _says(contact.name.fr, plain(cell)) else cell for cell in label
        ]
    return {
        "label": shown,
        "name": named_beside(writer, contact, contact.phones[0].number if contact.phones else None),
        "scope": _scope(writer, person, contact),
        "phones": [
            {
                "number": in_one_piece(phone.number),
                "free": phone.cost == "free",
                "seen": phone_seen(writer, phone),
                "label": phone_label(writer, phone),
            }
            for phone in contact.phones
        ],
        **ways,
        "write_in": False,
    }


def named_beside(writer: Writer, contact: Contact, number: str | None) -> Texts:
    """The name of a contact; where its number stands beside it, a name that begins with that number (« 115 –
    urgence sans abri ») leaves it out.
    """
    names = writer.texts(contact.name)
    if not number:
        return names
    digits = _SPACE.join(character for character in number if character.isdigit())
    told = re.compile(f"{digits}{_SPACE}–{_SPACE}(?=.)")
    return [_without(cell, told) for cell in names]


def _without(cell: dict[str, Any], told: re.Pattern[str]) -> dict[str, Any]:
    first, *others = cell["runs"]
    found = told.match(first["t"])
    if not found:
        return cell
    rest = first["t"][found.end() :]
    return {**cell, "runs": [{**first, "t": rest[:1].upper() + rest[1:]}, *others]}


def phone_label(writer: Writer, phone: Phone) -> Texts | None:
    """What a number is for; one that is written to says so, since paper opens nothing."""
    if phone.label:
        return writer.texts(phone.label)
    return writer.interface("par-sms") if phone.by == "sms" else None


def first_calls(writer: Writer, calls: Iterable[Call]) -> list[dict[str, Any]]:
    """The numbers that stand at the head of a sheet, each with what for."""
    buttons = [(call, button(writer.guide, call.phone)) for call in calls]
    said = {in_one_piece(shown.number) for _, shown in buttons}
    found = []
    for call, shown in buttons:
        phone = phone_of(writer.guide.content, call.phone)
        found.append(
            {
                "number": in_one_piece(shown.number),
                "to": shown.to,
                "text": writer.texts(call.text),
                "seen": None,
                "silent": if_silent(writer, phone, said) if phone else None,
                "address": None,
                "email": None,
            }
        )
    return told_once(found)


def told_once(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same, who else answers named once, by the first."""
    said: list[Texts] = []
    found = []
    for entry in entries:
        again = entry["silent"] in said
        said += [entry["silent"]] if entry["silent"] else []
        found.append(entry | {"silent": None} if again else entry)
    return found


def phone_seen(writer: Writer, phone: Phone) -> Texts | None:
    """When a number that nobody has confirmed was seen: a date, not an alarm on what must be dialled."""
    if phone.status == "confirmed":
        return None
    dated = max((fact.as_of for fact in writer.guide.facts(phone.proof) if fact.as_of), default=None)
    if dated is None:
        return writer.interface("copies-sans-date")
    return writer.interface("vu-en", annee=str(dated.year))


def if_silent(writer: Writer, phone: Phone, said: Container[str] = ()) -> Texts | None:
    """Whom to ring when a number does not answer; None when it does not say, or when the number is one of
    those `said` beside it already.
    """
    guide = writer.guide
    other = phone_of(guide.content, phone.ask_phone) if phone.ask_phone else None
    contact = _asked(guide, phone)
    number = other.number if other else contact.phones[0].number if contact and contact.phones else None
    if number and in_one_piece(number) in said:
        return None
    if other:
        who = writer.words(in_one_piece(other.number), "phones", kind="ltr")
    elif contact:
        who = _reach(writer, contact)
    elif phone.ask_role:
        who = writer.texts(guide.title(f"role:{phone.ask_role}"))
    else:
        return None
    return writer.interface("numero-sinon", qui=who)


def _asked(guide: Guide, phone: Phone) -> Contact | None:
    if phone.ask_contact:
        return guide.content.contacts[phone.ask_contact]
    near = near_people(guide, phone.ask_role) if phone.ask_role else []
    return next((person.contact for person in near if person.contact), None)


def _reach(writer: Writer, contact: Contact) -> Texts:
    """A contact by its name, with its first number where the name does not hold it."""
    own = contact.phones[0].number if contact.phones else None
    if own is None or own in contact.name.fr:
        return writer.texts(contact.name)
    return writer.joined(
        [writer.texts(contact.name), writer.words(in_one_piece(own), "phones", kind="ltr")], " "
    )


def _says(name: str, label: str) -> bool:
    """Whether a French name already tells what its label tells."""
    words = [word for word in re.split(r"\W+", label.lower()) if len(word) > 2]
    return all(word in name.lower() for word in words)


def reached(contact: Contact) -> dict[str, Any]:
    """How else a contact is reached: the address; an e-mail when no phone answers, a site in want of both."""
    place, mail, web = contact.address, contact.email, contact.web
    lines = (
        [place.street or "", f"{place.postcode or ''}\u00a0{place.city or ''}".strip("\u00a0")]
        if place
        else []
    )
    shown_mail = mail if mail and mail.value and not contact.phones else None
    shown_web = web if web and web.value and not contact.phones and not shown_mail else None
    return {
        "address": {
            "lines": [line for line in lines if line],
            "unsure": place.status == "to-confirm",
            "letters_only": not place.visit,
        }
        if place and any(lines)
        else None,
        "email": {"text": shown_mail.value, "unsure": shown_mail.status == "to-confirm"}
        if shown_mail
        else None,
        "web": {
            "text": shown_web.value.split("//", 1)[1].rstrip("/"),
            "url": shown_web.value,
            "unsure": shown_web.status == "to-confirm",
        }
        if shown_web and shown_web.value
        else None,
    }


def _town_hall(writer: Writer, helper: Helper) -> dict[str, Any]:
    """The town hall of the commune chosen at build; else a line to write its number on."""
    commune = writer.guide.commune
    unsure = bool(commune and commune.status == "to-confirm")
    seen = (
        writer.interface("vu-en", annee=commune.as_of[:4]) if commune and unsure and commune.as_of else None
    )
    name = (
        writer.interface("mairie-de", commune=commune.name) if commune else writer.interface("mairie-commune")
    )
    lines = (
        [commune.street, f"{commune.hall_postcode}\u00a0{commune.hall_city}".strip("\u00a0")]
        if commune
        else []
    )
    return {
        "label": _role_label(writer, helper),
        "name": name,
        "scope": None,
        "phones": [{"number": in_one_piece(commune.phone), "free": False, "seen": seen, "label": None}]
        if commune and commune.phone
        else [],
        "address": {"lines": [line for line in lines if line], "unsure": unsure, "letters_only": False}
        if any(lines)
        else None,
        "email": None,
        "web": None,
        "write_in": commune is None,
    }


def _line(writer: Writer, person: Person) -> dict[str, Any]:
    contact = person.contact
    phone = contact.phones[0] if contact and contact.phones else None
    everywhere = not person.scope and not person.communes
    return {
        "scope": writer.interface("fiche-autres-communes") if everywhere else _scope(writer, person),
        "name": named_beside(writer, contact, phone.number if phone else None)
        if contact
        else writer.interface("mairie-commune"),
        "phone": in_one_piece(phone.number) if phone else None,
        "seen": phone_seen(writer, phone) if phone else None,
        "write_in": contact is None,
    }


def _role_label(writer: Writer, helper: Helper) -> Texts | None:
    role = next((r for r in writer.guide.territory.roles if r.id == helper.role), None)
    return writer.texts(role.label) if role else None


def _scope(writer: Writer, person: Person, named: Contact | None = None) -> Texts | None:
    """Where a contact serves: its communes when they are few, else its
    departments; None when everywhere, or when `named` says so.
    """
    places = served(writer.guide, person)
    if len(places) == len(writer.guide.communes):
        return None
    if len(places) <= _NAMED:
        names = [commune.name for commune in places]
    else:
        names = [writer.guide.territory.departments[code] for code in person.scope]
    said = named is not None and all(name in named.name.fr for name in names)
    return writer.words(", ".join(names), "territoire", "fr") if names and not said else None
