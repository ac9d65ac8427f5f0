"""The drawing of social cards: 1200 by 630 pixels, as services that show link previews ask for, in our typefaces."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category, normalize

from dossier.io.resources import read_asset
from dossier.text.wording import ELLIPSIS

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

DRAWING = "1"
"""The version of the drawing: change it with anything below, so that cards that are there already are drawn anew."""
WIDTH, HEIGHT = 1200, 630
LEFT, RIGHT, BAR = 84, 1120, 18
TOP, BOTTOM = 132, 496
"""Where the title and the note are, between the kind above and the dossier below."""
SERIF, BOLD, SANS = "source-serif-400", "source-serif-600", "inter"
TITLE_SIZES, FIGURE_SIZES = (76, 66, 58, 50, 44), (150, 124, 100, 80, 62)
NOTE_SIZE, SMALL_SIZE = 32, 28
LEADING = 1.22
"""The height of a line, in sizes of its type."""
INK_COLOUR, PAPER_COLOUR, ACCENT_COLOUR = (29, 26, 21), (255, 253, 248), (192, 127, 0)
"""As in tokens.css."""
INK, QUIET, RULE, PAPER = 0, 78, 216, 255
SHADES = 15
"""From ink to paper; with the accent they are the 16 colours of an image with four bits for each pixel."""
MAX_LENGTH = 600
"""Characters of a text: more than fit on a card, in the smallest type."""
NO_CHARACTER = "\U0010ffff"
"""A code point that never is a character: a font draws for it what it draws for all that it lacks."""
SPACES = re.compile(r"[^\S\xa0]+")
"""White space but that within figures."""
KEY_FIELD = "Dossier-Card"


class CardWords(NamedTuple):
    """The words on a card; each but the title may be ""."""

    dossier: str
    kind: str
    figure: str
    title: str
    note: str
    evidence: str


def drawable_text(text: str) -> str:
    """Return the beginning of a text on one line, with composed accents and without invisible characters.

    The spaces within figures stay. What is left of a longer text fills a card.
    """
    composed = normalize("NFC", text[: 2 * MAX_LENGTH])
    visible = "".join(character for character in composed if category(character) != "Cf")
    joined = "".join("\xa0" if character in "\u2007\u2009\u202f" else character for character in visible)
    return SPACES.sub(" ", joined).strip()[:MAX_LENGTH]


def can_draw(text: str) -> bool:
    """Return whether our typefaces have every character of a text."""
    return all(map(_has_glyph, set(drawable_text(text)) - set(" \xa0")))


def draw_card(words: CardWords, key: str) -> bytes:
    """Return a card as PNG (ISO/IEC 15948), with a key in its text field `Dossier-Card`."""
    from PIL import Image, ImageDraw, PngImagePlugin

    shades = Image.new("L", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(shades)
    _draw_frame(draw, words)
    top = _draw_figure(draw, words.figure) if words.figure else TOP
    top = _draw_title(draw, words, top)
    room = int((BOTTOM - top - 18) // (NOTE_SIZE * LEADING))
    if words.note and room > 0:
        _draw_lines(draw, _cut(words.note, _font(SANS, NOTE_SIZE), min(room, 3)), SANS, NOTE_SIZE, top + 18, QUIET)
    image = shades.point([value * (SHADES - 1) // PAPER for value in range(PAPER + 1)])
    image.putpalette(_palette())
    ImageDraw.Draw(image).rectangle((0, 0, BAR - 1, HEIGHT), fill=SHADES)
    fields = PngImagePlugin.PngInfo()
    fields.add_text(KEY_FIELD, key)
    stream = BytesIO()
    image.save(stream, "PNG", bits=4, pnginfo=fields)
    return stream.getvalue()


def has_key(png: bytes, key: str) -> bool:
    """Return whether an image is the card with a key."""
    return f"{KEY_FIELD}\0{key}".encode() in png[:512]


def _draw_frame(draw: "ImageDraw", words: CardWords) -> None:
    """Draw what is above and below the title: the kind, the dossier, and the evidence."""
    small = _font(SANS, SMALL_SIZE)
    draw.rectangle((LEFT, 520, RIGHT, 521), RULE)
    for text, top, shade in ((words.kind, 66, QUIET), (words.dossier, 540, INK), (words.evidence, 580, QUIET)):
        _draw_lines(draw, _cut(text, small, 1), SANS, SMALL_SIZE, top, shade)


def _draw_figure(draw: "ImageDraw", figure: str) -> float:
    """Draw a figure as large as fits into one line; return where it ends."""
    fitting = (size for size in FIGURE_SIZES if _font(BOLD, size).getlength(figure) <= RIGHT - LEFT)
    size = next(fitting, FIGURE_SIZES[-1])
    return _draw_lines(draw, _cut(figure, _font(BOLD, size), 1), BOLD, size, TOP - size * 0.12, INK) + 8


def _draw_title(draw: "ImageDraw", words: CardWords, top: float) -> float:
    """Draw a title as large as fits, cut if it does not fit at all; return where it ends."""
    name = SERIF if words.figure else BOLD
    sizes = TITLE_SIZES[2:] if words.figure else TITLE_SIZES
    for size in sizes:
        lines = [*_lines(words.title, _font(name, size))]
        if len(lines) * size * LEADING <= BOTTOM - top:
            return _draw_lines(draw, lines, name, size, top, INK)
    room = int((BOTTOM - top) // (sizes[-1] * LEADING))
    return _draw_lines(draw, _cut(words.title, _font(name, sizes[-1]), room), name, sizes[-1], top, INK)


def _draw_lines(draw: "ImageDraw", lines: list[str], name: str, size: int, top: float, shade: int) -> float:
    """Draw lines one below the other; return where they end."""
    for line in lines:
        draw.text((LEFT, round(top)), line, shade, _font(name, size))
        top += size * LEADING
    return top


def _cut(text: str, font: "FreeTypeFont", most: int) -> list[str]:
    """Return at most so many lines of a text, the last with an ellipsis if there are more."""
    lines = [*_lines(text, font)]
    if len(lines) <= most:
        return lines
    last = f"{lines[most - 1]}{ELLIPSIS}"
    while font.getlength(last) > RIGHT - LEFT:
        last = f"{last[:-2].rstrip()}{ELLIPSIS}"
    return [*lines[: most - 1], last]


def _lines(text: str, font: "FreeTypeFont") -> Iterator[str]:
    """Yield a text in lines that fit on a card, broken between words, or within one that is longer than a line."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip(" ")
        if font.getlength(longer) <= RIGHT - LEFT:
            line = longer
            continue
        if line:
            yield line
        line = word
        while font.getlength(line) > RIGHT - LEFT:
            length = next(end for end in range(len(line), 0, -1) if font.getlength(line[:end]) <= RIGHT - LEFT)
            yield line[:length]
            line = line[length:]
    if line:
        yield line


