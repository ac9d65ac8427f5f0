"""Raised and lowered letters and figures as plain text: footnote marks, exponents, ordinals and indices.

What only its place keeps apart, such as the 2 of `567²` for footnote 2, would be joined into another word or figure.
"""

import re

SUPERSCRIPTS = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
SUBSCRIPTS = str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋")
ORDINALS = frozenset(
    ["st", "nd", "rd", "th", "er", "ère", "ere", "re", "e", "ème", "eme", "o", "a", "os", "as", "º", "ª", "de", "ste"]
)
NOTE_MARK = re.compile(
    r"[\[(]?\s*(?:\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*|[a-z]{1,2}|[ivx]{1,5}|[*†‡§¶#]{1,3})\s*[\])]?", re.IGNORECASE
)
LONG_NUMBER = re.compile(r"\d[\d.,]*\d\d$")
"""A number after which a single raised letter is a footnote mark, not an ordinal as in "1ª"."""
SYMBOLS = re.compile(r"[*†‡§¶#]{1,3}")
NUMBER = re.compile(r"\d{1,3}")
NUMBER_LIST = re.compile(r"\d{1,3}(?:\s*[,;–-]\s*\d{1,3})+")
SIGNED = re.compile(r"([+−–-])\s*(\d+(?:[.,/]\d+)?)|\d+[.]\d+")
BASE_BEFORE = re.compile(r"(?:^|[^\d.,])(?:10|2|e)\s?$")
DISTINCT_UNIT = re.compile(r"(?:^|[^A-Za-z])(?:km|cm|mm|dm|µm|μm|nm|hm)$")
UNIT = re.compile(r"(?:\d\s*|/\s*|\bper\s+|·\s*)(?:m|mi|ft|in|yd|s|kg|g|mol|K|inch|foot|feet|mile|miles)$")
VARIABLE = re.compile(r"(?:^|[^A-Za-z'’])[A-Za-zα-ω]$")
PRICE = re.compile(r"[$€£¥]\s?\d[\d.,]*$")
OPERATOR_AFTER = re.compile(r"\s*[=×·+÷]|\s*−")
SLASHES = "/⁄∕"
FRACTION_AFTER = re.compile(rf"\s*[{SLASHES}]\s*\d")
FRACTION_BEFORE = re.compile(rf"\d\s*[{SLASHES}]\s*$")
ROMAN_BEFORE = re.compile(r"(?:^|[^A-Za-z])[IVXLCDM]+$")
INITIAL = re.compile(r"(?:^|[^A-Za-z])[A-Z]$")


def raised_text(text: str, before: str, after: str, is_note_link: bool = False) -> str:
    """Return raised text as a footnote mark, an exponent, an ordinal or other letters, by the words around it."""
    ends_in_digit = before[-1:].isdigit()
    is_numeral = ends_in_digit or ROMAN_BEFORE.search(before)
    is_ordinal = text.lower().rstrip(".") in ORDINALS and (len(text) > 1 or not LONG_NUMBER.search(before))
    if is_numeral and is_ordinal and not is_note_link:
        return text
    if is_note_link or text.startswith(("[", "(")) or SYMBOLS.fullmatch(text):
        return note_mark(text, before, after)
    if signed := SIGNED.fullmatch(text):
        if DISTINCT_UNIT.search(before) or UNIT.search(before):
            return text.translate(SUPERSCRIPTS)
        return f"^{'-' if signed[1] in ('-', '−', '–') else ''}{signed[2] or text}"
    if NUMBER_LIST.fullmatch(text):
        return note_mark(text, before, after)
    if text.isdecimal():
        return _raised_number(text, before, after)
    if len(text) == 1 and text.isalpha() and before[-1:].strip() and not INITIAL.search(before):
        return f"^{text}" if VARIABLE.search(before) or BASE_BEFORE.search(before) else note_mark(text, before, after)
    if ends_in_digit and text[:1].isdigit():
        return f" {text}"
    return text if len(text) <= len("citation") or not before[-1:].strip() else f" {text}"


def _raised_number(text: str, before: str, after: str) -> str:
    """Return the text for a raised number: an exponent where the words before say so, otherwise a footnote mark."""
    if DISTINCT_UNIT.search(before) or UNIT.search(before):
        return text.translate(SUPERSCRIPTS) if text in ("2", "3", "4") else note_mark(text, before, after)
    if BASE_BEFORE.search(before) or VARIABLE.search(before) or len(text) > len("999"):
        return f"^{text}"
    if before[-1:].isdigit() and (OPERATOR_AFTER.match(after) or (len(text) == len("99") and PRICE.search(before))):
        return f"^{text}"
    if not before[-1:].strip() and after[:1].isalpha():
        return text.translate(SUPERSCRIPTS)
    return note_mark(text, before, after)


def lowered_text(text: str, before: str, after: str) -> str:
    """Return lowered text as a denominator, or as an index as in CO₂."""
    if text.isdecimal() and FRACTION_BEFORE.search(before):
        return f"{text} " if after[:1].isdigit() else text
    if not before[-1:].isalnum() and before[-1:] not in (")", "]"):
        return text
    return text.translate(SUBSCRIPTS) if text.isdecimal() and not before[-1:].isdigit() else f"_{text}"


def note_mark(text: str, before: str, after: str) -> str:
    """Return ` [2]` for a footnote mark, separated from the words before and after it."""
    mark = text.strip("[]() ") if NOTE_MARK.fullmatch(text) else text.strip("[]")
    return f"{' ' if before[-1:].strip() else ''}[{mark}]{' ' if after[:1].isalnum() else ''}"
