"""Words divided at the end of a line: which hyphens belong to the word, and which only to the line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

WORD = re.compile(r"[^\W_]+(?:[-\u2010'’][^\W_]+)*")
LAST_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-\u2010'’][^\W_]+)*[-\u2010\u00ad]$")
FIRST_WORD = re.compile(r"[^\W_]+(?:[-\u2010'’][^\W_]+)*")
HYPHENS = "-\u2010\u00ad"
SOFT_HYPHEN = "\u00ad"
CONJUNCTIONS = frozenset(["and", "or", "to", "und", "oder", "bis", "y", "o", "e", "et", "ou", "og", "och", "en", "of"])
"""Words after a hyphen that stands for a part left out, as in `pre- and post-war`."""
FIRST_PARTS = frozenset(
    [
        *("all", "far", "full", "half", "hard", "high", "ill", "left", "long", "low", "much", "multi", "new", "non"),
        *("old", "part", "right", "self", "semi", "short", "single", "vice", "well", "wide", "world", "year"),
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    ]
)
"""Words that are the first part of many compounds with a hyphen."""
TENS = frozenset(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
OPEN_ENDS = re.compile(r"\S[–—@]$|(?:https?:|www\.)\S*[/.=&?_-]$")
"""Ends of lines that no space follows: a dash in a word, or part of an address."""


@dataclass
class HyphenRules:
    """Decides which hyphens at line ends stay, by the other words of the document; keeps a list of both kinds."""

    words: frozenset[str]
    rejoined: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    @classmethod
    def of_lines(cls, lines: Iterable[str]) -> "HyphenRules":
        """Return the rules for a document with these lines: a word that a line end divides is none of its words."""
        words: set[str] = set()
        for line in lines:
            words.update(match.group().lower() for match in WORD.finditer(line.rstrip(HYPHENS)))
        return cls(frozenset(words))

    def join(self, line: str, following: str) -> tuple[int, str]:
        """Return how many characters to drop at the end of a line, and what to put before the one that follows it."""
        if OPEN_ENDS.search(line):
            return 0, ""
        if not line.endswith(tuple(HYPHENS)):
            return 0, " "
        second = FIRST_WORD.match(following)
        if line.endswith(SOFT_HYPHEN):
            return 1, ""
        first = LAST_WORD.search(line)
        if first is None or second is None:
            is_figure = line[-2:-1].isdigit() and following[:1].isdigit()
            is_part = line[-2:-1].isalnum() and following[:1].isalnum()
            return 0, "" if is_part or is_figure else " "
        start, end = first.group()[:-1], second.group()
        if end.lower() in CONJUNCTIONS:
            return 0, " "
        if self._is_compound(start, end):
            self.kept.append(f"{start}-{end}")
            return 0, ""
        self.rejoined.append(start + end)
        return 1, ""

    def _is_compound(self, start: str, end: str) -> bool:
        """Return whether a word that a line end divides at a hyphen has the hyphen elsewhere, too."""
        joined, compound = (start + end).lower(), f"{start}-{end}".lower()
        if not end[0].islower() and not start.isupper():
            return True
        if compound in self.words or compound.replace("-", "\u2010") in self.words:
            return joined not in self.words
        if joined in self.words:
            return False
        if "-" in start or "\u2010" in start or any(character.isdigit() for character in start + end):
            return True
        is_word = len(end) >= len("word") and end.lower() in self.words
        return start.lower() in TENS or (is_word and start.lower() in FIRST_PARTS)
