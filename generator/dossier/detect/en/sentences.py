"""What ends no sentence in English prose: the full stop of an abbreviation."""

from dossier.detect.en.lexicon import SHORT_TITLES
from dossier.detect.sentences import SentenceFinder

_ABBREVIATIONS = (
    SHORT_TITLES,
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|approx|e\.g|i\.e",
)

find_sentences = SentenceFinder(_ABBREVIATIONS).find
