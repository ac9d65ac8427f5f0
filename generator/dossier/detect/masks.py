"""Prepare a text for the number detector: lower-case it and mask digits that count nothing, such as dates and times.

The length stays the same, so an offset in the masked text is the same offset in the text.
"""

import re
from string import ascii_lowercase, ascii_uppercase

_BLANK = "\0"
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_SPACE = re.compile(r"\s+")

_TITLE = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
# Months must be capitalised, so that "troops march 25 miles" and "they may 5 times" keep their figures.
_MONTH = rf"(?<!\w)(?:{_TITLE}|{_TITLE.upper()})(?!\w)\.?"
_DAY = r"(?<![\w.,$])(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.][0-9]|,[0-9]{3}(?![0-9])|\s?%)"
_DAYS = rf"{_DAY}(?:(?:\s?[-–]\s?|\sto\s|\sand\s){_DAY}){{0,3}}"

_NOT_NUMBERS = re.compile(
    r"(?<!\w)(?:"
    + "|".join(
        (
            r"https?://\S+|(?<!\S)www\.\S+|(?<!\S)[^\s@]+@\S+",  # addresses
            rf"{_MONTH}\s{{1,4}}{_DAYS}|{_DAYS}\s{{1,4}}(?:of\s{{1,4}})?{_MONTH}",  # January 21, 13 April
            r"(?<![\w/])[0-9]{1,9}(?:/[0-9]{1,9})+(?!\w)",  # 9/11
            r"(?<![\w-])[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![\w-])",  # 2019-01-21
            r"(?<![\w:])[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]m|[AP]M|[ap]\.m\.|[AP]\.M\.|o['’]clock)(?!\w)",  # 8.30 AM
            r"(?<![\w:])[0-9]{1,2}(?::[0-9]{2}){1,2}(?![\w:])|(?<![\w,.])[0-9]{4} (?:GMT|UTC)(?!\w)",  # 08:30, 1100 GMT
            # A number that is part of a name: Article 350, Resolution 2231, No. 10.
            r"(?<!\w)(?:[Aa]rticle|[Ss]ection|[Cc]hapter|[Rr]esolution|[Pp]age|[Ff]light|No\.)\s[0-9]{1,9}(?!\w|[.,][0-9])",
        )
    )
    + ")"
)


def mask_non_numbers(text: str) -> str:
    """Return the text in lower case, with NUL for masked characters and spaces for all white space in a paragraph.

    Masked are web and mail addresses, dates, times of day, `9/11`, and numbers that are names ("Article 350"). A blank
    line becomes a run of newlines, so that no number is read across two paragraphs. Only ASCII letters are lower-cased,
    because other letters may change length.
    """
    masked = _NOT_NUMBERS.sub(lambda match: _BLANK * len(match.group()), text)
    return _SPACE.sub(_blank_run, masked).translate(_LOWER)


def _blank_run(match: re.Match[str]) -> str:
    """Return a run of white space as spaces, or as newlines if it holds a blank line."""
    return ("\n" if match.group().count("\n") > 1 else " ") * len(match.group())
