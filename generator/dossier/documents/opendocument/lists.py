"""The numbers of the items and headings of an OpenDocument text, which programs count when they show it."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from dossier.documents.list_marks import BULLET, letters, repeated_letter, roman
from dossier.documents.opendocument.odt_styles import STYLE, TEXT, XML_ID, OdtStyles


class ListNumbers:
    """Counts the items of the lists and the headings, which must be given in their order."""

    def __init__(self, styles: OdtStyles) -> None:
        """Count with these styles."""
        self._styles = styles
        self._headings: dict[int, int] = {}
        self._last_of_style: dict[str, dict[int, int]] = {}
        self._last_of_list: dict[str, dict[int, int]] = {}

    def start_list(self, element: Any, style: str, is_top: bool, counts: dict[int, int]) -> dict[int, int]:
        """Return the counts of a list by level: those of the list that it continues, otherwise none."""
        if not is_top:
            return counts
        continued = self._last_of_list.get(element.get(f"{TEXT}continue-list") or "")
        if continued is None and element.get(f"{TEXT}continue-numbering") == "true":
            continued = self._last_of_style.get(style)
        started = {} if continued is None else continued
        self._last_of_style[style] = started
        if id := element.get(XML_ID):
            self._last_of_list[id] = started
        return started

    def item_mark(self, item: Any, style: str, level: int, counts: dict[int, int]) -> str | None:
        """Return the mark of an item, with a space; None if its format is not known."""
        found = _level(self._styles.lists.get(style), level)
        start = item.get(f"{TEXT}start-value")
        return _next_mark(self._styles.lists.get(style), found, level, counts, _integer(start, -1))

    def heading_mark(self, heading: Any, level: int) -> str | None:
        """Return the number of a heading, with a space; "" if it has none, None if its format is not known."""
        found = _level(self._styles.outline, level)
        if found is None or found.get(f"{TEXT}is-list-header") == "true":
            return ""
        if not found.get(f"{STYLE}num-format"):
            _count(level, found, self._headings, -1)
            return ""
        start = heading.get(f"{TEXT}start-value") if heading.get(f"{TEXT}restart-numbering") == "true" else None
        return _next_mark(self._styles.outline, found, level, self._headings, _integer(start, -1))


def _count(level: int, found: Any, counts: dict[int, int], start: int) -> None:
    """Count an item, and start the levels below it again."""
    first = _integer(found.get(f"{TEXT}start-value"), 1)
    counts[level] = start if start >= 0 else counts.get(level, first - 1) + 1
    for lower in [number for number in counts if number > level]:
        del counts[lower]


def _next_mark(style: Any, found: Any, level: int, counts: dict[int, int], start: int) -> str | None:
    if found is None:
        return BULLET
    if found.tag == f"{TEXT}list-level-style-bullet":
        return BULLET
    _count(level, found, counts, start)
    format = found.get(f"{STYLE}num-format") or ""
    prefix, suffix = found.get(f"{STYLE}num-prefix") or "", found.get(f"{STYLE}num-suffix") or ""
    if not format:
        return f"{prefix}{suffix} ".lstrip()
    first = max(level - _integer(found.get(f"{TEXT}display-levels"), 1) + 1, 1)
    numbers: list[str] = []
    for number in range(first, level + 1):
        of_level = _level(style, number)
        of_format = format if number == level or of_level is None else of_level.get(f"{STYLE}num-format")
        if not of_format:
            continue
        name = _format_function(of_format, of_level)
        if name is None:
            return None
        numbers.append(name(counts.get(number, 1)))
    return f"{prefix}{'.'.join(numbers)}{suffix} ".lstrip()


def _format_function(format: str, level: Any) -> Callable[[int], str] | None:
    is_repeated = level is not None and level.get(f"{STYLE}num-letter-sync") == "true"
    letter = repeated_letter if is_repeated else letters
    formats: Mapping[str, Callable[[int], str]] = {
        "1": str,
        "a": letter,
        "A": lambda number: letter(number).upper(),
        "i": roman,
        "I": lambda number: roman(number).upper(),
    }
    return formats.get(format)


def _level(style: Any, level: int) -> Any:
    """Return the element of a list style that describes a level, None if there is none."""
    levels = () if style is None else style
    return next((found for found in levels if found.get(f"{TEXT}level") == str(level)), None)


def _integer(text: str | None, default: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"\d{1,6}", text) else default
