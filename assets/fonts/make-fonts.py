"""Makes the two report fonts in this folder; run only when they have to change (python3 with fontTools and brotli).

    python3 make-fonts.py NOTO_SANS_JP_REGULAR.ttf SOURCE_SANS_3_REGULAR.ttf Regular
    python3 make-fonts.py NOTO_SANS_JP_BOLD.ttf SOURCE_SANS_3_BOLD.ttf Bold

Input: static instances of Noto Sans JP 2.004 and Source Sans 3 (both SIL Open Font License 1.1). Noto Sans JP
lacks most of Latin Extended-A and B; its Latin letters are those of Source Sans, enlarged, so the missing ones
are taken from there at the same enlargement. 'Source' is a reserved font name: the result carries a name of its own.
"""

import io
import sys
from pathlib import Path

import brotli
from fontTools import subset
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FAMILY = "Sparsight Report"
LATIN_CYRILLIC_GREEK = [*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00)]
SYMBOLS = [*range(0x2000, 0x2070), *range(0x2070, 0x20D0), *range(0x2100, 0x2400), *range(0x2460, 0x2700)]
CJK_MARKS = [*range(0x3000, 0x3100), *range(0x31F0, 0x3400), *range(0xFF00, 0xFFF0)]


def windows_japanese():
    """Every character of Windows-31J: JIS X 0208 (levels 1 and 2) with the NEC and IBM extensions used in names."""
    pairs = (bytes([lead, trail]) for lead in [*range(0x81, 0xA0), *range(0xE0, 0xFD)] for trail in range(0x40, 0xFD))
    return {ord(c) for pair in pairs for c in pair.decode("cp932", "ignore") if len(pair.decode("cp932", "ignore")) == 1}


def add_missing_latin(font, latin, wanted):
    """Copies the glyphs of `wanted` characters that `font` lacks from `latin`, enlarged to match the letter H."""
    have, source = font.getBestCmap(), latin.getBestCmap()
    scale = font["glyf"][have[ord("H")]].yMax / latin["glyf"][source[ord("H")]].yMax
    drawn = latin.getGlyphSet()
    order = list(font.getGlyphOrder())
    for code in sorted(set(wanted) & set(source) - set(have)):
        name = f"latin{code:04X}"
        pen = TTGlyphPen(None)
        drawn[source[code]].draw(TransformPen(OutlinePen(pen, drawn), (scale, 0, 0, scale, 0, 0)))
        order.append(name)
        font.setGlyphOrder(order)
        font["glyf"].glyphs[name] = pen.glyph()
        font["glyf"].glyphOrder = order
        glyph = font["glyf"][name]
        glyph.recalcBounds(font["glyf"])
        advance = round(latin["hmtx"][source[code]][0] * scale)
        font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0) or 0)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


class OutlinePen:
    """Forwards to `pen` and resolves components, so that accented letters become outlines of their own."""

    def __init__(self, pen, glyph_set):
        self.pen, self.glyph_set = pen, glyph_set

    def __getattr__(self, name):
        return getattr(self.pen, name)

    def addComponent(self, name, transformation):
        self.glyph_set[name].draw(TransformPen(self, transformation))


def rename(font, style):
    names = font["name"]
    copyright_texts = {r.toUnicode() for r in names.names if r.nameID == 0}
    names.names = []
    for number, text in {
        0: "; ".join(sorted(copyright_texts)),
        1: FAMILY,
        2: style,
        3: f"{FAMILY} {style}",
        4: f"{FAMILY} {style}",
        6: f"SparsightReport-{style}",
        13: "SIL Open Font License, Version 1.1",
        14: "https://openfontlicense.org",
    }.items():
        names.setName(text, number, 3, 1, 0x409)


def main(japanese_path, latin_path, style):
    font, latin = TTFont(japanese_path), TTFont(latin_path)
    for table in ["vhea", "vmtx", "BASE", "GSUB", "GPOS", "GDEF", "STAT", "DSIG"]:
        if table in font:
            del font[table]
    add_missing_latin(font, latin, LATIN_CYRILLIC_GREEK)
    rename(font, style)
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=["*"], glyph_names=False, recalc_timestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={*LATIN_CYRILLIC_GREEK, *SYMBOLS, *CJK_MARKS, *windows_japanese()})
    subsetter.subset(font)
    plain = io.BytesIO()
    font.save(plain)
    target = Path(__file__).with_name(f"sparsight-report-{style.lower()}.ttf.br")
    target.write_bytes(brotli.compress(plain.getvalue(), quality=11, lgwin=24))
    print(target.name, len(plain.getvalue()), target.stat().st_size, len(font.getBestCmap()))


if __name__ == "__main__":
    main(*sys.argv[1:])
