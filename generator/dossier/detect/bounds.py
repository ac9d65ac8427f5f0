"""The words that bound a figure: "more than" before it, "or so" after it."""

import re
from typing import NamedTuple

from dossier.detect.pairs import Pair
from dossier.model.quantity import Qualifier

_BOUNDS: dict[str, Qualifier] = {
    "more than": "more than", "over": "more than", "above": "more than", "in excess of": "more than",
    "less than": "less than", "fewer than": "less than", "under": "less than", "below": "less than",
    "at least": "at least", "no less than": "at least", "no fewer than": "at least", "not less than": "at least",
    "a minimum of": "at least", "upwards of": "at least",
    "at most": "at most", "up to": "at most", "no more than": "at most", "not more than": "at most",
    "a maximum of": "at most", "as many as": "at most", "as much as": "at most",
    "about": "about", "around": "about", "some": "about", "roughly": "about", "approximately": "about",
    "nearly": "about", "almost": "about", "close to": "about", "circa": "about", "an estimated": "about",
    "~": "about", "≈": "about", "exactly": "exactly",
}  # fmt: skip
_AFTER: dict[str, Qualifier] = {
    "+": "at least", "-plus": "at least", "-odd": "about", "or more": "at least", "or less": "at most",
    "or fewer": "at most", "or so": "about",
}  # fmt: skip
# These say that what follows counts, even a number written as years are.
_COUNTING = ("more than", "fewer than", "less than", "at least", "at most", "over", "exactly")

_PHRASES = "|".join(re.escape(phrase).replace(r"\ ", " {1,4}") for phrase in _BOUNDS)
_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?:well|just|far|slightly) {{1,4}})?(?P<words>{_PHRASES}) {{1,4}}$|(?P<sign>[~≈]) {{0,4}}$"
)
_BEHIND = re.compile(r"(?P<sign>\+(?![\w+])|-plus\b|-odd\b)| (?P<words>or (?:more|less|fewer|so))\b(?! than)")
_SINCE = re.compile(" (?:ago|old|earlier|later)")
_LOOK_BACK = 40  # longer than the longest phrase with its adverb


class Bound(NamedTuple):
    """A qualifier, the places from and to which it stretches its figure, and whether it can only bound a count."""

    qualifier: Qualifier
    start: int
    end: int
    counting: bool = False


def bound(prepared: str, pair: Pair) -> Bound:
    """The bound of a figure or a pair; "exactly" where no word says otherwise."""
    start, end = pair.start, pair.last.end
    if pair.low.value is None or pair.low.ordinal:
        return Bound("exactly", start, end)
    written: Qualifier = "about" if pair.low.rounded else "exactly"
    before = _BEFORE.search(prepared[max(0, start - _LOOK_BACK) : start])
    if before and not _is_duration(prepared, pair, phrase := _phrase(before)):
        return Bound(_BOUNDS[phrase], start - len(before.group()), end, phrase in _COUNTING)
    behind = _BEHIND.match(prepared, end)
    if behind:
        return Bound(_AFTER[_phrase(behind)], start, behind.end())
    return Bound(written, start, end)


def _phrase(match: re.Match[str]) -> str:
    return " ".join((match["sign"] or match["words"]).split())


def _is_duration(prepared: str, pair: Pair, phrase: str) -> bool:
    """Whether "over" means during, as in "6% have defected over 2 years"; "over 2 years ago" is a bound."""
    return phrase == "over" and pair.last.is_time and not _SINCE.match(prepared, pair.last.end)
