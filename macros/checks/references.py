"""References: every id that an object names exists."""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.content import Content, page_exists, page_references, split_reference
from ..guide.guide import TOWN_HALL
from ..guide.sentences import is_answer, sentences_of
from ..model.kinds import PAGES
from ..model.lists import Letter, Navigation
from ..model.pages import Procedure
from ..model.traversal import placed_references_of
from ..places.faults import Fault, did_you_mean
from .objects import placed

_NAMES = {
    "fact": "fait",
    "source": "source",
    "value": "valeur",
    "document": "document",
    "letter": "courrier",
    "sender": "expéditeur",
    "procedure": "démarche",
    "contact": "contact",
    "group": "groupe",
    "pathway": "aide à la décision",
    "decision": "décision",
    "outgoing": "lettre à envoyer",
    "role": "rôle",
    "territory": "territoire",
    "phone": "téléphone d’un contact",
}


def check(content: Content) -> Iterator[Fault]:
    """R301: an id that names nothing; R304: a page reference that
    leads nowhere; R305: a commune or department outside the territory;
    R334: what people ask points at no sentence of its page, or at one that does not answer alone.
    """
    known = known_ids(content)
    for place, item in placed(content):
        for kind, identifier, where in placed_references_of(item):
            if identifier not in known[kind]:
                guess = did_you_mean(identifier, known[kind])
                yield place.file.fault(
                    (*place.where, *where),
                    "R301",
                    f"« {identifier} » ne désigne aucun(e) {_NAMES[kind]}.{guess}",
                )
        for reference, where in _page_targets(item):
            if not page_exists(content, reference):
                guess = did_you_mean(reference, _writable(content))
                yield place.file.fault(
                    (*place.where, *where), "R304", f"« {reference} » ne mène à aucune page.{guess}"
                )
    yield from _asked(content)
    yield from _numbers(content)
    yield from _territories(content)


def _asked(content: Content) -> Iterator[Fault]:
    for place, phrases in placed(content, "asked"):
        if place.id not in content.languages:
            yield place.file.fault(
                (),
                "R301",
                f"« {place.id} » ne désigne aucune langue.{did_you_mean(place.id, content.languages)}",
            )
        for reference, questions in phrases.items():
            if not page_exists(content, reference):
                guess = did_you_mean(reference, page_references(content))
                yield place.file.fault(
                    place.file.key_place((reference,)),
                    "R304",
                    f"« {reference} » ne mène à aucune page.{guess}",
                )
                continue
            for number, question in enumerate(questions):
                said = question.answers and _unanswered(content, reference, question.answers)
                if said:
                    yield place.file.fault((reference, number, "answers"), "R334", said)


def _unanswered(content: Content, reference: str, path: str) -> str:
    """Why the page does not answer by this sentence; empty when it does."""
    kind, identifier = split_reference(reference)
    held = getattr(content, PAGES[kind].attribute) if kind in PAGES else {}
    known = sentences_of(held.get(identifier))
    if identifier in content.doubtful:
        return ""
    if path not in known:
        return f"« {path} » ne désigne aucune phrase de « {reference} ».{did_you_mean(path, known)}"
    if not is_answer(known[path]):
        return (
            f"« {path} » ne répond pas partout, ou n’est pas prouvé : la recherche ne peut pas donner cette "
            "phrase seule."
        )
    return ""


def known_ids(content: Content) -> dict[str, set[str]]:
    """Kind of reference -> the ids that exist, or that an unsound file seems to hold."""
    navigation = content.navigation
    known = {
        "fact": set(content.facts),
        "source": set(content.sources),
        "document": set(content.documents),
        "letter": set(content.letters),
        "sender": set(content.senders),
        "procedure": set(content.procedures),
        "pathway": set(content.pathways),
        "decision": set(content.decisions),
        "outgoing": set(content.outgoing),
        "contact": {*content.contacts, TOWN_HALL},
        "group": {g.id for g in (*navigation.groups, *navigation.counter)},
        "value": {
            *content.values,
            *(f"{v.id}.{r.id}" for v in content.values.values() for r in v.rows),
            *(v.id for t in content.territories.values() for v in t.values),
        },
        "territory": set(content.territories),
        "role": {r.id for t in content.territories.values() for r in t.roles},
        "term": set(content.terms),
        "phone": set(content.phone_names),
    }
    return {kind: ids | content.doubtful for kind, ids in known.items()}


def _numbers(content: Content) -> Iterator[Fault]:
    for place, numbers in placed(content, "numbers"):
        first: dict[str, str] = {}
        for number, reference in numbers.items():
            if not page_exists(content, reference):
                guess = did_you_mean(reference, page_references(content))
                yield place.file.fault((number,), "R304", f"« {reference} » ne mène à aucune page.{guess}")
            elif first.setdefault(reference, number) != number:
                yield place.file.fault(
                    (number,), "R302", f"« {reference} » a déjà le numéro {first[reference]}."
                )
        for reference in page_references(content):
            if reference not in first:
                free = max(map(int, numbers), default=0) + 1
                yield place.file.fault(
                    (),
                    "K705",
                    f"« {reference} » n’a pas d’adresse courte : ajoutez par exemple « {free}: "
                    f"{reference} ».",
                    "avertissement",
                )


def _page_targets(item: object) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    for index, reference in enumerate(getattr(item, "related", ()) or ()):
        yield reference, ("related", index)
    if isinstance(item, Procedure):
        yield from _of_procedure(item)
    if isinstance(item, Letter) and item.answer:
        yield item.answer, ("answer",)
    if isinstance(item, Navigation):
        if item.start:
            yield item.start, ("start",)
        for index, card in enumerate(item.urgent):
            yield card.to, ("urgent", index, "to")
        for index, start in enumerate(item.starts):
            yield start.to, ("starts", index, "to")
        for index, reference in enumerate(item.desk.needs):
            yield reference, ("desk", "needs", index)
        for index, stage in enumerate(item.path):
            for rank, reference in enumerate(stage.related):
                yield reference, ("path", index, "related", rank)


def _of_procedure(page: Procedure) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    if page.act and page.act.to:
        yield page.act.to, ("act", "to")
    for index, outcome in enumerate(page.outcomes):
        if outcome.next:
            yield outcome.next, ("outcomes", index, "next")


def _writable(content: Content) -> list[str]:
    """Page references as an editor may write them: procedures without their kind."""
    references = page_references(content)
    return references + [split_reference(r)[1] for r in references if r.startswith("demarche:")]


def _territories(content: Content) -> Iterator[Fault]:
    for place, territory in placed(content, "territory"):
        communes = content.communes.get(territory.id, {})
        for insee, commune in communes.items():
            if commune.department not in territory.departments:
                yield place.file.fault(
                    ("departments",),
                    "R305",
                    f"La commune {commune.name} ({insee}) est dans le département {commune.department}, "
                    "absent de « departments ».",
                )
        for index, role in enumerate(territory.roles):
            for insee in role.by_commune:
                if insee not in communes:
                    yield place.file.fault(
                        ("roles", index, "communes"),
                        "R305",
                        f"La commune {insee} n’est pas dans {territory.communes.file}.",
                    )
            for code in role.by_department:
                if code not in territory.departments:
                    yield place.file.fault(
                        ("roles", index, "departments"),
                        "R305",
                        f"Le département {code} n’est pas dans « departments ».",
                    )
