"""What drafts need to know of English."""

import re

from dossier.detect.aside_words import AsideWords
from dossier.detect.draft_words import DraftWords
from dossier.detect.en.attributions import ATTRIBUTIONS
from dossier.detect.en.counted_nouns import counted_noun
from dossier.detect.en.counted_phrases import read_counted
from dossier.detect.en.countries import country_of
from dossier.detect.en.descriptions import DESCRIPTIONS
from dossier.detect.en.link_words import LINK_WORDS
from dossier.detect.en.name_parts import kind_of_name, split_name
from dossier.detect.en.place_sizes import size_of_place
from dossier.detect.role_words import RoleReader

_SMALL_TEXT = """
    of the a an on in at for with and to is by from as who that which this it its was were are be been has have had we i
"""
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

_ASIDES = AsideWords(
    age_before="aged|age",
    age_after=r"-?old|of age",
    distance_before="(?!)",
    distance_after="after|before|later|earlier|ago|since|beforehand|afterwards|prior|from now",
    people="man|woman|boy|girl|son|daughter|wife|husband|brother|sister|father|mother|student|victim|resident",
)
_ROLES = RoleReader(
    courtesy=r"mr\.?|mrs\.?|ms\.?|miss|mister|madam|sir|dame|dr\.?|mx\.?",
    changing=(
        r"former|ex|then|acting|interim|ousted|deposed|deputy|vice|assistant|outgoing|incoming|late|retired|onetime"
        r"|one-time|sometime|erstwhile|self-(?:proclaimed|declared|styled|appointed)|so-called|would-be|caretaker"
        r"|transitional|designated|disputed|alleged|impeached|jailed|imprisoned|exiled|disgraced|suspended|honorary"
        r"|fake|shadow|departing|dismissed|sacked|fired"
    ),
    before_place="in|into|from|near|outside|across|to|at|told|tells|telling|that|when|while|as|where|because|if|on",
)

DRAFT_WORDS = DraftWords(
    split_name=split_name,
    kind_of_name=kind_of_name,
    country_of=country_of,
    counted_noun=counted_noun,
    roles=_ROLES,
    asides=_ASIDES,
    descriptions=DESCRIPTIONS,
    read_counted=read_counted,
    attributions=ATTRIBUTIONS,
    before_year=_BEFORE_YEAR,
    before_place=_BEFORE_PLACE,
    size_of_place=size_of_place,
    article=re.compile("(?:the|an?) "),
    announced=re.compile("announc", re.IGNORECASE),
    pledged=re.compile("pledg|promis|vow", re.IGNORECASE),
    links=LINK_WORDS,
    small_words=frozenset(_SMALL_TEXT.split()),
)
