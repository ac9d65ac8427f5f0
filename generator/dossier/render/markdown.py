"""Text to Markdown: everything is shown as text, except for the little markup that an editor's prose may use.

Characters that Markdown, HTML, templates or attribute lists could act on become character references, which every
Markdown engine shows as the characters themselves.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial

from dossier.graph.markup import markup_pattern
from dossier.model.marks import strip_marks

BIDI = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The letters of scripts that are written from right to left, and the controls of direction."""
LINE_START = re.compile(r"[#+\-=:!]|\d+(?=[.)])")
"""What Markdown acts on at the start of a line only."""
_ACTIVE = '&<>*_`[]{}|~\\$^"'
_EMPHASIS = {
    ("em", False): ("*", "*"),
    ("em", True): ("<em>", "</em>"),
    ("strong", False): ("**", "**"),
    ("strong", True): ("<strong>", "</strong>"),
}
"""What is around emphasised words, in Markdown and as HTML."""
MAX_ESCAPED = 2**12
_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\t"


def _references(characters: str) -> dict[str, str]:
    """Return the character reference of each of `characters`."""
    return {character: f"&#{ord(character)};" for character in characters}


def _replacing(replacements: Mapping[str, str]) -> Callable[[str], str]:
    """Return a function that replaces characters of a text.

    Most texts have none of them, which a regular expression sees in a tenth of the time of `str.translate`.
    """
    pattern = re.compile(f"[{re.escape(''.join(replacements))}]")
    return partial(pattern.sub, lambda match: replacements[match[0]])


_escape_text = _replacing(_references(_ACTIVE) | dict.fromkeys(_BREAKS, " "))
_escape_attribute = _replacing(_references(_ACTIVE + "'()") | dict.fromkeys(_BREAKS, " "))
_escape_html = _replacing(_references("&<>\"'{}\n\r\t"))
_escape_lines = _replacing(_references("&<>\r\t"))
_TEMPLATE_TAG = re.compile(r"\{(?![\w\n])")
"""A brace that template languages and attribute lists could act on: neither a word nor the end of the line follows."""
_EMPTY_LINE = re.compile(r"^\n|\n(?=[ ]*\n)")
"""The ends of lines that HTML drops, or that Markdown takes for the end of a block."""


class Markdown(str):
    """Text that is already Markdown and is not escaped again."""

    __slots__ = ()


def escape_block(text: object) -> Markdown:
    """Return `text` as Markdown that shows it and does nothing else, on one line; Markdown is returned unchanged."""
    return text if isinstance(text, Markdown) else _escape_block(str(text))


@lru_cache(MAX_ESCAPED)  # Most texts are names, counts and labels, which pages show again and again.
def _escape_block(text: str) -> Markdown:
    escaped = _escape_text(text).strip()
    if escaped.endswith("#"):  # At the end of a heading it would be taken for markup.
        escaped = f"{escaped[:-1]}&#35;"
    return _escape_line_start(escaped)


def escape_start(text: str) -> Markdown:
    """Return `text` as Markdown at the start of a line that goes on; spaces at its end are kept."""
    return _escape_line_start(_escape_text(text))


def escape_inline(text: str) -> Markdown:
    """Return `text` as Markdown in the middle of a line; spaces at its ends are kept."""
    return _bidi_isolate(_escape_text(text))


def escape_attribute(text: object) -> Markdown:
    """Return `text` as the value of an HTML attribute or the title of a Markdown link."""
    return Markdown(_escape_attribute(str(text)))


def escape_html(text: str) -> Markdown:
    """Return `text` as HTML that shows it exactly; line ends, tabs and braces become character references too."""
    return Markdown(_escape_html(text))


def escape_lines(text: str) -> Markdown:
    """Return `text` as the content of a `pre` element that shows it exactly."""
    return Markdown(_EMPTY_LINE.sub("&#10;", _TEMPLATE_TAG.sub("&#123;", _escape_lines(text))))


def render_prose(text: str, link: Callable[[str, str | None], str], *, as_html: bool = False) -> Markdown:
    """Return an editor's prose as Markdown: `*em*`, `**strong**`, `` `code` `` and cross-links; all else is text.

    Marks are left out, except in `code`. `link` returns a link, given a record's key and the words to show (None: its
    label). With `as_html`, for a block that Markdown does not process, emphasis is HTML, as links should be.
    """
    pieces, end = [], 0
    for match in markup_pattern(text).finditer(text):
        pieces += [_escape_text(strip_marks(text[end : match.start()])), _render_inline(match, link, as_html)]
        end = match.end()
    pieces.append(_escape_text(strip_marks(text[end:])))
    return _escape_line_start("".join(pieces).strip())


def _render_inline(match: re.Match[str], link: Callable[[str, str | None], str], as_html: bool) -> str:
    """Return a match of `markup_pattern` as Markdown or HTML."""
    if match[1] is not None:
        return link(" ".join(match[1].split()), (match[2] or "").strip() or None)
    if match["code"]:
        return f"<code>{_escape_text(match['code'])}</code>"
    start, end = _EMPHASIS["strong" if match["strong"] else "em", as_html]
    return f"{start}{render_prose(match['strong'] or match['em'], link, as_html=as_html)}{end}"


def _escape_line_start(escaped: str) -> Markdown:
    """Return escaped text as the start of a line: the marker of a heading or a list becomes a character reference."""
    match = LINE_START.match(escaped)
    if match:
        escaped = f"&#{ord(escaped[0])};{escaped[1:]}"
    return _bidi_isolate(escaped)


def _bidi_isolate(escaped: str) -> Markdown:
    """Wrap text that may change the order of what is beside it in `<bdi>`, which keeps the effect inside."""
    is_bidi = not escaped.isascii() and BIDI.search(escaped)
    return Markdown(f"<bdi>{escaped}</bdi>" if is_bidi else escaped)
