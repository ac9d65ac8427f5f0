"""A region of a text, given by the words it starts and ends with."""

from itertools import islice

from generator.match.scan import places
from generator.match.space import squeezed, trim


def resolve_region(starts: str, ends: str, content: str) -> tuple[int, int] | None:
    """Give the offsets from `starts` to the end of the first `ends` at or after it, end-exclusive, in code points.

    White space is as tolerant as in a passage. None when either is missing, or `starts` stands more than once.
    """
    view, first, last = squeezed(content), trim(starts), trim(ends)
    if not first or not last:
        return None
    found = list(islice(places(first, view.chars), 2))
    if len(found) != 1:
        return None
    end = view.chars.find(last, found[0])
    return None if end < 0 else view.span(found[0], max(end + len(last), found[0] + 1))
