"""The faces that pages show until the web fonts arrive: run as a program, writes `assets/fallback-fonts.css`.

A common system font is scaled so that text takes the same room in it as in the web font. `size-adjust` is the ratio of
the two mean widths of a character in English prose, and the overrides give the scaled font the height of the web font
above and below the line. Chromium measures the web fonts in the files that the site ships. The widths of system fonts
are constants here: most machines lack most of them.
"""

import base64
import os
import sys
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import dossier
from playwright.sync_api import sync_playwright

ASSETS = Path(dossier.__file__).parent / "assets"
CSS = ASSETS / "fallback-fonts.css"
FOLDER = ASSETS / "vendor" / "fonts"
SAMPLE = (
    "Most of the men who left their posts in those weeks have never been named. What is known of them comes from "
    "five articles, two of which repeat a third, and from a film of nine soldiers who ask others to follow. The "
    "government said that nothing had happened; the opposition spoke of hundreds, and an agency in Bogotá of 567. A"
    " reader who wants to know which of these figures to trust should ask who counted, when, and whether anyone saw"
    " the list. None of the articles says. A general said to a newspaper on Tuesday that his officers were loyal, "
    "but he would not be quoted, and on Friday, 8 March 2019, he crossed the river with his family. “We could not "
    "fire on our own people,” his driver said to a reporter of the Miami Herald. The ministry did not answer. Since"
    " then the border has been closed twice, the aid is still in the warehouses of the United Nations, and those "
    "who fled wait for papers. One report, published on 24 March 2019, says that “more than 500” left their posts; "
    "another gives 567 and names the ministry. Neither says when the count was made, and the two agencies that "
    "passed the figure on did not check it. What is certain is the order of events: the convoy stopped at the "
    "bridge, the first officers walked across, and by the next morning General Quijano had spoken to the press, "
    "just before the vote."
)
"""Prose with the mix of letters, capitals, figures and spaces that pages have. Its kerning counts."""
RANGE = "U+0-FF, U+131, U+152-153, U+2000-206F, U+20AC, U+2122, U+2212"
"""Characters of the web fonts. For all others, such as Greek, readers keep the fonts of their system as they are."""
MEASURE = """async ([data, weights, weight, sample]) => {
  const face = new FontFace("Measured", data, {weight: weights})
  document.fonts.add(await face.load())
  const context = document.createElement("canvas").getContext("2d")
  context.font = `${weight} 1000px Measured`
  const measured = context.measureText(sample)
  document.fonts.delete(face)
  return [measured.width / [...sample].length, measured.fontBoundingBoxAscent, measured.fontBoundingBoxDescent]
}"""


@dataclass(frozen=True)
class WebFace:
    """A face of a web font: its file, the range of weights in it, and the weight to measure."""

    family: str
    file: str
    weights: str
    weight: int
    cut: str
    """The cut of a system font that takes its place: regular, italic or bold."""
    descriptors: str
    """The descriptors of its rule."""


WEB_FACES = (
    WebFace("Source Serif 4", "source-serif-400.woff2", "400", 400, "regular", "font-weight: 400"),
    WebFace(
        "Source Serif 4",
        "source-serif-400-italic.woff2",
        "400",
        400,
        "italic",
        "font-style: italic;\n  font-weight: 400",
    ),
    WebFace("Source Serif 4", "source-serif-600.woff2", "600", 600, "bold", "font-weight: 600"),
    WebFace("Inter", "inter.woff2", "100 900", 400, "regular", "font-weight: 100 500"),
    WebFace("Inter", "inter.woff2", "100 900", 600, "bold", "font-weight: 501 900"),
)


@dataclass(frozen=True)
class SystemFont:
    """A font of a system, and others of the same widths: what they are called, and how wide each cut is.

    The width is that of a character of the sample, on average, in thousandths of the size.
    """

    name: str
    replaces: str
    names: dict[str, tuple[str, ...]]
    """By cut: full names and PostScript names, since browsers look for one or the other."""
    widths: dict[str, float]


