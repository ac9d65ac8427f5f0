"""The words of English about speech, and who speaks in English news texts."""

from dossier.detect.en.lexicon import SAID, SAYING_WORDS
from dossier.detect.en.named_entities import find_names
from dossier.detect.en.sentences import find_sentences
from dossier.detect.quotations import find_quotations
from dossier.detect.speech import SpeakerFinder, SpeechWords

_WORDS = SpeechWords(
    saying="|".join(SAYING_WORDS.split()),
    according="according",
    has_object=(
        "t[oe]ll?(?:d|s|ing)?|ask|accus|call|blam|critici|attack|prais|blast|slam|condemn|denounc|mock|interview|remind"
        "|assur|warn|urg|describ|dismiss"
    ),
    no_subject=(
        "about|and|as|at|but|by|during|for|from|he|her|him|his|how|if|in|into|it|me|no|not|of|on|she|that|their|them|they"
        "|to|us|what|when|whether|why|with|you"
    ),
    clause_end=(r"[;:]|,(?= (?:and|but|where|which|who)\b)|(?<!\w)(?:after|although|because|before|that|while)(?!\w)"),
    pronoun="he|her|him|his|I|it|she|they|we|who",
    according_to="[Aa]ccording to (?:the )?",
    conjunctions="and|or|nor|as well as|along with|together with",
    said=SAID,
    leading_word="then",
)

SPEAKERS = SpeakerFinder(_WORDS, find_sentences, find_quotations, find_names)
