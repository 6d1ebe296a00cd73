"""Acts: a page leads with the one thing to do, a number to call or a place to go."""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.content import Content
from ..model.pages import Act
from ..places.faults import Fault
from .objects import placed


def check(content: Content) -> Iterator[Fault]:
    """T417: a procedure that leads nowhere; an act that leads to two places or to none."""
    for place, page in placed(content, "procedure", "counter"):
        if page.act:
            fault = _of(page.act, content)
            if fault:
                yield place.file.fault((*place.where, "act"), "T417", fault)
        elif place.kind == "procedure" and not page.calls:
            yield place.file.fault(
                place.where,
                "T417",
                "Que faire en premier ? Ajoutez « act » (texte, puis « to » ou « site »), ou « calls ».",
                "avertissement",
            )


def _of(act: Act, content: Content) -> str:
    """What is wrong with an act; empty when nothing is."""
    if bool(act.to) == bool(act.site):
        return (
            "« act » mène à un seul endroit : une page du guide (« to ») ou le site d’un contact (« site »)."
        )
    contact = content.contacts.get(act.site or "")
    if contact and not (contact.web and contact.web.value):
        return f"« {act.site} » n’a pas de site : écrivez une page du guide dans « to »."
    return ""
