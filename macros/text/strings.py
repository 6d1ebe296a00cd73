"""What no string of the content may hold, whatever it is for: marks of a template engine, characters that nobody sees."""

from __future__ import annotations

import re

from .characters import named, turning, unseen

#: What starts an expression, a block or a comment of a template, in the engines that touch a page.
_TEMPLATE = re.compile(r"\{\{|\{%|\{#")


def faults_of_string(text: str) -> list[tuple[str, str]]:
    """(code, sentence) for each: L114 a hidden character, T402 a template's mark."""
    hidden = [("L114", f"Caractère invisible {named(c)} dans ce texte : retirez-le.") for c in (*unseen(text), *turning(text))]
    return hidden + ([("T402", "Jinja n’est pas admis dans un texte.")] if _TEMPLATE.search(text) else [])
