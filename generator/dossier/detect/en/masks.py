"""Prepare a text for the number detector: mask digits that count nothing, and unify the ways to group digits.

The length stays the same, so an offset in the prepared text is the same offset in the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dossier.detect.en.countries import STATES
from dossier.detect.en.date_patterns import DIGIT
from dossier.detect.en.dates import find_dates
from dossier.detect.word_sets import has_ascii_digit
from dossier.model.units import CURRENCY_CODES
from dossier.text.spans import Bounds

BLANK = "\0"
UNCLEAR = "\1"
_SPACE = re.compile(r" *[^\S ]\s*")
_NOT_A_SPACE = re.compile(r"[^\S ]")

_FULL_STOP_GROUPS = r"(?<![\w.,])[0-9]{1,3}(?:\.[0-9]{3})+(?![\w.,]*[0-9])"
_PLURALS = (
    "[Aa]rticles|[Aa]rts\\.|[Ss]ections|[Cc]hapters|[Rr]esolutions|[Pp]ages|pp\\.|[Pp]aragraphs|[Ff]lights|Nos\\.|§§"
)
_NUMBERED = (
    "[Aa]rticles?|[Aa]rts?\\.|[Ss]ections?|[Ss]ec\\.|[Cc]hapters?|[Rr]esolutions?|[Pp]ages?|pp?\\.|[Ff]lights?|Nos?\\.|"
    "[Pp]aragraphs?|[Ff]ootnotes?|Amendment|Rule|Bill|Ordinance|Decree|Directive|Regulation|Clause|Route|Highway|"
    "Interstate|Suite|Apartment|Apt\\.|Flat|Box|Room|Gate|Platform|Table|Figure|Fig\\.|Annex|Volume|Vol\\.|Issue|Case|Docket|Line|Note|Version|Channel|"
    "No(?= [0-9])|[Cc]lauses?|[Vv]ersions?|[Ff]igures?(?= [0-9]+[.,)])|Boeing|Airbus|Windows|Python|Android|iOS"
    "|Apollo|Formula"
    "|[Pp]hase|[Tt]ype|Title|Area|[Cc]ategory|Terminal|Model|[Ll]evel|[Tt]ier|Block|Sector|Zone|Ward|Unit|Division"
    "|Camp|Exit|Pier|Lane|Court|[Ss]eason|[Ee]pisode|Grade|Year|Week|Day|Round|Game|[Ss]tage|[Ss]chedule|Protocol|Appendix"
    "|Exhibit|Studio|FTSE|S&P|Fortune|Nasdaq|Nikkei|DAX|CAC|Dow|iPhone|iPad|Galaxy|Xbox|PlayStation|Mark|Mk|Web"
    "|Covid|COVID|War|Number|[Tt]op(?= [0-9]{1,3}(?!\\w| [a-z]+s\\b))|MAX|§{1,2}|#"
)
_REASONS: tuple[tuple[str, str], ...] = (
    ("web or mail address", r"(?<!\w)(?:https?://\S+|(?<!\S)www\.\S+|(?<!\S)[^\s@]+@\S+)"),
    (
        "telephone number",
        r"(?<![\w.,])(?:1-[0-9]{3}-[0-9]{3}-[0-9]{4}|0[0-9]{2,4}[ -][0-9]{3,4}[ -][0-9]{3,4}"
        r"|\+[0-9]{1,3}[ -]\([0-9]{2,5}\)[ -]?[0-9]{3,4}[ -][0-9]{3,4}"
        r"|\+[0-9]{1,3}[ -]?(?:\(0?[0-9]{1,4}\)[ -]?)?[0-9]{1,4}(?:[ -][0-9]{2,4}){2,4}"
        r"|\([0-9]{2,5}\) ?[0-9]{3,4}"
        r"[ -][0-9]{3,4}|[0-9]{3}-[0-9]{3}-[0-9]{4}|(?i:(?<=tel\. )|(?<=tel: )|(?<=phone )|(?<=phone: )"
        r"|(?<=fax: )|(?<=call )|(?<=dial ))[0-9]{3,5}(?:[ -][0-9]{3,4}){1,3}"
        r"|(?i:(?<=call )|(?<=dial ))(?:999|911|112|101)\b)"
        r"(?![\w]|[.,][0-9])",
    ),
    (
        "date",
        r"(?<![\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}(?::?[0-9]{2}){1,2}(?:[.,][0-9]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?(?!\w)",
    ),
    ("date", r"(?<![\w-])[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![\w-])|(?<![\w/])(?:19|20)[0-9]{2}[/–-][0-9]{2}(?![\w/-])"),
    (
        "time of day",
        r"(?<![\w:.])(?:[0-9]{1,2}(?:[:.][0-9]{2})?(?:-|–|\sto\s|(?<=between [0-9])\sand\s))?"
        r"[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]m|[AP]M|[ap]\.m\.|[AP]\.M\.|o['’]clock)(?!\w)"
        r"|(?<![\w:])[0-9]{1,2}(?::[0-9]{2}){1,2}(?:\.[0-9]{1,3})?(?![\w:])"
        r"|(?<![\w,.])[0-9]{4} (?:GMT|UTC|hours local)(?!\w)"
        r"|(?<![\w,.])0[0-9]{3}\s?(?:hours|hrs?|h)(?!\w)"
        r"|(?:(?<=\b[Aa]t )|(?<=\b[Bb]y )|(?<=\b[Ff]rom )|(?<=\b[Uu]ntil ))[12][0-9][0-5]0\s?(?:hours|hrs?)(?!\w)"
        r"|(?:(?<=\b[Aa]t )|(?<=\b[Bb]y ))[0-9]{1,2}\.[0-5][0-9](?![\w.,%]|\s(?:per\s?cent|[mb]illion|thousand))",
    ),
    ("decade", r"(?<![\w$€£])(?<![0-9]-)(?:['’]|19|20)?[0-9]0s(?!\w)"),
    ("saying", r"(?<![\w/])(?:9/11|9-1-1|7/7|24/7|50/50|20/20|60/40)(?![\w/])"),
    (
        "coordinates",
        r"(?<![\w.,])[-−]?[0-9]{1,3}(?:\.[0-9]+)? ?°(?: ?[0-9]{1,2}(?:\.[0-9]+)? ?[′'’])?"
        r"(?: ?[0-9]{1,2}(?:\.[0-9]+)? ?(?:[″\"”]|′′|''))? ?(?:[NSEW]|north|south|east|west)(?!\w)"
        r"|(?<![\w.,])[-−]?[0-9]{1,3}\.[0-9]{4,}, ?[-−]?[0-9]{1,3}\.[0-9]{4,}(?!\w)",
    ),
    (
        "street number",
        r"(?<![\w.,-])[0-9]{1,5}[A-Z]?(?= (?:[A-Z][\w'’-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive"
        r"|Boulevard|Blvd|Square|Place|Terrace|Crescent|Close|Grove|Gardens|Mews|Row|Walk|Parade|Quay|Embankment"
        r"|Approach|Parkway|Alley|Yard|Wharf|Circus)\b(?! [a-z]+s\b))",
    ),
    (
        "postcode",
        r"(?<!\w)[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}(?!\w)"
        rf"|(?<=, )(?:{'|'.join(sorted(STATES))}|[A-Z]{{2}}|[A-Z]\.[A-Z]\.) [0-9]{{5}}(?:-[0-9]{{4}})?"
        r"(?!\w|[.,][0-9]| [a-z]+s\b)",
    ),
    ("age group", r"(?<!\w)(?:[Uu]nder|[Oo]ver)[- ][0-9]{2}s(?!\w)"),
    ("footnote mark", r"\[[0-9]{1,3}\](?![0-9])"),
    ("item of a list", r"(?:\A|(?<=[.:;!?”\"\n]\n))[^\S\n]{0,8}\(?[0-9]{1,2}[.)](?=[^\S\n]+\S)"),
    (
        "number of a name",
        rf"(?<!\w)(?:(?:{_PLURALS})\s?[0-9]{{1,4}}"
        r"(?:(?:, | and |, and | or | to |[–-])[0-9]{1,4}){1,9}(?!\w|[.,][0-9])"
        rf"|(?:{_NUMBERED})\s?[0-9]{{1,9}}(?:[–-][0-9]{{1,9}}|(?:\.[0-9]{{1,3}}){{1,3}})?(?:\([0-9a-z]{{1,3}}\))*[A-Z]?"
        r"(?!\w|[.,][0-9]| [0-9]{3}(?![0-9])|\s?%| per ?cent| (?:[mb]|tr)illion| thousand))",
    ),
    (
        "name with digits",
        rf"(?<![\w$€£])(?=[A-Za-z]*[A-Z])(?!(?:US|AU|CA|NZ|HK|R|Rs|{'|'.join(CURRENCY_CODES)})[0-9])"
        r"[A-Za-z]{1,12}-?[0-9]{1,5}[A-Za-z]?(?![\w]|[.,][0-9])",
    ),
    ("name with digits", r"(?<![\w.,-])(?:[234]D|[2-6]G|(?:480|720|1080|1440|2160)[pi]|7-Eleven)(?!\w)"),
    (
        "version or address",
        r"(?<![\w.])(?![0-9]{1,3}(?:\.[0-9]{3})+(?![\w.]))[0-9]{1,4}(?:\.[0-9]{1,3}){2,4}(?!\w|\.[0-9])",
    ),
    ("code", r"(?<![\w.,])[0-9]{16,}(?![\w]|[.,][0-9])"),
    ("code", r"(?<![\w.,:/-])(?<![0-9][\s'’ʼ])0[0-9]+(?!\w|[.,:/][0-9])"),
    (
        "code",
        r"(?<!\w)(?:ISBN|ISSN|IBAN|IMO|DOI)(?:-1[03])?:? ?[0-9][0-9X -]{5,20}[0-9X](?!\w)"
        r"|(?:(?<=case )|(?<=Case )|(?<=docket )|(?<=file )|(?<=number )|(?<=registration )"
        r"|(?<=licence )|(?<=license ))(?:[A-Z]{1,4}[-/])?[0-9]+[-/][0-9][0-9A-Z/-]*(?!\w)",
    ),
)
"""Why digits are not a figure, and the pattern of such digits; the first that matches counts."""
_MASKED = "|".join(f"(?P<m{index}>{pattern})" for index, (_, pattern) in enumerate(_REASONS))
# None begins inside a word, except a footnote mark, which may follow one. But for addresses, each begins with a digit,
# or with white space, a few other characters and one more space before a digit: trying that first is quicker.
_SOON_A_DIGIT = r"(?=[^\S\n]{0,8}+[^\s0-9]{0,20}+\s?[0-9]|https?://|www\.|(?<!\S)[^\s@]+@)"
_MASKS = re.compile(rf"(?:(?<!\w)|(?=\[)){_SOON_A_DIGIT}(?:{_MASKED})")
MASK_REASONS = tuple(dict.fromkeys(("date", *(reason for reason, _ in _REASONS), "year")))
"""All reasons for which digits are not read as a figure."""

_SPACES = "\u0020\u00a0\u2007-\u2009\u202f"
# Spaces and apostrophes between groups of three digits, which are the same in one number.
_GROUPED = re.compile(
    rf"(?<![\w.,/:])(?P<first>[1-9][0-9]{{0,2}})(?P<separator>[{_SPACES}'’ʼ])"
    r"(?P<rest>[0-9]{3}(?:(?P=separator)[0-9]{3})*)(?![0-9])"
    rf"(?P<more>(?:[{_SPACES}'’ʼ][0-9]+)+|,[0-9]+|\.[0-9]{{3}}(?![0-9]))?"
)
_NUMBERED_BEFORE = re.compile(
    r"\b(?i:article|section|chapter|page|paragraph|resolution|flight|case|gate|table|figure|top|number|unit|room|group"
    r"|brigade|battalion|division|regiment|squadron|sector|zone|block|level|phase|stage"
    r"|day|week|year|round|lot|formula|class|grade|type|size) $"
)
_FEET_AND_INCHES = re.compile(r"(?<!\w)[0-9]{1,2}['’′] ?[0-9]{1,2}(?!\w)")
_ACROSS_LINES = re.compile(r"(?<=[A-Za-z] )[1-9][0-9]{0,2} ?\n *[0-9]{3}(?= [a-z])")
_SLASHED = re.compile(
    r"(?<![\w/.,])(?:(?P<whole>[0-9]{1,6})[ -])?(?P<over>[0-9]{1,4})[/⁄](?P<under>[0-9]{1,4})(?![\w/]|[.,][0-9])"
)
_AFTER_FRACTION = re.compile(
    r"\s(?:of|an?|the)\s|-[a-z]|\s?%|\s(?:hours?|days?|years?|months?|weeks?|miles?|inch(?:es)?|feet|cups?"
    r"|(?:m|b|tr)illion|majority|vote|full)\b"
)
_BEFORE_FRACTION = re.compile(r"\b(?:nearly|almost|about|over|than|a|roughly|only) $")
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100))
_FULL_STOPPED = re.compile(_FULL_STOP_GROUPS)
_CHAIN = re.compile(r"(?<![\w.,-])[0-9]+(?:[-–][0-9]+){2,}(?![\w-])")
_FIGURE = "(?<![0-9.,])[0-9][0-9.,]{0,24}"
_MINUS_BETWEEN = re.compile(rf"{_FIGURE}−[0-9][0-9.,]{{0,24}}(?<=[0-9])")
_PLUS_OR_MINUS = re.compile(rf"(?:{_FIGURE}(?:\s?[^\W\d]{{1,3}})?\s?)?(?:±|\+/-)\s?[0-9][0-9.,]{{0,24}}(?<=[0-9])")
_POWER = re.compile(
    rf"{_FIGURE}(?:\s?[×x*·]\s?10\s[0-9]{{1,2}}|\s(?:times\s(?:ten|10)\s)?to\sthe\spower\s(?:of\s)?[−-]?[0-9]+)"
    r"(?![\w.,]*[0-9])"
)
_RAISED = re.compile(rf"{_FIGURE}\s?</?su[bp]>[^<]{{0,8}}(?:</su[bp]>)?")
_HOURS_AND_MINUTES = re.compile(r"(?<![\w.,])[0-9]{1,3}\s?h(?:rs?)?\s?[0-9]{1,2}\s?m(?!\w)")
_MIDDLE_DOT = re.compile(r"(?<![\w.,·∙])([0-9]{1,6})[·∙](?=[0-9])(?!10(?:\^|\*\*|[⁻⁰¹²³⁴-⁹]))(?=[0-9]+(?![\w·∙]))")
_AFTER_DECIMAL = re.compile(
    r"\s?(?:%|per\s?cent|percent|(?:m|b|tr|quadr)illion|thousand|lakh|crore|k[mg]\b|seconds?\b|points?\b|°)"
)


class PreparedText(NamedTuple):
    """A text in which only digits of figures are left; `masked` are the spans of others with the reason, in order.

    `text` has NUL for masked characters, U+0001 for digits that may be read in two ways, commas between groups of
    digits, and spaces for all white space in a paragraph.
    """

    text: str
    masked: tuple[tuple[Bounds, str], ...]


@lru_cache(maxsize=64)
def prepare_text(text: str) -> PreparedText:
    """Mask what is no figure: addresses, dates, times of day, numbers that are names ("Article 350", "9/11").

    A blank line becomes a run of newlines, so that no number is read across two paragraphs. Only ASCII letters are
    lower-cased, because other letters may change length.
    """
    masked: list[tuple[Bounds, str]] = []
    prepared = text
    if has_ascii_digit(text):
        masked = sorted(_iter_masked(text))
        prepared = _blank(text, masked)
        for needed, pattern, replace in _REWRITTEN if has_ascii_digit(prepared) else ():
            if needed.search(prepared):
                prepared = pattern.sub(replace, prepared)
    if _NOT_A_SPACE.search(prepared):
        prepared = _SPACE.sub(_blank_run, prepared)
    return PreparedText(_lower(prepared), tuple(masked))


def _lower(text: str) -> str:
    """Return the text with its ASCII letters in lower case, which those of bytes are."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def _iter_masked(text: str) -> Iterator[tuple[Bounds, str]]:
    for mention in find_dates(text):
        if mention.kind in ("date", "month") and DIGIT.search(mention.text):
            yield Bounds(mention.start, mention.end), "date"
    for match in _MASKS.finditer(text):
        yield Bounds(*match.span()), _REASONS[int((match.lastgroup or "m0")[1:])][0]


