"""Words by which an English sentence says whether its date is past or to come."""

import re

from dossier.detect.en.lexicon import SAID
from dossier.detect.tense_words import TenseWords

_AHEAD = re.compile(
    r"(?:\b(?:(?-i:will)|shall|won['’]t|would(?! have)|plans? to|plann(?:ed|ing) to|intend(?:s|ed)? to|hop(?:es?|ed) to"
    r"|(?:vow|promis|pledg|agre|threaten)e?(?:s|d|ed)? to|(?:is|are|was|were|be) (?:about |going |due |set |likely )?to"
    r"|(?:is|are|was|were|be) (?:due|scheduled|expected|set|planned|slated)"
    r"|(?:due|scheduled|expected|slated) (?:to|for|on)|upcoming)\b|['’]ll\b)",
    re.IGNORECASE,
)
_PAST = re.compile(
    rf"\b(?:{SAID}|was|were|had|has|have|did|(?<!be )(?<!been )(?<!get )[a-z]{{3,}}ed"
    r"|fell|rose|left|met|went|won|lost|died|fled|began|broke|made|took|gave|came|struck|hit|sold|bought)\b",
    re.IGNORECASE,
)
_SAID_HERE = re.compile(rf"\b{SAID}\b(?: \w+)?(?: (?:on|late|early|in))?$", re.IGNORECASE)
TENSES = TenseWords(_AHEAD, _PAST, _SAID_HERE)
