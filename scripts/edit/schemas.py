"""JSON Schemas of the content, for editors' completion. Generated
from the model; a test keeps the committed files in step.
"""

from __future__ import annotations

from types import GenericAlias
from typing import Any

from pydantic import TypeAdapter

from macros.model.kinds import KINDS, Kind

_DRAFT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, dict[str, Any]]:
    """File name below `content/schemas/` -> schema, as an editor's
    YAML sees the files: there, `115` is a number and `no` a word.
    """
    kinds = {kind.schema: _file_of(kind) for kind in KINDS if kind.shape != "inside"}
    made = {name: TypeAdapter(kind).json_schema(by_alias=True) for name, kind in sorted(kinds.items())}
    return {f"{name}.json": {"$schema": _DRAFT, **_as_yaml(schema)} for name, schema in made.items()}


def mapped() -> dict[str, list[str]]:
    """Schema as an editor's settings name it -> the content files that it is for."""
    files = {kind.schema: f"{kind.path}*.yml" if kind.path.endswith("/") else kind.path for kind in KINDS}
    return {f"./content/schemas/{name}.json": [f"content/{path}"] for name, path in sorted(files.items())}


def _file_of(kind: Kind) -> Any:
    """What one file of a kind holds."""
    return GenericAlias(tuple, (kind.model, ...)) if kind.shape == "lists" else kind.model


def _as_yaml(schema: Any) -> Any:
    """The same schema for data whose scalars an editor's YAML has typed: we read them all as text."""
    if isinstance(schema, list):
        return [_as_yaml(child) for child in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _as_yaml(child) for key, child in schema.items()}
    if isinstance(found.get("description"), str):
        found["description"] = _unwrapped(found["description"])
    if found.get("type") == "string" and not {"enum", "const", "format"} & found.keys():
        found["type"] = ["string", "number"]
    elif found.get("type") == "boolean":
        del found["type"]
        found["enum"] = [True, False, "yes", "no"]
    return found


def _unwrapped(text: str) -> str:
    """A docstring without the line breaks of its source, which an editor would show."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))
