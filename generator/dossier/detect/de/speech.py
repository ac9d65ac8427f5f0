"""German words about speech, words of denial, and what ends no sentence."""

import re

from dossier.detect.sentences import SentenceFinder
from dossier.detect.speech import SpeechWords

SENTENCES = SentenceFinder(
    ("Dr", "Prof", "Dipl", "Ing", "Hr", "Fr", "St", "Nr", "Abs", "Art", "bzw", "ca", "etwa", "z. ?B", "u. ?a", "d. ?h",
     "usw", "Str", "vgl", "vs", "[0-9]{1,2}"),
    (("„", "“"), ("(", ")"), ("[", "]")),
    "„»«",
)  # fmt: skip

_SAYING_TEXT = r"""
    sagt\w* gesagt erklär\w+ beton\w+ mein(?:t|te|ten) bericht\w+ ergänz\w+ antwort\w+ schr(?:eibt|ieb|ieben)
    geschrieben rief\w* warn\w+ mahn\w+ bestätig\w+ kritisier\w+ forder\w+ frag(?:t|te|ten) behaupt\w+ teilt\w*
    mitgeteilt äußer\w+ geäußert ankündig\w+ kündig\w+ versicher\w+ versprach\w* verspr\w+ räumt\w* bekräftig\w+
    unterstrich\w* heb[te]\w* fügt\w* erzähl\w+ spr(?:icht|ach|achen) nannte nennt gab zitiert\w* meldet\w* lobt\w*
    bedauert\w* sprecher\w* laut zufolge angaben mitteilung erklärung worten so
"""

SPEECH = SpeechWords(
    saying="|".join((*_SAYING_TEXT.split(), "nach angaben", "nach den worten")),
    according="laut|nach angaben|nach den worten",
    has_object=r"kritisier|frag|nann|nenn|zitier|lob|warn",
    no_subject=(
        "dass|ob|zu|zur|zum|mit|von|vom|über|für|gegen|ohne|wie|wann|wo|nicht|nein|ja|und|oder|aber|während|seit|bis|nach|vor|"
        "er|sie|es|ihm|ihr|ihnen|ihn|sich|mir|uns|in|im|am|an|auf|dem|den"
    ),
    clause_end=(
        r"[;:]|,|(?<!\w)(?:dass|weil|obwohl|während|nachdem|bevor|als|gegenüber|dem|den|über|zu|zum|zur)(?!\w)"
    ),
    pronoun="er|sie|ich|wir|der|die",
    according_to="(?:[Ll]aut|[Nn]ach Angaben (?:von|der|des)) (?:der |dem |des )?",
    conjunctions="und|oder|noch|sowie|zusammen mit",
)

NEGATION = re.compile(
    r"(?<!\w)(?:nicht|nie|niemals|niemand\w*|nichts|kein\w*|weder|noch nie|ohne|unbekannt\w*|unklar\w*)(?!\w)",
    re.IGNORECASE,
)

PUBLICATION = re.compile(
    r"(?<!\w)(?:Artikel\w*|Bericht\w*|Meldung\w*|Text\w*|Ausgabe\w*|Beitrag\w*|Mitteilung\w*)(?!\w)"
    r"(?:(?!\bdass\b)[^.;,]){0,40}$"
    r"|(?<!\w)(?:datiert|veröffentlicht\w*|erschien\w*|aktualisiert\w*|verbreitet\w*)(?: \w+){0,2} $",
    re.IGNORECASE,
)
"""Words about a publication, in the same clause right before a date."""

BYLINE = re.compile(
    r"^\W*(?i:(?:(?:geschrieben|ein beitrag|ein bericht|text) )?von|autor(?:in)?:|text:)"
    r"\s+(?P<name>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4})\s*(?=$|[,|·•(])",
    re.MULTILINE,
)
"""A line that names the author of a text."""
