"""What leaves a page towards other people: a report of a mistake, a message with its address, a code to photograph."""

from __future__ import annotations

import io
from functools import lru_cache
from urllib.parse import quote

import segno
from markupsafe import Markup

from ..guide.guide import Guide
from ..look.tokens import tokens


def report_link(guide: Guide, page: str, fact: str = "") -> str:
    """A message about a mistake on `page`, in French for those who mend it: the page, the fact, the edition.

    Empty where the territory gives no address: a message to nobody is not offered.
    """
    if not guide.territory.report_to:
        return ""
    subject = " ".join(
        filter(None, (guide.content.interface["signaler-objet"].fr, f"{guide.lang}/{page}", fact))
    )
    body = (
        f"{guide.content.interface['edition-du'].fr.replace('{date}', guide.day.isoformat())}\n{guide.lang}/{page} {fact}".strip()
        + "\n\n"
    )
    return f"mailto:{guide.territory.report_to}?subject={quote(subject)}&body={quote(body)}"


def message_link(text: str, address: str) -> str:
    """A text message ready to send; the person chooses to whom. `?&` is what both kinds of phones read."""
    return "sms:?&body=" + quote(f"{text} {address}")


@lru_cache(maxsize=4096)
def code(address: str) -> Markup:
    """The QR code of `address` as SVG: black on the white of paper, whatever the page's colours."""
    buffer = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        buffer,
        kind="svg",
        border=4,
        xmldecl=False,
        svgns=True,
        nl=False,
        omitsize=True,
        light=tokens()["sheet"],
    )
    return Markup(buffer.getvalue().decode())
