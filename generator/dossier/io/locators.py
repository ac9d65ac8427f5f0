"""The file in `seeds/` that says where in the original document each part of a text was.

It is JSON with one locator per line, so that a difference between two versions can be read:

    {"locators": [
    [0, "page", "1"],
    [1840, "page", "2"]
    ]}

Each locator has its offset in code points of the text, its kind, its label and, if it has them, its group and number.
"""

import json
from collections.abc import Sequence
from typing import Any

from dossier.io.rules import LOCATORS
from dossier.model.finding import Finding, Location
from dossier.model.locator import LOCATOR_KINDS, Locator

SUFFIX = ".locators.json"


def render_locators(locators: Sequence[Locator]) -> bytes:
    """Return the contents of the file with these locators."""
    rows = (json.dumps(_values_of(locator), ensure_ascii=False) for locator in locators)
    lines = ",\n".join(rows)
    return f'{{"locators": [\n{lines}\n]}}\n'.encode()


def _values_of(locator: Locator) -> Sequence[object]:
    """Return what a locator has, without the values that it may leave out."""
    if locator.number is not None:
        return locator
    return locator[:4] if locator.group else locator[:3]


def parse_locators(data: bytes, path: str, length: int) -> tuple[Locator, ...] | Finding:
    """Return the locators of a text that has `length` code points, or a finding at the first line that is wrong.

    A file is wrong where it is not as `render_locators` writes it, an offset is outside the text, or the locators are
    not in the order of their offsets.
    """
    try:
        rows = json.loads(data)["locators"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return _finding(path, 1, "is not a file of locators, as `dossier add source` writes them")
    locators: list[Locator] = []
    for line, row in enumerate(rows if isinstance(rows, list) else [None], 2):
        locator = _parse_locator(row)
        if locator is None:
            return _finding(path, line, "is not a locator: `[offset, kind, label]`, or with a group after these")
        if not (locators[-1].offset if locators else -1) < locator.offset < length:
            return _finding(path, line, f"offset {locator.offset} is not in the text, or not after the one before it")
        locators.append(locator)
    return tuple(locators)


def _finding(path: str, line: int, message: str) -> Finding:
    return Finding(Location(path, line, 1), LOCATORS.id, message)


def _parse_locator(row: Any) -> Locator | None:
    if not isinstance(row, list) or not 3 <= len(row) <= 5:
        return None
    offset, kind, label, group, number = [*row, "", None] if len(row) == 3 else [*row, None][:5]
    if type(offset) is not int or kind not in LOCATOR_KINDS or not isinstance(label, str) or not isinstance(group, str):
        return None
    if number is not None and (type(number) is not int or number < 1):
        return None
    return Locator(offset, kind, label, group, number)
