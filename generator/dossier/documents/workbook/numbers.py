"""Numbers of cells as text: dates by their serial number, and others with the digits that are stored."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
MAX_EXPONENT = 30
SHOWN_DIGITS = 15
"""The most digits of a number that spreadsheet programs show."""
SECONDS_PER_DAY = 24 * 60 * 60
MAX_SERIAL = 2_958_465
"""The serial number of 9999-12-31."""
LEAP_DAY_1900 = 60
"""The serial number of 1900-02-29, a day that never was, and that Excel counts."""
BUILT_IN_FORMATS = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    **dict.fromkeys((5, 6, 7, 8, 41, 42, 43, 44), "an amount of money"),
    **dict.fromkeys((37, 38, 39, 40), "#,##0"),
    48: "##0.0E+0",
    49: "@",
    **dict.fromkeys((*range(14, 18), *range(27, 32), *range(50, 59), 34, 35, 36), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 45), "h:mm:ss"),
    46: "[h]:mm:ss",
    47: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
}
"""Formats that a workbook need not define (ECMA-376, part 1, 18.8.30)."""
LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
PLAIN_FORMATS = ("general", "@", "", "standard")


def is_date_format(code: str) -> bool:
    """Return whether a number format shows a date or a time."""
    bare = LITERAL.sub("", code.split(";")[0])
    return re.search(r"[ymdhse]", re.sub(r"general|E[+-]", "", bare, flags=re.IGNORECASE), re.IGNORECASE) is not None


def is_plain_format(code: str) -> bool:
    """Return whether a format shows a number as it is."""
    return code.lower() in PLAIN_FORMATS


def plain_number(stored: str) -> str:
    """Return a number with all its digits and without an exponent, unless it is very large or small.

    Excel writes fractions with 17 digits, 22.222200000000001 for 22.2222: the shortest digits of the same number count.
    """
    text = stored.strip()
    if PLAIN_NUMBER.fullmatch(text):
        is_padded = "." in text and len(text) > SHOWN_DIGITS and "e" not in repr(float(text))
        return (repr(float(text)) if is_padded else text).removesuffix(".0")
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    if number.is_finite() and len(text) > SHOWN_DIGITS:
        number = Decimal(repr(float(text)))
    return f"{number:f}" if number.is_finite() and abs(number.adjusted()) <= MAX_EXPONENT else text


def has_hidden_digits(number: str) -> bool:
    """Return whether a number has more digits than a spreadsheet program shows."""
    return len(re.sub(r"\D", "", number).strip("0")) > SHOWN_DIGITS


def date_text(stored: str, code: str, counts_from_1904: bool) -> str | None:
    """Return the date or time with this serial number as in ISO 8601, None if there is none."""
    try:
        serial = Decimal(stored.strip())
    except InvalidOperation:
        return None
    if not serial.is_finite() or not 0 <= serial <= MAX_SERIAL:
        return None
    bare = LITERAL.sub("", code).lower()
    seconds = round(serial * SECONDS_PER_DAY, 3)
    if "[" in bare:
        return _duration(seconds)
    days, rest = divmod(round(seconds), SECONDS_PER_DAY)
    time = (datetime.min + timedelta(seconds=rest)).strftime("%H:%M:%S")
    if not re.search("[yd]", bare) or (days == 0 and not counts_from_1904):
        return time
    if not counts_from_1904 and days == LEAP_DAY_1900:
        return None
    first = date(1904, 1, 1) if counts_from_1904 else date(1899, 12, 30 if days > LEAP_DAY_1900 else 31)
    try:
        day = (first + timedelta(days=days)).isoformat()
    except OverflowError:
        return None
    return f"{day} {time}" if rest else day


def _duration(seconds: Decimal) -> str:
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}"
