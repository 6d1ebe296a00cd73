"""Limits: the time to contest a decision is never said to be unknown, since general law always gives it."""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.content import Content
from ..language.grammar import tokens
from ..language.limits import judge, obligation, unknown_limit
from ..model.facts import Value
from ..model.kinds import names
from ..model.pages import Procedure
from ..model.territory import LocalSeries
from ..model.traversal import phrases_of
from ..places.faults import Fault
from ..places.source_file import Where
from .objects import placed

_KINDS = (*names(reader="applicant"), *names(reader="agent"), "territory")
_VALUE = "delai-tribunal-administratif"


def check(content: Content) -> Iterator[Fault]:
    """T413: a text that calls unknown the limit to contest, where general law gives
    it; T430: a page or a letter that sends somebody to a judge or to a commission and
    gives no limit; T431: what others owe, and nothing on what to do if they do not.
    """
    yield from _unknown(content)
    yield from _without_limit(content)
    yield from _without_remedy(content)


def _unknown(content: Content) -> Iterator[Fault]:
    for place, item in placed(content, *_KINDS):
        for context, where, phrase in phrases_of(item, ""):
            said = None if "keywords" in context else unknown_limit(phrase.fr)
            if said:
                yield place.file.fault((*place.where, *where), "T413", _sentence(said, content))


def _sentence(said: str, content: Content) -> str:
    value = f"« {{valeur:{_VALUE}}} »" if _VALUE in content.values else "la valeur du délai général"
    return f"« {said} » : le délai pour contester n’est jamais inconnu, la loi le donne ; citez {value}."


#: The parts of a page that tell what happens and how to contest; where a page says « if they do not ».
_TELLING = ("steps", "deadlines", "outcomes", "recourse", "conditions")


def _without_limit(content: Content) -> Iterator[Fault]:
    durations = _durations(content)
    for place, page in placed(content, "procedure"):
        named = next(((where, said) for where, text in _told(page) if (said := judge(text))), None)
        if named is None or page.decisions or any(durations & _cited(text) for _, text in _told(page)):
            continue
        sentence = (
            f"« {named[1]} » sans délai : citez la décision (« decisions: ») "
            "ou la valeur du délai pour la contester."
        )
        yield place.file.fault((*place.where, *named[0]), "T430", sentence)
    brought = {letter for decision in content.decisions.values() for letter in decision.letters}
    for place, letter in placed(content, "letter"):
        texts = [phrase.fr for _, _, phrase in phrases_of(letter, "")]
        said = next((found for text in texts if (found := judge(text))), None)
        if (
            said
            and letter.by is None
            and letter.id not in brought
            and not any(durations & _cited(t) for t in texts)
        ):
            sentence = (
                f"« {said} » sans délai : donnez « by », ou citez ce courrier dans « letters: » "
                "d’une décision."
            )
            yield place.file.fault(place.where, "T430", sentence)


def _without_remedy(content: Content) -> Iterator[Fault]:
    for place, page in placed(content, "procedure"):
        if page.recourse or any(content.decisions[i].idle for i in page.decisions if i in content.decisions):
            continue
        owed = next(((where, said) for where, text in _told(page) if (said := obligation(text))), None)
        if owed:
            sentence = (
                f"« {owed[1]} » : dites ce que la personne fait si cela n’est pas fait, "
                "avant quand, devant qui (« recourse: »)."
            )
            yield place.file.fault((*place.where, *owed[0]), "T431", sentence)


def _told(page: Procedure) -> Iterator[tuple[Where, str]]:
    for part in _TELLING:
        for _, where, phrase in phrases_of(getattr(page, part), "", (part,)):
            yield where, phrase.fr


def _cited(text: str) -> set[str]:
    return {token.id.partition(".")[0] for token in tokens(text) if token.kind == "valeur"}


def _durations(content: Content) -> set[str]:
    """The values that are lengths of time."""
    local = [value for territory in content.territories.values() for value in territory.values]
    values: list[Value | LocalSeries] = [*content.values.values(), *local]
    return {value.id for value in values if value.unit in _TIMES}


_TIMES = ("hour", "day", "week", "month", "year")
