"""What drafts of records need to know of a language: the parts of a name, and the noun of a figure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from dossier.detect.aside_words import AsideWords
from dossier.detect.attributions import AttributionFinder
from dossier.detect.clauses import ClauseReader
from dossier.detect.deeds import DeedFinder
from dossier.detect.descriptions import DescriptionReader
from dossier.detect.link_words import LinkWords
from dossier.detect.name_mentions import NameMention
from dossier.detect.quantity_mentions import QuantityMention
from dossier.detect.role_words import RoleReader
from dossier.text.spans import Bounds

NamedKind = Literal["person", "organization", "government", "unit", "group", "outlet", "place"]
PlaceSize = Literal["city", "region"]


class NameParts(NamedTuple):
    """A name without what only leads up to it: "Col. Jose Luis Silva" is the title "Col." and a name.

    `start` and `end` are those of the name in its text, in code points. `title` is the rank, office or party before it.
    """

    start: int
    end: int
    name: str
    title: str = ""


class Counted(NamedTuple):
    """What a figure counts: the noun, what limits it too, and why this is the noun if it is not next to the figure."""

    noun: str | None = None
    phrase: str | None = None
    """In the words of the text, "residents stranded in homes and cars"; None if nothing limits the noun."""
    basis: str | None = None


@dataclass(frozen=True)
class TitleWords:
    """How a title is made of a clause; patterns of whole words."""

    before_date: str
    """What is before a date and left out with it: "on", "late"."""
    after_date: str
    """What is after a date and left out with it: "morning"."""
    keeps_date: str
    """What is before a date that belongs to its noun: "the", "since"."""
    adjuncts: str
    """What begins the end of a clause that a long title leaves out: "in", "near"."""
    joins: str
    """What joins a noun to another, besides those: "of"."""
    whole: str
    """Words of a clause of which nothing can be left out: "all", "not"."""
    claims: str
    """Verbs of saying after which no title says the same as a fact: "claimed"."""
    participles: str
    """With what no title begins: "powered by"."""
    owns: str
    """Of those, what is of somebody: "its"."""
    before_past: str
    """What is before the verb of what somebody says they had done: "had"; a pattern with the spaces around."""
    own: str
    """What begins what somebody says of themselves: "it", "its"."""
    articles: str
    """Articles that the name of a speaker may have: "the"."""
    addressed: str
    """Verbs that need whom somebody speaks to, for which `said` is used: "tells"."""
    said: str
    """The verb of saying: "said"."""
    reported: str
    """What begins what somebody says: "that"."""
    according: str
    """What is before a source: "according to"."""


@dataclass(frozen=True)
class QuoteTemplates:
    """How a summary repeats a quotation, with `{speaker}` and `{words}`."""

    full: str
    """A sentence without its mark: "{speaker} said: “{words}.”"."""
    ended: str
    """A sentence that ends in a mark of its own, such as "?"."""
    two: str
    """Two sentences, `{first}` and `{words}`."""
    word: str
    """One word of a sentence."""
    several: str
    """Several words of a sentence."""
    persons_only: bool = True
    """Whether the verb is only right for one person: not where it is the same for several."""
    capital_is_sentence: bool = True
    """Whether words that begin with a capital are a sentence: not where nouns have one."""


@dataclass(frozen=True)
class DraftWords:
    """What is known of the names and figures of a language."""

    split_name: Callable[[NameMention, str], NameParts | None]
    """The parts of a name of a text; None if it is only part of a title: "Defensa" in "el ministro de Defensa"."""
    kind_of_name: Callable[[NameParts, str, Sequence[NameParts]], NamedKind | None]
    """What a name is the name of, given the text and all its names; None if nothing shows it."""
    country_of: Callable[[str], str | None]
    """The code (ISO 3166-1 alpha-2) of the country that a name is one of."""
    counted_noun: Callable[[str, QuantityMention], str | None]
    """The noun of what a figure counts, as the text has it: "soldiers" of "567 Venezuelan soldiers"."""
    small_words: frozenset[str]
    """Words in lower case that say little in a title: articles, prepositions."""
    roles: RoleReader
    """Reads the role before a name."""
    asides: AsideWords
    """The words around figures that measure nothing of the story."""
    descriptions: DescriptionReader
    """Reads whom the words for a speaker without a name describe."""
    read_counted: Callable[[str, QuantityMention, Bounds, Sequence[QuantityMention]], Counted] | None = None
    """What a figure counts, given its text, its sentence and all figures; None if only `counted_noun` is read."""
    clauses: ClauseReader | None = None
    """Reads the clause of a sentence that titles and summaries repeat; None if these are left to the editor."""
    quoting: QuoteTemplates | None = None
    """How a summary repeats a quotation; None if this is left to the editor."""
    title: TitleWords | None = None
    """How a title is made of a clause."""
    attributions: AttributionFinder | None = None
    """Finds who counted or reported what a sentence says; None if only "according to" is read."""
    before_year: re.Pattern[str] | None = None
    """The end of what is before a year in which something happened: "in"; None if any year may be one."""
    before_place: re.Pattern[str] | None = None
    """The end of what is before a place where something happened: "at"; None if any place may be one."""
    size_of_place: Callable[[NameParts, str], PlaceSize | None] | None = None
    """How large a place is, as the words around a mention say; None if such words are not read."""
    article: re.Pattern[str] | None = None
    """An article at the beginning of a description, which names may lack: "the "; None if these are all written out."""
    announced: re.Pattern[str] = re.compile(r"(?!)")
    """Verbs that announce something, where words about what is to come are read by rules of their own."""
    pledged: re.Pattern[str] = re.compile(r"(?!)")
    """Verbs that promise something, likewise."""
    deeds: DeedFinder | None = None
    """Finds who took part in what happened; None if all actors of a sentence may have."""
    same_counts: Mapping[str, str] = field(default_factory=dict)
    """What reports also call what they count, and one word for all of these: "killed" is "dead"."""
    count_hedges: frozenset[str] = frozenset()
    """Words for how certain a count is: "confirmed"."""
    links: LinkWords | None = None
    """What tells which figure, date and place of a sentence belong together; None if only a sentence with one does."""
