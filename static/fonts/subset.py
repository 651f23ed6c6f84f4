#!/usr/bin/env python3
# /// script
# requires-python = ">=3.10"
# dependencies = ["fonttools==4.68.0", "brotli==1.2.1"]
# ///
"""Make the WOFF2 files in this directory from Adobe's Source Serif 4.

    pip install fonttools==4.68.0 brotli==1.2.1     (or: uv run subset.py)
    python subset.py             write the files, and the table in README.md
    python subset.py --check     write nothing; fail if any byte would differ

Needs `npm` on the path, to download one package. Same input, same bytes.
"""
import argparse
import hashlib
import io
import logging
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import brotli
import fontTools
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from fontTools.varLib import instancer

PACKAGE = "source-serif@4.5.1"
TARBALL = "source-serif-4.5.1.tgz"
TARBALL_SHA256 = "19a448df98f4aa777de3452b0a1e29aa7ffe29252fe552c8a2d2531702d80746"
FONTTOOLS, BROTLI = "4.68.0", "1.2.1"

FAMILY = "Brief Serif"  # "Source" is a Reserved Font Name: a subset may not carry it
HERE = Path(__file__).resolve().parent


def span(first, last):
    return set(range(first, last + 1))


# --- Characters -----------------------------------------------------------

# Signs a briefing hardly ever needs; they go with the rarer letters, to keep the base small.
RARE = set(map(ord, "¢¤¥¦¨¬¯´¸µ±÷¼¾ʼˆ˚˜⁄≠¶†‡′″⁰⁴⁵⁶⁷⁸⁹↑↓↔≈≤≥"))
LATIN = (
    span(0x20, 0x7E)
    | span(0xA0, 0xFF) - RARE - {0xAD}
    | set(map(ord, "ıŒœ"))
    | set(map(ord, "‐‑–—‘’‚“”„•…‹›"))
    | {0x2009, 0x202F}  # thin space, narrow no-break space
    | set(map(ord, "€№™←→−"))
)
# The other Latin letters the family has; Vietnamese included.
LATIN_EXT = (span(0x100, 0x24F) | span(0x1E00, 0x1EFF) | RARE) - LATIN
# Every Cyrillic letter the family has, and the stress marks.
CYRILLIC = span(0x400, 0x4FF) | {0x300, 0x301}
SCRIPTS = {"latin": LATIN, "latin-ext": LATIN_EXT, "cyrillic": CYRILLIC}

# --- Features -------------------------------------------------------------

SCRIPT_FEATURES = {
    "latin": ["kern", "liga"],
    "latin-ext": ["kern", "liga"],
    "cyrillic": ["kern", "liga", "ccmp", "locl", "mark", "mkmk"],  # national forms, stress marks
}
FIGURES = ["lnum", "pnum", "tnum"]

# --- Cuts: static instances of the variable masters -----------------------

CUTS = [
    dict(name="regular", master="Roman", style="Regular", weight=400, opsz=16, css="normal"),
    dict(name="semibold", master="Roman", style="SemiBold", weight=600, opsz=24, css="normal"),
    dict(name="italic", master="Italic", style="Italic", weight=400, opsz=16, css="italic"),
]


def download(directory):
    subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=directory, check=True, stdout=subprocess.DEVNULL)
    return (Path(directory) / TARBALL).read_bytes()


def unpack(tarball):
    found = hashlib.sha256(tarball).hexdigest()
    if found != TARBALL_SHA256:
        sys.exit(f"{TARBALL}: SHA-256 is {found}, not {TARBALL_SHA256}")
    with tarfile.open(fileobj=io.BytesIO(tarball)) as archive:
        read = lambda path: archive.extractfile("package/" + path).read()
        masters = {m: read(f"VAR/SourceSerif4Variable-{m}.ttf") for m in ("Roman", "Italic")}
        return masters, read("LICENSE.md")


def instance(data, cut):
    """One static font at a fixed weight and optical size."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    font = instancer.instantiateVariableFont(font, {"wght": cut["weight"], "opsz": cut["opsz"]})
    add_characters(font)
    return font


def add_characters(font):
    """Two characters the family lacks, from glyphs it has."""
    cmaps = [t for t in font["cmap"].tables if t.isUnicode()]
    best = font.getBestCmap()
    hyphen = best.get(0x2010, best[0x2D])
    left, right = best[0x2190], best[0x2192]
    if font["hmtx"][left][0] != font["hmtx"][right][0]:
        sys.exit("the arrows are no longer of one width: ↔ cannot be made by laying one over the other")
    both = Glyph()
    both.numberOfContours = -1
    both.components = []
    width = font["hmtx"][left][0]
    shift = round(width * 0.4)  # the heads apart, the shafts joined
    for name, x in ((left, 0), (right, shift)):
        part = GlyphComponent()
        part.glyphName, part.x, part.y, part.flags = name, x, 0, 0x4 | 0x400  # ROUND_XY_TO_GRID, OVERLAP_COMPOUND
        both.components.append(part)
    font["glyf"]["arrowboth"] = both
    both.recalcBounds(font["glyf"])
    font["hmtx"]["arrowboth"] = (width + shift, both.xMin)
    for table in cmaps:
        table.cmap[0x2011] = hyphen
        table.cmap[0x2194] = "arrowboth"


def subset(font, characters, features):
    options = Options()
    options.layout_features = features
    options.layout_scripts = ["*"]
    options.name_IDs = [0, 1, 2, 3, 4, 6, 14]  # names, copyright, licence
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.hinting = False
    options.drop_tables += ["BASE", "STAT", "MVAR", "HVAR", "avar"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def round_kerning(font, step=4):
    """Kerning to the nearest 4/1000 em: invisible, and it compresses better."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for pairs in lookup.SubTable:
            pairs = getattr(pairs, "ExtSubTable", pairs)
            if type(pairs).__name__ != "PairPos":
                continue
            if pairs.Format == 1:
                records = [r for s in pairs.PairSet for r in s.PairValueRecord]
            else:
                records = [r for c in pairs.Class1Record for r in c.Class2Record]
            for value in (v for r in records for v in (r.Value1, r.Value2) if v):
                for key, units in vars(value).items():
                    setattr(value, key, step * int(units / step + (0.5 if units > 0 else -0.5)))


