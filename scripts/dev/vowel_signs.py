"""Arabic letters with their vowel signs, drawn as one glyph each, for the fonts of papers.

A sign drawn apart from its letter has no text of its own in a PDF: the letter is written once for its body
and once more for its sign, and what is searched, copied or read aloud stutters. One glyph that draws both
says both, once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fontTools.otlLib.builder import buildLigatureSubstSubtable, buildLookup
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

#: The letters of Arabic, with what carries a hamza. Other languages of the script do without the signs.
LETTERS = (*range(0x0621, 0x063B), *range(0x0641, 0x064B))
#: Tanwin, vowels, shadda, sukun. The font joins a shadda and its vowel by itself.
SIGNS = tuple(range(0x064B, 0x0653))

#: The bit of a lookup of letters that run from right to left.
_RIGHT_TO_LEFT = 1

Point = tuple[int, int]


def compose(font: TTFont) -> int:
    """Add to `font` each letter with each sign, in each of its forms; returns how many. A font that has them
    already is left as it is.
    """
    if _is_composed(font):
        return 0
    signs = _signs(font)
    letters = _forms(font)
    after: dict[tuple[str, ...], str] = {
        (letter, sign): _add(font, letter, sign, _between(at, mark))
        for letter in sorted(letters)
        for sign in signs
        for at, mark in _meet(font, letter, sign)
    }
    ligatures = _ligatures(font)
    before: dict[tuple[str, ...], str] = {}
    for (first, second), both in ligatures.items():
        for sign in signs:
            met = list(_meet_in_ligature(font, both, sign))
            if met:
                (on_first, mark), (on_second, _) = met[0], met[-1]
                before[first, sign, second] = _add(font, both, sign, _between(on_first, mark), "1")
                after[both, sign] = _add(font, both, sign, _between(on_second, mark), "2")
    _number(font)
    _substitute(font, before, after)
    return len(before) + len(after)


def _is_composed(font: TTFont) -> bool:
    """Whether the font draws a ba and its fatha as one: a saved font forgets the names of its glyphs."""
    names = font.getBestCmap()
    letter, sign = names[0x0628], names[0x064E]
    return any(
        ligature.Component == [sign]
        for table in _of_feature(font, "liga")
        for ligature in getattr(table, "ligatures", {}).get(letter, ())
    )


def _signs(font: TTFont) -> list[str]:
    """The signs, alone and joined to a shadda."""
    names = font.getBestCmap()
    single = [names[code] for code in SIGNS]
    joined = {
        ligature.LigGlyph
        for table in _subtables(font, "LigatureSubst")
        for first, found in table.ligatures.items()
        for ligature in found
        if {first, *ligature.Component} <= set(single)
    }
    return [*single, *sorted(joined)]


def _forms(font: TTFont) -> set[str]:
    """The glyphs of the letters: alone, and as the font joins them."""
    names = font.getBestCmap()
    found = {names[code] for code in LETTERS}
    for feature in ("init", "medi", "fina"):
        for table in _of_feature(font, feature):
            found |= {to for source, to in table.mapping.items() if source in found}
    return found


def _ligatures(font: TTFont) -> dict[tuple[str, str], str]:
    """Two letters that the font always draws as one: lam and alef."""
    return {
        (first, ligature.Component[0]): ligature.LigGlyph
        for table in _of_feature(font, "rlig")
        for first, found in table.ligatures.items()
        for ligature in found
        if len(ligature.Component) == 1
    }


def _of_feature(font: TTFont, tag: str) -> Iterator[Any]:
    table = font["GSUB"].table
    indexes = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == tag
        for index in record.Feature.LookupListIndex
    }
    for index in sorted(indexes):
        for subtable in table.LookupList.Lookup[index].SubTable:
            yield getattr(subtable, "ExtSubTable", subtable)


def _subtables(font: TTFont, kind: str, where: str = "GSUB") -> Iterator[Any]:
    for lookup in font[where].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            found = getattr(subtable, "ExtSubTable", subtable)
            if type(found).__name__ == kind:
                yield found


def _meet(font: TTFont, letter: str, sign: str) -> Iterator[tuple[Point, Point]]:
    """Where a letter takes a sign, and by which point of the sign: the first table that says so."""
    for table in _subtables(font, "MarkBasePos", "GPOS"):
        if letter in table.BaseCoverage.glyphs and sign in table.MarkCoverage.glyphs:
            record = table.MarkArray.MarkRecord[table.MarkCoverage.glyphs.index(sign)]
            base = table.BaseArray.BaseRecord[table.BaseCoverage.glyphs.index(letter)]
            anchor = base.BaseAnchor[record.Class]
            if anchor is not None:
                yield _point(anchor), _point(record.MarkAnchor)
                return


def _meet_in_ligature(font: TTFont, both: str, sign: str) -> Iterator[tuple[Point, Point]]:
    """The same for each letter of a ligature."""
    for table in _subtables(font, "MarkLigPos", "GPOS"):
        if both in table.LigatureCoverage.glyphs and sign in table.MarkCoverage.glyphs:
            record = table.MarkArray.MarkRecord[table.MarkCoverage.glyphs.index(sign)]
            attach = table.LigatureArray.LigatureAttach[table.LigatureCoverage.glyphs.index(both)]
            anchors = [component.LigatureAnchor[record.Class] for component in attach.ComponentRecord]
            if all(anchor is not None for anchor in anchors):
                yield from ((_point(anchor), _point(record.MarkAnchor)) for anchor in anchors)
                return


def _point(anchor: Any) -> Point:
    return anchor.XCoordinate, anchor.YCoordinate


def _between(at: Point, mark: Point) -> Point:
    return at[0] - mark[0], at[1] - mark[1]


def _add(font: TTFont, letter: str, sign: str, offset: Point, end: str = "") -> str:
    """A glyph made of a letter and of its sign put where `offset` says; returns its name."""
    name = f"signed.{letter}.{sign}{end}"
    drawn = Glyph()
    drawn.numberOfContours = -1
    drawn.components = [_component(letter, (0, 0), 0x0204), _component(sign, offset, 0x0004)]
    glyphs = font["glyf"]
    glyphs.glyphs[name] = drawn
    glyphs.glyphOrder = [*glyphs.glyphOrder, name] if name not in glyphs.glyphOrder else glyphs.glyphOrder
    drawn.recalcBounds(glyphs)
    font["hmtx"].metrics[name] = (font["hmtx"].metrics[letter][0], drawn.xMin)
    font["GDEF"].table.GlyphClassDef.classDefs[name] = 1
    return name


def _component(name: str, offset: Point, flags: int) -> GlyphComponent:
    found = GlyphComponent()
    found.glyphName = name
    found.x, found.y = offset
    found.flags = flags
    return found


def _number(font: TTFont) -> None:
    """Give every glyph its number."""
    font.setGlyphOrder(font["glyf"].glyphOrder)
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def _substitute(font: TTFont, before: dict[tuple[str, ...], str], after: dict[tuple[str, ...], str]) -> None:
    """Draw the new glyphs: a sign between lam and alef before they are joined, any other once letters are."""
    table = font["GSUB"].table
    lookups = table.LookupList.Lookup
    records = table.FeatureList.FeatureRecord
    joins = next(record.Feature.LookupListIndex[0] for record in records if record.FeatureTag == "rlig")
    # Lookups apply in the order of their numbers: the new one takes the place of the one that joins.
    lookups.append(lookups[joins])
    _register(records, "rlig", len(lookups) - 1)
    lookups[joins] = _lookup(before)
    lookups.append(_lookup(after))
    _register(records, "liga", len(lookups) - 1)
    table.LookupList.LookupCount = len(lookups)


def _lookup(mapping: dict[tuple[str, ...], str]) -> Any:
    return buildLookup([buildLigatureSubstSubtable(mapping)], flags=_RIGHT_TO_LEFT)


def _register(records: Any, tag: str, index: int) -> None:
    for record in records:
        if record.FeatureTag == tag:
            record.Feature.LookupListIndex.append(index)
            record.Feature.LookupCount = len(record.Feature.LookupListIndex)
