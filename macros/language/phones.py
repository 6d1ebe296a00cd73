"""Telephone numbers in a French text: where they stand, told
from amounts, dates, articles of law, forms and post codes.

A long number is known by its shape. A short one (17, 115, 3919)
is a number like any other: what stands around it decides.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

#: What may stand between two groups of digits of a number, and nothing wider.
_GAP = "[ .\u00a0\u202f-]?"
_SPACE = "[ \u00a0\u202f]"

#: Ten digits (0 805 16 00 75), or the same from abroad (+33 4 96 11 12 00).
_LONG = rf"(?:\+33|0033){_GAP}(?:\(0\){_GAP})?[1-9](?:{_GAP}\d){{8}}|0{_GAP}[1-9](?:{_GAP}\d){{8}}"
#: A short number written in pairs, which no amount ever is (39 28).
_PAIR = rf"3\d{_SPACE}\d\d"
_SHORT = rf"11[68]{_SPACE}?\d{{3}}|3\d{{3}}|11[2-9]|1[578]|19[16]"
#: Not inside a longer number, an article (R. 441-2-17), a form (14069*05), a date (17/03), a decimal (17,5).
_BEFORE = rf"(?<![\w*/°§.-])(?<!\d{_SPACE})(?<!\d,)"
_AFTER = rf"(?![\w*/°%-])(?!{_SPACE}?[%€°])(?!{_SPACE}\d)(?!,\d)(?!\.\d)"
_NUMBER = re.compile(
    rf"(?P<long>(?<![\w*/.-])(?<!\d{_SPACE})(?:{_LONG})(?!\d))|(?P<pair>{_BEFORE}{_PAIR}{_AFTER})"
    rf"|(?P<short>{_BEFORE}(?:{_SHORT}){_AFTER})"
)

#: « L. 115 », « art. 17 », « n° 115 », « page 18 », « Cerfa 3919 »: a rule, a form or a place in a book.
_RULE = re.compile(
    r"(?:\b(?:[LRDA]\.|art\.|articles?|alinéas?|chapitres?|n°|nº|pages?|p\.|cerfa|formulaires?|fiches?"
    r"|lot|bâtiment|étage|annexes?)"
    rf"{_SPACE}*\*?|§{_SPACE}?)$",
    re.IGNORECASE,
)
#: An address, with or without its comma: the name of its street.
_STREET = (
    rf",?{_SPACE}?(?:bis|ter|rue|avenue|boulevard|bd|place|chemin|impasse|quai|cours|allées?|route"
    r"|traverse|square)\b"
)
#: What a count or a date says after its number.
_COUNTED = re.compile(
    rf"{_STREET}|{_SPACE}*(?:€|%|m²|h\b|euros?\b|centimes?\b|fois\b|janvier|février|mars|avril|mai\b"
    r"|juin|juillet|août|septembre|octobre"
    r"|novembre|décembre|du mois|de chaque mois|(?:mètres?|kilomètres?|km|kg|minutes?|heures?|jours?"
    r"|semaines?|mois|ans?|années?|places?"
    r"|pages?|points?|pièces?|étages?|logements?|demandes?|demandeurs?|personnes?|ménages?|familles?"
    r"|habitants?|communes?|attributions?"
    rf"|annonces?|articles?|dossiers?|recours|guichets?|bailleurs?|agents?|immeubles?|appartements?|maisons?|quartiers?|villes?|pays|lits?"
    rf"|enfants?|autres?|mille|millions?|milliards?)\b)",
    re.IGNORECASE,
)
#: Words that tell that one calls, or whom, in the same clause.
_CALLING = re.compile(
    r"\b(?:r?appel\w*|téléphon\w*|tél\b|compos\w+|faites|tapez|join\w+|contact\w*|SMS|textos?|messages?|numéros?|standard|pompiers?|police|gendarmerie"
    r"|samu|secours|urgences?|sans-abri|écoute|prév\w*enez|préven\w+|alert\w+|danger)\b[^.?!;]{0,60}$",
    re.IGNORECASE,
)
#: « le 115 », « au 18 », « : 17 », « (115 », « ou 112 »: a number stands there by itself.
_ALONE = re.compile(
    rf"(?:^|[(:,–—/·«]{_SPACE}*|\b(?:le|au|du|ou|et|par le|via le|sur le){_SPACE})$", re.IGNORECASE
)
_ARTICLE = re.compile(rf"(?:^|[^\w])(?:le|au|du){_SPACE}$", re.IGNORECASE)
#: « avant le 17 », « du 15 au 18 »: a day.
_DAY = re.compile(
    rf"(?:\b(?:avant|après|depuis|dès|jusqu[’']au|à partir du|entre|d[’']ici"
    rf"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    rf"{_SPACE}(?:le{_SPACE}|au{_SPACE}|du{_SPACE})?|\bdu{_SPACE}\d{{1,2}}(?:er)?{_SPACE}au{_SPACE})$",
    re.IGNORECASE,
)
#: « Le 17 répond »; « 17 – police »: what follows tells who answers.
_ANSWERS = re.compile(
    rf"{_SPACE}(?:répond|marche|fonctionne|est gratuit|est ouvert|envoie|intervient|parle|vous )"
)
_NAMED = re.compile(
    rf"{_SPACE}?[–—:(]{_SPACE}?(?:l[ae]s? )?(?:police|gendarmerie|pompiers|samu|secours|urgence)",
    re.IGNORECASE,
)
#: The word that tells of a call stands just before: « SMS 114 », « police 17 ».
_JUST_CALLED = re.compile(
    r"\b(?:tél|téléphon\w*|SMS|texto|numéro|police|pompiers|gendarmerie|samu|secours|sans-abri|r?appel\w*|compos\w+)\.?\s*$",
    re.IGNORECASE,
)
#: « 17, 115 ou 112 »: numbers that stand together are of one kind.
_TOGETHER = re.compile(
    rf"(?:,{_SPACE}?|{_SPACE}?[/·–]{_SPACE}?|{_SPACE})"
    rf"(?:(?:ou|et|puis|sinon){_SPACE})?(?:(?:par SMS |aussi )?(?:le|au){_SPACE})?"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number of a text: its digits as they stand, and where."""

    text: str
    start: int
    end: int

    @property
    def digits(self) -> str:
        """The digits alone, from France: `0496111200` for `+33 4 96 11 12 00`."""
        return national(self.text)


