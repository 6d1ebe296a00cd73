"""What the bench says of its figures: medians, ratios of pairs, a line beside its target. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from scripts.measure.bench_clock import Took

#: A target is held up to this: a figure is shown with as many decimals.
_AS_SHOWN = 0.005


def paired(pairs: Sequence[tuple[Took, Took]], what: str = "wall") -> tuple[float, float, float]:
    """(median, least, greatest) of the ratios of pairs: ours over theirs, pair by pair, so that what slows
    the machine down slows both.
    """
    ratios = [getattr(ours, what) / max(getattr(theirs, what), 1e-9) for ours, theirs in pairs]
    return median(ratios), min(ratios), max(ratios)


def ratio_line(name: str, pairs: Sequence[tuple[Took, Took]], target: float | None = None) -> str:
    """« Zensical : 0,70 × (0,68–0,71) …; cible ≤ 0,75 : tenue »: the ratios, then both in seconds."""
    wall, least, most = paired(pairs)
    used, *_ = paired(pairs, "processor")
    ours, theirs = zip(*pairs, strict=True)
    return (
        f"{name} : {_number(wall)} × à l’horloge ({_number(least)}–{_number(most)}), "
        f"{_number(used)} × au processeur ; {seconds(ours)} contre {seconds(theirs)}{verdict(wall, target)}"
    )


def value_line(name: str, values: Iterable[float], unit: str, target: float | None = None) -> str:
    """The median of `values`, their ends, and whether it holds its target."""
    found = sorted(values)
    middle = median(found)
    ends = f" ({_number(found[0])}–{_number(found[-1])})" if len(found) > 1 else ""
    return f"{name} : {_number(middle)}{ends} {unit}{verdict(middle, target)}"


def took_line(name: str, done: Sequence[Took], target: float | None = None) -> str:
    """The median seconds of a command, and whether the wall holds its target."""
    wall = median(took.wall for took in done)
    return f"{name} : {seconds(done)}{verdict(wall, target)}"


def seconds(done: Sequence[Took]) -> str:
    """« 2,50 s (processeur 4,56 s) »: medians."""
    wall, used = (median(getattr(took, what) for took in done) for what in ("wall", "processor"))
    return f"{_number(wall)} s (processeur {_number(used)} s)"


def verdict(value: float, target: float | None) -> str:
    """« ; cible ≤ 0,75 : tenue »; nothing where nobody set a target."""
    if target is None:
        return ""
    held = value < target + _AS_SHOWN
    return f" ; cible ≤ {_number(target)} : {'tenue' if held else 'MANQUÉE'}"


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",") if value < 100 else f"{value:.0f}"
