"""A content folder with every field of every kind filled: each
free string holds a number and a text that a test chooses.

Fields are found by walking the models, so that a new field is in the carpet the day it is
written. What is not free (ids, addresses, dates, references) is filled with something sound.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import yaml
from pydantic import TypeAdapter, ValidationError

from macros.checks.pathways import CEILING_ROWS
from macros.model.accessibility import Accessibility
from macros.model.contacts import Contact, Phone
from macros.model.coverage import COLUMNS, Article, Coverage, LeftOut
from macros.model.decisions import Decision
from macros.model.facts import Fact, FactFile, Point, Row, Source, Value
from macros.model.fields import Item, PartialDate, Phrase, Ref
from macros.model.kinds import PAGES
from macros.model.lists import Card, Document, Group, Language, Letter, Navigation, Sender, Stage, Term
from macros.model.outgoing import Blank, Outgoing
from macros.model.pages import (
    Condition,
    Conditions,
    Criterion,
    Exemption,
    Framework,
    Paper,
    Papers,
    Procedure,
)
from macros.model.pathways import Answer, Delay, Mark, Pathway, Question, Result
from macros.model.territory import Commune, CommuneList, LocalSeries, PointsGrid, Role, Territory
from macros.places.faults import Fault

#: Kind of reference -> an id that the carpet has.
_KNOWN = {
    "fact": "fait",
    "source": "source",
    "value": "duree",
    "document": "papier",
    "letter": "lettre",
    "sender": "porte",
    "procedure": "demarche",
    "contact": "contact",
    "phone": "contact",
    "group": "groupe",
    "role": "role",
    "territory": "petit",
    "pathway": "ma-situation",
    "decision": "decision",
    "outgoing": "lettre",
}

#: Strings that are names of something, whatever their type says: (class or any, field) -> what stands there.
_NAMES: dict[tuple[str, str], Any] = {
    ("", "departments"): "99",
    ("Serves", "communes"): "99001",
    ("", "related"): "critere:critere",
    ("", "to"): "demarche:demarche",
    ("", "also"): "critere:critere",
    ("", "next"): "contact:contact",
    ("Contact", "kind"): "adil",
    ("Letter", "by"): "duree",
    ("Letter", "answer"): "critere:critere",
    ("Card", "icon"): "bed",
    ("LocalSeries", "unit"): "day",
    ("Language", "code"): "ar",
    ("CommuneList", "file"): "communes/petit.csv",
    ("Territory", "seat"): "99001",
    ("Point", "values"): {},
    ("Commune", "department"): "99",
    ("Role", "by_department"): {"99": "contact"},
    ("Navigation", "start"): "demarche:demarche",
    ("Desk", "needs"): "demarche:demarche",
    ("Language", "locale"): "ar",
    ("Language", "tag"): "ar",
    ("Exemption", "when"): "deux",
    ("Asked", "question"): "q1",
    ("Asked", "yes"): "oui",
    ("Asked", "no"): "nsp",
    ("Result", "about"): "demarche:demarche",
    ("Result", "today"): "un",
    ("Elsewhere", "question"): "q1",
    ("Elsewhere", "answers"): {"oui": "oui"},
    ("Act", "site"): None,
    ("Role", "by_commune"): {"99001": "contact"},
    ("Example", "then"): "demarche:demarche",
    ("Outgoing", "answers"): "decision:decision#un",
}

#: What a string of a narrow type may be.
_SAMPLES = (
    "un",
    "https://exemple.fr/a",
    "a@exemple.fr",
    "01 99 00 00 01",
    "99001",
    "99100",
    "2020-01-01",
    "1",
)


class Carpet:
    """Writes the folder. `say(number)` gives what the free string
    of that number says; `where` tells which field each number is.
    """

    def __init__(self, say: Callable[[int], str]) -> None:
        self.say, self.count = say, 0
        self.where: dict[int, str] = {}
        self.unknown = False

    def text(self, name: str) -> str:
        self.count += 1
        self.where[self.count] = name
        return f"Mot{self.count} {self.say(self.count)}"

    def make(self, model: type[Item], **given: Any) -> dict[str, Any]:
        """An object with every field filled, but for those `given`; None leaves a field out."""
        hints = get_type_hints(model, include_extras=True)
        made: dict[str, Any] = {}
        for name, field in model.model_fields.items():
            if name == "unknown" and hints[name] == Phrase | None and not self.unknown:
                continue
            value = given[name] if name in given else self._value(hints[name], model.__name__, name)
            if value is not None:
                made[field.alias or name] = value
        return made

    def _value(self, hint: Any, owner: str, name: str) -> Any:
        for key in ((owner, name), ("", name)):
            if key in _NAMES and not (isinstance(hint, type) and issubclass(hint, Item)):
                found = _NAMES[key]
                return [found] if get_origin(hint) is tuple else found
        arguments = get_args(hint)
        if NoneType in arguments:
            return self._value(next(a for a in arguments if a is not NoneType), owner, name)
        make = {
            Annotated: lambda: self._narrow(hint, arguments, owner, name),
            Literal: lambda: arguments[0],
            tuple: lambda: [self._value(arguments[0], owner, name)],
            dict: lambda: {"99": self._value(arguments[1], owner, name)},
        }.get(get_origin(hint))
        return make() if make else self._plain(hint, f"{owner}.{name}")

    def _plain(self, kind: Any, path: str) -> Any:
        """A value of a type that is made of no other."""
        if kind in (Phrase, str):
            return self.text(path)
        if isinstance(kind, type) and issubclass(kind, Item):
            return self.make(kind)
        return {bool: True, float: 1, int: 1, dt.date: "2026-01-01", PartialDate: "2026-01-01"}[kind]

    def _narrow(self, hint: Any, arguments: tuple[Any, ...], owner: str, name: str) -> Any:
        reference = next((m for m in arguments[1:] if isinstance(m, Ref)), None)
        if reference:
            return _KNOWN[reference.kind]
        if arguments[0] is not str:
            return self._value(arguments[0], owner, name)
        if _accepts(hint, "Mot1 « ! » ?"):
            return self.text(f"{owner}.{name}")
        return next(sample for sample in _SAMPLES if _accepts(hint, sample))

    def write(self, root: Path, interface: Path) -> None:
        """The whole folder below `root`; the words of `interface` carry the text too."""
        for path, value in self._files(yaml.safe_load(interface.read_text(encoding="utf-8"))).items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(json.dumps(value, indent=1), encoding="utf-8")
        self._communes(root / "territories/communes/petit.csv")

    def _files(self, words: dict[str, str]) -> dict[str, Any]:
        point = self.make(Point, value=None, values=dict.fromkeys(CEILING_ROWS, 1))
        table = self.make(
            Value,
            id="tableau",
            unit="euro",
            rows=[self.make(Row, id=name) for name in CEILING_ROWS],
            series=[point],
        )
        papers = self.make(Papers, later=[self.make(Paper, document="papier2")])
        phones = [self.make(Phone, message=None), self.make(Phone, number="01 99 00 00 02", by="sms")]
        contact = self.make(Contact, id="contact", related=["demarche:demarche"], phones=phones)
        self.unknown = True
        files = {
            "facts/sujet.yml": self.make(
                FactFile,
                id="sujet",
                territories=[],
                facts=[
                    self.make(Fact, id="fait", withheld=None),
                    self.make(Fact, id="retenu", confidence="low"),
                ],
            ),
            "values/valeurs.yml": [
                self.make(Value, id="duree", unit="day", rows=None, series=[self.make(Point, values=None)]),
                table,
            ],
            "documents.yml": [self.make(Document, id="papier"), self.make(Document, id="papier2")],
            "senders.yml": [self.make(Sender, id="porte")],
            "letters.yml": [self.make(Letter, id="lettre")],
            "sources.yml": [self.make(Source, id="source")],
            "glossary.yml": [self.make(Term, id="terme")],
            "languages.yml": [
                self.make(Language, code="fr", tag="fr", locale="fr", source=True),
                self.make(Language, code="ar", dir="rtl", source=False),
            ],
            "contacts/contact.yml": contact,
            "contacts/inconnu.yml": self.make(Contact, id="inconnu", phones=None),
            "procedures/demarche.yml": self.make(
                Procedure, id="demarche", tables=["tableau"], papers=papers, conditions=self._conditions()
            ),
            "counter/guichet.yml": self.make(
                Procedure,
                id="guichet",
                tables=["tableau"],
                papers=self.make(Papers, later=None),
                conditions=self._conditions(),
            ),
            "criteria/critere.yml": self.make(
                Criterion, id="critere", related=["demarche:demarche"], conditions=self._conditions()
            ),
            "decisions/decision.yml": self.make(Decision, id="decision"),
            "outgoing/lettre.yml": self._letter(),
            "framework/cadre.yml": self.make(Framework, id="cadre", tables=["tableau"]),
            "pathways/ma-situation.yml": self._pathway("ma-situation", "tree"),
            "pathways/liste.yml": self._pathway("liste", "tally"),
            "pathways/plafonds.yml": self._pathway("plafonds", "ceilings"),
            "pathways/delais.yml": self._pathway("delais", "deadlines"),
            "coverage/demarche.yml": self._grid(),
            "navigation.yml": self.make(
                Navigation,
                groups=[self.make(Group)],
                counter=[self.make(Group)],
                path=[self.make(Stage)],
                urgent=[self.make(Card)],
            ),
            "accessibility.yml": self.make(Accessibility),
            "territories/petit.yml": self.make(
                Territory,
                id="petit",
                departments={"99": self.text("Territory.departments")},
                communes=self.make(CommuneList),
                roles=[
                    self.make(Role, id="role"),
                    self.make(Role, id="hall", default="mairie", by_department=None, by_commune=None),
                ],
                values=[
                    self.make(
                        LocalSeries,
                        id="locale",
                        departments={"99": {"value": 1, "proof": ["fait"]}},
                        default=None,
                    )
                ],
                points_grid=self.make(PointsGrid),
            ),
            "asked/fr.yml": {"demarche:demarche": [self.text("Asked")]},
            "interface.yml": {key: f"{word} {self.text('interface.' + key)}" for key, word in words.items()},
        }
        self.unknown = False
        pages = [f"{ref}:{name}" for ref, kind in PAGES.items() for name in _named(files, kind.attribute)]
        return files | {"numbers.yml": {str(number): page for number, page in enumerate(pages, 1)}}

    def _letter(self) -> dict[str, Any]:
        choice = self.make(Blank, id="un", kind="choice", starts=False)
        day = self.make(Blank, id="jour-un", kind="date", options=None)
        return self.make(Outgoing, id="lettre", tables=["tableau"], fields=[choice, day])

    def _grid(self) -> dict[str, Any]:
        cells: dict[str, Any] = {column: ["demarche:demarche"] for column in COLUMNS}
        row = self.make(Article, **cells | {"elsewhere": self.make(LeftOut)})
        return self.make(Coverage, id="demarche", page="demarche:demarche", articles=[row])

    def _conditions(self) -> dict[str, Any]:
        one, two, three = (self.make(Condition, id=name) for name in ("un", "deux", "trois"))
        return self.make(Conditions, all=[one], any=[two, three], unless=[self.make(Exemption, id="sauf")])

    def _pathway(self, name: str, kind: str) -> dict[str, Any]:
        others = "questions outcomes groups items none ceilings delays examples start tables"
        parts: dict[str, Any] = dict.fromkeys(others.split())
        if kind == "tree":
            answers = [self.make(Answer, id="oui"), self.make(Answer, id="nsp", to="fin")]
            parts |= {
                "start": "q1",
                "questions": [self.make(Question, id="q1", answers=answers)],
                "outcomes": [self.make(Result, id="fin")],
            }
        elif kind == "tally":
            del parts["groups"], parts["items"], parts["none"]
        elif kind == "ceilings":
            parts["ceilings"] = ["tableau"]
        else:
            parts["delays"] = [self.make(Delay, marks=[self.make(Mark, after=None)])]
        return self.make(Pathway, id=name, kind=kind, **parts)

    def _communes(self, path: Path) -> None:
        row = {
            k: " ".join(v) if isinstance(v, list) else v
            for k, v in self.make(Commune, insee="99001", as_of="2020-01-01").items()
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, row, lineterminator="\n")
            writer.writeheader()
            writer.writerow(row)


def _accepts(hint: Any, text: str) -> bool:
    try:
        return bool(TypeAdapter(hint).validate_python(text))
    except ValidationError:
        return False


def _named(files: dict[str, Any], attribute: str) -> list[str]:
    return [path.split("/")[1].removesuffix(".yml") for path in files if path.startswith(f"{attribute}/")]


def number_at(carpet: Carpet, root: Path, fault: Fault) -> int | None:
    """The number of the free string that a fault is told of."""
    if fault.path.endswith(".csv"):
        column = fault.message.partition(" : ")[0]
        return next((n for n, name in carpet.where.items() if name == f"Commune.{column}"), None)
    shown = (root.parent / fault.path).read_text(encoding="utf-8").split("\n")[fault.line - 1]
    found = re.search(r"Mot(\d+) ", shown)
    return int(found[1]) if found else None
