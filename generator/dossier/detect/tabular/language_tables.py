"""The tables that describe a language, from which `make_detectors` makes its detectors."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from dossier.detect.claim_words import ClaimReader
from dossier.detect.content_words import ContentWords
from dossier.detect.date_mentions import Link, Part
from dossier.detect.date_resolver import TimeUnit, Which
from dossier.detect.date_rules import DateRule
from dossier.detect.limits import Side
from dossier.detect.page_words import NO_PAGE_WORDS, PageWords
from dossier.detect.plan_words import PlanWords
from dossier.detect.quotations import QuotationMention
from dossier.detect.relation_words import RelationWords
from dossier.detect.sentences import USUAL_SENTENCES, SentenceFinder
from dossier.detect.speech import SpeechWords
from dossier.detect.tabular.draft_tables import DraftTables
from dossier.detect.tense_words import TenseWords
from dossier.model.quantity import Qualifier


def _parse_no_word(word: str) -> int | None:
    return None


@dataclass(frozen=True)
class NumberTables:
    """The numbers in words; all words are in lower case, and a hyphen in a text counts as a space."""

    cardinals: Mapping[str, int]
    """Those from 0 to 999 in one or several words: "treinta y cinco"."""
    scales: Mapping[str, int]
    """Words that multiply: "mil", "millones"; an abbreviation, such as "mio.", with its full stop."""
    scales_alone: frozenset[str]
    """Those that are a number without one before them: "mil"."""
    articles: frozenset[str]
    """Cardinals that are no number alone, but an article: "un"; a scale may follow them."""
    collectives: Mapping[str, int] = field(default_factory=dict)
    """Words that multiply, and are approximate: "centenar"."""
    joiners: frozenset[str] = frozenset()
    """Words between a scale and what is below it: the "e" of Portuguese."""
    between_scales: frozenset[str] = frozenset()
    """Words between two scales: the "de" of "miles de millones"."""
    halves: frozenset[str] = frozenset()
    """Words for a half before a scale or a unit: "medio"."""
    and_a_half: str = r"(?!)"
    """A pattern for what adds a half to a number, its scale or its unit: " y medio"."""
    parts: Mapping[str, int] = field(default_factory=dict)
    """Fractions by their denominator: "tercios" is 3."""
    single_parts: Mapping[str, Decimal] = field(default_factory=dict)
    """Fractions in fixed words: "la mitad"."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ordinal_digits: str = r"(?!)"
    """A pattern for what follows the digits of an ordinal: "º"."""
    minus: str = r"(?!)"
    """A pattern for the word before a negative number, which is certain of degrees only: "menos 5 grados"."""
    below_zero: str = r"(?!)"
    """A pattern for what follows a negative number: " bajo cero"."""
    vague: Mapping[str, str] = field(default_factory=dict)
    """Patterns of vague amounts, with the English word for each: "cientos" is "hundreds"."""
    unit_joiner: str = ""
    """A pattern for what may be between a number and a unit: "de " in "3 millones de euros"."""
    unclear_after: str = r"(?!)"
    """A pattern for what makes a figure before it unclear: "12. Division" may be an ordinal, or end a sentence."""
    parse_word: Callable[[str], int | None] = _parse_no_word
    """What a compound of one word means: "zehntausend"."""


@dataclass(frozen=True)
class QuantityTables:
    """Units, qualifiers and ranges, and digits that count nothing; patterns have one space for any white space."""

    units: Mapping[str, str]
    """Units that the CLDR does not have or spells in another way, by the name that the model has for them."""
    before: Mapping[str, Qualifier]
    after: Mapping[str, Qualifier]
    counting: frozenset[str]
    """Qualifiers after which "2000" is no year."""
    between: str
    """A pattern for "between " before a range whose ends "and" joins."""
    and_words: str
    to_words: str
    or_words: str
    change_before: str
    """A pattern for what comes before a change, which is no range: "de " in "pasó de 25 a 50"."""
    of_whole: str
    """A pattern for what is between a part and a whole: " de los "."""
    in_whole: str
    """A pattern for what is between the numbers of a share: " de cada "."""
    counted: str
    """Nouns after which four digits are no year."""
    masks: Sequence[tuple[str, str]]
    """Why digits are no figure, with a pattern: numbers of names, such as "Artículo 350"."""
    before_with_article: Mapping[str, Qualifier] = field(default_factory=dict)
    """Qualifiers that a year may follow too: "cerca del 10 %", "cerca del 2015"."""


