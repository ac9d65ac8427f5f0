"""Times of day in a text: "9:30", "6 p.m.", "1400 GMT", "noon"."""

import re
from collections.abc import Iterator

from dossier.detect.date_mentions import Time
from dossier.detect.word_sets import has_ascii_digit, may_have_word

_TIME = re.compile(
    r"(?<![\w:.])(?P<hour>2[0-4]|[01]?[0-9])(?:[:.](?P<minute>[0-5][0-9])(?::[0-5][0-9])?)?"
    r"(?:\s?(?P<half>[ap])\.?m\b|(?(minute)(?![\w:])|\s?o['’]clock\b))"
    r"|(?<![\w,.])(?P<hours>[01][0-9]|2[0-4])(?P<minutes>[0-5][0-9])\s?(?:GMT|UTC|hours|hrs|h)\b"
    r"|\b(?P<word>(?a:noon|midday|midnight))\b",
    re.IGNORECASE,
)
_MAY_BE_TIME = re.compile(r"[0-9](?:[:.][0-5]|\s?(?:[ap]\.?m|o['’]clock|gmt|utc|h))", re.IGNORECASE)
"""What a text has that has a time in digits; it is quick to find, as it begins with a character."""
_BEFORE_TIME = re.compile(r"\b(?:at|by) $", re.IGNORECASE)
_AFTER_DECIMAL = re.compile(r"\s?(?:%|per\s?cent|points?\b|(?:m|b|tr)illion|thousand)")
_IN_WORDS = re.compile(r"\b(?:half past|quarter (?:to|past)|half-past|[a-z]+ o['’]clock)\b", re.IGNORECASE)
_TIMES = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}
_WORDS = frozenset(_TIMES)


def find_times(text: str) -> Iterator[Time]:
    """Yield the times of day in a text; without a.m. or p.m. as they are written.

    With a full stop, as in "3.15", only after "at" or "by", or with a.m. or p.m.: else it is a decimal.
    """
    may_have_digits = has_ascii_digit(text) and _MAY_BE_TIME.search(text) is not None
    if not (may_have_digits or may_have_word(text, _WORDS)):
        return
    for match in _TIME.finditer(text):
        has_full_stop = "." in match[0] and match["minute"] and not match["half"]
        is_after_word = _BEFORE_TIME.search(text, max(0, match.start() - 4), match.start())
        if has_full_stop and (not is_after_word or _AFTER_DECIMAL.match(text, match.end())):
            continue
        if word := match["word"]:
            yield Time(match[0], *_TIMES[word.lower()], is_half_known=True)
            continue
        hour, minute = int(match["hour"] or match["hours"]), int(match["minute"] or match["minutes"] or 0)
        half = (match["half"] or "").lower()
        is_half_known = bool(half or match["hours"]) or hour > 12
        yield Time(match[0], hour % 12 + 12 * (half == "p") if half else hour % 24, minute, is_half_known)


def has_unread_time(text: str) -> bool:
    """Return whether a text has a time of day in words, which is not read: "half past six"."""
    return _IN_WORDS.search(text) is not None
