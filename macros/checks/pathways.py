"""Decision aids: every question and outcome can be reached, every
path ends, « je ne sais pas » is always an answer, examples hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.content import Content, page_exists, procedure_of
from ..model.facts import Value
from ..model.pathways import Case, Delay, Pathway, Result
from ..places.faults import Fault, did_you_mean
from ..places.source_file import Where
from .objects import placed

MAX_QUESTIONS = 60
UNSURE = "nsp"
#: Lines of a table of ceilings: what the calculator of ceilings looks up.
CEILING_ROWS = (*(f"menage-{n}" for n in range(1, 7)), "personne-supplementaire")
_TIMES = ("day", "week", "month", "year")
#: Kind -> the parts that it must have; no other kind may have them.
_PARTS = {
    "tree": ("start", "questions", "outcomes", "examples"),
    "tally": ("items", "groups", "none"),
    "ceilings": ("ceilings",),
    "deadlines": ("delays",),
}

#: The order of answers, the same at every question: a thumb that learnt it does not say no for yes. Those of
#: the question itself come with « oui ».
_RANKS = {"oui": 0, "non": 1, UNSURE: 2}

#: What an item of a tally may be answered.
TICKED = ("oui", "non")

_Found = Iterator[tuple[Where, str, str]]


def check(content: Content) -> Iterator[Fault]:
    """C601 unreachable, C602 cycle, C603 no « nsp », C604 example fails, C605 too
    large, C606 parts unlike the kind, C607 an outcome named like a question, C608 a
    mark after nothing, C609 a value that cannot be counted with, C610 answers in another order than
    elsewhere, R301 a group, a step or a delay that is
    nowhere, R304 leads nowhere, R316 an answer that another aid does not have.
    """
    for place, pathway in placed(content, "pathway"):
        found = (
            *_parts(pathway),
            *_targets(pathway, content),
            *_calculators(pathway, content),
            *_known(pathway, content),
            *_plans(pathway, content),
            *_tree(pathway, content),
        )
        for where, code, message in found:
            yield place.file.fault((*place.where, *where), code, message)


def _parts(pathway: Pathway) -> _Found:
    needed = _PARTS[pathway.kind][0]
    if not getattr(pathway, needed):
        yield (), "C606", f"Un parcours « {pathway.kind} » a besoin de « {needed} »."
        return
    for kind, parts in _PARTS.items():
        for part in parts:
            if kind != pathway.kind and getattr(pathway, part):
                yield (
                    (part,),
                    "C606",
                    f"« {part} » est réservé aux parcours « kind: {kind} » ; "
                    f"celui-ci est « {pathway.kind} ».",
                )


def _targets(pathway: Pathway, content: Content) -> _Found:
    named: list[tuple[Where, Result | Case | Delay]] = [
        *((("outcomes", i), outcome) for i, outcome in enumerate(pathway.outcomes)),
        *((("items", i), case) for i, case in enumerate(pathway.items)),
        *((("delays", i), delay) for i, delay in enumerate(pathway.delays)),
    ]
    if pathway.none:
        named.append((("none",), pathway.none))
    for where, item in named:
        for name, target in [("to", item.to), *(("also", t) for t in getattr(item, "also", ()))]:
            if not page_exists(content, target):
                yield (
                    (*where, name),
                    "R304",
                    f"« {target} » ne mène à aucune page.{did_you_mean(target, content.procedures)}",
                )


def _known(pathway: Pathway, content: Content) -> _Found:
    """What other aids already asked: their questions, their answers, and ours."""
    own = answers_of(pathway)
    asking = [
        *((("questions", i), q.id, q.known) for i, q in enumerate(pathway.questions)),
        *((("items", i), c.id, c.known) for i, c in enumerate(pathway.items)),
    ]
    for where, name, known in asking:
        for number, elsewhere in enumerate(known):
            aid = content.pathways.get(elsewhere.aid)
            if aid is None:
                continue  # the reference says so
            theirs = answers_of(aid)
            place = (*where, "known", number)
            if elsewhere.question not in theirs:
                guess = did_you_mean(elsewhere.question, theirs)
                yield (
                    (*place, "question"),
                    "R316",
                    f"« {aid.id} » ne pose pas la question « {elsewhere.question} ».{guess}",
                )
                continue
            for answer, ours in elsewhere.answers.items():
                for given, held, question in (
                    (answer, theirs[elsewhere.question], elsewhere.question),
                    (ours, own[name], name),
                ):
                    if given not in held:
                        yield (
                            (*place, "answers"),
                            "R316",
                            f"« {given} » n’est pas une réponse à « {question} ».{did_you_mean(given, held)}",
                        )


def _plans(pathway: Pathway, content: Content) -> _Found:
    """The steps and the delay that a plan names, the group of each case."""
    groups = {group.id for group in pathway.groups}
    for index, case in enumerate(pathway.items):
        if case.group and case.group not in groups:
            guess = did_you_mean(case.group, groups)
            yield ("items", index, "group"), "R301", f"Le groupe « {case.group} » n’existe pas.{guess}"
    delays = {delay.id for aid in content.pathways.values() for delay in aid.delays}
    for index, outcome in enumerate(pathway.outcomes):
        place = ("outcomes", index)
        if outcome.delay and outcome.delay not in delays:
            guess = did_you_mean(outcome.delay, delays)
            yield (*place, "delay"), "R301", f"Aucune calculette ne s’appelle « {outcome.delay} ».{guess}"
        page = procedure_of(content, outcome.to)
        steps = {step.id for step in page.steps} if page else set()
        for step in outcome.today:
            if step not in steps:
                guess = did_you_mean(step, steps)
                yield (*place, "today"), "R301", f"« {step} » n’est pas une étape de « {outcome.to} ».{guess}"


def answers_of(pathway: Pathway) -> dict[str, tuple[str, ...]]:
    """Question, or item of a list -> the answers that it has."""
    asked = {question.id: tuple(a.id for a in question.answers) for question in pathway.questions}
    return asked | {case.id: TICKED for case in pathway.items}


def _calculators(pathway: Pathway, content: Content) -> _Found:
    for index, identifier in enumerate(pathway.ceilings):
        value = content.values.get(identifier)
        if value and not set(CEILING_ROWS) <= {row.id for row in value.rows}:
            yield (
                ("ceilings", index),
                "C609",
                f"« {identifier} » n’a pas les lignes attendues : {', '.join(CEILING_ROWS)}.",
            )
    for index, delay in enumerate(pathway.delays):
        yield from _marks(delay, content, ("delays", index, "marks"))


def _marks(delay: Delay, content: Content, where: Where) -> _Found:
    local = {v.id: v for t in content.territories.values() for v in t.values}
    seen: set[str] = set()
    for index, mark in enumerate(delay.marks):
        if mark.after and mark.after not in seen:
            yield (*where, index, "after"), "C608", f"« {mark.after} » n’est pas une date calculée plus haut."
        seen.add(mark.id)
        if mark.value is None:
            continue
        series = content.values.get(mark.value) or local.get(mark.value)
        is_table = isinstance(series, Value) and series.rows
        if "." in mark.value or (series and (series.unit not in _TIMES or is_table)):
            yield (*where, index, "value"), "C609", f"« {mark.value} » n’est pas une durée."


def _tree(pathway: Pathway, content: Content) -> _Found:
    questions = {q.id: q for q in pathway.questions}
    if not questions:
        return
    outcomes = {o.id for o in pathway.outcomes}
    if pathway.start not in questions:
        yield (
            ("start",),
            "R301",
            f"La première question « {pathway.start} » n’existe pas.{did_you_mean(pathway.start, questions)}",
        )
        return
    if len(questions) > MAX_QUESTIONS:
        yield (
            ("questions",),
            "C605",
            f"{len(questions)} questions : un parcours n’en a pas plus de {MAX_QUESTIONS}.",
        )
    for index, outcome in enumerate(pathway.outcomes):
        if outcome.id in questions:
            yield (
                ("outcomes", index, "id"),
                "C607",
                f"« {outcome.id} » est déjà une question : un résultat a son propre nom.",
            )
    for index, question in enumerate(pathway.questions):
        if UNSURE not in {a.id for a in question.answers}:
            yield (
                ("questions", index),
                "C603",
                f"La question « {question.id} » n’a pas de réponse « {UNSURE} » (je ne sais pas).",
            )
        ranks = [_RANKS.get(answer.id, 0) for answer in question.answers]
        if ranks != sorted(ranks):
            yield (
                ("questions", index, "answers"),
                "C610",
                f"Les réponses de « {question.id} » : d’abord « oui » ou les cas, puis « non », enfin "
                f"« {UNSURE} » ; le même ordre partout.",
            )
        for position, answer in enumerate(question.answers):
            if (
                answer.to not in questions
                and answer.to not in outcomes
                and not page_exists(content, answer.to)
            ):
                guess = did_you_mean(answer.to, [*questions, *outcomes, *content.procedures])
                yield (
                    ("questions", index, "answers", position, "to"),
                    "R304",
                    f"« {answer.to} » n’est ni une question, ni un résultat, ni une page.{guess}",
                )
    yield from _paths(pathway)


def _paths(pathway: Pathway) -> _Found:
    ids = [q.id for q in pathway.questions]
    reached, cycle = _explore(pathway)
    for index, question in enumerate(pathway.questions):
        if question.id not in reached:
            yield ("questions", index), "C601", f"Aucune réponse ne mène à la question « {question.id} »."
    ends = {a.to for q in pathway.questions for a in q.answers}
    for index, outcome in enumerate(pathway.outcomes):
        if outcome.id not in ends:
            yield ("outcomes", index), "C601", f"Aucune réponse ne mène au résultat « {outcome.id} »."
    if cycle:
        yield (
            ("questions", ids.index(cycle)),
            "C602",
            f"Les réponses tournent en rond à partir de « {cycle} » : tout chemin doit finir.",
        )
        return
    for index, example in enumerate(pathway.examples):
        end = follow(pathway, example.given)
        if end != example.then:
            yield ("examples", index), "C604", f"Cet exemple mène à « {end} » et non à « {example.then} »."


def _explore(pathway: Pathway) -> tuple[set[str], str | None]:
    """The questions that can be reached, and the first one that a path meets twice."""
    questions = {q.id: q for q in pathway.questions}
    done: set[str] = set()
    open_path: list[str] = []
    stack: list[tuple[str, bool]] = [(pathway.start, False)]
    while stack:
        current, leaving = stack.pop()
        if leaving:
            open_path.remove(current)
            done.add(current)
            continue
        if current in open_path:
            return done | set(open_path), current
        if current in done:
            continue
        open_path.append(current)
        stack.append((current, True))
        stack.extend((a.to, False) for a in questions[current].answers if a.to in questions)
    return done, None


def follow(pathway: Pathway, given: dict[str, str]) -> str:
    """Where the answers `given` (question id -> answer id)
    lead; a question left out is answered « je ne sais pas ».
    """
    questions = {q.id: q for q in pathway.questions}
    current = pathway.start
    for _ in range(len(questions) + 1):
        if current not in questions:
            return current
        chosen = given.get(current, UNSURE)
        answer = next((a for a in questions[current].answers if a.id == chosen), None)
        if answer is None:
            return f"{current} sans réponse « {chosen} »"
        current = answer.to
    return current