def _blank(text: str, masked: Iterable[tuple[Bounds, str]]) -> str:
    pieces, done = [], 0
    for (start, end), _ in masked:
        pieces += [text[done:start], BLANK * (end - max(start, done))]
        done = max(done, end)
    return "".join((*pieces, text[done:]))


def _group(match: re.Match[str]) -> str:
    """Return a number with commas between its groups, or blanks if a space may separate two numbers."""
    is_single = match["separator"] == " " and len(match["rest"]) == 3
    before = match.string[max(0, match.start() - 12) : match.start()] if is_single else ""
    if match["more"] or _NUMBERED_BEFORE.search(before):
        return UNCLEAR * len(match[0])
    return f"{match['first']},{match['rest'].replace(match['separator'], ',')}"


def _slash(match: re.Match[str]) -> str:
    """Return a fraction as written, or blanks if it may be a date or a score."""
    over, under = int(match["over"]), int(match["under"])
    is_fraction = 0 < over < under and under in _DENOMINATORS
    is_written_as_one = (
        "⁄" in match[0] or match["whole"] or _BEFORE_FRACTION.search(match.string[: match.start()][-10:])
    )
    if is_fraction and (is_written_as_one or _AFTER_FRACTION.match(match.string, match.end())):
        return match[0]
    kept = len(match[0]) - len(match["over"]) - len(match["under"]) - 1
    return match[0][:kept] + UNCLEAR * (len(match[0]) - kept)


