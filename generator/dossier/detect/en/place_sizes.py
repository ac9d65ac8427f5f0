"""How large a place is, as the English words beside its name say: "the state of Marra", "the capital Brenn"."""

import re

from dossier.detect.draft_words import NameParts, PlaceSize

_SIZES: dict[PlaceSize, str] = {
    "city": "city town village hamlet suburb capital",
    "region": "state province county region territory peninsula archipelago island governorate oblast",
}
_SIZE_OF = {noun: size for size, nouns in _SIZES.items() for noun in nouns.split()}
_NOUN = "|".join(_SIZE_OF)
_BEFORE = re.compile(rf"(?<![\w'’-])(?P<noun>{_NOUN})(?P<of>\s+of)?\s+$", re.IGNORECASE)
_AFTER = re.compile(
    rf",\s+(?:(?:the|an?|its|their)\s+(?:(?!(?:of|in|on|at|from|to|near|for)\s)[\w-]+(?:['’]s)?\s+){{0,2}}?)?(?P<noun>{_NOUN})"
    r"(?=[,.;:)]|\s+(?:of|in|on|at|near|that|where|which|with|and|or)\s)"
    r"|\s+(?P<own>province|county|region|peninsula|city)(?![\w'’-])"
)
_REACH = 40
"""How far from a name the words are read, in code points."""


def size_of_place(parts: NameParts, text: str) -> PlaceSize | None:
    """Return how large a place is, by the words before or after one mention of it; None if they do not say it.

    "The capital of Marra" is another place, and "Brenn, in the state of Marra" does not say what Brenn is.
    """
    before = _BEFORE.search(text, max(0, parts.start - _REACH), parts.start)
    if before and not (before["of"] and before["noun"].casefold() == "capital"):
        return _SIZE_OF[before["noun"].casefold()]
    after = _AFTER.match(text, parts.end, parts.end + _REACH)
    return _SIZE_OF[(after["noun"] or after["own"]).casefold()] if after else None
