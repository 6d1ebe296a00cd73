"""Calls: what a finger dials. A number that is written to opens a message, never a voice call; in a French
fact, numbers become links too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup, escape

from ..guide.content import phone_of
from ..guide.guide import Guide
from ..language.phones import Number, national, parts_of
from ..language.typography import in_one_piece
from ..model.contacts import Phone
from ..model.fields import Phrase


@dataclass(frozen=True, slots=True)
class Button:
    """A number to press: as it is read, what it opens, whether one writes to it, and what for (none where the
    number tells).
    """

    number: str
    to: str
    by: str
    text: Phrase | None = None


def dialled(number: str) -> str:
    """What a phone dials: digits only, in international form for ten-digit numbers that allow it."""
    digits = national(number)
    return f"+33{digits[1:]}" if len(digits) == 10 and digits[1] != "8" else digits


def way_to(phone: Phone) -> str:
    """The link that reaches a phone: `tel:115`, or `sms:114` with its message in French, the language of
    those who read it.

    `?&` before the body is what both kinds of phones read.
    """
    if phone.by == "voice":
        return f"tel:{dialled(phone.number)}"
    body = f"?&body={quote(phone.message.fr + ' ')}" if phone.message else ""
    return f"sms:{dialled(phone.number)}{body}"


def button(guide: Guide, reference: str, text: Phrase | None = None) -> Button:
    """The button of a phone (`adil-13`, `police-secours.114`). Raises KeyError for one that checks would
    refuse.
    """
    phone = phone_of(guide.content, reference)
    if phone is None:
        raise KeyError(reference)
    return Button(phone.number, way_to(phone), phone.by, text)


def with_links(guide: Guide, text: str) -> Markup:
    """A French text with each of its telephone numbers as a link; the rest is escaped."""
    known = guide.content.named_digits
    return Markup("").join(
        _linked(guide, part, known) if isinstance(part, Number) else escape(part)
        for part in parts_of(text, known)
    )


def _linked(guide: Guide, number: Number, known: Mapping[str, str]) -> Markup:
    reference = known.get(number.digits)
    to = button(guide, reference).to if reference else f"tel:{dialled(number.text)}"
    return Markup('<a class="g-tel" href="{0}"><bdi dir="ltr">{1}</bdi></a>').format(
        to, in_one_piece(number.text)
    )