def _full_stops(match: re.Match[str]) -> str:
    """Return a decimal as written, or blanks if its full stop may separate thousands."""
    has_unit = _AFTER_DECIMAL.match(match.string, match.end()) and not match[0].endswith("000")
    if match[0].count(".") == 1 and (match[0].startswith("0.") or has_unit):
        return match[0]
    return UNCLEAR * len(match[0])


def _make_unclear(match: re.Match[str]) -> str:
    return UNCLEAR * len(match[0])


_REWRITTEN: tuple[tuple[re.Pattern[str], re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile("[·∙]"), _MIDDLE_DOT, lambda match: f"{match[1]}."),
    (re.compile("[0-9][-–][0-9]"), _CHAIN, _make_unclear),
    (re.compile("−"), _MINUS_BETWEEN, _make_unclear),
    (re.compile(r"[±+]"), _PLUS_OR_MINUS, _make_unclear),
    (re.compile("10|power"), _POWER, _make_unclear),
    (re.compile("<"), _RAISED, _make_unclear),
    (re.compile(r"[0-9]\s?h"), _HOURS_AND_MINUTES, _make_unclear),
    (re.compile("\n"), _ACROSS_LINES, _make_unclear),
    (re.compile("[0-9]['’′]"), _FEET_AND_INCHES, _make_unclear),
    (re.compile(f"[0-9][{_SPACES}'’ʼ][0-9]"), _GROUPED, _group),
    (re.compile("[0-9][/⁄][0-9]"), _SLASHED, _slash),
    (re.compile(r"[0-9]\.[0-9]"), _FULL_STOPPED, _full_stops),
)
"""What a text must have for a pattern to match, which is quick to find, the pattern, and what comes for a match."""


def _blank_run(match: re.Match[str]) -> str:
    """Return a run of white space as spaces, or as newlines if it holds a blank line."""
    return ("\n" if match.group().count("\n") > 1 else " ") * len(match.group())


def find_masked_digits(text: str) -> Sequence[tuple[Bounds, str]]:
    """Return the digits of a text that are no figure, with the reason for each."""
    return prepare_text(text).masked if has_ascii_digit(text) else ()
