"""Segments: the characters that stand side by side on a line of a page, with raised and lowered ones as plain text."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from statistics import multimode
from typing import NamedTuple

from dossier.documents.pdf.characters import Character
from dossier.documents.raised_text import lowered_text, note_mark, raised_text

SMALL = 0.86
"""The largest part of the size of a line that a raised or lowered character has."""
RAISED, LOWERED = 0.12, 0.06
"""By how much of its line's size the baseline of a raised or lowered character differs at least."""
SAME_LINE = 0.75
"""The most by which two baselines of a line differ, in sizes."""
CELL_GAP = 1.6
"""From what gap between words on, in sizes, the second is in another column or cell."""
FIGURES_GAP = 0.6
"""From what gap on, in sizes, two figures are not groups of digits of one: thousands are apart by about a quarter."""
WORD_GAP = 0.2
"""From what gap on, in sizes, two characters are in two words, if the file has no space between them."""
BACKWARDS = 0.6
"""By how much, in sizes, a character that belongs to the line may be before the end of the one before it."""
LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
SMALL_OVERLAP = 0.3
"""By how much, in sizes, a character may overlap the one before it in a word."""
RIGHT_TO_LEFT = ("R", "AL")


class Mapped(NamedTuple):
    """A text, and PDFium's number of the character that each of its characters comes from."""

    text: str
    indexes: list[int]


@dataclass
class Segment:
    """The characters of one line of a page that stand side by side."""

    angle: int
    baseline: float
    size: float
    left: float
    right: float
    page: int
    mapped: Mapped = field(default_factory=lambda: Mapped("", []))
    notes: list[str] = field(default_factory=list)
    """The footnote marks in it, and other raised and lowered text as it is written."""
    ligatures: int = 0

    @property
    def text(self) -> str:
        """Its text."""
        return self.mapped.text

    @cached_property
    def letters(self) -> int:
        """The number of its letters and digits."""
        return sum(map(str.isalnum, self.mapped.text))


def build_segments(characters: Iterable[Character], page: int) -> list[Segment]:
    """Return the segments of a page, in the order of the file."""
    segments = [_segment(run, page) for run in _runs(characters)]
    return [segment for segment in segments if segment.mapped.text]


def _runs(characters: Iterable[Character]) -> Iterator[list[Character]]:
    """Yield the characters of each segment; a space is one with the size 0.

    Nearly every character is plainly the next one in a line of one size; only for the others is `_continues` called.
    """
    run: list[Character] = []
    last: Character | None = None
    is_even, is_after_space = True, False
    last_left = last_right = last_baseline = last_size = 0.0
    last_angle = 0
    for character in characters:
        _, left, right, baseline, size, _, angle = character
        if not size:
            if run and not is_after_space:
                run.append(character)
                is_after_space = True
            continue
        is_same = baseline == last_baseline and size == last_size and angle == last_angle
        gap = left - last_right
        if is_after_space:
            is_next = is_same and is_even and left >= last_left and 0 <= gap < FIGURES_GAP * size
        else:
            is_next = is_same and -SMALL_OVERLAP * size < gap < CELL_GAP * size
        if not is_next and last is not None:
            if _continues(run, last, character):
                is_even = is_even and is_same
            else:
                yield run
                run, is_even = [], True
        run.append(character)
        is_after_space = False
        last, last_left, last_right, last_baseline, last_size, last_angle = (
            character,
            left,
            right,
            baseline,
            size,
            angle,
        )
    if run:
        yield run


def _continues(run: list[Character], last: Character, character: Character) -> bool:
    """Return whether a character is in the same line as the last one, and directly after it."""
    if character.angle != last.angle:
        return False
    size = max(character.size, last.size)
    main = _main(run)
    offset = abs(character.baseline - main.baseline)
    if offset > SAME_LINE * max(size, main.size):
        return False
    is_script = min(character.size, main.size) < SMALL * max(character.size, main.size)
    if offset > RAISED * max(size, main.size) * 2 and not is_script:
        return False
    if unicodedata.bidirectional(character.text[0]) in RIGHT_TO_LEFT or _is_right_to_left(run):
        return True
    gap = character.left - last.right
    if character.left < last.left - BACKWARDS * size and not is_script:
        return False
    if gap < -BACKWARDS * size * 2:
        return False
    is_figure = last.text.isdigit() and character.text.isdigit() and run[-1].size == 0
    return gap < (FIGURES_GAP if is_figure else CELL_GAP) * size


