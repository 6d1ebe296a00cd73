"""« Qui vous écrit ? »: the doors, what stands behind each, and what a letter means."""

from __future__ import annotations

from dataclasses import dataclass

from ..guide.content import Content
from ..guide.guide import Guide
from ..model.contacts import Contact
from ..model.fields import Phrase
from ..model.lists import Letter, Sender
from .decisions import of_letter
from .indexes import near_people
from .stages import stage_of_letter


@dataclass(frozen=True, slots=True)
class Door:
    """A sender with the letters that he writes, urgent ones first."""

    sender: Sender
    letters: tuple[Letter, ...]


def doors(content: Content) -> tuple[Door, ...]:
    """The doors in their order, urgent ones first; none that opens on nothing."""
    senders = sorted(content.senders.values(), key=lambda sender: not sender.urgent)
    found = (Door(sender, _from(content, sender.id)) for sender in senders)
    return tuple(door for door in found if door.letters)


def meaning(content: Content, letter: Letter) -> Phrase | None:
    """What a letter means, in a sentence: its own, or what the first decision that it brings is about."""
    brought = of_letter(content, letter.id)
    return letter.says or (brought[0].decision.on if brought else None)


def whom_to_ring(guide: Guide, letter: Letter) -> Contact | None:
    """The one to ring about a letter, if anybody near can be: the contact that it names, or who
    plays the part that it names.
    """
    named = guide.content.contacts.get(letter.ask_contact) if letter.ask_contact else None
    played = any(role.id == letter.ask_role for role in guide.territory.roles)
    people = near_people(guide, letter.ask_role) if letter.ask_role and played else []
    near = [named, *(person.contact for person in people)]
    return next((contact for contact in near if contact and contact.phones), None)


def way_to_answer(content: Content, letter: Letter) -> tuple[str, str]:
    """(page reference, anchor there or nothing): where it is said what to do and to answer."""
    page = content.procedures.get(letter.means)
    if letter.answer is None and page is not None:
        return f"demarche:{letter.means}", stage_of_letter(page, letter.id)
    return letter.answer or f"demarche:{letter.means}", ""


def _from(content: Content, sender: str) -> tuple[Letter, ...]:
    behind = [letter for letter in content.letters.values() if letter.from_ == sender]
    return tuple(sorted(behind, key=lambda letter: not letter.urgent))