@dataclass(frozen=True)
class DateTables:
    """Calendar expressions; patterns have one space for any white space."""

    day_to_month: str
    month_to_year: str
    after_weekday: str
    day_suffix: str
    """What may follow the digits of a day: "º"."""
    first_day: str
    """A pattern for the first of a month in words."""
    links: Mapping[str, Link]
    """Words between the days or dates of a list or a range."""
    article: str
    """A pattern for the article before the later dates of a list."""
    between: str
    parts: Mapping[str, Part]
    """Patterns for "early", "mid" and "late" before a month or a year."""
    phrases: Mapping[str, DateRule]
    from_another_day: str
    """A pattern for phrases that count from a day that the text speaks of."""
    recurring: Sequence[tuple[str, Which]]
    """Patterns with `{name}` for a weekday or a month: "{name} pasado" is the last."""
    distances: Sequence[tuple[str, str, bool]]
    """Patterns with `{span}` for a number and a unit of time, "back", "on" or "", and whether it is from the text."""
    durations: Sequence[tuple[str, str]]
    counts: Mapping[str, int]
    units: Mapping[str, TimeUnit]
    limits: Sequence[tuple[str, Side, bool]]
    about: str
    seasons: Mapping[str, str]
    """Seasons, quarters and halves of a year, by their name in EDTF: "primer trimestre" is "q1"."""
    years_after: str
    """A pattern for words after which four digits are a year even before a noun: "año "."""
    is_month_capitalized: bool = False
    not_before_phrase: str = r"(?!)"
    """What a phrase must not follow: "la " in "la mañana"."""


@dataclass(frozen=True)
class TimeTables:
    """Times of day: patterns with the groups `hour`, `minute` and `half`, and what each half is."""

    patterns: Sequence[str]
    halves: Mapping[str, str]
    """Patterns for the words of the half of a day: "am" or "pm"."""
    words: Mapping[str, tuple[int, int]]
    unread: str
    """A pattern for times in words, which are not read."""


@dataclass(frozen=True)
class NameTables:
    """What tells names from other capitalised words."""

    common: frozenset[str]
    particles: frozenset[str]
    """Words inside a name: "de"."""
    articles: frozenset[str]
    """Words inside a name after a particle: "la" in "de la Torre"."""
    roles: frozenset[str]
    """Titles and roles, which are no part of a name, in lower case."""
    reporting: frozenset[str] = frozenset()
    """Words by which a title says who reports something, in lower case."""
    joining: frozenset[str] = frozenset()
    """Particles that also join two names: "de" in "la visita de Ana Ruiz de Colombia"."""
    verbs_after: str = r"(?!)"
    """A pattern for verbs right after the first word of a sentence which show that it is a name: "dijo"."""
    not_before_verbs: str = r"(?!)"
    """A pattern for the ends of words that are no names even then, such as those of adverbs."""
    endings: tuple[str, ...] = ()
    """What a name may have added in a sentence: "s" in "Maduros"."""


@dataclass(frozen=True)
class NounNameTables(NameTables):
    """What tells names from nouns in a language in which these are capitalised too."""

    title_endings: tuple[str, ...] = ()
    """What titles of several words in one end with, in lower case: "minister" in "Außenminister"."""
    determiners: frozenset[str] = frozenset()
    """Articles and the like, in lower case; after one and a title, any noun may follow."""
    saying: frozenset[str] = frozenset()
    """Verbs of saying in the singular, after which the speaker follows."""
    cities: frozenset[str] = frozenset()
    """Names of places of one word that are no nouns."""
    adjectives: str = r"(?!)"
    """Adjectives with a capital inside a sentence, which names begin with: "Europäische" Union."""
    naming: tuple[str, ...] = ()
    """What nouns end with, in lower case, after which a name follows: "Baufirma" Nordstahl."""
    leading: frozenset[str] = frozenset()
    """Acronyms that only begin a name: "IG" Metall."""


@dataclass(frozen=True)
class LanguageTables:
    """A language."""

    locale: str
    """The locale of the CLDR for its separators and date formats, such as `es_MX`."""
    numbers: NumberTables
    quantities: QuantityTables
    dates: DateTables
    times: TimeTables
    tenses: TenseWords | None = None
    names: NameTables | None = None
    """`NounNameTables` if nouns are capitalised like names; None if names are not read."""
    find_quotations: Callable[[str], list[QuotationMention]] | None = None
    sentences: SentenceFinder = USUAL_SENTENCES
    negation: re.Pattern[str] | None = None
    """Words with which a sentence denies something."""
    publication: re.Pattern[str] | None = None
    """Words about a publication, right before its date."""
    byline: re.Pattern[str] | None = None
    """A line that names the author of a text."""
    page: PageWords = NO_PAGE_WORDS
    """The words around the texts of pages, such as those of credits and datelines."""
    plans: PlanWords | None = None
    """Words about what is to come."""
    speech: SpeechWords | None = None
    """Needs `names`."""
    content: ContentWords | None = None
    """Words with a meaning of their own."""
    relations: RelationWords | None = None
    """Words by which texts say how two actors are related."""
    drafts: DraftTables | None = None
    """What drafts need to know of speakers, names and figures; needs `names`."""
    claims: ClaimReader | None = None
    """What reads the words on which the strength of a claim depends."""
