"""Suggestions for a misspelt id, name or key."""

from collections.abc import Iterable

MIN_SIMILARITY = 60.0
"""The least similarity of a suggestion, from 0 to 100, as `rapidfuzz.fuzz.ratio` measures it."""


def closest_match(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice most similar to `word`, or None if none is similar enough."""
    from rapidfuzz import fuzz, process  # Only here: most content needs no suggestions.

    match = process.extractOne(word, sorted(choices), scorer=fuzz.ratio, score_cutoff=MIN_SIMILARITY)
    return match[0] if match else None


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return the end of a message, `; did you mean …?`, or nothing if no choice is similar to `word`."""
    match = closest_match(word, choices)
    return f"; did you mean `{match}`?" if match else ""
