"""JSON Schemas of the content, for editors' completion. Generated from the model; a test keeps the committed files in step."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from .model.accessibility import Accessibility
from .model.facts import Value
from .model.fields import Phrase
from .model.lists import Asked, Navigation, Numbers
from .reading.load import FOLDERS, LISTS

_DRAFT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, dict[str, Any]]:
    """File name below `content/schemas/` -> schema."""
    kinds: dict[str, Any] = {folder: model for folder, (_, model, _) in FOLDERS.items()}
    kinds |= {name.removesuffix(".yml"): tuple[model, ...] for name, (_, model, _) in LISTS.items()}  # type: ignore[valid-type]
    kinds |= {"values": tuple[Value, ...], "navigation": Navigation, "asked": Asked, "numbers": Numbers, "accessibility": Accessibility, "interface": dict[str, Phrase]}
    return {f"{name}.json": {"$schema": _DRAFT, **TypeAdapter(kind).json_schema(by_alias=True)} for name, kind in sorted(kinds.items())}
