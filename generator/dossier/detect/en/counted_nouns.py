"""The noun of what an English figure counts: "soldiers" of "567 Venezuelan soldiers defected"."""

import re

from dossier.detect.en.actor_nouns import PEOPLE_NOUNS, kinds_of_noun
from dossier.detect.en.word_forms import FUNCTION_WORDS
from dossier.detect.quantity_mentions import QuantityMention

_WORD = re.compile(r"(?P<gap>[ \xa0\n]+|-)(?P<word>[^\W\d_][\w’'.-]*)")
_IRREGULAR_TEXT = "police troops cattle sheep fish feet teeth mice data media lives"
_IRREGULAR = frozenset((*PEOPLE_NOUNS.split(), *_IRREGULAR_TEXT.split()))
_NO_PLURAL = re.compile(r"(?:ss|us|is|['’]s|less)$")
_SKIPPED = frozenset(["of", "the", "other", "more", "additional", "different", "or", "so", "a", "an"])
_MAX_WORDS = 5
"""How many words after the figure its noun may be."""


def counted_noun(text: str, mention: QuantityMention) -> str | None:
    """Return the first plural noun after a figure, of several that follow each other the last; None without one."""
    end, found, former = mention.end, None, ""
    is_one = mention.quantity.value == 1
    for _ in range(_MAX_WORDS):
        match = _WORD.match(text, end)
        if not match:
            break
        word = match["word"].rstrip(".,’'")
        lower = word.casefold()
        if lower == "former":
            former = "former "
        elif _is_plural(word):  # "police officers": the last plural of a row.
            found = word
        elif found or (lower in FUNCTION_WORDS and lower not in _SKIPPED):
            break
        elif is_one and kinds_of_noun(word):
            return word
        end = match.start("word") + len(word)
        if len(word) < len(match["word"]):
            break
    return f"{former}{found}" if found else None


def _is_plural(word: str) -> bool:
    lower = word.casefold()
    if not word.islower() or lower in FUNCTION_WORDS:
        return False
    return lower in _IRREGULAR or (len(lower) > 3 and lower.endswith("s") and not _NO_PLURAL.search(lower))
