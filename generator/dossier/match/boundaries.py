"""Word boundaries: a passage must not begin or end inside a word, a number or a character as readers see it.

Adjacent letters and digits are one word, except in scripts written without spaces, such as Han or Thai. A combining
mark belongs to its base character, and an invisible character separates nothing. A number includes its sign, its
currency or percent sign, the marks between its digits, and Han numerals such as the `万` of `12万`. A hashtag or the
name of an account is one word (`#ferry_gate`, `@name`); only the `#` may be left off. A passage may end before an
apostrophe (`Maduro` of `Maduro's`), but it may not separate the `t` of `can't` or the `s` of `Maduro's`.
"""

import re
import unicodedata

from dossier.match.graphemes import is_inside_cluster

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u309f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"[^\W_{_UNSPACED}]"
_MARK = r"[.,:/'’·٫٬⁄]"
_THIN = "[\xa0\u2007\u2009\u202f]"
_CURRENCY = "[$¢-¥֏؋৲৳૱௹฿៛₠-⃀﷼﹩＄￠￡￥￦]"
_OPENING = r"[\s(\[\"'“‘«]"
_NUMERAL = r"[\d〇零一二三四五六七八九十百千万萬亿億兆两兩廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]"
_MULTIPLE = "[十百千万萬亿億兆拾佰仟]"
_SOME = "[多余餘来來几幾数數]"
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
  | (?<={_NUMERAL}) (?={_NUMERAL}|{_SOME}{_MULTIPLE})  # 12|万, 10|多万
  | (?<={_SOME}) (?={_MULTIPLE})                       # 数|十万
  | (?<=[nN]) (?=['’][tT](?!{_LETTER}))                      # can|'t
  | (?<={_LETTER}['’]) (?=(?i:s|t|re|ve|ll|d|m)(?!{_LETTER}))  # Maduro'|s
    """,
    re.VERBOSE,
)
_INVISIBLE = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_TAG = re.compile(r"(?<![\w&/#＃@＠])(?:[#＃]\w+|[@＠]\w*)\Z")
"""The beginning of a hashtag, after its sign, or of the name of an account."""
_CONTEXT = 32
"""The number of characters on either side that are examined; invisible ones may be among them."""


def strip_invisible(text: str) -> str:
    """Remove characters that readers cannot see: zero-width, soft hyphen, byte order mark, bidi and control."""
    return _INVISIBLE.sub("", text)


def is_inside_word(text: str, offset: int) -> bool:
    """Return whether the position before `text[offset]` is inside a word, a number or a grapheme cluster."""
    if not 0 < offset < len(text) or text[offset] in " \n" or text[offset - 1] in " \n":
        return False
    if is_inside_cluster(text, offset):
        return True
    before = strip_invisible(text[max(0, offset - _CONTEXT) : offset])
    after = strip_invisible(text[offset : offset + _CONTEXT])
    if before and after and _is_combining(after[0]):
        return not before[-1].isspace()
    before, after = _without_combining(before), _without_combining(after)
    return _INSIDE.match(before + after, len(before)) is not None or _is_inside_tag(before, after)


def _is_inside_tag(before: str, after: str) -> bool:
    """Return whether a position is inside a hashtag or the name of an account, given the text on either side."""
    return (after[:1] == "_" or after[:1].isalnum()) and _TAG.search(before) is not None


def is_partial(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` begins or ends inside a word or a number."""
    return is_inside_word(text, start) or is_inside_word(text, end)


def expand_to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return `start` and `end` moved outwards to word boundaries; an end without one nearby stays."""
    starts = range(start, max(0, start - _CONTEXT), -1)
    ends = range(end, min(len(text), end + _CONTEXT))
    first = next((offset for offset in starts if not is_inside_word(text, offset)), start)
    last = next((offset for offset in ends if not is_inside_word(text, offset)), end)
    return first, last


def _is_combining(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _without_combining(text: str) -> str:
    return text if text.isascii() else "".join(char for char in text if not _is_combining(char))
