"""What no string of the content may hold, whatever it is
for: marks of a template engine, characters that nobody sees.
"""

from __future__ import annotations

import re

from .characters import named, turning, unseen
from .direction import isolate_faults

#: What starts an expression, a block or a comment of a template, in the engines that touch a page.
_TEMPLATE = re.compile(r"\{\{|\{%|\{#")

#: What nearly all the content is written in: the letters and signs of French, English and Arabic. No brace
#: (a template's), no character that is not seen, none that turns the direction.
_ORDINARY = re.compile(
    "[ -z|}~\u00a0-\u00ac\u00ae-\u024f\u060c\u061b\u061f\u0620-\u064a\u2013-\u2026\u202f\u20ac]*"
)

#: The longest text that anybody may be asked to read; a
#: longer one would also make each check of its grammar last.
MAX_TEXT = 3000


def faults_of_string(text: str) -> list[tuple[str, str]]:
    """(code, sentence) for each: L116 alone for a text too long to
    be looked at, L114 a hidden character, T402 a template's mark.
    """
    if len(text) > MAX_TEXT:
        return [
            ("L116", f"Texte de {len(text)} signes : {MAX_TEXT} au plus, coupez-le en plusieurs éléments.")
        ]
    if _ORDINARY.fullmatch(text):
        return []
    hidden = [
        ("L114", f"Caractère invisible {named(c)} dans ce texte : retirez-le.")
        for c in (*unseen(text), *turning(text))
    ]
    turned = [("L114", sentence) for sentence in isolate_faults(text)]
    return (
        hidden
        + turned
        + ([("T402", "Jinja n’est pas admis dans un texte.")] if _TEMPLATE.search(text) else [])
    )
