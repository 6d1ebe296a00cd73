"""The JSON Schemas that editors' programs read: no false
alarm on our own content, and every file has its schema.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.edit.schemas import mapped, schemas
from support import CONTENT, ROOT


class Core(yaml.CSafeLoader):
    """YAML 1.2 as editors read it: numbers, true, false and null; no date, no « yes »."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))

_TYPES = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "object": dict,
    "array": list,
    "null": type(None),
}


def problems(value: Any, schema: Any, root: dict[str, Any], where: str = "") -> Iterator[str]:
    """What of a value a schema refuses: the words of draft 7 that ours use."""
    if "$ref" in schema:
        yield from problems(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, where)
        return
    if "anyOf" in schema:
        tried = [list(problems(value, option, root, where)) for option in schema["anyOf"]]
        yield from [] if any(not found for found in tried) else min(tried, key=len)
        return
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(
        isinstance(value, _TYPES[k]) and not (isinstance(value, bool) and k in ("number", "integer"))
        for k in kinds
    ):
        yield f"{where}: {value!r} is no {'/'.join(kinds)}"
        return
    if ("enum" in schema and value not in schema["enum"]) or ("const" in schema and value != schema["const"]):
        yield f"{where}: {value!r} is not among {schema.get('enum') or schema['const']}"
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{where}: {value!r} does not fit {schema['pattern']}"
    if isinstance(value, dict):
        yield from problems_of_keys(value, schema, root, where)
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield f"{where}: too short"
        for index, child in enumerate(value):
            yield from problems(child, schema.get("items", {}), root, f"{where}[{index}]")


def problems_of_keys(value: dict[Any, Any], schema: Any, root: dict[str, Any], where: str) -> Iterator[str]:
    known = schema.get("properties", {})
    yield from (f"{where}: {name} is missing" for name in schema.get("required", []) if name not in value)
    for name, child in value.items():
        more = known.get(str(name), schema.get("additionalProperties", True))
        if more is False:
            yield f"{where}: {name} is unknown"
        elif isinstance(more, dict):
            yield from problems(child, more, root, f"{where}.{name}")


def faults_of(path: Path, schema: dict[str, Any]) -> list[str]:
    return list(problems(yaml.load(path.read_text(encoding="utf-8"), Core), schema, schema, path.name))


SCHEMAS = schemas()
FILES = [(Path(schema).name, pattern) for schema, patterns in mapped().items() for pattern in patterns]


@pytest.mark.parametrize(("name", "pattern"), FILES, ids=[name for name, _ in FILES])
def test_no_editor_shows_a_fault_where_there_is_none(name, pattern):
    files = sorted(ROOT.glob(pattern))
    assert files
    assert [fault for path in files for fault in faults_of(path, SCHEMAS[name])] == []


@pytest.mark.parametrize(
    ("text", "schema"),
    [
        (
            "id: a\ntopic: A\nfacts: [{id: f, statement: S., as_of: 2024, checked: {date: 2026-01-01, "
            "how: copy}, confidence: high, review: law}]",
            "facts",
        ),
        ("[{id: a, term: 115, plain: Un numéro.}]", "glossary"),
        ("[{id: a, term: A, plain: P., keep: yes}]", "glossary"),
        ("{bouton: 112}", "interface"),
    ],
)
def test_what_yaml_takes_for_a_number_or_a_word_is_read_as_text(text, schema, tmp_path):
    (tmp_path / "x.yml").write_text(text, encoding="utf-8")
    assert faults_of(tmp_path / "x.yml", SCHEMAS[f"{schema}.json"]) == []


@pytest.mark.parametrize(
    ("text", "schema", "fault"),
    [
        ("[{id: a, term: 115}]", "glossary", "plain is missing"),
        ("[{id: a, term: A, plain: P., kep: true}]", "glossary", "kep is unknown"),
        ("[{id: a, term: A, plain: P., keep: peut-être}]", "glossary", "is not among"),
        ("[{id: a, label: A, unit: mois, series: []}]", "values", "is not among"),
        ("[{id: a, label: A, unit: month, series: []}]", "values", "too short"),
    ],
)
def test_what_is_wrong_is_still_shown(text, schema, fault, tmp_path):
    (tmp_path / "x.yml").write_text(text, encoding="utf-8")
    assert fault in "\n".join(faults_of(tmp_path / "x.yml", SCHEMAS[f"{schema}.json"]))


def test_the_editor_s_settings_give_every_file_its_schema():
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == mapped()


def test_every_content_file_has_a_schema():
    known = {path for _, pattern in FILES for path in ROOT.glob(pattern)}
    assert set(CONTENT.rglob("*.yml")) - known == set()
