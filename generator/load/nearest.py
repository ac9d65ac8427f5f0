"""The nearest id or name, for a message to propose."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

NEAR_ENOUGH = 60.0


def propose(word: str, choices: Iterable[str]) -> str:
    """The end of a message: `: did you mean …?`, or nothing where no choice is like `word`."""
    found = process.extractOne(word, sorted(choices), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
    return f": did you mean `{found[0]}`?" if found else ""
