"""English: calendar expressions, quantities, names, speakers, and words on which the strength of a claim depends."""

from collections.abc import Set

from dossier.detect.detectors import Detectors
from dossier.detect.en.claim_words import CLAIMS
from dossier.detect.en.date_limits import is_about, limit_before
from dossier.detect.en.dates import find_date_groups, find_dates, weekdays_in
from dossier.detect.en.draft_words import DRAFT_WORDS
from dossier.detect.en.lexicon import NEGATION
from dossier.detect.en.masks import find_masked_digits
from dossier.detect.en.name_words import NAME_WORDS
from dossier.detect.en.named_entities import find_names
from dossier.detect.en.page_words import PAGE_WORDS
from dossier.detect.en.publication import BYLINE, PUBLICATION
from dossier.detect.en.quantities import find_quantities, find_unread_digits, vague_amount
from dossier.detect.en.relations import RELATIONS
from dossier.detect.en.relative_dates import RESOLVER
from dossier.detect.en.sayings import SPEAKER_MENTIONS
from dossier.detect.en.sentences import find_sentences
from dossier.detect.en.speakers import SPEAKERS
from dossier.detect.en.tenses import TENSES
from dossier.detect.en.times import find_times, has_unread_time
from dossier.detect.name_mentions import NameMention


def make_detectors(language: str) -> Detectors:
    """Return the detectors for English, which are the same for every country."""
    return Detectors(
        language=language,
        find_quantities=find_quantities,
        find_unread_digits=find_unread_digits,
        find_masked_digits=find_masked_digits,
        find_dates=find_dates,
        find_date_groups=find_date_groups,
        find_times=find_times,
        has_unread_time=has_unread_time,
        weekdays_in=weekdays_in,
        dates=RESOLVER,
        limit_before=limit_before,
        is_about=is_about,
        tenses=TENSES,
        find_names=_find_names,
        name_words=NAME_WORDS,
        find_sentences=find_sentences,
        speakers=SPEAKERS,
        speaker_mentions=SPEAKER_MENTIONS,
        draft_words=DRAFT_WORDS,
        negation=NEGATION,
        publication=PUBLICATION,
        byline=BYLINE,
        vague_amount=vague_amount,
        page=PAGE_WORDS,
        claims=CLAIMS,
        relations=RELATIONS,
        reads_words=True,
    )


def _find_names(text: str, known: Set[str] = frozenset()) -> list[NameMention]:
    """Return the names of a text, by its own capitals alone."""
    return find_names(text)
