"""The kinds of content, stated once: where each is written, what it
is, what its page is. Everything that loops over kinds loops over this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from .accessibility import Accessibility
from .contacts import Contact
from .coverage import Coverage
from .decisions import Decision
from .facts import Fact, FactFile, Source, Value
from .fields import Phrase
from .lists import Asked, Document, Language, Letter, Navigation, Numbers, Sender, Term
from .outgoing import Outgoing
from .pages import Criterion, Framework, Procedure
from .pathways import Pathway
from .territory import Territory

#: How the objects of a kind stand in files: one a file of a folder; several in a file, or in each file
#: of a folder; a file that is one object; one file a language; or inside the objects of another kind.
Shape = Literal["objects", "lists", "whole", "languages", "inside"]


@dataclass(frozen=True, slots=True)
class PageKind:
    """What the page of a kind is: how references and addresses
    name it, its template, its sheets, its weight in the search.

    `sheets` is their folder below `fiches/`, None when none is printed. `sought` pages are looked
    for in everybody's own words, so that their keywords are in the first answer of the search.
    """

    ref: str
    folder: str
    template: str
    sheets: str | None = None
    weight: float | None = None
    sought: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of content. `name` is what places and `guide.py
    new` call it; `attribute`, where `Content` holds it.

    `path` is a folder (`procedures/`) or a file (`letters.yml`) of content; `prefix` begins the contexts of
    its translations, and is empty for what nobody translates. `reader` is whose sentences these are: those of
    applicants are held to plain language; `states` says that it states things, which must be proved;
    `printed`, that papers show it.
    """

    name: str
    attribute: str
    model: Any
    path: str
    shape: Shape = "objects"
    prefix: str = ""
    reader: Literal["applicant", "agent", "nobody"] = "nobody"
    states: bool = False
    printed: bool = False
    page: PageKind | None = None

    @property
    def schema(self) -> str:
        """The name of its schema below `content/schemas/`."""
        return self.path.removesuffix("/").removesuffix(".yml")


#: In the order of translation files and of the search.
KINDS: tuple[Kind, ...] = (
    Kind("interface", "interface", dict[str, Phrase], "interface.yml", "whole", "interface", printed=True),
    Kind(
        "navigation", "navigation", Navigation, "navigation.yml", "whole", "navigation",
        states=True, printed=True,
    ),
    Kind("accessibility", "accessibility", Accessibility, "accessibility.yml", "whole", "accessibility"),
    Kind("numbers", "numbers", Numbers, "numbers.yml", "whole"),
    Kind(
        "procedure", "procedures", Procedure, "procedures/", prefix="procedures",
        reader="applicant", states=True, printed=True,
        page=PageKind("demarche", "demarches", "demarche", sheets="", sought=True),
    ),
    Kind(
        "criterion", "criteria", Criterion, "criteria/", prefix="criteria",
        reader="applicant", states=True, printed=True,
        page=PageKind("critere", "criteres", "critere", sheets="criteres/", weight=0.75),
    ),
    Kind(
        "contact", "contacts", Contact, "contacts/", prefix="contacts",
        reader="applicant", states=True, printed=True,
        page=PageKind("contact", "contacts", "contact", weight=0.93),
    ),
    Kind(
        "counter", "counter", Procedure, "counter/", prefix="counter",
        reader="agent", states=True, printed=True,
        page=PageKind("guichet", "guichet", "guichet", sheets="guichet/", weight=0.82),
    ),
    Kind(
        "framework", "framework", Framework, "framework/", prefix="framework", reader="agent", states=True,
        page=PageKind("cadre", "cadre", "cadre", weight=0.9),
    ),
    Kind(
        "pathway", "pathways", Pathway, "pathways/", prefix="pathways", reader="applicant", states=True,
        page=PageKind("parcours", "parcours", "parcours", weight=0.7, sought=True),
    ),
    Kind(
        "outgoing", "outgoing", Outgoing, "outgoing/", prefix="outgoing", reader="applicant", states=True,
        page=PageKind("lettre", "lettres", "lettre", weight=0.7),
    ),
    Kind(
        "decision", "decisions", Decision, "decisions/", prefix="decisions", reader="applicant",
        states=True, printed=True,
    ),
    Kind(
        "document", "documents", Document, "documents.yml", "lists", "documents", "applicant",
        states=True, printed=True,
    ),
    Kind("sender", "senders", Sender, "senders.yml", "lists", "senders", "applicant"),
    Kind("letter", "letters", Letter, "letters.yml", "lists", "letters", "applicant", states=True),
    Kind("term", "terms", Term, "glossary.yml", "lists", "glossary", "applicant", states=True, printed=True),
    Kind("value", "values", Value, "values/", "lists", "values", states=True, printed=True),
    Kind(
        "territory", "territories", Territory, "territories/", prefix="territories",
        states=True, printed=True,
    ),
    Kind("topic", "topics", FactFile, "facts/"),
    Kind("fact", "facts", Fact, "facts/", "inside", "facts"),
    Kind("source", "sources", Source, "sources.yml", "lists"),
    Kind("language", "languages", Language, "languages.yml", "lists"),
    Kind("coverage", "coverage", Coverage, "coverage/"),
    Kind("asked", "asked", Asked, "asked/", "languages"),
)  # fmt: skip

