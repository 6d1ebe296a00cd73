"""Answers that do not answer: a frightened reader is told
that it depends, or to ask somebody, and nothing else.
"""

from __future__ import annotations

import re

_DEPENDS = re.compile(
    r"\b(?:dans (?:certains|quelques) cas|selon les? (?:cas|situations?)|dans certaines situations|au "
    r"cas par cas)\b"
    r"(?P<rest>[^.?!]*)[.?!]?\s*$",
    re.IGNORECASE,
)
_ASK = re.compile(
    r"^(?:\*\*)?(?:demandez (?:donc )?conseil|renseignez-vous|faites-vous conseiller)\b", re.IGNORECASE
)
_LINK = re.compile(r"\[(?P<label>[^\]]*)\]\([^)]*\)")
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")


def evasion(text: str) -> str | None:
    """The words by which a French text ends without an answer (« dans
    certains cas »), or says only « demandez conseil »; else None.

    « Demandez conseil » beside an answer is advice; alone it
    is none. Naming whom to ask does not make it an answer.
    """
    plain = _LINK.sub(lambda link: link["label"], text).strip()
    depends = _DEPENDS.search(plain)
    if depends and ":" not in depends["rest"]:
        return depends.group().strip()
    said = [sentence.strip() for sentence in _SENTENCE.findall(plain) if sentence.strip()]
    told = [sentence for sentence in said if not sentence.endswith("?") and not _is_aside(sentence)]
    return told[0] if len(told) == 1 and _ASK.match(told[0]) else None


def _is_aside(sentence: str) -> bool:
    """What follows advice without adding to it: « C’est gratuit. »"""
    return bool(re.fullmatch(r"C’est gratuit[.!]?", sentence))
