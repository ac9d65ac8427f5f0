"""Dates for programs that know ISO 8601 alone: never more exact than their EDTF, left out sooner than narrowed."""

import re

from dossier.edtf.parse import Edtf

_PLAIN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?", re.ASCII)
_SEASON = re.compile(r"\d{4}-(2[1-9]|[34]\d)(?!\d)", re.ASCII)
"""Spring in one half of the world is autumn in the other."""


def iso_date(when: Edtf | None) -> str | None:
    """A date that is one day, month or year in ISO 8601 too, neither doubted nor about right only."""
    return when.text if when and _PLAIN.fullmatch(when.text) else None


def iso_interval(when: Edtf | None) -> str | None:
    """The days that may be meant: `2019-02-20/2019-02-28`, `2019-02-25/..`, or such a date as above.

    None where they have no first day, or where doubt (`~`, `?`, `%`) or a season leaves open how far they reach.
    """
    if when is None or when.earliest is None or when.approximate or when.uncertain or _SEASON.search(when.text):
        return None
    return iso_date(when) or f"{when.earliest.isoformat()}/{when.latest.isoformat() if when.latest else '..'}"
