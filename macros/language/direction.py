"""Which way a language runs, and how digits keep their order in one that runs from right to left.

After a right-to-left letter the bidirectional algorithm (UAX 9) lays whole groups of digits from right to
left: `39 28` is seen as `28 39`, `14069*05` as `05*14069`, and the euro on the other side of its amount. A
no-break space, a comma, a full stop, a colon or a slash between digits keep them together; any other sign
does not, and needs isolates around the whole. Isolates leave no trace in the text drawn out of a PDF, where
direction marks stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale
from babel.core import UnknownLocaleError, get_global

#: A run from left to right (or from right to left, or by its
#: first letter) that moves nothing around it, and its end.
LEFT_TO_RIGHT, END = "\u2066", "\u2069"
NO_BREAK, NARROW = "\u00a0", "\u202f"

_ISOLATES = "\u2066\u2067\u2068"

_SPACES = r"[ \t\r\n\u2000-\u200a\u205f\u3000]+"
_THOUSANDS = re.compile(
    rf"(?<![\d\u00a0\u202f.,])(?<!\d )([1-9]\d{{0,2}}(?:{_SPACES}\d{{3}})+)(?!{_SPACES}?\d)"
)
_BETWEEN_DIGITS = re.compile(rf"(?<=\d){_SPACES}(?=\d)")

#: Signs that the algorithm keeps inside a number, and those that it
#: does not; a sign before a number belongs to it only after a space.
_KEPT = r"[.,:/\u00a0\u202f]"
_BROKEN = r"[*+\-\u2010-\u2015\u2212×÷=_~·•|#&@\\]"
_SIGN = r"(?:(?<![^\s(\[«\"“‘])[+\-\u2212])?"
_DIGITS = r"\d+(?:[ \u00a0\u202f]?[%€])?"
_RUN = re.compile(rf"(?<!\d){_SIGN}{_DIGITS}(?:(?:{_KEPT}|{_BROKEN}){_DIGITS})*")
_UNSTABLE = re.compile(rf"^[+\-\u2212]|{_BROKEN}|[%€]")
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=[%€])")
#: Words between quotation marks, and no isolate among them.
_QUOTED = re.compile(f"(?<!{LEFT_TO_RIGHT})[«“][^«»“”{_ISOLATES}{END}]+[»”]")
_ISOLATED = re.compile(f"[{_ISOLATES}][^{_ISOLATES}{END}]*{END}")
_ANY_ISOLATE = re.compile(f"[{_ISOLATES}{END}]")


@lru_cache(maxsize=64)
def locale_of(lang: str) -> str:
    """Babel's locale for a language of the guide. English is British: it
    is written for Europe. French stands in for what CLDR does not know.
    """
    wanted = {"en": "en_GB"}.get(lang, lang.replace("-", "_"))
    return next((name for name in (wanted, wanted.split("_")[0]) if _is_known(name)), "fr")


def is_known(lang: str) -> bool:
    """Whether CLDR knows how `lang` writes its dates and its lists."""
    return _is_known(lang.replace("-", "_").split("_")[0])


def _is_known(name: str) -> bool:
    try:
        Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return False
    return True


@lru_cache(maxsize=64)
def is_right_to_left(lang: str) -> bool:
    """Whether `lang` runs from right to left, as CLDR says."""
    return Locale.parse(locale_of(lang)).character_order == "right-to-left"


@lru_cache(maxsize=64)
def script_of(lang: str) -> str:
    """The letters that `lang` is written in, as ISO 15924 calls them (`Latn`, `Arab`, `Ethi`)."""
    locale = Locale.parse(locale_of(lang))
    if locale.script:
        return locale.script
    likely = get_global("likely_subtags").get(locale.language, "")
    return next((part for part in likely.split("_") if len(part) == 4), "Latn")


def ordered(text: str, lang: str) -> str:
    """`text` with every group of digits in its order when `lang`
    runs from right to left; untouched otherwise. Twice is once.
    """
    return _ordered(text) if is_right_to_left(lang) else text


@lru_cache(maxsize=16384)
def _ordered(text: str) -> str:
    text = _THOUSANDS.sub(lambda match: re.sub(_SPACES, NARROW, match.group()), text)
    text = _BEFORE_UNIT.sub(NO_BREAK, _BETWEEN_DIGITS.sub(NO_BREAK, text))
    if _is_name_from_a_digit(text):
        return _whole(text)
    text = _QUOTED.sub(_name_in_quotes, text)
    return _RUN.sub(lambda match: _isolated(text, match), text)


def _name_in_quotes(match: re.Match[str]) -> str:
    """A Latin name isolated with its quotation marks: after another Latin word the first would stay to the
    left with that word, and the last one would turn, so that both look the same.
    """
    directions = {unicodedata.bidirectional(character) for character in match.group()}
    if "L" not in directions or directions & {"R", "AL"}:
        return match.group()
    return f"{LEFT_TO_RIGHT}{match.group()}{END}"


def _isolated(text: str, match: re.Match[str]) -> str:
    """A number whose signs would be laid from right to left, isolated.
    After a Latin letter (« Cerfa 14069*05 ») it stays with its word.
    """
    run = match.group()
    if not _UNSTABLE.search(run) or _last_strong(text[: match.start()]) == "L":
        return run
    return f"{LEFT_TO_RIGHT}{run}{END}"


def _last_strong(before: str) -> str:
    """The direction that the text before a number gives it:
    `L`, `R`, or nothing. An isolate that is closed gives none.
    """
    for character in reversed(_ISOLATED.sub("", before)):
        direction = unicodedata.bidirectional(character)
        if character in _ISOLATES:
            return "L" if character == LEFT_TO_RIGHT else ""
        if direction in ("L", "R", "AL"):
            return "L" if direction == "L" else "R"
    return ""


def _is_name_from_a_digit(text: str) -> bool:
    """Whether a text is a name such as « 13 Habitat »: without one
    letter of the language, its figure would go behind the name.
    """
    directions = {unicodedata.bidirectional(character) for character in text}
    return text.strip()[:1].isdigit() and "L" in directions and not directions & {"R", "AL"}


def _whole(text: str) -> str:
    core = text.strip(" ")
    before, after = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    return f"{before}{LEFT_TO_RIGHT}{core}{END}{after}"


def isolate_faults(text: str) -> Iterator[str]:
    """A French sentence when an isolate of `text` is left open, or closed without having been opened."""
    opened = 0
    for character in _ANY_ISOLATE.findall(text):
        opened += (character in _ISOLATES) - (character == END)
        if opened < 0:
            break
    if opened:
        yield "Un isolat (U+2066 à U+2068) doit être refermé par U+2069, et U+2069 n’aller jamais seul."
