"""Whom the words for a speaker without a name describe: a group ("port officials"), or a person ("a spokesman")."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dossier.text.wording import upper_first

DescribedKind = Literal["person", "group"]


class Description(NamedTuple):
    """A speaker without a name, as a record of it is called, and the kind of actor it is."""

    name: str
    kind: DescribedKind
    noun: str
    """The name without "a"."""


@dataclass(frozen=True)
class DescriptionWords:
    """What is known of descriptions in a language; patterns of whole words, whatever their case."""

    definite: str
    """Articles and the like of what the text has named before: "the", "those"."""
    indefinite: str
    """What begins the description of one person: "a", "another"."""
    prepositions: str
    """What ends the part of a description that has its noun: "of", "for"."""
    known: str
    """Groups of whom there is but one, so that "the" names none that was named before: "police"."""
    collective: str
    """Nouns in the singular for several people: "group"."""
    vague: str
    """Nouns that describe nobody alone, without a number or an adjective: "people"."""
    kind_of: Callable[[str, bool], DescribedKind | None]
    """Whether a noun, as it is written, describes a group or a person; given if "a" is before it; None if neither."""
    partitive: str = r"(?!)"
    """Articles of several, which are part of no name: "des" in French."""
    heads_first: bool = False
    """Whether the noun comes before its adjectives."""


class DescriptionReader:
    """Reads descriptions in one language."""

    def __init__(self, words: DescriptionWords) -> None:
        self._words = words
        flags = re.IGNORECASE
        self._definite = re.compile(rf"(?:{words.definite})(?:\s+|(?<=['’]))", flags)
        self._indefinite = re.compile(rf"(?:{words.indefinite})(?:\s+|(?<=['’]))", flags)
        self._partitive = re.compile(rf"(?:{words.partitive})(?:\s+|(?<=['’]))", flags)
        self._prepositions = re.compile(rf"(?<!\w)(?:{words.prepositions})(?!\w).*", flags)
        self._vague = re.compile(words.vague, flags)
        self._collective = re.compile(words.collective, flags)
        self._known = re.compile(words.known, flags)

    def read(self, words: str) -> Description | None:
        """Return whom words describe; None if they describe no people, or such as the text has named before."""
        definite, rest = self._definite.match(words), self._without_article(words)
        indefinite = self._indefinite.match(rest)
        noun = rest[indefinite.end() :] if indefinite else rest
        nouns = self._prepositions.sub("", noun).split()
        kinds = {noun: kind for noun in nouns if (kind := self._kind_of(noun, is_single=indefinite is not None))}
        head = next(iter(kinds), "") if self._words.heads_first else nouns[-1] if nouns else ""
        kind = kinds.get(head)
        is_single = kind == "person" or self._collective.fullmatch(head) is not None
        if kind is None or (definite and not self._known.fullmatch(head)) or is_single != bool(indefinite):
            return None
        is_vague = len(nouns) == 1 and self._vague.fullmatch(head) is not None
        return None if is_vague else Description(upper_first(rest), kind, noun)

    def name_of(self, words: str) -> str:
        """Return the name that a description has: words without "the", with a capital."""
        return upper_first(self._without_article(words))

    def _without_article(self, words: str) -> str:
        article = self._definite.match(words) or self._partitive.match(words)
        return words[article.end() :] if article else words

    def _kind_of(self, noun: str, *, is_single: bool) -> DescribedKind | None:
        kind_of = self._words.kind_of  # A noun that begins a sentence has a capital.
        collective = self._collective.fullmatch(noun)
        return "group" if collective else kind_of(noun, is_single) or kind_of(noun.lower(), is_single)


def kind_by_nouns(*, groups: str, people: str) -> Callable[[str, bool], DescribedKind | None]:
    """Return what finds the kind of a noun, given those of groups and of single people, as patterns."""
    group, person = re.compile(groups), re.compile(people)

    def kind_of(noun: str, is_single: bool) -> DescribedKind | None:
        if is_single and person.fullmatch(noun):
            return "person"
        return "group" if group.fullmatch(noun) else "person" if person.fullmatch(noun) else None

    return kind_of
