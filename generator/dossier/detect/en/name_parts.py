"""English names for drafts: without rank, office or party, and what they are the names of."""

import re
from collections.abc import Sequence

from dossier.detect.draft_words import NamedKind, NameParts
from dossier.detect.en.actor_nouns import MASTHEADS, SURNAMES, kinds_of_noun
from dossier.detect.en.countries import STATES, country_of
from dossier.detect.en.given_names import GIVEN_NAMES
from dossier.detect.en.place_sizes import size_of_place
from dossier.detect.en.sayings import SPEAKER_MENTIONS
from dossier.detect.name_mentions import NameMention

_PLACE_BEFORE = re.compile(
    r"(?<!\w)(?:in|into|from|near|outside|across|around|throughout|toward|towards|to|at|of)\s+$", re.IGNORECASE
)
_ONLY_PLACE_BEFORE = re.compile(
    r"(?<!\w)(?:(?:in|into|near|outside|across|around|throughout|toward|towards)"
    r"|(?:capital|city|town|village|suburb|port|state|province|region|island)(?: of)?)\s+"
    r"(?:(?:north|south|east|west)(?:east|west)?(?:ern)?\s+|(?:central|downtown|rural)\s+)?$",
    re.IGNORECASE,
)
"""What is before a place of several words, but before no person: "in Baton Rouge", "the capital Baton Rouge"."""
_PLACE_TEXT = """
    Street Avenue Road Square Bridge River Lake Sea Ocean Bay Island Islands Mountain Mountains Valley Airport Station
    Park Port Harbour Harbor Beach Plaza Peninsula Desert Border County Province Coast Strait Gulf
"""
_PLACE_WORDS = frozenset(_PLACE_TEXT.split())
_PUBLIC_TEXT = "National Civil Royal Federal Central Supreme International European United State Coast Presidential"
_PUBLIC = frozenset(_PUBLIC_TEXT.split())
"""Words in the names of bodies, after which "Guard" is no surname."""
_PERSON_AFTER = re.compile(
    r",? (?:who|whose|\d{1,2},)(?!\w)|['’]s (?:wife|husband|mother|father|son|daughter|family)"
    r"| (?:regime|loyalists?|supporters?|administration)(?!\w)",
    re.IGNORECASE,
)
_OUTLET = frozenset({"outlet", "organization"})
"""The kinds of nouns such as "news" and "press"."""
_MAX_PERSON_WORDS = 4
_MAX_VERB = 12
_ACRONYM = re.compile(r"[A-Z]{2,}|(?:[A-Z]\.){2,}")


def split_name(mention: NameMention, text: str) -> NameParts:
    """Return the name with its title, without line ends and other white space."""
    name, title = (" ".join(words.split()) for words in (mention.text, mention.title))
    return NameParts(mention.start, mention.end, name, title.rstrip(" -"))


def kind_of_name(parts: NameParts, text: str, others: Sequence[NameParts]) -> NamedKind | None:
    """Return what a name is the name of, by its title, its nouns and the words around all places where it is named."""
    words = parts.name.split()
    same = [other for other in others if other.name == parts.name]
    if any(other.title for other in same):
        return "person"
    if country_of(parts.name) or parts.name in STATES:
        return "place"
    if words[-1] in _PLACE_WORDS:
        return "place"
    if words[-1].casefold() in MASTHEADS and words[0] != words[-1]:
        return "outlet"
    for word in (words[-1], *words[:-1]):
        may_be_surname = word.casefold() in SURNAMES and _PUBLIC.isdisjoint(words[:-1])
        kinds = kinds_of_noun(word) if len(words) > 1 and not may_be_surname else None
        if kinds and "person" not in kinds:
            return _first_kind(kinds, is_outlet=any(kinds_of_noun(other) == _OUTLET for other in words))
    if any(size_of_place(other, text) for other in same):
        return "place"
    if _ACRONYM.fullmatch(parts.name):
        befores = (text[max(other.start - _MAX_VERB, 0) : other.start] for other in same)
        return "outlet" if any(map(SPEAKER_MENTIONS.addressing.search, befores)) else "organization"
    is_place = [_PLACE_BEFORE.search(text, max(0, other.start - 12), other.start) is not None for other in same]
    says = any(SPEAKER_MENTIONS.verb.match(text, other.end + 1) for other in same)
    if len(words) == 1 and not says and 2 * sum(is_place) > len(same):
        return "place"
    if not says and any(_ONLY_PLACE_BEFORE.search(text, max(0, other.start - 30), other.start) for other in same):
        return "place"
    is_person = any(_PERSON_AFTER.match(text, other.end) for other in same)
    has_surname = 1 < len(words) <= _MAX_PERSON_WORDS and any(other.name == words[-1] for other in others)
    has_given_name = 1 < len(words) <= _MAX_PERSON_WORDS and words[0] in GIVEN_NAMES
    return "person" if is_person or has_surname or has_given_name else None


def _first_kind(kinds: frozenset[str], *, is_outlet: bool) -> NamedKind:
    """Return the kind of a body of which a noun shows several: a service is an outlet if it is one of news."""
    order: tuple[NamedKind, ...] = ("government", "organization", "unit", "group", "outlet")
    return "outlet" if is_outlet and "outlet" in kinds else next(kind for kind in order if kind in kinds)
