"""What drafts need to know of English."""

from dossier.detect.draft_words import DraftWords
from dossier.detect.en.attributions import ATTRIBUTIONS
from dossier.detect.en.counted_nouns import counted_noun
from dossier.detect.en.countries import country_of
from dossier.detect.en.name_parts import kind_of_name, split_name

_SMALL_TEXT = "of the a an on in at for with and to is by from as"

DRAFT_WORDS = DraftWords(
    split_name=split_name,
    kind_of_name=kind_of_name,
    country_of=country_of,
    counted_noun=counted_noun,
    attributions=ATTRIBUTIONS,
    small_words=frozenset(_SMALL_TEXT.split()),
)
