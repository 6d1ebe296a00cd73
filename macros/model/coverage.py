"""The grid of a page: what the articles that govern it
say, and where it is said. For editors; never published.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from .fields import FactId, Item, PartialDate, SourceId

#: The columns, in the order of an article: what it says, who escapes it, whose condition
#: it is, what starts the clock, what if the other side does nothing, the sanction, how it
#: is proved, what may not be refused, what differs elsewhere, what runs at the same time.
COLUMNS = (
    "rule",
    "exceptions",
    "whose",
    "clock",
    "other_side",
    "sanction",
    "proof",
    "unlawful",
    "elsewhere",
    "meets",
)

#: Those whose absence costs somebody a home or a right.
HIGH_STAKE = ("rule", "exceptions", "clock", "other_side")


class LeftOut(Item):
    """Why a cell names no statement."""

    none: str = Field(min_length=1)


#: Statements (`caleol#steps.motif`, `decision:refus-attribution`, `demarche:dalo`), or why there is none.
Cell = tuple[str, ...] | LeftOut


class Read(Item):
    """What was read of an article, and of when it is."""

    source: SourceId
    state: Literal["in-force", "copy", "summary"]
    as_of: PartialDate | None = None


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class Article(Item):
    """A row: an article, and the statements that say each thing it says."""

    key_field: ClassVar[str] = "article"
    article: str
    read: Read | None = None
    facts: tuple[FactId, ...] = ()
    rule: Annotated[Cell | None, BeforeValidator(_listed)] = None
    exceptions: Annotated[Cell | None, BeforeValidator(_listed)] = None
    whose: Annotated[Cell | None, BeforeValidator(_listed)] = None
    clock: Annotated[Cell | None, BeforeValidator(_listed)] = None
    other_side: Annotated[Cell | None, BeforeValidator(_listed)] = None
    sanction: Annotated[Cell | None, BeforeValidator(_listed)] = None
    proof: Annotated[Cell | None, BeforeValidator(_listed)] = None
    unlawful: Annotated[Cell | None, BeforeValidator(_listed)] = None
    elsewhere: Annotated[Cell | None, BeforeValidator(_listed)] = None
    meets: Annotated[Cell | None, BeforeValidator(_listed)] = None

    def cells(self) -> dict[str, Cell | None]:
        """Column -> what stands in it; None for an empty cell."""
        return {name: getattr(self, name) for name in COLUMNS}


class Coverage(Item):
    """`content/coverage/<page>.yml`: the grid of the page behind the reference `page`."""

    id: str
    page: str
    articles: tuple[Article, ...] = Field(min_length=1)

    @property
    def counted(self) -> tuple[int, int, int]:
        """How many cells say where, how many are left out for a reason, how many are empty."""
        cells = [cell for article in self.articles for cell in article.cells().values()]
        empty = sum(cell is None or cell == () for cell in cells)
        left_out = sum(isinstance(cell, LeftOut) for cell in cells)
        return len(cells) - empty - left_out, left_out, empty
