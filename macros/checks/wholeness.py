"""Wholeness: what a page needs to be found and a folder needs to be a guide."""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.content import Content, Place
from ..model.fields import Item
from ..model.kinds import page_names
from ..model.pages import Conditions
from ..places.faults import Fault, did_you_mean
from .objects import placed

MIN_KEYWORDS = 8
_NEEDED = ("languages", "territories", "interface", "sources", "facts")


def check(content: Content) -> Iterator[Fault]:
    """K701 no keyword, K702 (warning) too few, K703 a keyword shared by more than three pages, K704 a needed
    part is missing, R306 an item id twice in its list, R315 an exemption from a condition that is not there.
    """
    shared: dict[str, list[str]] = {}
    for place, item in placed(content, *page_names()):
        words = [w.strip() for w in item.keywords.fr.split(",") if w.strip()] if item.keywords else []
        if not words:
            yield place.file.fault(
                place.where, "K701", "Aucun mot-clé : ajoutez « keywords » avec les mots que les gens tapent."
            )
        elif len(words) < MIN_KEYWORDS:
            yield place.file.fault(
                (*place.where, "keywords"),
                "K702",
                f"{len(words)} mots-clés : {MIN_KEYWORDS} au moins aident à trouver la page.",
                "avertissement",
            )
        for word in words:
            shared.setdefault(word.casefold(), []).append(place.id)
            if len(shared[word.casefold()]) == 4:
                others = ", ".join(shared[word.casefold()][:3])
                yield place.file.fault(
                    (*place.where, "keywords"),
                    "K703",
                    f"« {word} » est déjà un mot-clé de {others} : un mot-clé sert à trois pages au plus.",
                    "avertissement",
                )
    for part in _NEEDED:
        if not getattr(content, part) and not content.doubtful:
            yield Fault(
                "content",
                1,
                1,
                "erreur",
                "K704",
                f"Il manque « {part} » : ce dossier ne fait pas encore un guide.",
            )
    yield from _twice(content)


def _twice(content: Content) -> Iterator[Fault]:
    for place, item in placed(content, *page_names()):
        for name, children in _lists(item):
            yield from _repeated(place, children, (name,))
        logic = getattr(item, "conditions", None)
        if logic:
            yield from _repeated(place, logic.leaves, ("conditions",))
            yield from _repeated(place, logic.unless, ("conditions", "unless"))
            yield from _undone(place, logic)
        papers = getattr(item, "papers", None)
        asked = [("required", p) for p in getattr(papers, "required", ())] + [
            ("later", p) for p in getattr(papers, "later", ())
        ]
        names = [paper.document for _, paper in asked]
        for index, (name, paper) in enumerate(asked):
            if paper.document in names[:index]:
                yield place.file.fault(
                    (*place.where, "papers", name),
                    "R306",
                    f"« {paper.document} » figure deux fois parmi les papiers : une case par document.",
                )


def _lists(page: Item) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """(field, items) for each list of a page whose items have ids; a new field is looked at too."""
    for name in type(page).model_fields:
        value = getattr(page, name)
        if isinstance(value, tuple) and all(
            isinstance(child, Item) and hasattr(child, "id") for child in value
        ):
            yield name, value


def _repeated(place: Place, items: tuple[Item, ...], where: tuple[str, ...]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, child in enumerate(items):
        if child.key in seen:
            sentence = f"« {child.key} » désigne déjà un élément de cette liste."
            yield place.file.fault((*place.where, *where, index, "id"), "R306", sentence)
        seen.add(child.key)


def _undone(place: Place, logic: Conditions) -> Iterator[Fault]:
    """What undoes a condition must name one that stands on the page."""
    known = [leaf.id for leaf in logic.leaves]
    for index, exemption in enumerate(logic.unless):
        if exemption.when is not None and exemption.when not in known:
            sentence = (
                f"« {exemption.when} » n’est pas une condition de cette "
                f"page.{did_you_mean(exemption.when, known)}"
            )
            yield place.file.fault((*place.where, "conditions", "unless", index, "when"), "R315", sentence)
