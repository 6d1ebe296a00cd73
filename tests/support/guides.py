"""The real guide, changed where a test needs it."""

from __future__ import annotations

from macros.guide.guide import Guide


def differing(guide: Guide, commune: str | None = None) -> Guide:
    """The guide, where the préfet of Vaucluse has another delay than his neighbours."""
    local = guide.local_value("delai-prefet-dalo")
    vaucluse = local.departments["84"].model_copy(update={"value": 3.0, "unknown": None})
    changed = local.model_copy(update={"departments": {**local.departments, "84": vaucluse}})
    values = tuple(changed if series.id == local.id else series for series in guide.territory.values)
    territory = guide.territory.model_copy(update={"values": values})
    return Guide(
        guide.content, territory, guide.day, guide.lang, guide.communes[commune] if commune else None
    )
