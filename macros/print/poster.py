"""The poster of the whole way: its stages from `navigation.yml`, their deadlines from the values, the urgent
numbers.
"""

from __future__ import annotations

from typing import Any

from ..guide.guide import Guide
from ..language.typography import in_one_piece
from ..model.lists import Card, Stage
from ..speech.calls import button
from .sections import deadline_item
from .sheets import dated, frame
from .writer import Writer


def poster_data(guide: Guide, base_url: str) -> dict[str, Any]:
    """What the poster says. Raises `SheetFault` when the interface lacks a word."""
    writer = Writer(guide, False, base_url)
    data = frame(writer, "navigation", "page:accueil", writer.interface("affiche-titre"), "poster")
    data |= {
        "short": writer.interface("affiche-aide"),
        "urgent": writer.interface("affiche-urgent"),
        "sections": [_stage(writer, stage) for stage in guide.content.navigation.path],
        "calls": [_call(writer, card) for card in guide.content.navigation.urgent if card.call],
    }
    return dated(writer, data)


def _stage(writer: Writer, stage: Stage) -> dict[str, Any]:
    return {
        "title": writer.texts(stage.title),
        "items": [{"text": writer.texts(point.text)} for point in stage.points],
        "deadlines": [deadline_item(writer, deadline) for deadline in stage.deadlines],
        "pages": [
            {"title": writer.texts(writer.guide.title(r)), "url": writer.url(r)} for r in stage.related
        ],
    }


def _call(writer: Writer, card: Card) -> dict[str, Any]:
    phones = [button(writer.guide, reference) for reference in card.call]
    numbers = [f"SMS {phone.number}" if phone.by == "sms" else phone.number for phone in phones]
    return {"text": writer.texts(card.text), "numbers": [in_one_piece(number) for number in numbers]}