def national(number: str) -> str:
    """The digits of a number as it is dialled in France, which tell whether two numbers are the same.

    >>> national("+33 (0)4 96 11 12 00")
    '0496111200'
    """
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    if number.lstrip().startswith("+33"):
        return f"0{digits[2:]}"
    return f"0{digits[4:]}" if digits.startswith("0033") and len(digits) > 10 else digits


def numbers_in(text: str, known: Collection[str] = ()) -> tuple[Number, ...]:
    """The telephone numbers of a French text, in order. `known`
    are the digits of numbers that are certainly telephones.
    """
    found = list(_NUMBER.finditer(text))
    sure = [_is_sure(text, match, known) for match in found]
    # What stands beside a telephone number is one too: once from the left, once from the right.
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for i in order:
            other = i - 1 if order.step == 1 else i + 1
            if sure[other] and not sure[i] and _beside(text, found[min(i, other)], found[max(i, other)]):
                sure[i] = True
    return tuple(Number(m.group(), m.start(), m.end()) for m, kept in zip(found, sure, strict=True) if kept)


def parts_of(text: str, known: Collection[str] = ()) -> Iterator[str | Number]:
    """`text` cut into plain pieces and numbers, in order; together they are the whole text."""
    position = 0
    for number in numbers_in(text, known):
        yield text[position : number.start]
        yield number
        position = number.end
    yield text[position:]


def _is_sure(text: str, match: re.Match[str], known: Collection[str]) -> bool:
    if match["short"] is None:
        return True
    before, after, number = text[: match.start()], text[match.end() :], match.group()
    if _RULE.search(before) or _COUNTED.match(after):
        return False
    named = bool(_NAMED.match(after))
    called = named or bool(_JUST_CALLED.search(before) or (_CALLING.search(before) and _ALONE.search(before)))
    if len(number) == 2:
        return not _DAY.search(before) and (called or bool(_ARTICLE.search(before) and _ANSWERS.match(after)))
    if called or _ARTICLE.search(before):
        return True
    return national(number) in known and bool(_ALONE.search(before) or not re.match(rf"{_SPACE}\w", after))


def _beside(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    between = text[first.end() : second.start()]
    return (
        bool(_TOGETHER.fullmatch(between))
        and not _COUNTED.match(text[second.end() :])
        and not _COUNTED.match(text[first.end() :])
    )
