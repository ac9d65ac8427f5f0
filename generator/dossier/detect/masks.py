"""The text as figures are looked for in it: folded, and blanked where digits do not count anything.

Every function keeps the length, so a place found in the prepared text is the same place in the text.
"""

import re
from string import ascii_lowercase, ascii_uppercase

CACHE_SIZE = 8192
"""Of so many texts what was found in them is kept: several rules ask of the same words, and every check anew."""
_BLANK = "\0"
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_SPACE = re.compile(r"[^\S ]\s*| \s+")  # What is not one space already.

_TITLE = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
# A month is capitalised, so that "troops march 25 miles" and "they may 5 times" keep their figures.
_MONTH = rf"(?<!\w)(?:{_TITLE}|{_TITLE.upper()})(?!\w)\.?"
_DAY = r"(?<![\w.,$])(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.][0-9]|,[0-9]{3}(?![0-9])|\s?%)"
_DAYS = rf"{_DAY}(?:(?:\s?[-–]\s?|\sto\s|\sand\s){_DAY}){{0,3}}"

_NOT_FIGURES = re.compile(
    r"(?<!\w)(?:"
    + "|".join(
        (
            r"https?://\S+|(?<!\S)www\.\S+|(?<!\S)[^\s@]+@\S+",  # addresses
            rf"{_MONTH}\s{{1,4}}{_DAYS}|{_DAYS}\s{{1,4}}(?:of\s{{1,4}})?{_MONTH}",  # January 21, 13 April
            r"(?<![\w/])[0-9]{1,9}(?:/[0-9]{1,9})+(?!\w)",  # 9/11
            r"(?<![\w-])[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![\w-])",  # 2019-01-21
            r"(?<![\w:])[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]m|[AP]M|[ap]\.m\.|[AP]\.M\.|o['’]clock)(?!\w)",  # 8.30 AM
            r"(?<![\w:])[0-9]{1,2}(?::[0-9]{2}){1,2}(?![\w:])|(?<![\w,.])[0-9]{4} (?:GMT|UTC)(?!\w)",  # 08:30, 1100 GMT
            # A figure that names does not count: Article 350, Resolution 2231, No. 10.
            r"(?<!\w)(?:[Aa]rticle|[Ss]ection|[Cc]hapter|[Rr]esolution|[Pp]age|[Ff]light|No\.)\s[0-9]{1,9}(?!\w|[.,][0-9])",
        )
    )
    + ")"
)


def mask_non_numbers(text: str) -> str:
    """The text in ASCII lower case, with single spaces for line ends inside a paragraph, and dates blanked.

    A blank line stays a run of newlines, so that no figure is read across two paragraphs. Only ASCII letters
    are folded: other foldings change lengths.
    """
    blanked = _NOT_FIGURES.sub(lambda match: _BLANK * len(match.group()), text)
    return _SPACE.sub(_one_space, blanked).translate(_LOWER)


def _one_space(match: re.Match[str]) -> str:
    return ("\n" if match.group().count("\n") > 1 else " ") * len(match.group())
