"""What drafts need to know of English."""

import re

from dossier.detect.draft_words import DraftWords
from dossier.detect.en.attributions import ATTRIBUTIONS
from dossier.detect.en.counted_nouns import counted_noun
from dossier.detect.en.countries import country_of
from dossier.detect.en.name_parts import kind_of_name, split_name
from dossier.detect.en.place_sizes import size_of_place

_SMALL_TEXT = "of the a an on in at for with and to is by from as"
_BEFORE_YEAR = re.compile(
    r"(?<!\w)(?:in|since|from|during|by|until|till|before|after|between|of|to|and|through|throughout|around|circa|for)\s+"
    r"(?:the\s+)?(?:years?\s+|early\s+|late\s+|mid-?\s*)?$",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(
    r"(?<!\w)(?:in|at|near|outside|inside|across|around|throughout|off)\s+(?:the\s+)?(?:[a-z]+ern\s+|central\s+|downtown\s+)?"
    r"(?:(?:city|town|village|port|state|province|island|capital)\s+of\s+)?$",
    re.IGNORECASE,
)

DRAFT_WORDS = DraftWords(
    split_name=split_name,
    kind_of_name=kind_of_name,
    country_of=country_of,
    counted_noun=counted_noun,
    attributions=ATTRIBUTIONS,
    before_year=_BEFORE_YEAR,
    before_place=_BEFORE_PLACE,
    size_of_place=size_of_place,
    small_words=frozenset(_SMALL_TEXT.split()),
)
