"""The English words that show who did something."""

from dossier.detect.deeds import DeedFinder, DeedWords
from dossier.detect.en.lexicon import IRREGULAR_VERBS
from dossier.detect.en.link_words import LINK_WORDS

_NO_VERBS = (
    "hundred|kindred|sacred|naked|indeed|exceed|proceed|succeed|speed|breed|seed|need|feed|armed|alleged|supposed|united"
    "|aged|weed|deed|heed|bleed|unprecedented|shed|bed|wed|red|led"
)
_MORE_PASTS = (
    "beat|bit|bought|caught|cut|dealt|dug|drank|ate|felt|forbade|forgot|froze|hit|hid|hung|heard|hurt|laid|led|left|lit"
    "|meant|mistook|put|quit|read|rode|rang|said|sang|sank|set|shook|shut|slid|slept|sped|spread|swam|swept|swung|tore"
    "|told|understood|undertook|woke|wept|won|shed|fed|bred|bled|forecast|cast|undid|underwent|outlined"
)


def _pasts() -> str:
    """Return the past forms of irregular verbs, but for auxiliaries."""
    verbs = [group.split() for group in IRREGULAR_VERBS.split(";")]
    pasts = {form for first, *forms in verbs if first not in ("be", "have") for form in forms}
    others = {form for form in pasts if form.endswith(("ing", "tion", "eath"))}
    return "|".join(sorted({*pasts, *_MORE_PASTS.split("|")} - others))


DEEDS = DeedFinder(
    DeedWords(
        verbs=rf"(?!(?:{_NO_VERBS})(?!\w))[a-z]{{2,}}ed|{_pasts()}",
        modals="will|would|shall|should|may|might|must|can|could",
        passive="was|were|is|are|been|being|be|got",
        perfect="has|have|had|did",
        regular=r"[a-z]+ed",
        denied="not|never|cannot|nearly|almost|no longer|hardly|barely",
        sayings=(
            "say|said|tell|told|added|stated|noted|wrote|tweeted|explained|insisted|argued|acknowledged|admitted"
            "|testified|thought|believed|knew|felt|heard|hoped|wanted"
        ),
        alone=(
            "resign(?:ed)?|die[ds]?|fled|arrived?|departed|defect(?:ed)?|return(?:ed)?|retired?|surrendered|testify"
            "|quit|escaped|withdrew|abstained|disappeared|vanished|collapsed|erupted|meet|met|vote|voted|play|played"
        ),
        joining="and",
        limits="from|since|until|till|than|of",
        agent="by",
        lead="on|in|at|late|early|earlier|later|during|by|the|a|an",
        adverbs=r"also|then|now|again|finally|first|not|[a-z]{3,}ly",
        clauses=(
            "who|whom|whose|which|that|where|when|while|after|before|since|until|because|as|if|although|though|but|than"
            "|following|amid|despite|whether|was|were|is|are|has|have|had|be"
        ),
        infinitive=r"to (?!(?:the|an?|his|hers?|him|its?|their|them|us|me|you|this|those|each|all|both)\b|[\dA-Z])\w+",
        prepositions="in|on|at|with|from|by|for|of|to|into|over|under|against|during|about|through|near|across|around",
        ends_name=LINK_WORDS.ends_place,
    )
)
