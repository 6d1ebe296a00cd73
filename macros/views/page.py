"""What a page is made of: its head, and its sections in order. Stated once; every output draws from it.

A section says what its items are (`form`), how it is called on the screen and on paper, and what it means
that it is empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from ..guide.content import Content
from ..model.contacts import Contact
from ..model.fields import Phrase
from ..model.pages import Call, Condition, Conditions, Criterion, Procedure
from ..model.traversal import phrases_of
from .decisions import Ruling, Turn, ruling

#: How the items of a section are read, and so drawn: sentences; numbered sentences; papers to bring; delays;
#: « if, then »; sentences to show; what is not known, with whom to ask; dated tables; who helps; a decision
#: with its two clocks.
Form = Literal[
    "statements",
    "steps",
    "pieces",
    "deadlines",
    "cases",
    "shows",
    "unknowns",
    "tables",
    "people",
    "decisions",
]

#: Every form: each output says how it draws each, or why it leaves it out (a test holds them to it).
FORMS: tuple[Form, ...] = get_args(Form)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading of the screen, over one section or several: its anchor and its word; whether the page leads
    with it, or folds it.
    """

    anchor: str
    title: str
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page. `title` and `empty` are words of the interface; `prefix` begins the anchors of its
    items.

    `on_paper` is its title on paper, where another says it better; `empty`, what is said when there is
    nothing (without it,
    an empty section is left out). `cautious`: what a reader must know of the facts stands beside each
    sentence.
    `sought`: the search finds the page by these words.
    """

    kind: str
    title: str
    items: tuple[Any, ...]
    form: Form
    chapter: Chapter
    prefix: str
    on_paper: str = ""
    empty: str = ""
    cautious: bool = False
    sought: bool = False
    for_agents: bool = False

    @property
    def titled(self) -> bool:
        """Whether it has a title of its own below its chapter's."""
        return self.title != self.chapter.title

    @property
    def paper_title(self) -> str:
        """The word that names it on paper."""
        return self.on_paper or self.title

    @property
    def size(self) -> int:
        """How many items it holds."""
        return len(self.items)

    @property
    def is_shown(self) -> bool:
        """Whether there is something to say."""
        return bool(self.items or self.empty)


@dataclass(frozen=True, slots=True)
class View:
    """A page: its title, its short answer, the numbers to call first, its sections that have something to
    say.
    """

    title: Phrase
    short: Phrase
    sections: tuple[Section, ...]
    calls: tuple[Call, ...] = ()

    def chapters(self) -> list[tuple[Chapter, tuple[Section, ...]]]:
        """The sections under each heading, in order."""
        found: dict[Chapter, list[Section]] = {}
        for section in self.sections:
            found.setdefault(section.chapter, []).append(section)
        return [(chapter, tuple(sections)) for chapter, sections in found.items()]

    @property
    def signs(self) -> int:
        """How much it says to its reader, in signs: what two printed pages hold is counted by it."""
        told = (section for section in self.sections if not section.for_agents)
        return sum(len(phrase.text) for section in told for phrase in _phrases(section))

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Whose turn it is, decision after decision."""
        return tuple(
            turn for section in self.of("decisions") for item in section.items for turn in item.turns
        )

    def of(self, *kinds: str) -> tuple[Section, ...]:
        """The sections of these kinds, in the page's order."""
        return tuple(section for section in self.sections if section.kind in kinds)


def _phrases(section: Section) -> Iterator[Phrase]:
    for item in section.items:
        lines = [line.text for line in item.lines()] if isinstance(item, Ruling) else item
        yield from (phrase for _, _, phrase in phrases_of(lines, ""))