def rename(font, cut):
    family, style = FAMILY, cut["style"]
    postscript = (family + "-" + style).replace(" ", "")
    names = {1: family if style in ("Regular", "Italic") else f"{family} {style}",
             2: style if style in ("Regular", "Italic") else "Regular",
             3: f"{postscript};{PACKAGE}", 4: f"{family} {style}", 6: postscript}
    for ident, value in names.items():
        font["name"].setName(value, ident, 3, 1, 0x409)
    for ident in (1, 3, 4, 6):
        if "Source" in font["name"].getDebugName(ident).replace(PACKAGE, ""):
            sys.exit(f"name {ident} still holds the reserved name")


def compress(font):
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def ranges(characters):
    """CSS unicode-range for a set of characters."""
    out, run = [], []
    for c in sorted(characters) + [None]:
        if run and c != run[-1] + 1 if c is not None else run:
            out.append(f"U+{run[0]:X}" + (f"-{run[-1]:X}" if len(run) > 1 else ""))
            run = []
        run.append(c)
    return ", ".join(out)


def build():
    with tempfile.TemporaryDirectory() as directory:
        masters, licence = unpack(download(directory))
    files, rows, css = {"OFL.txt": licence}, [], []
    for cut in CUTS:
        whole = io.BytesIO()
        instance(masters[cut["master"]], cut).save(whole)
        for script, characters in SCRIPTS.items():
            whole.seek(0)
            font = TTFont(whole, recalcTimestamp=False)
            subset(font, characters, SCRIPT_FEATURES[script] + FIGURES)
            round_kerning(font)
            rename(font, cut)
            covered = set(font.getBestCmap())
            data = compress(font)
            name = f"brief-serif-{cut['name']}-{script}.woff2"
            files[name] = data
            rows.append((name, cut, len(data), len(covered), len(font.getGlyphOrder()), hashlib.sha256(data).hexdigest()))
            css.append((name, cut, ranges(covered)))
            missing = sorted(characters - covered) if script == "latin" else []
            if missing:
                print("  missing:", name, " ".join(f"U+{c:04X}" for c in missing), file=sys.stderr)
    return files, rows, css


def table(rows, css):
    lines = ["| file | weight | style | opsz | bytes | characters | glyphs | SHA-256 |",
             "| --- | --- | --- | --- | ---: | ---: | ---: | --- |"]
    for name, cut, size, characters, glyphs, digest in rows:
        lines.append(f"| `{name}` | {cut['weight']} | {cut['css']} | {cut['opsz']} | {size} "
                     f"| {characters} | {glyphs} | `{digest}` |")
    lines.append("")
    for script in SCRIPTS:
        total = sum(r[2] for r in rows if r[0].endswith(f"-{script}.woff2"))
        lines.append(f"- All `{script}` files: {total} bytes, {sum(-(-r[2] // 3) * 4 for r in rows if r[0].endswith(f'-{script}.woff2'))} as base64.")
    lines += ["", "`unicode-range`, from each file's own character map:", ""]
    by_range = {}
    for name, _, text in css:
        by_range.setdefault(text, []).append(name)
    for text, names in by_range.items():
        lines += ["- " + ", ".join(f"`{n}`" for n in names), "  ```css", f"  unicode-range: {text};", "  ```"]
    return "\n".join(lines) + "\n"


START, END = "<!-- written by subset.py: start -->\n", "<!-- written by subset.py: end -->\n"


def main():
    parser = argparse.ArgumentParser(description="Make the embedded fonts.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file would change")
    arguments = parser.parse_args()
    logging.disable(logging.WARNING)
    if (fontTools.version, brotli.__version__) != (FONTTOOLS, BROTLI):
        sys.exit(f"needs fonttools {FONTTOOLS} and brotli {BROTLI}; here are {fontTools.version} and {brotli.__version__}")
    files, rows, css = build()
    readme = HERE / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.exists() else START + END
    before, rest = text.split(START)
    after = rest.split(END)[1]
    files["README.md"] = (before + START + table(rows, css) + END + after).encode()
    changed = [n for n, data in files.items() if not (HERE / n).exists() or (HERE / n).read_bytes() != data]
    if arguments.check:
        sys.exit(f"differs: {', '.join(changed)}" if changed else 0)
    for name, data in files.items():
        (HERE / name).write_bytes(data)
    for name, _, size, characters, glyphs, _ in rows:
        print(f"{size:6} bytes {characters:4} characters {glyphs:4} glyphs  {name}")


if __name__ == "__main__":
    main()
