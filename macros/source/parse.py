"""Positioned data -> typed objects; pydantic's complaints become faults in French at their place."""

from __future__ import annotations

from functools import reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from ..language.characters import on_one_line
from ..model.fields import Item
from ..places.faults import MOST, Fault, did_you_mean, tell
from ..places.source_file import SourceFile, Where

T = TypeVar("T")

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
    "too_short": "« {field} » est vide : il y faut au moins un élément.",
    "string_too_short": "« {field} » est vide.",
    "date_type": "« {field} » attend une date : AAAA-MM-JJ.",
}

#: Errors of our own types -> their code; their message is the sentence.
_CODES = {
    "bad_date": "M205",
    "bad_id": "M206",
    "bad_url": "M207",
    "bad_email": "M207",
    "bad_phone": "M207",
    "text_empty": "M207",
    "bad_figure": "M209",
    "bad_code": "M210",
}


def parse(document: SourceFile, kind: type[T], where: Where = ()) -> tuple[T | None, list[Fault]]:
    """The part of `document` at `where` as a `kind` (a
    model class or a type such as `tuple[Source, ...]`).
    """
    data: Any = document.data
    for step in where:
        data = data[step]
    data = _on_one_line(data)
    try:
        return TypeAdapter(kind).validate_python(data), []
    except ValidationError as error:
        return None, _faults(document, where, kind, error)


def _on_one_line(data: Any) -> Any:
    """The same data with each text on one line: a line break
    is a space, on screen and on paper. No-break spaces stay.
    """
    if isinstance(data, str):
        return data if data.isprintable() else on_one_line(data).strip()
    if isinstance(data, list):
        return [_on_one_line(child) for child in data]
    if isinstance(data, dict):
        return {key: _on_one_line(child) for key, child in data.items()}
    return data


def _faults(document: SourceFile, where: Where, kind: Any, error: ValidationError) -> list[Fault]:
    found: dict[tuple[Where, str], Fault] = {}
    for item in error.errors(include_url=False, include_context=True):
        if len(found) == MOST:
            break
        if item["type"] == "too_short" and item["input"]:
            continue  # it is not empty: each of its elements has its own fault
        place = _real_place(document, (*where, *item["loc"]))
        fault = _fault(document, place, _annotation(kind, place[len(where) : -1]), item)
        found.setdefault((place, fault.code), fault)
    told: list[Fault] = []
    tell(told, found.values())
    return told


def _real_place(document: SourceFile, loc: tuple[Any, ...]) -> Where:
    """Drop from pydantic's location what does not exist in the
    file (names of union branches), but keep a missing last key.
    """
    kept: Where = ()
    for index, step in enumerate(loc):
        if (*kept, step) in document.places or (
            index == len(loc) - 1 and not str(step).startswith(("function", "is-instance"))
        ):
            kept = (*kept, step)
    return kept


def _fault(document: SourceFile, place: Where, kind: Any, item: Any) -> Fault:
    """The fault that an editor is told for an error of pydantic's."""
    if item["type"] == "missing":
        return document.fault(place[:-1], "M202", _SENTENCES["missing"].format(field=place[-1]))
    name = str(place[-1]) if place else document.path
    if item["type"] == "extra_forbidden":
        guess = did_you_mean(name, _known_keys(kind))
        return document.fault(document.key_place(place), "M201", f"Clé inconnue « {name} ».{guess}")
    return document.fault(place, *_said(name, item))


def _said(name: str, item: Any) -> tuple[str, str]:
    """(code, sentence) for a value that does not do, in the field `name`."""
    error, given = item["type"], item["input"]
    shown = given if isinstance(given, str) else ""
    if error == "literal_error":
        allowed = item["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        guess = did_you_mean(shown, allowed.split(", "))
        return "M204", f"« {shown} » n’est pas admis pour « {name} » : {allowed}.{guess}"
    if given is None:
        return "M203", f"« {name} » est vide : donnez une valeur ou retirez la clé."
    if error in _CODES:
        return _CODES[error], item["msg"][0].upper() + item["msg"][1:] + "."
    sentence = _SENTENCES.get(error, "« {field} » n’a pas la forme attendue.")
    return "M205" if "date" in error else "M203", sentence.format(field=name, input=shown)


def _annotation(kind: Any, where: Where) -> Any:
    """The type that the model gives to what stands at `where`
    below a `kind`; Any where the path is not the model's.
    """
    for step in where:
        kind = _below(kind, step)
    return kind


def _below(kind: Any, step: str | int) -> Any:
    """The type of the part `step` of a `kind`. Several of a union may have that part: a union of them."""
    found = [part for option in _options(kind) if (part := _part(option, step)) is not Any]
    return reduce(or_, found) if found else Any


def _part(option: Any, step: str | int) -> Any:
    if isinstance(option, type) and issubclass(option, Item):
        named = (f for name, f in option.model_fields.items() if step in (name, f.alias))
        return next((f.annotation for f in named), Any)
    arguments, origin = get_args(option), get_origin(option)
    if origin is dict and isinstance(step, str):
        return arguments[1]
    return arguments[0] if origin in (tuple, list) and isinstance(step, int) else Any


def _options(kind: Any) -> list[Any]:
    """The members of a union; `kind` itself when it is none. What an annotation adds is left out."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _options(get_args(kind)[0])
    if origin in (Union, UnionType):
        return [option for argument in get_args(kind) for option in _options(argument)]
    return [kind]


def _known_keys(kind: Any) -> list[str]:
    """The keys that a `kind` accepts, to guess what a mistyped key meant."""
    models = [option for option in _options(kind) if isinstance(option, type) and issubclass(option, Item)]
    return sorted({f.alias or name for model in models for name, f in model.model_fields.items()})