def shown(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Those that have something to say."""
    return tuple(section for section in sections if section.is_shown)


_WHO = Chapter("pour-qui", "pour-qui", leads=True)
#: The heading of conditions is longer on paper, where nothing stands around it.
_ON_PAPER = {_WHO.title: "fiche-pour-qui"}
_STEPS = Chapter("etapes", "etapes", leads=True)
PAPERS = Chapter("papiers", "papiers")
_TABLES = Chapter("tableaux", "tableaux")
_DELAYS = Chapter("delais-decisions", "delais-decisions")
_OUTCOMES = Chapter("issues", "issues")
_DECISIONS = Chapter("decisions", "decisions")
_SHOW = Chapter("montrer", "montrer")
_UNKNOWN = Chapter("inconnu", "inconnu")
_HELP = Chapter("aide", "aide")
_AGENT = Chapter("agent", "agent")
_OPENS = Chapter("ouvre", "critere-ouvre", leads=True)
_PROOFS = Chapter("papiers", "critere-papiers")


def procedure_view(content: Content, page: Procedure) -> View:
    """A procedure, or an agent page; `content` holds the decisions that it names."""
    return View(page.title, page.short, shown(_of_procedure(page, _rulings(content, page))), page.calls)


def _rulings(content: Content, page: Procedure | Criterion) -> tuple[Ruling, ...]:
    """The decisions that a page names, ready to be drawn."""
    return tuple(ruling(content, content.decisions[identifier]) for identifier in page.decisions)


def _of_procedure(page: Procedure, decisions: tuple[Ruling, ...]) -> tuple[Section, ...]:
    papers = page.papers
    required = "papiers-obligatoires-enregistrer" if page.registers else "papiers-obligatoires"
    return (
        *_conditions(page),
        Section("steps", "etapes", page.steps, "steps", _STEPS, "etape", "fiche-a-faire", sought=True),
        Section(
            "required", required, papers.required, "pieces", PAPERS, "papier", "fiche-exiges", "papiers-aucun"
        ),
        Section("later", "papiers-plus-tard", papers.later, "pieces", PAPERS, "papier"),
        Section("never", "papiers-jamais", papers.never, "statements", PAPERS, "jamais"),
        Section("tables", "tableaux", page.tables, "tables", _TABLES, "table"),
        Section("deadlines", "delais", page.deadlines, "deadlines", _DELAYS, "delai", "fiche-delais"),
        Section(
            "outcomes",
            "issues",
            page.outcomes,
            "cases",
            _OUTCOMES,
            "issue",
            "fiche-resultat",
            cautious=True,
            sought=True,
        ),
        Section("recourse", "recours", page.recourse, "statements", _OUTCOMES, "recours", cautious=True),
        Section("decisions", "decisions", decisions, "decisions", _DELAYS, "decision"),
        Section("show", "montrer", page.show, "shows", _SHOW, "montrer"),
        Section("unknown", "inconnu", page.unknown, "unknowns", _UNKNOWN, "inconnu"),
        Section("people", "aide", page.contacts, "people", _HELP, "aide"),
        Section("agent", "agent", page.agent, "statements", _AGENT, "agent", for_agents=True),
    )


def criterion_view(content: Content, page: Criterion) -> View:
    """A legal priority: for whom, what it opens, how it is proved."""
    return View(page.title, page.text, shown(_of_criterion(page, _rulings(content, page))), page.calls)


def _of_criterion(page: Criterion, decisions: tuple[Ruling, ...]) -> tuple[Section, ...]:
    return (
        *_conditions(page),
        Section("opens", "critere-ouvre", page.opens, "statements", _OPENS, "ouvre"),
        Section("decisions", "decisions", decisions, "decisions", _DECISIONS, "decision"),
        Section("required", "critere-papiers", page.papers, "pieces", _PROOFS, "papier"),
        Section("unknown", "inconnu", page.unknown, "unknowns", _UNKNOWN, "inconnu"),
        Section("agent", "agent", page.agent, "statements", _AGENT, "agent", for_agents=True),
    )


def _conditions(page: Procedure | Criterion) -> tuple[Section, ...]:
    """Those needed together, those of which one is enough, what undoes them."""
    logic = page.conditions
    needed, enough = "il-faut-tout", "et-une-seule-suffit" if logic.all else "une-seule-suffit"
    if len(logic.leaves) == 1:  # one alone is neither all of them nor one among others
        needed = enough = _WHO.title
    return (
        Section("all", needed, logic.all, "statements", _WHO, "qui", _ON_PAPER.get(needed, ""), sought=True),
        Section("any", enough, logic.any, "statements", _WHO, "qui", _ON_PAPER.get(enough, ""), sought=True),
        Section("unless", "sauf-si", logic.unless, "cases", _WHO, "sauf"),
    )


def view_of(content: Content, page: Procedure | Criterion) -> View:
    """The view of a page of content."""
    return criterion_view(content, page) if isinstance(page, Criterion) else procedure_view(content, page)


def name_of(page: Any) -> Phrase:
    """What a page is called: a contact by its name, any other by its title."""
    return page.name if isinstance(page, Contact) else page.title


def lead_of(page: Any) -> Phrase:
    """The short answer of a page."""
    return page.text if isinstance(page, Criterion) else page.short


def section_words() -> frozenset[str]:
    """Every word of the interface that names a section or a chapter, or says that one is empty."""
    nothing = Phrase("–")
    one, other = (Condition(id=name, text=nothing) for name in ("un", "deux"))
    bare = Procedure(id="page", title=nothing, short=nothing, group="groupe")
    procedures = (
        bare.model_copy(update={"registers": True, "conditions": Conditions(all=(one, other))}),
        bare.model_copy(update={"conditions": Conditions(all=(one,))}),
        bare,
    )
    criterion = Criterion(id="critere", title=nothing, text=nothing, law="loi", proof=())
    sections = [section for page in procedures for section in _of_procedure(page, ())]
    sections += _of_criterion(criterion, ())
    named = [(s.title, s.on_paper, s.empty, s.chapter.title) for s in sections]
    return frozenset(word for words in named for word in words if word)
