"""The date of today, for what an editor records now; nothing that is built depends on it."""

from datetime import date


def current_day() -> str:
    """Return the date of today, such as 2019-03-04."""
    return date.today().isoformat()
