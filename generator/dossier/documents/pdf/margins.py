"""What is not part of the running text of a page: numbers of its lines, and text outside the page."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dossier.documents.pdf.characters import PageFrame
from dossier.documents.pdf.segments import Segment

LINE_NUMBER = re.compile(r"[A-Z]?(\d{1,3})")
MIN_NUMBERS = 10
"""The least number of lines on a page that are numbered."""
SAME_EDGE = 1.5
"""By how many points the right or left edges of such numbers differ at most."""


def find_line_numbers(segments: Sequence[Segment]) -> list[Segment]:
    """Return the numbers of the lines of a page, as in the record of a court: 1, 2, 3… at the same edge."""
    numbers = [segment for segment in segments if LINE_NUMBER.fullmatch(segment.text)]
    for edge in ("right", "left"):
        for first in numbers:
            place = getattr(first, edge)
            column = [number for number in numbers if abs(getattr(number, edge) - place) <= SAME_EDGE]
            if len(column) >= MIN_NUMBERS and _count_up(column) and _is_outside(column, segments):
                return column
    return []


def _count_up(column: Sequence[Segment]) -> bool:
    """Return whether the numbers rise by one, or by a fixed step, from the top to the bottom."""
    ordered = sorted(column, key=lambda number: number.baseline)
    values = [int(match[1]) for number in ordered if (match := LINE_NUMBER.fullmatch(number.text))]
    steps = {second - first for first, second in pairwise(values)}
    return len(steps) == 1 and steps <= {1, 2, 5, 10}


def _is_outside(column: Sequence[Segment], segments: Sequence[Segment]) -> bool:
    """Return whether nothing but the numbers is to the one side of them: they are in the margin."""
    left, right = min(number.left for number in column), max(number.right for number in column)
    top = min(number.baseline for number in column) - 1
    bottom = max(number.baseline for number in column) + 1
    others = [
        segment
        for segment in segments
        if top <= segment.baseline <= bottom and not any(segment is number for number in column)
    ]
    return all(other.left > right for other in others) or all(other.right < left for other in others)


def is_outside_page(segment: Segment, frame: PageFrame) -> bool:
    """Return whether a segment that is not turned is wholly outside the page, where nobody sees it."""
    if segment.angle:
        return False
    return (
        segment.right < 0
        or segment.left > frame.width
        or segment.baseline < 0
        or segment.baseline - segment.size > frame.height
    )
