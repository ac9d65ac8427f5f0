"""What drafts need to know of English."""

import re

from dossier.detect.aside_words import AsideWords
from dossier.detect.draft_words import DraftWords, QuoteTemplates, TitleWords
from dossier.detect.en.attributions import ATTRIBUTIONS
from dossier.detect.en.clauses import CLAUSES
from dossier.detect.en.counted_nouns import counted_noun
from dossier.detect.en.counted_phrases import read_counted
from dossier.detect.en.countries import country_of
from dossier.detect.en.deeds import DEEDS
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
    r"(?<!\w)(?:in|at|near|outside|inside|across|around|throughout|off"
    r"|(?:in|on|across) (?:(?:large|some|many) )?parts of)\s+"
    r"(?:the\s+)?(?:(?:north|south)?(?:east|west)(?:ern)?\s+|(?:north|south)(?:ern)?\s+|central\s+|downtown\s+)?"
    r"(?:(?:(?-i:[A-Z])[\w.]*\s+)?(?:city|town|village|port|state|province|island|capital)\s+of\s+)?$",
    re.IGNORECASE,
)

_ASIDES = AsideWords(
    age_before="aged|age",
    age_after=r"-?old|of age",
    distance_before="(?!)",
    distance_after="after|before|later|earlier|ago|since|beforehand|afterwards|prior|from now",
    people="man|woman|boy|girl|son|daughter|wife|husband|brother|sister|father|mother|aunt|uncle|cousin|nephew|niece|grand(?:mother|father)|partner|neighbou?r|student|victim|resident",
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

_TITLE = TitleWords(
    before_date="on|in|late|early|by|at|around|during|earlier|later|last|this|next",
    after_date="morning|afternoon|evening|night",
    keeps_date="the|a|an|of|since|from|until|till|for|than|its|his|her|their|through|by|before|after|between|to|and",
    adjuncts="in|at|near|on|from|across|throughout|during|outside|inside|around|along|behind|between|among|by",
    joins="of|for|with|against|to|about|as",
    whole="no|not|never|nobody|none|all|every|any|only|never|nothing|without|nor|neither|few|cannot|each",
    claims=(
        "claim|alleg|accus|den[iy]|suggest|predict|warn|believ|insist|argu|estimat|boast|maintain|forecast|project"
        "|assert|expect"
    ),
    participles=r"because(?!\w)|\w+ed (?:by|in|with|for|at)(?!\w)|(?!during)\w+ing(?!\w)",
    owns="its|his|her|their",
    before_past=r" had (?=\w+ed )",
    own="it|its|he|she|they|his|her|their",
    articles="the",
    addressed="told|tells?|telling",
    said="said",
    reported="that",
    according="according to",
)

_QUOTING = QuoteTemplates(
    full="{speaker} said: “{words}.”",
    ended="{speaker} said: “{words}”",
    two="{speaker} said: “{first}” and “{words}.”",
    word="{speaker} used the word “{words}”.",
    several="{speaker} used the words “{words}”.",
    persons_only=False,
)

_SAME_COUNTS = {
    word: words[0]
    for words in (
        ("dead", "killed", "deaths", "died", "fatalities"),
        ("injured", "wounded", "hurt", "injuries"),
        ("rescued", "saved"),
        ("displaced", "homeless"),
        ("arrested", "detained"),
    )
    for word in words
}

DRAFT_WORDS = DraftWords(
    split_name=split_name,
    kind_of_name=kind_of_name,
    country_of=country_of,
    counted_noun=counted_noun,
    roles=_ROLES,
    asides=_ASIDES,
    descriptions=DESCRIPTIONS,
    read_counted=read_counted,
    clauses=CLAUSES,
    quoting=_QUOTING,
    title=_TITLE,
    attributions=ATTRIBUTIONS,
    before_year=_BEFORE_YEAR,
    before_place=_BEFORE_PLACE,
    size_of_place=size_of_place,
    article=re.compile("(?:the|an?) "),
    announced=re.compile("announc", re.IGNORECASE),
    pledged=re.compile("pledg|promis|vow", re.IGNORECASE),
    deeds=DEEDS,
    links=LINK_WORDS,
    small_words=frozenset(_SMALL_TEXT.split()),
    same_counts=_SAME_COUNTS,
    count_hedges=frozenset(("confirmed", "reported", "reportedly", "officially")),
)
