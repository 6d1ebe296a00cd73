"""Characters that no content may hold, and marks that a template engine would read: refused in every string of every file."""

from __future__ import annotations

import re

#: Control characters but the blanks, line separators that end a YAML or script line, signs that reorder a text unseen, and what is
#: no character at all.
_FORBIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]"
)

#: What starts an expression, a block or a comment of a template, in the engines that touch a page.
_TEMPLATE = re.compile(r"\{\{|\{%|\{#")


def forbidden(text: str) -> str:
    """The first character of `text` that no content may hold, as `U+202E`; empty when all are sound."""
    match = _FORBIDDEN.search(text)
    return f"U+{ord(match.group()):04X}" if match else ""


def has_template_mark(text: str) -> bool:
    """Whether a template engine would read something in `text`."""
    return bool(_TEMPLATE.search(text))


def faults_of_string(text: str) -> list[tuple[str, str]]:
    """(code, sentence) for what no string may hold, whatever it is for: L120 a hidden character, T402 a template's mark."""
    found = []
    name = forbidden(text)
    if name:
        found.append(("L120", f"Caractère invisible interdit ({name}) : retapez ce texte sans le copier."))
    if has_template_mark(text):
        found.append(("T402", "Jinja n’est pas admis dans un texte."))
    return found
