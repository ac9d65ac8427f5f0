"""The words by which rules tell the names of an English statement from its other words."""

from dossier.detect.en.lexicon import (
    ARTICLES,
    CLAIMS,
    COMMON_WORDS,
    COMPANY_TITLES,
    NATIONALITIES,
    NEVER_COMMON,
    NUMBERED,
    PARTICLES,
    REPORTING_WORDS,
    ROLE_WORDS,
    SHORT_TITLES,
)
from dossier.detect.name_words import NameWords

NAME_WORDS = NameWords(
    common=COMMON_WORDS,
    particles=frozenset(PARTICLES),
    articles=frozenset(ARTICLES),
    titles=ROLE_WORDS | {"State"},
    reporting=REPORTING_WORDS,
    abbreviations=frozenset((*SHORT_TITLES.split("|"), *COMPANY_TITLES.split("|"))),
    nationalities=NATIONALITIES,
    claims=CLAIMS,
    numbered=NUMBERED,
    never_common=frozenset(NEVER_COMMON),
    mid_sentence="It was {}.",
    takes_known=False,
)