BY_NAME: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in KINDS})

#: `demarche` -> the kind whose pages are so named.
PAGES: Mapping[str, Kind] = MappingProxyType({kind.page.ref: kind for kind in KINDS if kind.page})

#: Folders of content that hold no objects.
OTHER_FOLDERS = ("translations", "schemas")


def names(**wanted: Any) -> tuple[str, ...]:
    """The names of the kinds whose properties are as wanted: `names(states=True)`."""
    return tuple(
        kind.name for kind in KINDS if all(getattr(kind, key) == value for key, value in wanted.items())
    )


def page_names() -> tuple[str, ...]:
    """The names of the kinds that have pages."""
    return tuple(kind.name for kind in PAGES.values())


@dataclass(frozen=True, slots=True)
class FixedPage:
    """A page that exists without a content file: its name, address
    and template; whether it is in French alone, and searched.
    """

    name: str
    address: str
    template: str
    french_only: bool = False
    searched: bool = False


FIXED_PAGES: Mapping[str, FixedPage] = MappingProxyType(
    {
        page.name: page
        for page in (
            FixedPage("accueil", "", "accueil"),
            FixedPage("demarches", "demarches/", "demarches"),
            FixedPage("criteres", "criteres/", "criteres", searched=True),
            FixedPage("contacts", "contacts/", "contacts"),
            FixedPage("communes", "contacts/communes/", "communes", searched=True),
            FixedPage("guichet", "guichet/", "guichets"),
            FixedPage("montrer", "guichet/montrer/", "montrer"),
            FixedPage("parcours", "parcours/", "parcours_index"),
            FixedPage("cadre", "cadre/", "cadre_index"),
            FixedPage("lettres", "lettres/", "lettres", searched=True),
            FixedPage("fiches", "fiches/", "fiches", searched=True),
            FixedPage("ma-liste", "fiches/ma-liste/", "ma_liste", searched=True),
            FixedPage("recherche", "recherche/", "recherche"),
            FixedPage("courriers", "courriers/", "courriers", searched=True),
            FixedPage("faits", "faits/", "faits", french_only=True),
            FixedPage("a-rappeler", "faits/a-rappeler/", "a_rappeler", french_only=True),
            FixedPage("glossaire", "cadre/glossaire/", "glossaire", searched=True),
            FixedPage("nouveautes", "cadre/nouveautes/", "nouveautes", searched=True),
            FixedPage("sources", "cadre/sources/", "sources"),
            FixedPage("a-propos", "cadre/a-propos/", "a_propos", searched=True),
            FixedPage("accessibilite", "cadre/accessibilite/", "accessibilite", searched=True),
            FixedPage("hors-ligne", "hors-ligne/", "hors_ligne"),
        )
    }
)
