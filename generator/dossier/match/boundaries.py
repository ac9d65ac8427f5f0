"""Where a word or a figure may be parted: a passage neither begins nor ends inside one.

Letters and digits that touch are one word; scripts written without spaces, such as Han or Thai, have no such
words. A combining mark belongs to what it stands on, and an invisible character parts nothing. A figure holds its
sign, its currency or percent sign, and the marks between its digits. An apostrophe may be parted from the word
before it (`Maduro` in `Maduro's`), but not the `t` of `can't`, nor the `s` of `Maduro's` alone.
"""

import re
import unicodedata

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u309f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"[^\W_{_UNSPACED}]"
_MARK = r"[.,:/'’·٫٬⁄]"
_THIN = "[\xa0\u2007\u2009\u202f]"
_CURRENCY = "[$¢-¥֏؋৲৳૱௹฿៛₠-⃀﷼﹩＄￠￡￥￦]"
_OPENING = r"[\s(\[\"'“‘«]"
_INSIDE = re.compile(
    rf"""
    (?<={_LETTER}) (?={_LETTER})
  | (?<=\d) (?={_MARK}\d)                              # 567|.5
  | (?<=\d{_MARK}) (?=\d)                              # 567.|5
  | (?<=\d) (?={_THIN}\d{{3}}(?!\d))                   # 10| 000
  | (?<=\d{_THIN}) (?=\d{{3}}(?!\d))                   # 10 |000
  | (?<=\s[.,]) (?=\d)                                 # .|5
  | (?<=\d) (?=[%‰‱٪％﹪]|{_CURRENCY})                 # 6|%
  | (?<={_CURRENCY}) (?=[.,]?\d)                       # $|20
  | (?<=[-+−±]) (?<!\S[-+−±]) (?={_CURRENCY}?[.,]?\d)  # -|5
  | (?<={_OPENING}[-+−±]) (?={_CURRENCY}?[.,]?\d)      # (-|5
  | (?<=[nN]) (?=['’][tT](?!{_LETTER}))                      # can|'t
  | (?<={_LETTER}['’]) (?=(?i:s|t|re|ve|ll|d|m)(?!{_LETTER}))  # Maduro'|s
    """,
    re.VERBOSE,
)
_INVISIBLE = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
LAST_UNCOMBINED = "\u02ff"
"""No character up to this one combines with the one before it."""
_NEAR, _FAR = 8, 32
"""How many characters on either side are looked at: among plain characters, and among hidden ones."""


def strip_invisible(text: str) -> str:
    """Leave out the characters that nobody can see: zero-width, soft hyphen, byte order mark, bidi, control."""
    return _INVISIBLE.sub("", text)


def is_inside_word(text: str, at: int) -> bool:
    """Say whether the place before `text[at]` is inside a word or a figure."""
    if not 0 < at < len(text) or text[at] in " \n" or text[at - 1] in " \n":
        return False
    start = max(0, at - _NEAR)
    window = text[start : at + _NEAR]
    if window.isascii() and not _INVISIBLE.search(window):
        return _INSIDE.match(window, at - start) is not None
    return _inside_visible(strip_invisible(text[max(0, at - _FAR) : at]), strip_invisible(text[at : at + _FAR]))


def is_partial(text: str, start: int, end: int) -> bool:
    """Say whether a stretch of the text begins or ends inside a word or a figure."""
    return is_inside_word(text, start) or is_inside_word(text, end)


def expand_to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch until it is not cut, by no more than a long word on either side."""
    first = next((at for at in range(start, max(0, start - _FAR), -1) if not is_inside_word(text, at)), start)
    last = next((at for at in range(end, min(len(text), end + _FAR)) if not is_inside_word(text, at)), end)
    return first, last


def _inside_visible(left: str, right: str) -> bool:
    if left and right and _is_combining(right[0]):
        return not left[-1].isspace()
    left, right = _bare(left), _bare(right)
    return _INSIDE.match(left + right, len(left)) is not None


def _is_combining(char: str) -> bool:
    return char > LAST_UNCOMBINED and unicodedata.category(char).startswith("M")


def _bare(text: str) -> str:
    return "".join(char for char in text if not _is_combining(char))
