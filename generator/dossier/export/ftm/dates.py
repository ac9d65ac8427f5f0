"""A date as FollowTheMoney takes it: the beginning of an ISO date (`2019-01`), no more exact than the EDTF is."""

from dossier.edtf.parse import Edtf

QUALIFIERS = frozenset("?~%")


def common_prefix(when: Edtf) -> str | None:
    """The day, month or year that all days of a date lie in, if one does; nothing for one that doubts itself."""
    if QUALIFIERS & set(when.text) or when.earliest is None or when.latest is None:
        return None
    return _shared(when.earliest.isoformat(), when.latest.isoformat())


def date_range(when: Edtf) -> tuple[str | None, str | None]:
    """Where an interval starts and where it ends, as far as either is told and sure."""
    first, _, last = when.text.partition("/")
    return _end(first), _end(last)


def _end(text: str) -> str | None:
    return None if text in ("", "..") else common_prefix(Edtf.parse(text))


def _shared(first: str, last: str) -> str | None:
    return next((first[:length] for length in (10, 7, 4) if first[:length] == last[:length]), None)