def _main(run: list[Character]) -> Character:
    """Return the largest of the last characters, which are on the line itself."""
    return max((character for character in run[-8:] if character.size), key=lambda character: character.size)


def _is_right_to_left(run: list[Character]) -> bool:
    return any(unicodedata.bidirectional(character.text[0]) in RIGHT_TO_LEFT for character in run[-4:])


def _segment(run: list[Character], page: int) -> Segment:
    """Return the segment of a run, its raised and lowered characters written as plain text."""
    while run and not run[-1].size:
        run.pop()
    placed = [character for character in run if character.size]
    _, lefts, rights, baselines, sizes, _, _ = zip(*placed, strict=True)
    size, baseline = sizes[0], baselines[0]
    if len(set(sizes)) > 1 or len(set(baselines)) > 1:
        size = max(multimode(round(character.size, 1) for character in placed))
        on_line = [character for character in placed if abs(character.size - size) < 0.1] or placed
        baseline = multimode(round(character.baseline, 1) for character in on_line)[0]
    segment = Segment(placed[0].angle, baseline, size, min(lefts), max(rights), page)
    texts, _, _, _, _, numbers, _ = zip(*run, strict=True)
    text = "".join(texts)
    is_plain = text.isascii() and min(sizes) >= SMALL * size
    segment.mapped = _without_outer_space(Mapped(text, list(numbers)) if is_plain else _write(run, segment))
    return segment


def _write(run: Iterable[Character], segment: Segment) -> Mapped:
    """Return the text of a segment, its ligatures, and raised and lowered characters, as plain text."""
    parts: list[tuple[int, Mapped]] = []
    for character in run:
        text = LIGATURES.get(character.text, character.text)
        segment.ligatures += text != character.text
        level = _level(character, segment) if character.size else 0
        if not character.size and parts and parts[-1][0]:
            level = 0
        indexes = [character.number] * len(text)
        if parts and parts[-1][0] == level:
            parts[-1] = (level, Mapped(parts[-1][1].text + text, parts[-1][1].indexes + indexes))
        else:
            parts.append((level, Mapped(text, indexes)))
    text, indexes = "", []
    for number, (level, part) in enumerate(parts):
        if level and part.text.strip():
            after = "".join(following.text for _, following in parts[number + 1 :])
            written = _script_text(level, part.text.strip(), text, after)
            if written != part.text:
                segment.notes.append(written.strip())
            text += written
            indexes += [part.indexes[0]] * len(written)
        else:
            text += part.text
            indexes += part.indexes
    return Mapped(text, indexes)


def _script_text(level: int, text: str, before: str, after: str) -> str:
    """Return raised or lowered characters as plain text; a number at the start of a line is a footnote's."""
    if level < 0:
        return lowered_text(text, before, after)
    if not before.strip() and len(text) <= len("999"):
        return note_mark(text, "", after)
    return raised_text(text, before, after)


def _level(character: Character, segment: Segment) -> int:
    """Return 1 for a raised character, -1 for a lowered one, 0 for one on the line."""
    if character.size >= SMALL * segment.size:
        return 0
    offset = segment.baseline - character.baseline
    if offset > RAISED * segment.size:
        return 1
    return -1 if offset < -LOWERED * segment.size else 0


def _without_outer_space(mapped: Mapped) -> Mapped:
    start = len(mapped.text) - len(mapped.text.lstrip())
    end = len(mapped.text.rstrip())
    return Mapped(mapped.text[start:end], mapped.indexes[start:end])
