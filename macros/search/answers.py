"""The sentences that answer, page by page: the search shows the best one below the page that says it, with
what it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..guide.content import page_references, split_reference
from ..guide.guide import Guide
from ..guide.localise import is_only_named
from ..guide.sentences import LONGEST, WHOLE, signs, told_by
from ..language.typography import colon, comma, inside, question
from ..speech.addresses import address
from ..speech.formats import date
from ..speech.spans import plain
from ..views.answers import Said, answers_of

#: What ends the words of others.
_QUOTES = ("»", "”", '"')

#: How many pages a file holds. One a page would tell a server what is asked; one for all is heavy to fetch.
TOGETHER = 8


def answers_files(guide: Guide) -> list[dict[str, Any]]:
    """`{sources, pages}`, JSON-able, one a file. `sources` are what sentences rest on, with the day of the
    last look; `pages`, by address, `[anchor, kind, text, number of its source, questions]`.
    """
    return [_file(guide, references) for references in _files(guide)]


def files_of_pages(guide: Guide) -> dict[str, int]:
    """Page reference -> number of the file that holds its sentences."""
    return {name: number for number, names in enumerate(_files(guide)) for name in names}


def _files(guide: Guide) -> list[list[str]]:
    content = guide.content
    shown = (name for name in page_references(content) if not _is_hidden(guide, name))
    told = [name for name in shown if answers_of(content, guide.page(name))]
    return [told[start : start + TOGETHER] for start in range(0, len(told), TOGETHER)]


def _is_hidden(guide: Guide, reference: str) -> bool:
    """Whether a page for agents is there by its title alone."""
    kind, identifier = split_reference(reference)
    return kind == "guichet" and is_only_named(guide.content.counter[identifier], guide.lang)


def _file(guide: Guide, references: list[str]) -> dict[str, Any]:
    table = _Table()
    pages = {
        address(name, guide.content): found
        for name in references
        if (found := list(_of_page(guide, name, table)))
    }
    return {"sources": list(table.rows), "pages": pages}


@dataclass(frozen=True, slots=True)
class _Table:
    """What sentences rest on, each named once."""

    rows: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, row: tuple[str, str]) -> int:
        return self.rows.setdefault(row, len(self.rows))


def _of_page(guide: Guide, reference: str, table: _Table) -> Iterator[list[Any]]:
    for said in answers_of(guide.content, guide.page(reference)):
        text, proof = _text(guide, said), _proof(said)
        if text and (row := _rests_on(guide, proof)):
            asked = " | ".join(_asked(guide, reference, said.path))
            yield [said.anchor, said.section.kind, text, table.number(row), *([asked] if asked else [])]


def _asked(guide: Guide, reference: str, path: str) -> Iterator[str]:
    for one in guide.content.asked.get(guide.lang, {}).get(reference, ()):
        if one.answers == path:
            yield one.asks


def _proof(said: Said) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact for item in said.items for fact in item.proof))


def _text(guide: Guide, said: Said) -> str:
    """The sentence as it is told away from its page; empty for what is not yet translated, or too long."""
    phrases = told_by(guide.content, said.path, said.items)
    if any(phrase.lang != guide.lang for phrase in phrases) or signs(phrases) > LONGEST:
        return ""
    told = _told(guide, said, [plain(guide, phrase) for phrase in phrases])
    return _headed(guide, said, told) if said.path == WHOLE or said.section.kind in ("all", "any") else told


def _told(guide: Guide, said: Said, texts: list[str]) -> str:
    if said.path == WHOLE:
        return comma(guide.lang).join(_paper(guide, paper) for paper in said.items)
    if said.section.kind == "later":
        return " – ".join(texts)
    if said.section.kind == "outcomes":
        return f"{_case(guide, texts[0])}{texts[1]}"
    return " ".join(texts)


def _paper(guide: Guide, paper: Any) -> str:
    """A paper to bring; who alone must bring it is asked, or everybody would look for it."""
    name = plain(guide, guide.content.documents[paper.document].name)
    if not paper.when:
        return name
    return f"{name} ({inside(plain(guide, paper.when), guide.lang)}{question(guide.lang)})"


def _case(guide: Guide, if_: str) -> str:
    """The case of an outcome, before what follows. Away from its page it is asked: « Votre demande est
    ordinaire : » would tell whoever reads it that theirs is. What others say stands in quotes, told as it is.
    """
    bare = if_.rstrip(" .")
    return f"{bare}{colon(guide.lang)}" if bare.endswith(_QUOTES) else f"{bare}{question(guide.lang)} "


def _headed(guide: Guide, said: Said, text: str) -> str:
    return f"{guide.content.interface[said.section.title].text}{colon(guide.lang)}{text}"


def _rests_on(guide: Guide, proof: tuple[str, ...]) -> tuple[str, str] | None:
    """The law or the publisher that proves it first, and when that was last looked at; None when nothing
    that is published does.
    """
    facts = guide.facts(proof)
    if not facts:
        return None
    sources = guide.sources(facts[0])
    name = facts[0].law or (sources[0].publisher if sources else "")
    seen = all(fact.checked.how != "copy" for fact in facts)
    interface = guide.content.interface
    word = (interface["verifie-le"] if seen else interface["lu-le"]).text
    day = min(fact.checked.date for fact in facts)
    return (name, word.replace("{date}", date(day, guide.locale(guide.lang)))) if name else None