def _palette() -> list[int]:
    """Return the colours of the shades, then the accent, as red, green and blue."""
    steps = (shade / (SHADES - 1) for shade in range(SHADES))
    shades = [
        round(ink + (paper - ink) * step) for step in steps for ink, paper in zip(INK_COLOUR, PAPER_COLOUR, strict=True)
    ]
    return [*shades, *ACCENT_COLOUR]


@cache
def _font(name: str, size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    return ImageFont.truetype(BytesIO(read_asset(f"vendor/fonts/{name}.woff2")), size)


@cache
def _plain_fonts() -> tuple["FreeTypeFont", ...]:
    """Return our typefaces, drawn a character at a time; none if Pillow was built without WOFF2.

    HarfBuzz would draw a letter that a font lacks as another letter and a box for its accent.
    """
    from PIL import ImageFont

    files = (BytesIO(read_asset(f"vendor/fonts/{name}.woff2")) for name in (SERIF, BOLD, SANS))
    try:
        return tuple(ImageFont.truetype(file, SMALL_SIZE, layout_engine=ImageFont.Layout.BASIC) for file in files)
    except OSError:
        return ()


@cache
def _has_glyph(character: str) -> bool:
    """Return whether all our typefaces have a character."""
    fonts = _plain_fonts()
    return bool(fonts) and all(bytes(font.getmask(character)) != bytes(font.getmask(NO_CHARACTER)) for font in fonts)