SYSTEM_FONTS = (
    SystemFont(
        "Georgia",
        "Source Serif 4",
        {
            "regular": ("Georgia", "Gelasio", "Gelasio Regular"),
            "italic": ("Georgia Italic", "Georgia-Italic", "Gelasio Italic"),
            "bold": ("Georgia Bold", "Georgia-Bold", "Gelasio Bold"),
        },
        {"regular": 438.75, "italic": 446.17, "bold": 510.30},
    ),
    SystemFont(
        "Noto Serif",
        "Source Serif 4",
        {
            "regular": ("Noto Serif", "Noto Serif Regular", "NotoSerif", "NotoSerif-Regular"),
            "italic": ("Noto Serif Italic", "NotoSerif-Italic"),
            "bold": ("Noto Serif Bold", "NotoSerif-Bold"),
        },
        {"regular": 474.91, "italic": 461.22, "bold": 503.18},
    ),
    SystemFont(
        "Times",
        "Source Serif 4",
        {
            "regular": ("Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "LiberationSerif", "Tinos"),
            "italic": ("Times New Roman Italic", "TimesNewRomanPS-ItalicMT", "Liberation Serif Italic", "Tinos Italic"),
            "bold": ("Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold", "Tinos Bold"),
        },
        {"regular": 400.76, "italic": 400.77, "bold": 424.85},
    ),
    SystemFont(
        "DejaVu Serif",
        "Source Serif 4",
        {
            "regular": ("DejaVu Serif", "DejaVuSerif"),
            "italic": ("DejaVu Serif Italic", "DejaVuSerif-Italic"),
            "bold": ("DejaVu Serif Bold", "DejaVuSerif-Bold"),
        },
        {"regular": 510.97, "italic": 510.97, "bold": 563.02},
    ),
    SystemFont(
        "Roboto",
        "Inter",
        {"regular": ("Roboto", "Roboto Regular", "Roboto-Regular"), "bold": ("Roboto Bold", "Roboto-Bold")},
        {"regular": 440.41, "bold": 446.99},
    ),
    SystemFont(
        "Arial",
        "Inter",
        {
            "regular": ("Arial", "ArialMT", "Helvetica", "Liberation Sans", "LiberationSans", "Arimo"),
            "bold": (
                "Arial Bold",
                "Arial-BoldMT",
                "Helvetica Bold",
                "Helvetica-Bold",
                "Liberation Sans Bold",
                "Arimo Bold",
            ),
        },
        {"regular": 441.72, "bold": 475.58},
    ),
    SystemFont(
        "Noto Sans",
        "Inter",
        {
            "regular": ("Noto Sans", "Noto Sans Regular", "NotoSans", "NotoSans-Regular"),
            "bold": ("Noto Sans Bold", "NotoSans-Bold"),
        },
        {"regular": 468.86, "bold": 498.02},
    ),
    SystemFont(
        "DejaVu Sans",
        "Inter",
        {"regular": ("DejaVu Sans", "DejaVuSans"), "bold": ("DejaVu Sans Bold", "DejaVuSans-Bold")},
        {"regular": 504.41, "bold": 570.38},
    ),
)
"""In the order in which a page prefers them. The widths of Georgia, Times New Roman and Arial are those of Gelasio,
Tinos and Arimo, which were drawn to the same widths and are free; Helvetica has those of Arial."""


def measure(page, source, weights, weight):
    """Return the mean width of a character of the sample, the ascent and the descent, in thousandths of the size."""
    return page.evaluate(MEASURE, [source, weights, str(weight), SAMPLE])


def data_address(file):
    """Return the source of a font face that needs no address of its file."""
    return f"url(data:font/woff2;base64,{base64.b64encode(file.read_bytes()).decode('ascii')})"


def local_source(names):
    """Return the source of a font face that looks for installed fonts."""
    return ", ".join(f'local("{name}")' for name in names)


def face_rule(web, font, width, ascent, descent):
    """Return the rule that scales a cut of a system font to a face of a web font."""
    scale = width / font.widths[web.cut]
    return f"""@font-face {{
  font-family: "{font.name} as {web.family}";
  {web.descriptors};
  src: {local_source(font.names[web.cut])};
  size-adjust: {scale:.2%};
  ascent-override: {ascent / 1000 / scale:.2%};
  descent-override: {descent / 1000 / scale:.2%};
  line-gap-override: 0%;
  unicode-range: {RANGE};
}}
"""


def style_sheet(page):
    """Return the whole style sheet, measured in a page of a browser."""
    measured = {web: measure(page, data_address(FOLDER / web.file), web.weights, web.weight) for web in WEB_FACES}
    rules = [
        face_rule(web, font, *measured[web])
        for font, web in product(SYSTEM_FONTS, WEB_FACES)
        if font.replaces == web.family
    ]
    return "\n".join(("/* Written by `python -m tests.browser.fallback_fonts`, which says how. */\n", *rules))


def main():
    """Write the style sheet; the exit code."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
        CSS.write_text(style_sheet(browser.new_page()), "utf-8")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
