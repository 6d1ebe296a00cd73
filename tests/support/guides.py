"""The real guide, read once for all the tests of a process, and changed where a test needs it."""

from __future__ import annotations

from functools import cache

from macros.guide.guide import Guide
from macros.opening import Opened, read_content
from support import CONTENT, DAY


@cache
def read() -> Opened:
    """The real content, which `test_the_content_has_no_fault` checks: six times as long as reading it."""
    content, files, faults = read_content(CONTENT)
    return Opened(content, {code: file.entries for code, file in files.items()}, tuple(faults))


@cache
def real(lang: str = "fr", territory: str = "amp") -> Guide:
    """The real guide of a territory in a language, on the day of the tests."""
    return read().guide(DAY, territory, lang)


def differing(guide: Guide, commune: str | None = None) -> Guide:
    """The guide, where the préfet of Vaucluse has another delay than his neighbours."""
    local = guide.local_value("delai-prefet-dalo")
    assert local
    vaucluse = local.departments["84"].model_copy(update={"value": 3.0, "unknown": None})
    changed = local.model_copy(update={"departments": {**local.departments, "84": vaucluse}})
    values = tuple(changed if series.id == local.id else series for series in guide.territory.values)
    territory = guide.territory.model_copy(update={"values": values})
    return Guide(
        guide.content, territory, guide.day, guide.lang, guide.communes[commune] if commune else None
    )
