"""Positioned data -> typed objects; pydantic's complaints become faults in French at their place."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from ..faults import Fault, did_you_mean
from ..model.fields import Item
from ..text.characters import BLANKS
from .tree import Document, Path_

T = TypeVar("T")

_BREAKS = re.compile(f" *[{BLANKS}][ {BLANKS}]*")

_SENTENCES = {
    "missing": "Il manque « {field} ».",
    "string_type": "Texte attendu pour « {field} ».",
    "model_type": "« {field} » attend un bloc « clé: valeur ».",
    "model_attributes_type": "« {field} » attend un bloc « clé: valeur ».",
    "dict_type": "« {field} » attend un bloc « clé: valeur ».",
    "tuple_type": "« {field} » attend une liste.",
    "list_type": "« {field} » attend une liste.",
    "bool_parsing": "« {field} » attend oui (true) ou non (false), pas « {input} ».",
    "float_parsing": "« {field} » attend un nombre, pas « {input} ».",
    "int_parsing": "« {field} » attend un nombre entier, pas « {input} ».",
    "float_type": "« {field} » attend un nombre.",
    "date_from_datetime_parsing": "« {input} » n’est pas une date : AAAA-MM-JJ.",
    "date_parsing": "« {input} » n’est pas une date : AAAA-MM-JJ.",
    "date_type": "« {field} » attend une date : AAAA-MM-JJ.",
}


def parse(document: Document, kind: type[T], where: Path_ = ()) -> tuple[T | None, list[Fault]]:
    """The part of `document` at `where` as a `kind` (a model class or a type such as `tuple[Source, ...]`)."""
    data: Any = document.data
    for step in where:
        data = data[step]
    data = _on_one_line(data)
    try:
        return TypeAdapter(kind).validate_python(data), []
    except ValidationError as error:
        return None, _faults(document, where, kind, error)


def _on_one_line(data: Any) -> Any:
    """The same data with each text on one line: a line break is a space, on screen and on paper. No-break spaces stay."""
    if isinstance(data, str):
        return _BREAKS.sub(" ", data).strip() if not data.isprintable() else data
    if isinstance(data, list):
        return [_on_one_line(child) for child in data]
    if isinstance(data, dict):
        return {key: _on_one_line(child) for key, child in data.items()}
    return data


def _faults(document: Document, where: Path_, kind: Any, error: ValidationError) -> list[Fault]:
    found: dict[tuple[Path_, str], Fault] = {}
    for item in error.errors(include_url=False, include_context=True):
        place = _real_place(document, (*where, *item["loc"]))
        fault = _fault(document, place, kind, item)
        found.setdefault((place, fault.code), fault)
    return list(found.values())


def _real_place(document: Document, loc: tuple[Any, ...]) -> Path_:
    """Drop from pydantic's location what does not exist in the file (names of union branches), but keep a missing last key."""
    kept: Path_ = ()
    for index, step in enumerate(loc):
        if (*kept, step) in document.places or index == len(loc) - 1 and not str(step).startswith(("function", "is-instance")):
            kept = (*kept, step)
    return kept


def _fault(document: Document, place: Path_, kind: Any, item: Any) -> Fault:
    kind_of_error, field = item["type"], str(place[-1]) if place else document.path
    shown = item.get("input")
    shown = shown if isinstance(shown, str) else ""
    if kind_of_error == "extra_forbidden":
        known = _known_keys(kind, place[:-1])
        return document.fault(document.key_place(place), "M201", f"Clé inconnue « {field} ».{did_you_mean(field, known)}")
    if kind_of_error == "missing":
        return document.fault(place[:-1], "M202", _SENTENCES["missing"].format(field=field))
    if kind_of_error == "literal_error":
        allowed = item["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        guess = did_you_mean(shown, allowed.split(", "))
        return document.fault(place, "M204", f"« {shown} » n’est pas admis pour « {field} » : {allowed}.{guess}")
    if item["input"] is None:
        return document.fault(place, "M203", f"« {field} » est vide : donnez une valeur ou retirez la clé.")
    if kind_of_error in ("bad_id", "bad_date", "bad_url", "bad_email", "bad_phone", "text_empty"):
        code = "M205" if kind_of_error == "bad_date" else "M206" if kind_of_error == "bad_id" else "M207"
        return document.fault(place, code, item["msg"][0].upper() + item["msg"][1:] + ".")
    template = _SENTENCES.get(kind_of_error, "« {field} » n’a pas la forme attendue.")
    code = "M205" if "date" in kind_of_error else "M203"
    return document.fault(place, code, template.format(field=field, input=shown))


def _known_keys(kind: Any, where: Path_) -> list[str]:
    """The keys that the model at `where` accepts, to guess what a mistyped key meant."""
    keys: set[str] = set()
    pending, seen = [kind], set()
    while pending:
        current = pending.pop()
        for argument in getattr(current, "__args__", ()):
            pending.append(argument)
        if isinstance(current, type) and issubclass(current, Item) and current not in seen:
            seen.add(current)
            keys.update(f.alias or name for name, f in current.model_fields.items())
            pending.extend(f.annotation for f in current.model_fields.values())
    return sorted(keys)
