"""The words of English that say on whose word a figure or a date is."""

from dossier.detect.attributions import AttributionFinder, ReportingWords
from dossier.detect.en.named_entities import find_names
from dossier.detect.en.sayings import SPEAKER_MENTIONS, SUBJECTS
from dossier.detect.saying_dates import SayingDateWords

_VERBS = (
    "said|says?|saying|told|tells?|telling|reports?|reported|adds?|added|claim(?:s|ed)?|announce[ds]?|stated?|states"
    "|note[ds]?|estimate[ds]?|warn(?:s|ed)?|reveal(?:s|ed)?|confirm(?:s|ed)?|insist(?:s|ed)?|allege[ds]?"
    "|assert(?:s|ed)?|maintain(?:s|ed)?|acknowledge[ds]?|admit(?:s|ted)?|argue[ds]?|explain(?:s|ed)?|declare[ds]?"
    "|wrote|writes?|written|counts?|counted|record(?:s|ed)|register(?:s|ed)|calculate[ds]?|predict(?:s|ed)?"
    "|forecasts?|projects?|projected|puts?|found|finds?|show(?:s|ed|n)?|conclude[ds]?|disclose[ds]?|tweet(?:s|ed)?"
    "|post(?:s|ed)|testif(?:y|ies|ied)|recall(?:s|ed)?|suggest(?:s|ed)?|boast(?:s|ed)?|tall(?:y|ies|ied)"
    "|point(?:s|ed) out"
)
_PRODUCTS = (
    "data|figures|numbers|statistics|estimates?|records|counts?|tally|tallies|reports?|surveys?|polls?|stud(?:y|ies)"
    "|analys[ie]s|research|census|projections?"
)
_GIVEN = (
    "published|released|provided|compiled|issued|collected|gathered|reported|posted|obtained|counted|recorded"
    "|registered|estimated|calculated|verified|confirmed|cited|conducted|commissioned|prepared"
)

_SAY = (
    "say|said|saying|tell|told|confirm(?:ed)?|report(?:ed)?|announced?|claim(?:ed)?|reveal(?:ed)?|disclosed?|estimated?"
    "|admit(?:ted)?|specify|specified|state|stated|acknowledged?|give|gave|given|provided?|count(?:ed)?|know|knew|known"
    "|rule out|ruled out|clear|certain|sure|true|verif(?:y|ied)|find|found|believed?"
)
_NOT = (
    r"(?:never|not|neither|nor|cannot|no (?:one|official|source|report)s?|nobody|none|\w+n['’]t"
    r"|(?:refus|declin)(?:e[sd]?|ing) to|unable to|without)"
)
_DENIED = "den(?:y|ies|ied|ying)|disputed|refute[sd]?|reject(?:s|ed)?|dismiss(?:es|ed)?|contradict(?:s|ed)?"

_WORDS = ReportingWords(
    verbs=_VERBS,
    sources=(
        f"according to|as reported by|as counted by|(?:{_PRODUCTS})(?: (?:{_GIVEN}))? (?:by|from)|(?:{_GIVEN}) by"
        "|citing|cited by|quoting"
    ),
    products=_PRODUCTS,
    new_clause="but|while|and|though|although|whereas|yet",
    doubt=(
        rf"{_DENIED}|doubt(?:s|ed)?|whether|if|unless|{_NOT} (?:[\w’'-]+ ){{0,2}}(?:{_SAY})|wonder(?:s|ed|ing)?"
        "|no (?:evidence|indication|proof|sign|confirmation|record|suggestion)s?|suppos(?:e|ing)|unclear|rumou?rs?"
        "|false(?:ly)? (?:claim|report|rumour|rumor|said|say)(?:s|ed|ing)?"
    ),
    doubt_after=(
        rf"(?:{_DENIED}|{_NOT} (?:[\w’'-]+ )?(?:confirm(?:ed)?|verif(?:y|ied)|true))"
        r"(?:\s+(?:it|this|that|them|(?:the|this|that|these|those) \w+))?\s*(?=[.!]?$|[.!][”\"’]?\s)"
    ),
    joining="and|but|then",
    subjects=SUBJECTS,
    dates=SayingDateWords(
        verbs=(
            "said|says?|told|tells?|adds?|added|stated|noted|wrote|writes|tweeted|warned|explained|insisted|argued"
            "|acknowledged|admitted|testified"
        ),
        announcing="announced|reported|confirmed|declared|estimated|predicted|claimed|revealed",
        lead="on|late|early|earlier|later",
        phrase="in|at|during|from|by|via|to|through",
        clause="who|which|whose|where|when|while|after|before|since|until|because|as|if|and|but",
        reported="that",
        auxiliaries="was|is|will|would|had|has|could|may|might",
        passive="is|are|was|were|be|been|being",
    ),
)

ATTRIBUTIONS = AttributionFinder(_WORDS, SPEAKER_MENTIONS, find_names)
"""English: on whose word the figures and dates of a news text are."""
