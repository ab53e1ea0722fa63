"""Writes digits of one width, which Be Vietnam Pro has no feature for (Debian: python3-fonttools, python3-brotli). Its licence allows changed copies."""
from fontTools import subset
from fontTools.ttLib import TTFont

FOLDER = "../wwwroot/fonts/be-vietnam-pro/"
WIDTH = {400: 660, 600: 674}

for weight, width in WIDTH.items():
    font = TTFont(f"{FOLDER}be-vietnam-pro-latin-{weight}-normal.woff2", recalcTimestamp=False)
    subsetter = subset.Subsetter(subset.Options(layout_features=[], hinting=False))
    subsetter.populate(unicodes=range(ord("0"), ord("9") + 1))
    subsetter.subset(font)
    glyphs = font["glyf"]
    for name in font.getBestCmap().values():
        glyph = glyphs[name]
        shift = round((width - (glyph.xMax - glyph.xMin)) / 2) - glyph.xMin
        glyph.coordinates.translate((shift, 0))
        glyph.recalcBounds(glyphs)
        font["hmtx"][name] = (width, glyph.xMin)
    font.flavor = "woff2"
    font.save(f"{FOLDER}be-vietnam-pro-tabular-{weight}.woff2")
