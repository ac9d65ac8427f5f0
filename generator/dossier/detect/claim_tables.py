"""The tables of a language from which the claims of its texts are read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Word(NamedTuple):
    """A word; `simple` is it in lower case, `stem` what its forms share, and `clause` the number of its clause."""

    text: str
    simple: str
    stem: str
    start: int
    clause: int
    has_content: bool


class WordForm(NamedTuple):
    """What a word is wherever it occurs: in lower case, and what its forms share."""

    simple: str
    stem: str


@dataclass(frozen=True, eq=False)
class ClaimTables:
    """The words of one language on which the strength of a claim depends, in lower case as `form` writes them."""

    claim_words: Mapping[str, Mapping[str, str]]
    """By kind and by what they do to a claim, separated by commas; `*` is for any ending."""
    opposites: str
    """Groups of words that say the opposite of each other, with ` / ` between them, separated by semicolons."""
    form: Callable[[str], WordForm]
    is_same_form: Callable[[str, str], bool]
    """Whether two stems are those of one word."""
    is_same_word: Callable[[str, str], bool]
    """Whether two stems are those of one word, or of words of one meaning or family."""
    ending_forms: Callable[[str], list[str]] | None
    """The forms of a word that is given without its ending; None if one in the tables stands for all of its stem."""
    is_past: Callable[[str], bool]
    """Whether a word, as written, may be a verb in the past."""
    function_words: frozenset[str]
    """Words that join others."""
    without_content: frozenset[str]
    """Other words that no claim word bears on."""
    reporting: frozenset[str]
    """Words by which a statement says who reports something."""
    framing: frozenset[str]
    """Words about texts and what they say."""
    saying: re.Pattern[str]
    """Verbs and nouns of saying, whole."""
    idle: tuple[tuple[str, str, re.Pattern[str]], ...] = ()
    """A kind, and words of it that are none here; and what a text must have to be worth searching."""
    clause_openers: frozenset[str] = frozenset()
    """Words that begin a clause without a comma."""
    only: tuple[str, ...] = ()
    """After a "not", "only" and the like add something."""
    questions: tuple[str, ...] = ()
    """After these a clause does not say that something is so."""
    relatives: tuple[str, ...] = ()
    how_much: tuple[str, ...] = ()
    """Words before a quantifier that ask: "how many"."""
    conditions: tuple[str, ...] = ()
    """"If" and "unless"."""
    exceptions: tuple[str, ...] = ()
    """"Unless", after which it is the other way round."""
    comparatives: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    """"Since" and the like: what did not happen since a day happened on it."""
    planned: tuple[str, ...] = ()
    """Words after what is to happen: "a vote is planned", for "will vote"."""
    noun_endings: tuple[str, ...] = ()
    contraction: re.Pattern[str] | None = None
    """The end of a word that denies: "n't"."""
    before_infinitive: str = ""
    """The stem of the word before what is meant to happen: "to"."""
    infinitive: re.Pattern[str] | None = None
    """A whole word that is an infinitive."""
    word: re.Pattern[str] = WORD
    future: re.Pattern[str] | None = None
    """A whole word in the future tense, with its accents."""
    partners: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Words that deny only with one of others after them: "ne" with "pas"."""
    corrections: frozenset[str] = frozenset()
    """Words for what is true instead after a "not": "sino"."""
    is_verb_last: bool = False
    """Whether what a "not" bears on may come before it, and what is to happen is at the end of a clause."""
    may_deny_subject: bool = False
    """Whether a "not" may bear on the subject or on the verb for the same: "ningún soldado", "no desertó"."""
    revise: Callable[[list[Word]], list[Word]] | None = None
    """What tells words by those around them: a verb in two parts, "nahm … an", has the stem of both."""

    def is_infinitive(self, word: str) -> bool:
        """Return whether a word, as written, names what is done without saying that it is."""
        return self.infinitive is not None and self.infinitive.fullmatch(word) is not None and not self.is_past(word)

    @property
    def is_by_stem(self) -> bool:
        """Whether words are compared by their stems alone, so that those around them must be near too."""
        return self.ending_forms is None
