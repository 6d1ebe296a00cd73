"""JSON Schemas of the content, for editors' completion. Generated
from the model; a test keeps the committed files in step.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from ..model.accessibility import Accessibility
from ..model.facts import Value
from ..model.fields import Phrase
from ..model.lists import Asked, Navigation, Numbers
from .load import FOLDERS, LISTS

_DRAFT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, dict[str, Any]]:
    """File name below `content/schemas/` -> schema, as an editor's
    YAML sees the files: there, `115` is a number and `no` a word.
    """
    kinds: dict[str, Any] = {folder: model for folder, (_, model, _) in FOLDERS.items()}
    kinds |= {name.removesuffix(".yml"): tuple[model, ...] for name, (_, model, _) in LISTS.items()}  # type: ignore[valid-type]
    kinds |= {
        "values": tuple[Value, ...],
        "navigation": Navigation,
        "asked": Asked,
        "numbers": Numbers,
        "accessibility": Accessibility,
        "interface": dict[str, Phrase],
    }
    made = {name: TypeAdapter(kind).json_schema(by_alias=True) for name, kind in sorted(kinds.items())}
    return {f"{name}.json": {"$schema": _DRAFT, **_as_yaml(schema)} for name, schema in made.items()}


def mapped() -> dict[str, list[str]]:
    """Schema as an editor's settings name it -> the content files that it is for."""
    single = {f"{name.removesuffix('.json')}.yml" for name in schemas()} - {
        f"{folder}.yml" for folder in _FOLDERS
    }
    return {
        f"./content/schemas/{name}": [
            f"content/{stem}.yml" if f"{stem}.yml" in single else f"content/{stem}/*.yml"
        ]
        for name in schemas()
        if (stem := name.removesuffix(".json"))
    }


#: Folders whose files each follow one schema.
_FOLDERS = (*FOLDERS, "values", "asked")


def _as_yaml(schema: Any) -> Any:
    """The same schema for data whose scalars an editor's YAML has typed: we read them all as text."""
    if isinstance(schema, list):
        return [_as_yaml(child) for child in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _as_yaml(child) for key, child in schema.items()}
    if found.get("type") == "string" and not {"enum", "const", "format"} & found.keys():
        found["type"] = ["string", "number"]
    elif found.get("type") == "boolean":
        del found["type"]
        found["enum"] = [True, False, "yes", "no"]
    return found
