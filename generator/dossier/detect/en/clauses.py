"""English clauses: what begins and ends what drafts repeat of a sentence."""

from dossier.detect.clauses import ClauseReader, ClauseWords
from dossier.detect.en.noun_limits import IRREGULAR_PAST

_AS = ("many", "few", "much", "little", "high", "low", "far", "long", "well", "soon")
"""What "as" and "as" are around in one phrase: "as many as"."""
_UNITS = "days?|weeks?|months?|years?|hours?|minutes?"

CLAUSES = ClauseReader(
    ClauseWords(
        cuts=(
            rf"which|whose|where|while|as(?! (?:an?|part|{'|'.join(_AS)}|of|his|her|their|its|the \w+ of)(?!\w))"
            rf"{''.join(f'(?<! {word} as)' for word in _AS)}"
            r"|(?:after|before|following)(?! (?:him|her|them|it|us)(?!\w))|when|because|since|although"
            r"|though|whereas|amid|despite|who|so that|in which|for which|to which|of which"
        ),
        cuts_after_comma=(
            "and|but|or|yet|with|including|even|according|among|especially|particularly|not|such|then|leaving|without"
            rf"|\w+ing|(?:\w+ )?\w+ (?:{_UNITS}) (?:after|before|later|ago)"
        ),
        limits="after|before|since",
        together="as|while|amid",
        needed="if|unless|until|whether|instead|rather than|as if|as though",
        openings=(
            "after|before|when|while|although|though|since|because|despite|following|once|as(?! many| of| part| few)"
            r"|along with|\w+ly(?=, )|\w+ing(?! to)"
        ),
        conjunctions="but|and|yet|so|still|also|then|however|meanwhile|instead|again",
        pronouns=(
            "it|he|she|they|we|you|i|this|these|those|that|there|here|who|which|what|his|her|its|their|both|another"
            "|however|meanwhile|again|some(?! (?:[0-9]|of the))|one(?! of)|others|many|most|and|but|or|to|of|so|not"
            "|how|why"
        ),
        persons=(
            r"I|[Ww]e|[Yy]ou|[Mm]e|us|[Oo]ur|[Mm]y|[Yy]our|[Tt]hese|[Tt]hose(?! who)"
            r"|[Tt]his(?! (?:week|month|year|season|summer|winter|spring|fall|weekend|morning|evening))"
        ),
        finite=(
            "is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|"
            rf"{'|'.join(sorted(IRREGULAR_PAST))}|\w{{3,}}ed"
        ),
        relative="that|who|which|whom|whose",
        before_participles="being|the|an?|of|its|his|her|their|newly|by|with|for",
        dangling=(
            "the|a|an|of|in|on|at|to|for|by|with|from|about|into|over|under|and|or|that|than|as|its|his|her|their|came"
            "|comes|come|is|are|was|were|be|been|will|would|can|could|may|might|must|should|has|have|had|such|so|just"
            "|well|even|hours|days|weeks|months|years|minutes|says?|said|called|based|shortly|soon|not|only"
            r"|including|like|between|through|one|some|while|remain(?:s|ed)?|became|becomes|seem(?:s|ed)?|to \w+"
            r"|it|him|them|(?:on|of|for|by|to) \w+ing"
        ),
        reported="that",
        not_reported="in|on|at|to|of|for|about|by|with|from|as|if|when|so|during|late|early|earlier|it would be",
    )
)
