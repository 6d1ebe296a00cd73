"""Time limits said to be unknown: a frightened reader takes it for « no limit », and loses the right."""

from __future__ import annotations

import re

_LIMIT = re.compile(r"\b(?:délais?|dates? limites?|combien de temps|jusqu’à quand)\b", re.IGNORECASE)

_CONTEST = re.compile(
    r"\b(?:tribun\w+|juges?|commissions?|recours|contest\w+|réclam\w+|radi\w+|refus\w*|appel)\b",
    re.IGNORECASE,
)

#: The paper in the reader's hand may be silent (« la lettre ne donne pas de délai »), the guide not.
_NOT_THE_PAPER = r"(?<!lettre )(?<!courrier )(?<!décision )(?<!notification )(?<!\belle )"

_UNKNOWN = re.compile(
    r"\b(?:pas|jamais) (?:été |pu être |encore )*(?:re)?(?:lue?s?|trouvée?s?|connue?s?|vue?s?)\b"
    r"|\bne (?:savons|connaissons|sait|connaît|connaissent|trouvons) pas\b"
    rf"|{_NOT_THE_PAPER}\bne (?:donne|dit|précise|fixe|indique)(?:nt)? (?:pas|aucun) (?:de |le )?délai"
    r"|\binconnue?s?\b"
    r"|\bnon (?:lue?s?|connue?s?)\b",
    re.IGNORECASE,
)

#: What a department or a landlord fixes for itself: no general law gives it.
_LOCAL = re.compile(r"anormalement long|attente|visite", re.IGNORECASE)


def unknown_limit(text: str) -> str | None:
    """The words of a French text that call unknown the time limit to contest a decision, or None."""
    if _LOCAL.search(text) or not _LIMIT.search(text) or not _CONTEST.search(text):
        return None
    said = _UNKNOWN.search(text)
    return said.group() if said else None
