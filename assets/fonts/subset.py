"""Makes the bundled fonts from their upstream files.

    pip install fonttools brotli
    python assets/fonts/subset.py INTER LUCIDE DEJAVU

INTER   folder with Inter-Regular.woff2 and its sisters (npm package `inter-ui` 4.1.1, folder `web`)
LUCIDE  folder with lucide.ttf and codepoints.json (npm package `lucide-static` 1.62.0, folder `font`)
DEJAVU  folder with DejaVuSansMono.ttf and its bold (Debian package `fonts-dejavu-core`)

Run it after adding an icon to `src/app/icon.rs`: that list decides which icons are kept.

Why not the files as they come: iced cannot switch OpenType features, so the tabular figures are
made the default ones (columns of money must align); a family name of our own keeps an Inter that
is installed on the machine, with proportional figures, from being picked instead.
"""

import json
import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

LATIN = [
    *range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x149), *range(0x14A, 0x180),
    0x1EBC, 0x1EBD, 0x1EF8, 0x1EF9,                   # ẽ and ỹ of Guaraní
    0x2BC, 0x300, 0x301, 0x302, 0x303, 0x308, 0x327,  # ʼ and marks (g̃ is g and U+0303)
]
PUNCTUATION = [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D,
               0x201E, 0x2022, 0x2026, 0x202F, 0x2009, 0x2039, 0x203A]
SIGNS = [0x20AC, 0x20B2, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2197, 0x2198,
         0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265]
BOXES = [*range(0x2500, 0x2503), 0x250C, 0x2510, 0x2514, 0x2518, 0x2550, 0x2588, 0x2592]


def cut(font, codepoints, features):
    """Leaves only `codepoints` and what they need."""
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "STAT", "meta"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codepoints)
    cutter.subset(font)
    missing = set(codepoints) - set(font.getBestCmap())
    if missing:
        raise SystemExit("missing: " + " ".join(f"U+{c:04X}" for c in sorted(missing)))


def freeze_tabular_figures(font):
    """Digits point at their tabular glyphs, as the feature `tnum` would make them."""
    gsub = font["GSUB"].table
    tabular = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    tabular.update(getattr(table, "ExtSubTable", table).mapping)
    for table in font["cmap"].tables:
        for digit in range(0x30, 0x3A):
            if digit in table.cmap:
                glyph = table.cmap[digit]  # two tables may share one mapping: done once
                table.cmap[digit] = tabular.get(glyph, glyph)


def rename(font, family, style):
    for record in list(font["name"].names):
        if record.nameID in (16, 17):
            font["name"].removeNames(nameID=record.nameID)
    postscript = f"{family}-{style}".replace(" ", "")
    names = {1: family, 2: style, 3: postscript, 4: f"{family} {style}", 6: postscript}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


def save(font, path):
    font.flavor = None
    font.save(path)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")


def inter(folder):
    for style in ("Regular", "Medium", "SemiBold", "Bold"):
        font = TTFont(folder / f"Inter-{style}.woff2")
        freeze_tabular_figures(font)
        cut(font, LATIN + PUNCTUATION + SIGNS, ["ccmp", "kern", "mark", "mkmk"])
        rename(font, "Cantina Inter", style)
        save(font, HERE / f"Inter-{style}.ttf")


def mono(folder):
    for style, file in (("Regular", "DejaVuSansMono"), ("Bold", "DejaVuSansMono-Bold")):
        font = TTFont(folder / f"{file}.ttf")
        cut(font, [c for c in LATIN + PUNCTUATION + SIGNS + BOXES if c in font.getBestCmap()], ["ccmp"])
        rename(font, "Cantina Mono", style)
        save(font, HERE / f"{file}.ttf")


def lucide(folder):
    source = (ROOT / "src/app/icon.rs").read_text()
    listed = {name: int(code, 16) for code, name in
              re.findall(r"'\\u\{([0-9a-f]+)\}' \"([a-z0-9-]+)\"", source)}
    upstream = json.loads((folder / "codepoints.json").read_text())
    moved = {name: hex(upstream.get(name, 0)) for name, code in listed.items() if upstream.get(name) != code}
    if moved:
        raise SystemExit(f"other code points upstream: {moved}")
    font = TTFont(folder / "lucide.ttf")
    cut(font, list(listed.values()), [])
    rename(font, "Cantina Lucide", "Regular")
    save(font, ROOT / "assets/icons/lucide.ttf")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    folders = [Path(argument) for argument in sys.argv[1:]]
    inter(folders[0])
    lucide(folders[1])
    mono(folders[2])
