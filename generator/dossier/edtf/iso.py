"""EDTF as plain ISO 8601, for programs that know nothing else: a date is omitted rather than made more precise."""

import re

from dossier.edtf.parse import Edtf

_PLAIN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?", re.ASCII)
_SEASON = re.compile(r"\d{4}-(2[1-9]|[34]\d)(?!\d)", re.ASCII)
"""A season's months differ between the hemispheres."""


def iso_date(edtf: Edtf | None) -> str | None:
    """Return a day, month or year without a qualifier in ISO 8601; None for any other date."""
    return edtf.text if edtf and _PLAIN.fullmatch(edtf.text) else None


def iso_interval(edtf: Edtf | None) -> str | None:
    """Return the possible days: `2019-02-20/2019-02-28`, `2019-02-25/..`, or a date as `iso_date` returns it.

    None if there is no first day, or if a qualifier (`~`, `?`, `%`) or a season leaves the range open.
    """
    if edtf is None or edtf.earliest is None or edtf.approximate or edtf.uncertain or _SEASON.search(edtf.text):
        return None
    return iso_date(edtf) or f"{edtf.earliest.isoformat()}/{edtf.latest.isoformat() if edtf.latest else '..'}"
