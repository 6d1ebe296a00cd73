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


_JUDGE = re.compile(
    r"\b(?:saisi(?:r|ssez)|contest\w+|recours|faites? appel|demandez au|écrivez au|devant)\b"
    # a prosecutor is written to at the court, and no limit runs
    r"(?:(?!procureur)[^.?!]){0,60}?(?P<who>\b(?:tribunal(?: administratif| judiciaire)?|juge(?: "
    r"de l’exécution| des contentieux de la protection)?"
    r"|commission de (?:recours|médiation|conciliation|surendettement))\b)",
    re.IGNORECASE,
)
_OWED = re.compile(
    r"\b(?P<who>(?:le |la |l’|les |votre )(?:préfet|préfète|commission|bailleur|propriétaire|mairie"
    r"|maire|caf|état|tribunal|département"
    r"|syndic|guichet|métropole)) (?:doit|doivent|est tenue? de|a l’obligation de|a "
    r"(?:\*\*)?\{valeur:[a-z-]+\}(?:\*\*)? pour)\b",
    re.IGNORECASE,
)


def judge(text: str) -> str | None:
    """The judge or the commission before which a French text sends its reader to contest, or None."""
    found = _JUDGE.search(_without_links(text))
    return found["who"] if found else None


def obligation(text: str) -> str | None:
    """The words by which a French text says what somebody else owes the reader, or None."""
    found = _OWED.search(_without_links(text))
    return found.group() if found else None


def _without_links(text: str) -> str:
    return re.sub(r"\[(?P<label>[^\]]*)\]\([^)]*\)", lambda link: link["label"], text)
