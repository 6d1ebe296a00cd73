"""The single files: documents, letters, glossary, languages, navigation."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from .fields import (
    ContactId,
    GroupId,
    Id,
    Item,
    Keywords,
    LanguageCode,
    LanguageTag,
    Local,
    PhoneId,
    Phrase,
    Pictogram,
    Privacy,
    ProcedureId,
    Proof,
    RoleId,
    SenderId,
    ValueId,
)
from .pages import Call, Deadline, Statement


class Document(Item):
    """A paper that a procedure names. `privacy: sensitive` is one whose tick is kept nowhere, on any page."""

    id: Id
    name: Phrase
    privacy: Privacy | None = None
    help: Phrase | None = None
    proof: Proof


class Sender(Item):
    """Who writes: a door of « Qui vous écrit ? », with how to know him by his paper.

    An `urgent` one is red; doors stand in the order of the file, urgent ones first.
    """

    id: Id
    name: Phrase
    signs: Phrase | None = None
    icon: Pictogram
    urgent: bool = False


class Letter(Item):
    """A letter or form: « que dit ce papier ? »; `by` is a value id or absent.

    `from` is the door that it stands behind, `urgent` puts it first there. `says` is what it means, where no
    decision says what it brings. `caution` says when that limit is another one, or what to do at once: it
    stands beside it. `ask_contact`, or else `ask_role`, is the one to ring; `answer` the page that says how
    to answer, where it is not the one of `means`.
    """

    id: Id
    from_: SenderId = Field(alias="from")
    urgent: bool = False
    name: Phrase
    sender: Phrase
    looks: Phrase
    says: Phrase | None = None
    means: ProcedureId
    answer: str | None = None
    ask_role: RoleId | None = None
    ask_contact: ContactId | None = None
    number: str | None = None
    by: ValueId | None = None
    caution: Phrase | None = None
    proof: Proof


class Term(Local):
    """A word or an acronym explained; with `keep` it stays as printed on French letters in every language."""

    id: Id
    term: Phrase
    long: Phrase | None = None
    plain: Phrase
    keep: bool = False
    proof: Proof = ()
    keywords: Keywords | None = None


class Language(Item):
    """A language of the guide and who wrote, re-read and reviewed it.

    `code` names its folder; `tag` is what browsers are told (`fa-AF`), `locale` what
    writes its dates and numbers (`fa_AF`, or `fr` for a language that no library knows).
    Both are the code when they are not given. `papers: no` prints nothing in it.
    """

    key_field = "code"
    code: LanguageCode
    tag: LanguageTag | None = None
    locale: LanguageTag | None = None
    papers: bool = True
    name: str
    dir: Literal["ltr", "rtl"] = "ltr"
    source: bool = False
    written_by: str | None = None
    reread_by: str | None = None
    reviewed_by_native: bool = False

    @property
    def html(self) -> str:
        """The language as pages declare it (`lang`, `hreflang`)."""
        return (self.tag or self.code).replace("_", "-")

    @property
    def babel(self) -> str:
        """The language as Babel calls it."""
        return (self.locale or self.tag or self.code).replace("-", "_")


class Group(Item):
    """A heading of the menu with its procedures in order; those not named follow by title."""

    id: GroupId
    title: Phrase
    short: Phrase | None = None
    order: tuple[ProcedureId, ...] = ()


#: What an urgent case may be drawn by: names of `macros/look/icons.py`, which this floor does not know.
UrgentIcon = Literal["alert", "bed", "clock", "house", "key", "letter", "shield"]


class Card(Item):
    """An urgent case of the home page: where it leads and which number to call at once."""

    id: Id
    text: Phrase
    to: str
    call: tuple[PhoneId, ...] = ()
    icon: UrgentIcon = "alert"
    keywords: Keywords | None = None


#: What a step of the way may be drawn by: names of `macros/look/icons.py`, which this floor does not know.
StageIcon = Literal["ask", "keep", "tell", "receive", "sign", "settle"]

#: What a start may be drawn by, likewise.
StartIcon = Literal["clock", "key", "papers"]


class Start(Item):
    """A page that most come for, among the first things of the home page."""

    to: str
    icon: StartIcon


class Stage(Item):
    """A step of the whole way, as the poster shows it: one verb and its picture, read at two metres; then
    what to know, the deadlines that count, the pages that tell the rest.
    """

    id: Id
    title: Phrase
    verb: Phrase | None = None
    icon: StageIcon | None = None
    points: tuple[Statement, ...]
    deadlines: tuple[Deadline, ...] = ()
    related: tuple[str, ...] = ()


#: What a sentence of the counter may be drawn by: names of `macros/look/icons.py`.
DeskIcon = Literal[
    "ask-again",
    "bed",
    "bring",
    "card",
    "child",
    "clock",
    "danger",
    "disabled",
    "home",
    "letter",
    "money",
    "no",
    "none",
    "number",
    "phone",
    "question",
    "sign",
    "talk",
    "tomorrow",
    "yes",
]


class Spoken(Item):
    """A sentence of the counter with its picture: what the agent points at, or what the person points back.

    `replies` are the answers that the question has; all of them where it names none.
    """

    id: Id
    text: Phrase
    icon: DeskIcon
    replies: tuple[Id, ...] = ()


class Desk(Item):
    """The counter: the pages that people come for most, the questions that an agent points at, the answers
    that a person points back.
    """

    needs: tuple[str, ...] = ()
    questions: tuple[Spoken, ...] = ()
    replies: tuple[Spoken, ...] = ()


class Navigation(Item):
    """The menu: groups of procedures, groups of agent pages, urgent
    cards; and the whole way (`path`), which the poster shows.

    `start` is the page that who does not know where to begin is led to, from the
    menu and the home page. `calls` are the numbers that stand first on the home
    page, and where a reader is lost; `starts` are the pages that most come for.
    `booklet` are the procedures of the printed booklet, two of its pages each; `desk` is the counter.
    """

    start: str | None = None
    groups: tuple[Group, ...]
    counter: tuple[Group, ...] = ()
    path: tuple[Stage, ...] = ()
    urgent: tuple[Card, ...] = ()
    calls: tuple[Call, ...] = ()
    booklet: tuple[ProcedureId, ...] = ()
    starts: tuple[Start, ...] = ()
    desk: Desk = Desk()


def _number(text: str) -> str:
    if not re.fullmatch("[1-9][0-9]{0,5}", text):
        raise PydanticCustomError(
            "bad_id", "« {value} » n’est pas un numéro : un à six chiffres", {"value": text}
        )
    return text


#: Short addresses: number -> page reference.
Numbers = dict[Annotated[str, AfterValidator(_number)], str]


class Question(Item):
    """What somebody types who needs a page: colloquial, misspelt, as it is. `answers` is the sentence of the
    page that answers, by its path (`deadlines.commission`).
    """

    key_field = "asks"
    asks: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    answers: str | None = None


def _question(value: Any) -> Any:
    """A question alone, or one with its answer."""
    return {"asks": value} if isinstance(value, str) else value


#: What people type who need a page, by page reference. Read by the search alone.
Asked = dict[
    str, tuple[Annotated[Question, BeforeValidator(_question, json_schema_input_type=Question | str)], ...]
]
