"""EDTF dates as FollowTheMoney takes them: an ISO date or its beginning (`2019-01`), never more precise than EDTF."""

from dossier.edtf.parse import Edtf

QUALIFIERS = frozenset("?~%")


def common_prefix(date: Edtf) -> str | None:
    """Return the day, month or year that contains every day of a date; None if there is none or it is uncertain."""
    if QUALIFIERS & set(date.text) or date.earliest is None or date.latest is None:
        return None
    first, last = date.earliest.isoformat(), date.latest.isoformat()
    for length in (10, 7, 4):
        if first[:length] == last[:length]:
            return first[:length]
    return None


def date_range(interval: Edtf) -> tuple[str | None, str | None]:
    """Return the start and the end of an interval; None for an end that is open, unknown or uncertain."""
    start, _, end = interval.text.partition("/")
    return _interval_end(start), _interval_end(end)


def _interval_end(text: str) -> str | None:
    return None if text in ("", "..") else common_prefix(Edtf.parse(text))
