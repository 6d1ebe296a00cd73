#!/usr/bin/env python3
"""Make the vendored fonts of the printed sheets: subsets
of Noto Sans and Vazirmatn (both OFL), regular and bold.

    python3 -m scripts.dev.subset_fonts FOLDER

FOLDER holds the unpacked npm packages `@expo-google-fonts/noto-sans` and `vazirmatn`, anywhere below it.
Needs fonttools (test lock). Writes macros/print/fonts/: four TTF files and both licences; and
macros/language/coverage.json, which the build reads to refuse a character that no font has. The same packages
give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from scripts.dev.vowel_signs import compose

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "macros" / "print" / "fonts"

#: Latin with its extensions, modifier letters (10ᵉ), Romanian,
#: Cyrillic with Ukrainian, punctuation, bidi marks, currencies, №, ™.
LATIN = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x192, 0x192),
    (0x218, 0x21B),
    (0x2B0, 0x2B3),
    (0x2BC, 0x2BC),
    (0x2C6, 0x2DD),
    (0x2E2, 0x2E2),
    (0x300, 0x30C),
    (0x326, 0x327),
    (0x400, 0x45F),
    (0x490, 0x4BF),
    (0x1D43, 0x1D5B),
    (0x1E9E, 0x1E9E),
    (0x2000, 0x206F),
    (0x2070, 0x208E),
    (0x20A0, 0x20BF),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2215, 0x2215),
)
#: Arabic with Persian, Pashto and Urdu letters, and the spaces and marks that stand between them.
ARABIC = (
    (0x20, 0x20),
    (0x28, 0x29),
    (0x2E, 0x2E),
    (0x3A, 0x3A),
    (0xA0, 0xA0),
    (0x600, 0x6FF),
    (0x750, 0x77F),
    (0x200C, 0x200F),
    (0xFD3E, 0xFD3F),
)

FONTS = (
    ("NotoSans-Regular.ttf", "NotoSans_400Regular.ttf", LATIN),
    ("NotoSans-Bold.ttf", "NotoSans_700Bold.ttf", LATIN),
    ("Vazirmatn-Regular.ttf", "Vazirmatn-Regular.ttf", ARABIC),
    ("Vazirmatn-Bold.ttf", "Vazirmatn-Bold.ttf", ARABIC),
)
LICENCES = (
    ("OFL-NotoSans.txt", "NotoSans_400Regular.ttf", "LICENSE_FONT"),
    ("OFL-Vazirmatn.txt", "Vazirmatn-Regular.ttf", "OFL.txt"),
)


def find(folder: Path, name: str) -> Path:
    """The file called `name` below `folder`. Exits with a sentence when it is not there."""
    found = sorted(folder.rglob(name), key=lambda p: (len(p.parts), p.as_posix()))
    if not found:
        sys.exit(
            f"{name} n’est pas dans {folder} : dépliez-y les paquets npm @expo-google-fonts/noto-sans "
            "et vazirmatn."
        )
    return found[0]


def make_subset(source: Path, target: Path, ranges: tuple[tuple[int, int], ...]) -> None:
    """Write to `target` the glyphs of `source` for `ranges`, every OpenType feature kept."""
    options = subset.Options()
    options.layout_features = ["*"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.hinting = False
    font = subset.load_font(str(source), options)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=[c for first, last in ranges for c in range(first, last + 1)])
    worker.subset(font)
    subset.save_font(font, str(target), options)
    font.close()


def draw_signs(path: Path) -> None:
    """Give a font its letters with their vowel signs, one glyph each, unless it has them."""
    with TTFont(path, recalcTimestamp=False) as font:
        if compose(font):
            font.save(path)


def code_points(path: Path) -> set[int]:
    """Every character that a font has a glyph for."""
    with TTFont(path) as font:
        return set(font.getBestCmap())


def coverage(folder: Path) -> dict[str, object]:
    """What the vendored fonts cover, as ranges by family (both
    weights must have the character), and the files' hashes.
    """
    families: dict[str, set[int]] = {}
    for path in sorted(folder.glob("*.ttf")):
        with TTFont(path) as font:
            name = str(font["name"].getBestFamilyName())
        points = code_points(path)
        families[name] = families[name] & points if name in families else points
    hashes = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.ttf"))
    }
    return {
        "files": hashes,
        "families": {name: ranges_of(points) for name, points in sorted(families.items())},
    }


def ranges_of(points: set[int]) -> list[list[int]]:
    """Sorted [first, last] ranges of some code points."""
    ranges: list[list[int]] = []
    for point in sorted(points):
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return ranges


def main() -> None:
    """Subset, copy the licences, write the coverage."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    source = Path(sys.argv[1])
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, original, ranges in FONTS:
        make_subset(find(source, original), TARGET / name, ranges)
        if ranges is ARABIC:
            draw_signs(TARGET / name)
        print(f"{name} : {(TARGET / name).stat().st_size / 1000:.1f} Ko")
    for name, font, licence in LICENCES:
        package = next(p for p in find(source, font).parents if (p / licence).exists())
        shutil.copyfile(package / licence, TARGET / name)
    (ROOT / "macros" / "language" / "coverage.json").write_text(
        json.dumps(coverage(TARGET), indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
