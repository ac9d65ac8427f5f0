"""What recognises the figures, dates, times, names and quotations of one language."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Protocol

from dossier.detect.claim_words import ClaimReader
from dossier.detect.content_words import ContentWords
from dossier.detect.date_mentions import DateGroup, DateMention, Time
from dossier.detect.date_resolver import DateResolver
from dossier.detect.draft_words import DraftWords
from dossier.detect.limits import Limit
from dossier.detect.name_mentions import NameMention
from dossier.detect.name_words import NameWords
from dossier.detect.page_words import NO_PAGE_WORDS, PageWords
from dossier.detect.plan_words import PlanWords
from dossier.detect.quantity_mentions import QuantityMention
from dossier.detect.quotations import QuotationMention, find_quotations
from dossier.detect.relation_words import RelationWords
from dossier.detect.sentences import USUAL_SENTENCES
from dossier.detect.speaker_mentions import SpeakerMentionFinder
from dossier.detect.speech import SpeakerFinder
from dossier.detect.tense_words import TenseWords
from dossier.text.spans import Bounds


def _unchanged(words: str) -> str:
    return words


class FindNames(Protocol):
    """Finds the names of a text; `known` are words of names that are in the dossier elsewhere."""

    def __call__(self, text: str, known: Set[str] = frozenset()) -> list[NameMention]:
        """Return the names in the order of the text."""


@dataclass(frozen=True, eq=False)
class Detectors:
    """The detectors of one language; each takes a text, and returns what it finds in the order of the text.

    What a language lacks says so: `find_names` is None if its names are not read, and `reads_words` is false if its
    verbs, nouns and claim words are not, so that no rule that compares these looks at it.
    """

    language: str
    find_quantities: Callable[[str], list[QuantityMention]]
    find_unread_digits: Callable[[str], list[Bounds]]
    """Words with digits that are not understood, or can be read in several ways."""
    find_masked_digits: Callable[[str], Sequence[tuple[Bounds, str]]]
    """Digits that count nothing, each with the reason: "date", "number of a name"."""
    find_dates: Callable[[str], list[DateMention]]
    find_date_groups: Callable[[str], list[DateGroup]]
    find_times: Callable[[str], Iterator[Time]]
    has_unread_time: Callable[[str], bool]
    """Whether a text has a time of day in words that are not read: "half past six"."""
    weekdays_in: Callable[[str], tuple[str, ...]]
    dates: DateResolver
    limit_before: Callable[[str, DateMention], Limit | None]
    """The limit that the words at the end of a text make of the date that follows."""
    is_about: Callable[[str, bool], bool]
    """Whether the words at the end of a text make the date that follows approximate; given if it is in a phrase."""
    find_quotations: Callable[[str], list[QuotationMention]] = find_quotations
    tenses: TenseWords | None = None
    """None if verbs do not tell whether "Monday" is past or to come; neither is then certain."""
    find_names: FindNames | None = None
    name_words: NameWords | None = None
    """None if the names of statements are not read."""
    find_sentences: Callable[[str], Iterator[Bounds]] = USUAL_SENTENCES.find
    speakers: SpeakerFinder | None = None
    """None if who speaks is not read."""
    speaker_mentions: SpeakerMentionFinder | None = None
    """Finds the words that name the speaker of each quotation, for drafts; None if a language has no such words."""
    draft_words: DraftWords | None = None
    """What drafts need to know of names and figures; None if a language has no such words."""
    negation: re.Pattern[str] | None = None
    """Words with which a sentence denies something; None if these are not read."""
    publication: re.Pattern[str] | None = None
    """Words about a publication at the end of a text, so that the date that follows is that of one."""
    byline: re.Pattern[str] | None = None
    """A line that names the author of a text, in the group `name`; None if these are not read."""
    month_names: Mapping[str, int] = field(default_factory=dict)
    """The months by their names in lower case; none in English, whose dates have rules of their own."""
    page: PageWords = NO_PAGE_WORDS
    """The words around the texts of pages, such as those of credits and datelines."""
    plans: PlanWords | None = None
    """None if words about what is to come are not read; those of English are rules of their own."""
    claims: ClaimReader | None = None
    """None if the words on which the strength of a claim depends are not read."""
    relations: RelationWords | None = None
    """None if the words for relations of actors are not read."""
    content: ContentWords | None = None
    """None if the nouns after figures are not read, or, as in English, by rules of their own."""
    unit_name: Callable[[str], str] = _unchanged
    """The name that the model has for a unit of measure written in the language: "year" for "años"."""
    vague_amount: Callable[[str], str] = _unchanged
    """The English amount that vague words mean: "hundreds" for "cientos de soldados"."""
    reads_words: bool = False
