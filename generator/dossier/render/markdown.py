"""Text to Markdown: everything is shown as text, but for the little that an editor's prose may use.

Characters that Markdown, HTML, templates or attribute lists could act on become character references, which every
Markdown engine shows as the characters themselves.
"""

import re
from collections.abc import Callable
from functools import cache

from dossier.graph.markup import INLINE

ACTIVE = '&<>*_`[]{}|~\\$^"'
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LINE_START = re.compile(r"^(?:[#+\-=:!]|\d+(?=[.)]))")


class _Replace:
    """Replaces characters, one after the other: many times as quick as `str.translate`."""

    def __init__(self, references: str, spaces: str = "") -> None:
        """`references` become character references, of which `&` must be the first; `spaces` become spaces."""
        self._by = [(char, f"&#{ord(char)};") for char in references] + [(char, " ") for char in spaces]
        self._any = re.compile(f"[{re.escape(references + spaces)}]")

    def __call__(self, text: str) -> str:
        if self._any.search(text):
            for char, shown in self._by:
                if char in text:
                    text = text.replace(char, shown)
        return text


_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\t"
_text = _Replace(ACTIVE, _BREAKS)
_TOKEN = re.compile("|".join((INLINE.pattern, *map(re.escape, ACTIVE + _BREAKS))))
"""Each begins with its own character, as in INLINE: with a class among them a search would try all of it everywhere."""
_in_title = _Replace(ACTIVE + "'()", _BREAKS)
_in_html = _Replace("&<>\"'{}\n\r\t")


class Markdown(str):
    """Text that is Markdown already, and is not escaped again."""

    __slots__ = ()


def escape_block(text: object) -> Markdown:
    """`text` as Markdown that shows it and does nothing else; on one line.

    A heading's last `#` would be taken for a part of its mark.
    """
    if isinstance(text, Markdown):
        return text
    shown = _text(str(text)).strip()
    return _block(f"{shown[:-1]}&#35;" if shown.endswith("#") else shown)


def cached_escape() -> Callable[[object], Markdown]:
    """Does as `escape`, and keeps what words became: most are said on many pages."""
    kept = cache(escape_block)

    def escaped(value: object) -> Markdown:
        if type(value) is Markdown:
            return value
        return kept(value) if type(value) is str else escape_block(value)

    return escaped


def escape_inline(shown: str) -> Markdown:
    """`shown` as Markdown in the middle of a line, spaces at its ends kept."""
    return _bidi_isolate(_text(shown))


def attribute(text: object) -> Markdown:
    """`text` as the value of an HTML attribute, or the title of a Markdown link."""
    return Markdown(_in_title(str(text)))


def html(text: str) -> Markdown:
    """`text` as HTML that holds it to the letter; line ends, tabs and braces, which engines act on, as references."""
    return Markdown(_in_html(text))


def prose(text: str, link: Callable[[str, str | None], str]) -> Markdown:
    """An editor's prose: `*em*`, `**strong**`, `` `code` `` and cross-links; all else is text.

    `link` makes a Markdown link of a record's key and the words shown.
    """
    return _block(_TOKEN.sub(lambda found: _inline(found, link), text).strip())


def _block(shown: str) -> Markdown:
    """What may stand at the start of a line."""
    return _bidi_isolate(LINE_START.sub(_referenced, shown, count=1) if LINE_START.match(shown) else shown)


def _bidi_isolate(shown: str) -> Markdown:
    """Writing from right to left is kept to itself."""
    return Markdown(f"<bdi>{shown}</bdi>" if not shown.isascii() and BIDI.search(shown) else shown)


def _inline(found: re.Match[str], link: Callable[[str, str | None], str]) -> str:
    if found[1] is not None:
        return link(" ".join(found[1].split()), (found[2] or "").strip() or None)
    if found["code"]:
        return f"<code>{_text(found['code'])}</code>"
    if found["strong"]:
        return f"**{prose(found['strong'], link)}**"
    if found["em"]:
        return f"*{prose(found['em'], link)}*"
    return _text(found[0])


def _referenced(found: re.Match[str]) -> str:
    mark = found[0]
    return f"{mark[:-1]}&#{ord(mark[-1])};" if len(mark) == 1 else f"&#{ord(mark[0])};{mark[1:]}"
