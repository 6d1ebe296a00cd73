"""Contacts to confirm by phone: what to read out to whom, and the text of a file once someone has answered.

An editor says who confirmed and when; nothing here decides it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.contacts import Avowed, Contact, Phone
from .guide import Guide

#: Fields of a contact that someone can confirm, in the order of a call.
FIELDS = ("phones", "address", "email", "web", "hours")


@dataclass(frozen=True, slots=True)
class Call:
    """A contact to call: the fields to read out, each with
    its value, and the facts that a confirmation dates anew.
    """

    contact: Contact
    fields: tuple[tuple[str, str, tuple[str, ...]], ...]


def to_confirm(guide: Guide) -> list[Call]:
    """The contacts of the guide that have a field to confirm, in the alphabet's order."""
    calls = []
    for contact in sorted(guide.content.contacts.values(), key=lambda c: c.name.fr.casefold()):
        fields = tuple(
            (name, shown(field), field.proof)
            for name, field in fields_of(contact)
            if field.status != "confirmed" and shown(field)
        )
        if fields:
            calls.append(Call(contact, fields))
    return calls


def fields_of(contact: Contact) -> Iterator[tuple[str, Avowed]]:
    """(name, field) of what can be confirmed; each phone stands alone."""
    for name in FIELDS:
        value = getattr(contact, name)
        for field in value if isinstance(value, tuple) else (value,):
            if field is not None and not field.unknown:
                yield name, field


def shown(field: Avowed) -> str:
    """What a field says, as it is read out on the phone; empty when it says nothing."""
    if isinstance(field, Phone):
        return field.number
    street = getattr(field, "street", None)
    if street:
        return (
            f"{street}, {getattr(field, 'postcode', None) or ''} {getattr(field, 'city', None) or ''}".strip(
                " ,"
            )
        )
    text = getattr(field, "text", None) or getattr(field, "value", None)
    return str(text) if text else ""


_STATUS = re.compile(r"status: *to-confirm")
_CHECKED = re.compile(r"^(?P<indent> *)checked: [^\r\n]*", re.MULTILINE)
_AS_OF = re.compile(r"^(?P<indent> *)as_of: [^\r\n]*", re.MULTILINE)


def block_lines(text: str, key: str) -> tuple[int, int]:
    """The first and last line (1-based) of the top-level key
    `key` of a YAML file. Raises ValueError when it is not there.
    """
    lines = text.splitlines()
    first = next((n for n, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 0)
    if not first:
        raise ValueError(key)
    after = next(
        (
            n
            for n, line in enumerate(lines[first:], first)
            if line and not line[0].isspace() and not line.startswith("-")
        ),
        len(lines),
    )
    return first, after


def confirmed_field(text: str, first: int, last: int) -> str:
    """The contact file `text` with the field that stands on
    lines `first` to `last` (1-based) marked as confirmed.
    """
    lines = text.splitlines(keepends=True)
    part = "".join(lines[first - 1 : last])
    return "".join(lines[: first - 1]) + _STATUS.sub("status: confirmed", part) + "".join(lines[last:])


def confirmed_fact(text: str, identifier: str, day: dt.date, who: str) -> str:
    """The facts file `text` with fact `identifier` checked by a call
    to `who` on `day`. Unchanged when it does not hold the fact.
    """
    start = re.search(rf"^ *- id: {re.escape(identifier)}\r?$", text, re.MULTILINE)
    if start is None:
        return text
    following = re.search(r"^ *- id: ", text[start.end() :], re.MULTILINE)
    end = start.end() + following.start() if following else len(text)
    said = who.replace("\\", "").replace('"', "’")
    fact = _CHECKED.sub(
        lambda m: f'{m["indent"]}checked: {{date: {day}, how: call, who: "{said}"}}',
        text[start.start() : end],
    )
    fact = _AS_OF.sub(lambda m: f"{m['indent']}as_of: {day}", fact)
    return text[: start.start()] + fact + text[end:]
