"""The numbers of a Word document's paragraphs, which are not in the file: Word counts them when it shows it."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from dossier.documents.list_marks import BULLET, repeated_letter, roman
from dossier.documents.word.parts import W, value
from dossier.documents.word.word_styles import WordStyles

FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": repeated_letter,
    "upperLetter": lambda number: repeated_letter(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "numberInDash": lambda number: f"- {number} -",
}
CHECK_MARKS = frozenset("☐☑☒✓✔✗✘")
"""Bullets that say something."""
PLACEHOLDER = re.compile(r"%([1-9])")


class _Level(NamedTuple):
    """A level of a list: its format, text (`%1.%2`), first number, and the level after which it starts again."""

    format: str
    text: str
    start: int
    restart: int
    is_legal: bool
    style: str


class _List(NamedTuple):
    """A numbering of the document: what it counts together with, and its levels."""

    key: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """Counts the paragraphs of a document, which must be given in their order."""

    def __init__(self, root: Any, styles: WordStyles) -> None:
        """Read the part `numbering`; None if the document has none."""
        self._styles = styles
        self._abstract = {} if root is None else {_id(e, "abstractNumId"): e for e in root.iter(f"{W}abstractNum")}
        self._numbers = {} if root is None else {_id(e, "numId"): e for e in root.iter(f"{W}num")}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def next_mark(self, paragraph: Any) -> str | None:
        """Return what Word shows before the paragraph, such as `2.1 ` or `- ` for a bullet.

        It is "" if the paragraph has no number, and None if its number has a format that is not known.
        """
        numbering = self._styles.numbering(paragraph)
        if numbering is None:
            return ""
        id, level = numbering
        found = self._find_list(id)
        if found is None:
            return ""
        index = self._level_of_style(found, paragraph) if level is None else level
        if index not in found.levels:
            return ""
        counts = self._count(found, id, index)
        return _mark(found, index, counts)

    def _level_of_style(self, found: _List, paragraph: Any) -> int:
        chain = self._styles.style_chain(paragraph)
        return next((index for index, level in sorted(found.levels.items()) if level.style in chain), 0)

    def _count(self, found: _List, id: str, index: int) -> dict[int, int]:
        """Count the paragraph in its list, and start the levels below it again."""
        counts = self._counts.setdefault(found.key, {})
        if (id, index) not in self._started and index in found.starts:
            counts[index] = found.starts[index] - 1
        self._started.add((id, index))
        counts[index] = counts.get(index, found.levels[index].start - 1) + 1
        for lower, level in found.levels.items():
            if lower > index and level.restart != 0 and (level.restart < 0 or index < level.restart):
                counts.pop(lower, None)
        return counts

    def _find_list(self, id: str) -> _List | None:
        if id not in self._lists:
            self._lists[id] = self._read_list(id, frozenset())
        return self._lists[id]

    def _read_list(self, id: str, seen: frozenset[str]) -> _List | None:
        number = self._numbers.get(id)
        abstract = None if number is None else self._abstract.get(value(number, "abstractNumId") or "")
        if number is None or abstract is None or id in seen:
            return None
        if (link := value(abstract, "numStyleLink")) is not None:
            linked = self._styles.numbering_style_number(link)
            return None if linked is None else self._read_list(linked, seen | {id})
        levels = {_integer(e.get(f"{W}ilvl"), 0): _read_level(e) for e in abstract.iterchildren(f"{W}lvl")}
        starts: dict[int, int] = {}
        for override in number.iterchildren(f"{W}lvlOverride"):
            index = _integer(override.get(f"{W}ilvl"), 0)
            if (replaced := override.find(f"{W}lvl")) is not None:
                levels[index] = _read_level(replaced)
                starts[index] = levels[index].start
            if (start := value(override, "startOverride")) is not None:
                starts[index] = _integer(start, 1)
        return _List(_id(abstract, "abstractNumId"), levels, starts)


def _read_level(element: Any) -> _Level:
    return _Level(
        value(element, "numFmt") or "decimal",
        value(element, "lvlText") or "",
        _integer(value(element, "start"), 1 if element.find(f"{W}start") is not None else 0),
        _integer(value(element, "lvlRestart"), -1),
        element.find(f"{W}isLgl") is not None,
        value(element, "pStyle") or "",
    )


def _mark(found: _List, index: int, counts: dict[int, int]) -> str | None:
    """Return the mark of a paragraph whose numbers on each level are `counts`."""
    level = found.levels[index]
    if level.format == "bullet":
        return f"{level.text} " if level.text in CHECK_MARKS else BULLET
    if level.format == "none" or not level.text.strip():
        return f"{level.text.strip()} " if level.text.strip() and not PLACEHOLDER.search(level.text) else ""
    mark = level.text
    for digit in PLACEHOLDER.findall(level.text):
        other = found.levels.get(int(digit) - 1)
        if other is None or (other.format not in FORMATS and not level.is_legal):
            return None
        number = counts.get(int(digit) - 1, other.start)
        mark = mark.replace(f"%{digit}", (str if level.is_legal else FORMATS[other.format])(number))
    return f"{mark.strip()} "


def _id(element: Any, name: str) -> str:
    return element.get(f"{W}{name}") or ""


def _integer(text: str | None, default: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text) else default
