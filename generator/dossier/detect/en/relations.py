"""English words by which texts say how two actors are related."""

from dossier.detect.relation_words import relation_words
from dossier.model.kinds.actor import RelationType

_BEGINNINGS: dict[RelationType, str] = {
    "recognises": "recogni[sz] acknowledg accept",
    "does not recognise": """
        unrecogni[sz] non-recognition withdr refus declin den(?:y|ie) reject (?:not|never|longer)\\b.*\\brecogni[sz]
    """,
    "loyal to": """
        loyal allegian alleg faithful oath sworn obey (?:stands?|stood)_by side[sd]?_with stick
    """,
    "opposes": """
        oppos against oust overthr[eo]w toppl unseat rival critic accus reject denounc condemn protest revolt rebel
        (?:rise|rose|risen|rising)_up uprising warn threat challeng resign step_down dictator tyrant enem adversar
        blam complain sanction resist sever(?:s|ed|ing)?\\b broke_off cut_off boycott foe fight fought object disput
        contradict deplor sue[sd]?\\b lawsuit ultimatum no_longer
    """,
    "supports": """
        support back(?:s|ed|ing)?\\b all(?:y|ies|ied)\\b endors favou?r(?:s|ed|ing)?\\b help assist behind
        sympathi[sz] urg defend approv prais fund financ champion advocat side[sd]?_with pro- welcom
        prop(?:s|ped|ping)?\\b report_to recogni[sz]
    """,
    "member of": "member belong join seat veto- party in_the_\\w+_group",
    "part of": """
        part_of branch division arm_of unit wing within belong department office officials? senior staff in_the
    """,
    "leads": """
        lead led\\b head(?!lin) chief chair president director founder executive command boss captain mayor run[s]?\\b
        ran\\b charge rule
    """,
    "speaks for": "spokes speak spoke behalf represent press_secretary envoy lawyer attorney",
    "holds responsible": "responsib blam accus fault caus culpab guilt because due_to",
    "relays": """
        according report said says told quot cit(?:e|ing) interview wrote writes spoke via contribut relay excerpt
        announc describ
    """,
    "publishes": "publish print issue own(?:s|ed|er|ers)\\b copyright founded",
    "works for": """
        advis aide ambassador analyst assistant attach boss captain clerk colonel columnist consultant contributor
        coordinat correspondent deputy diplomat editor employ engineer envoy executive fellow freelance hired
        journalist lawyer manager minister officer photograph police producer professor reporter researcher
        secretary sergeant serv spokes staff workers?\\b work(?:s|ed|ing)?_(?:for|at|as|in|under|with)\\b writer
        writes_for
    """,
    "family of": """
        father mother parent son[s]?\\b daughter child brother sister sibling husband wife wives married spouse
        uncle aunt cousin nephew niece grand widow in-law family relative fianc partner twin heir
    """,
    "in contact with": """
        contact touch told tell talk spoke speak met\\b meet call phone wrote write letter sent send show interview
        messag connect e-?mail link negotiat correspond answer ask visit discuss text(?:ed|s)\\b
    """,
}
"""For each type of relation, the beginnings of the words by which texts say it, as patterns; `_` is a space."""
_LINK = r",? (?:who |which |that )?"
_THEN = r" (?!by\b)(?:(?:the|a|an|its|his|her|their|new|own) |[^\W\d_]+(?:'s|s') )*"
_IS_OF = (
    rf"{_LINK}(?:is|are|was|were|remains?|became) (?:(?:a|an|the|now|also) )*(?:[^\W\d_]+ )?"
    rf"(?:part|member|members|branch|unit|division|arm|wing|department|subsidiary) of{_THEN}"
)
_DIRECTED: dict[RelationType, str] = {
    "part of": _IS_OF,
    "member of": _IS_OF,
    "leads": rf"{_LINK}(?:leads?|led|heads?|headed|chairs?|chaired|runs?|ran|commands?|commanded){_THEN}",
    "publishes": rf"{_LINK}(?:publish(?:es|ed)?|owns?|owned){_THEN}",
    "recognises": rf"{_LINK}(?:(?:has|have|had) )?recogni[sz](?:es?|ed){_THEN}",
    "supports": rf"{_LINK}(?:(?:has|have|had) )?(?:supports?|supported|backs?|backed|endorses?|endorsed){_THEN}",
    "opposes": rf"{_LINK}(?:(?:has|have|had) )?(?:opposes?|opposed|criticises?|criticised|denounced?|condemned){_THEN}",
}
"""What is between two names if the first is, or does, it to the second."""

RELATIONS = relation_words(
    _BEGINNINGS, r"\b(?:no longer|not|never|n['’]t|refus\w* to|declin\w* to|stop\w*) (?:\w+ )?$", _DIRECTED
)
