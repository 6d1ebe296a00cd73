"""The smallest pieces of the content model: texts, ids, dates and references.

Every scalar of a content file reaches the model as text (see `source.tree`); these types give it a meaning.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError, core_schema

from ..language.addresses import is_email, is_web_address
from ..language.characters import on_one_line
from ..language.grammar import Token, flat, parse, tokens

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _scalar_schema(build: Callable[[Any], Any], shape: core_schema.CoreSchema) -> core_schema.CoreSchema:
    """A value built from one YAML scalar; `shape` is what editors' JSON Schema shows for it."""
    return core_schema.json_or_python_schema(
        json_schema=shape,
        python_schema=core_schema.no_info_plain_validator_function(build),
        serialization=core_schema.plain_serializer_function_ser_schema(str),
    )


#: How many signs a token counts for, whatever it stands for on a day: « 2 mois », « 3949 ».
_TOKEN = 6


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text shown to a reader: the French source beside what is shown in the language asked for.

    `text` is written in `lang`; `state` is `source` (French asked for), `translated`,
    `fuzzy` (the French changed since) or `missing`. In the last two cases `text` is
    the French. `context` names the item for translators and never moves.
    """

    fr: str
    text: str = ""
    lang: str = "fr"
    state: str = "source"
    context: str = ""

    def __post_init__(self) -> None:
        if not self.text:
            object.__setattr__(self, "text", self.fr)

    def translated(self, text: str | None, lang: str, fuzzy: bool = False) -> Phrase:
        """This phrase in `lang`: `text` when it is a sound translation, else the French marked as such.

        A line break of a translator's tool is a space, as in the French; no-break spaces stay.
        """
        sound = "" if fuzzy else on_one_line(text or "").strip()
        if sound:
            return replace(self, text=sound, lang=lang, state="translated")
        return replace(self, text=self.fr, lang="fr", state="fuzzy" if fuzzy else "missing")

    @property
    def values(self) -> tuple[str, ...]:
        """The values that it gives (`{valeur:recours.delai}`), in order."""
        return tuple(token.id for token in tokens(self.fr) if token.kind == "valeur")

    @property
    def signs(self) -> int:
        """How many signs it shows, in its language: a measure of the content alone, the same on every day."""
        return sum(_TOKEN if isinstance(node, Token) else len(node.text) for node in flat(parse(self.text)))

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        def build(value: Any) -> Phrase:
            if isinstance(value, cls):
                return value
            if not isinstance(value, str):
                raise PydanticCustomError("string_type", "texte attendu")
            text = " ".join(value.split())
            if not text:
                raise PydanticCustomError("text_empty", "texte vide")
            return cls(text)

        return _scalar_schema(build, core_schema.str_schema())


@dataclass(frozen=True, slots=True)
class Ref:
    """Metadata of a field that holds the id of another object; `kind` is `fact`, `document`, `procedure`…"""

    kind: str


def _check_id(value: str) -> str:
    if not ID_PATTERN.fullmatch(value):
        raise PydanticCustomError(
            "bad_id",
            "« {value} » n’est pas un identifiant : minuscules sans accent, chiffres et tirets",
            {"value": value},
        )
    return value


def _split_keywords(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return ", ".join(str(v).strip() for v in value)
    return value


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day, as
    sources give it (`2017`, `2025-10`, `2025-10-16`).
    """

    year: int
    month: int = 0
    day: int = 0

    PATTERN: ClassVar = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `text`; raises `PydanticCustomError` when it is not such a date."""
        match = cls.PATTERN.fullmatch(text.strip())
        if match:
            year, month, day = (int(g or 0) for g in match.groups())
            try:
                dt.date(year, month or 1, day or 1)
                return cls(year, month, day)
            except ValueError:
                pass
        raise PydanticCustomError(
            "bad_date", "« {value} » n’est pas une date : AAAA, AAAA-MM ou AAAA-MM-JJ", {"value": text}
        )

    def first_day(self) -> dt.date:
        """The earliest day this date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        return "-".join([f"{self.year:04d}"] + [f"{n:02d}" for n in (self.month, self.day) if n])

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        def build(value: Any) -> PartialDate:
            return value if isinstance(value, cls) else cls.parse(str(value))

        return _scalar_schema(build, core_schema.str_schema(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"))


def _check_url(value: str) -> str:
    if not is_web_address(value):
        raise PydanticCustomError(
            "bad_url", "« {value} » n’est pas une adresse web (https://…)", {"value": value}
        )
    return value


def _check_email(value: str) -> str:
    if not is_email(value):
        raise PydanticCustomError(
            "bad_email", "« {value} » n’est pas une adresse de courriel", {"value": value}
        )
    return value


def _check_phone(value: str) -> str:
    digits = re.sub(r"[ .]", "", value)
    if not re.fullmatch(r"[0-9]{2,4}|116[0-9]{3}|0[0-9]{9}", digits):
        raise PydanticCustomError(
            "bad_phone", "« {value} » n’est pas un numéro de téléphone français", {"value": value}
        )
    return value


#: No delay, amount or share of this guide is as large: beyond it, a finger slipped.
LARGEST_FIGURE = 1e9


def _check_figure(value: float) -> float:
    if not (math.isfinite(value) and 0 <= value <= LARGEST_FIGURE):
        raise PydanticCustomError(
            "bad_figure",
            "« {value} » n’est pas une quantité : il faut un nombre positif, écrit en chiffres",
            {"value": value},
        )
    return value


def _check_language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", value):
        raise PydanticCustomError(
            "bad_code",
            "« {value} » n’est pas un code de langue : deux ou trois minuscules (ar, ckb), "
            "au besoin suivies d’un tiret (fa-af)",
            {"value": value},
        )
    return value


def _check_tag(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*", value):
        raise PydanticCustomError(
            "bad_code",
            "« {value} » n’est pas une étiquette de langue (fa-AF, pt-PT, zh-Hant)",
            {"value": value},
        )
    return value


def _check_department(value: str) -> str:
    if not re.fullmatch(r"[013-9][0-9]|2[0-9AB]|9[78][0-9]", value):
        raise PydanticCustomError(
            "bad_code", "« {value} » n’est pas un code de département (13, 06, 2A, 974)", {"value": value}
        )
    return value


def _check_date(value: str) -> str:
    PartialDate.parse(value)
    return value


def _check_insee(value: str) -> str:
    if not re.fullmatch(r"(?:[0-9]{2}|2[AB])[0-9]{3}", value):
        raise PydanticCustomError(
            "bad_code",
            "« {value} » n’est pas un code INSEE de commune (cinq signes, comme 13055)",
            {"value": value},
        )
    return value


def _check_postcode(value: str) -> str:
    if not re.fullmatch(r"[0-9]{5}", value):
        raise PydanticCustomError(
            "bad_code", "« {value} » n’est pas un code postal (cinq chiffres)", {"value": value}
        )
    return value


def _or_empty(check: Callable[[str], str]) -> Any:
    """A cell of a table: nothing, or what `check` lets through."""
    return Annotated[str, AfterValidator(lambda value: check(value) if value else "")]


Id = Annotated[str, AfterValidator(_check_id)]
Figure = Annotated[float, AfterValidator(_check_figure)]
LanguageCode = Annotated[str, AfterValidator(_check_language)]
LanguageTag = Annotated[str, AfterValidator(_check_tag)]
Department = Annotated[str, AfterValidator(_check_department)]
Postcode = Annotated[str, AfterValidator(_check_postcode)]
Insee = Annotated[str, AfterValidator(_check_insee)]
Keywords = Annotated[Phrase, BeforeValidator(_split_keywords, json_schema_input_type=list[str] | str)]
Url = Annotated[str, AfterValidator(_check_url)]
Email = Annotated[str, AfterValidator(_check_email)]
PhoneNumber = Annotated[str, AfterValidator(_check_phone)]
UrlOrEmpty = _or_empty(_check_url)
EmailOrEmpty = _or_empty(_check_email)
PhoneOrEmpty = _or_empty(_check_phone)
PostcodeOrEmpty = _or_empty(_check_postcode)
DateOrEmpty = _or_empty(_check_date)

FactId = Annotated[str, Ref("fact")]
SourceId = Annotated[str, Ref("source")]
ValueId = Annotated[str, Ref("value")]
DocumentId = Annotated[str, Ref("document")]
LetterId = Annotated[str, Ref("letter")]
ProcedureId = Annotated[str, Ref("procedure")]
DecisionId = Annotated[str, Ref("decision")]
OutgoingId = Annotated[str, Ref("outgoing")]
PathwayId = Annotated[str, Ref("pathway")]
ContactId = Annotated[str, Ref("contact")]
#: A telephone: a contact's first one (`adil-13`), or the one whose digits follow (`police-secours.114`).
PhoneId = Annotated[str, Ref("phone")]
GroupId = Annotated[str, Ref("group")]
RoleId = Annotated[str, Ref("role")]
SenderId = Annotated[str, Ref("sender")]
TerritoryId = Annotated[str, Ref("territory")]

#: Whether a visit to a page must stay hidden: nothing is kept there, and « Quitter vite » leaves it.
Privacy = Literal["normal", "sensitive"]

#: What a sender or a stage may be drawn by: names of `macros/look/icons.py`, which this floor does not know.
Pictogram = Literal[
    "bailiff",
    "bed",
    "benefits",
    "block",
    "commission",
    "counter",
    "court",
    "family",
    "hall",
    "house",
    "key",
    "payment",
    "police",
    "question",
    "shield",
    "state",
    "way-out",
]

#: What a step, a deadline or a right rests on: at least one fact, see the publication rule.
Proof = tuple[FactId, ...]


class Item(BaseModel):
    """Base of every content object: immutable, no unknown
    key; `key_field` names what tells it from its neighbours.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    key_field: ClassVar[str] = "id"

    @property
    def key(self) -> str:
        """The short name that stands for this item in translation
        contexts, ticks and anchors; empty when it has none.
        """
        return str(getattr(self, self.key_field, ""))


class Local(Item):
    """What may be true only in some departments: `departments`
    holds their codes, and is empty for what is true everywhere.
    """

    departments: tuple[Department, ...] = ()

    def holds_in(self, departments: Collection[str]) -> bool:
        """Whether this is true in one at least of `departments`."""
        return not self.departments or any(code in departments for code in self.departments)
