"""The nearest id, name or key, for a message to propose."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

NEAR_ENOUGH = 60.0


def closest_match(word: str, choices: Iterable[str]) -> str | None:
    """The choice most like `word`, where one is near enough to be meant."""
    found = process.extractOne(word, sorted(choices), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
    return found[0] if found else None


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """The end of a message: `: did you mean …?`, or nothing where no choice is like `word`."""
    near = closest_match(word, choices)
    return f": did you mean `{near}`?" if near else ""
