"""In which country a place is, as the words beside its name say: "Lima, Peru", "the US state of Louisiana".

A country that is one of a list ("Lima, Peru and Chile") is not the country of the name before it.
"""

import re
from collections.abc import Callable

from dossier.detect.draft_words import NameParts

_CAPITAL = r"[^\W\d_a-zß-ÿ][\w.-]*"
_AFTER = re.compile(rf",\s+(?:the\s+)?(?P<name>{_CAPITAL}(?:\s+(?:of|the|and|{_CAPITAL})){{0,4}})")
_BEFORE = re.compile(
    rf"(?P<name>{_CAPITAL}(?:\s{_CAPITAL}){{0,2}})\s+"
    r"(?:state|province|region|city|town|village|port|island|district|county)\s+(?:of\s+)?$"
)
_LISTED_BEFORE = re.compile(r"[^\W\d_a-zß-ÿ][\w’'-]*,\s+$")
_LISTED_AFTER = re.compile(r",?\s+(?:and|or|y|e|o|et|ou|und|oder|&)\s|,\s+[^\W\d_a-zß-ÿ]")
_ENDS = re.compile(r"\s*(?:[.,;:)”\"]|$)|['’]s\s|(?<=[.])\s")
"""What follows a country that is part of an address: not "in Paris, the United States led the talks"."""
_STATES_TOO = frozenset(["GE"])
"""Countries that have the name of a state of another one: Georgia."""
_REACH = 60
"""How far from a name the words are read, in code points."""


def country_beside(parts: NameParts, text: str, country_of: Callable[[str], str | None]) -> str | None:
    """Return the code of the country beside one mention of a place (ISO 3166-1 alpha-2); None if there is none."""
    if country_of(parts.name):
        return None
    before = text[max(0, parts.start - _REACH) : parts.start]
    if owner := _BEFORE.search(before):
        words = owner["name"].split()
        ends = (" ".join(words[start:]) for start in range(len(words)))
        if code := next(filter(None, map(country_of, ends)), None):
            return code
    after = _AFTER.match(text, parts.end)
    if not after or _LISTED_BEFORE.search(before):
        return None
    for end in _ends_of_words(after["name"]):
        if code := country_of(after["name"][:end]):
            rest = after.start("name") + end
            is_alone = _ENDS.match(text, rest) and not _LISTED_AFTER.match(text, rest)
            return code if is_alone and code not in _STATES_TOO else None
    return None


def _ends_of_words(name: str) -> list[int]:
    """Return where the words of a name end, the last first, each also without its full stop."""
    ends = {end for word in re.finditer(r"\S+", name) for end in (word.end(), word.start() + len(word[0].rstrip(".")))}
    return sorted(ends, reverse=True)
