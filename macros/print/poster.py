"""The poster of the whole way: its stages from `navigation.yml`, their deadlines from the values, the urgent
numbers.
"""

from __future__ import annotations

from typing import Any

from ..guide.guide import Guide
from ..language.typography import in_one_piece
from ..model.lists import Card, Stage
from ..speech.addresses import short_address
from ..speech.calls import button
from .sections import deadline_item
from .sheets import bare, dated, frame
from .writer import Writer, label_of, plain


def poster_data(guide: Guide, base_url: str, bilingual: bool = False) -> dict[str, Any]:
    """What the poster says, in the guide's language, or with French beside it. Raises `SheetFault` when the
    interface lacks a word.
    """
    writer = Writer(guide, bilingual, base_url)
    data = frame(writer, "navigation", "page:accueil", writer.interface("affiche-titre"), "poster")
    data |= {
        "short": writer.interface("affiche-aide"),
        "urgent": writer.interface("affiche-urgent"),
        "sections": road(writer),
        "calls": urgent_calls(writer),
    }
    return dated(writer, data, facts=facts_of_road(guide))


def facts_of_road(guide: Guide) -> list[str]:
    """The facts that the steps of the way rest on, each once."""
    cited = [
        fact
        for stage in guide.content.navigation.path
        for said in (*stage.points, *stage.deadlines)
        for fact in said.proof
    ]
    return list(dict.fromkeys(cited))


def road(writer: Writer) -> list[dict[str, Any]]:
    """The steps of the whole way, in order."""
    return [_stage(writer, stage) for stage in writer.guide.content.navigation.path]


def urgent_calls(writer: Writer) -> list[dict[str, Any]]:
    """The numbers of urgent cases, each with its case."""
    return [_call(writer, card) for card in writer.guide.content.navigation.urgent if card.call]


def _stage(writer: Writer, stage: Stage) -> dict[str, Any]:
    first = next(iter(stage.related), "")
    return {
        "title": writer.texts(stage.title),
        "verb": writer.texts(stage.verb) if stage.verb else None,
        "icon": stage.icon,
        "qr": _code(writer, first) if first else None,
        "items": [{"text": writer.texts(point.text)} for point in stage.points],
        "deadlines": [deadline_item(writer, deadline) for deadline in stage.deadlines],
        "pages": [
            {"title": writer.texts(writer.guide.title(r)), "url": writer.url(r)} for r in stage.related
        ],
    }


def _code(writer: Writer, reference: str) -> dict[str, Any]:
    """The code that leads to the page of a step, what it says to who does not see it, and what one types."""
    short = short_address(label_of(reference), writer.guide.content)
    url = writer.url(reference)
    typed = bare(f"{writer.base_url}{short}" if short else url)
    return {"url": url, "alt": plain(writer.interface("fiche-qr", adresse=typed)[0]), "typed": typed}


def _call(writer: Writer, card: Card) -> dict[str, Any]:
    phones = [button(writer.guide, reference) for reference in card.call]
    numbers = [f"SMS {phone.number}" if phone.by == "sms" else phone.number for phone in phones]
    return {"text": writer.texts(card.text), "numbers": [in_one_piece(number) for number in numbers]}
