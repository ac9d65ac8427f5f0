"""The words of English with which news texts say who speaks, and who that is."""

from dossier.detect.en.named_entities import find_names
from dossier.detect.en.page_words import PAGE_WORDS
from dossier.detect.en.sentences import find_sentences
from dossier.detect.noun_phrases import SubjectWords
from dossier.detect.quotations import find_quotations
from dossier.detect.saying_words import SayingWords
from dossier.detect.speaker_mentions import SpeakerMentionFinder

_REGULAR = """
    accuse acknowledge add address admit+ advise agree allege announce answer apologise apologize appeal argue ask
    assert assess assure attack bellow bemoan blame blast boast brag+ brand call caption caution chant characterise
    characterize cite claim clarify comment compare complain concede conclude condemn confide confirm contend continue
    counsel counter criticise criticize cry declare decline decry deem defend demand denounce deny deride describe
    dismiss dub+ echo elaborate emphasise emphasize encourage enthuse exclaim explain express fume gush hail highlight
    inform insist interject interrupt joke label lament laugh liken maintain mention mock mumble murmur muse mutter
    narrate note observe offer opine paraphrase pledge point post pound praise predict press proclaim promise
    pronounce propose publish question quip+ quote rail rant reason reassure rebuke rebut recall reckon recount refer+
    reference refute reiterate relate remark remind repeat reply report respond retort retweet reveal ridicule rule
    scream shout sigh slam+ sneer state stress suggest summarise summarize talk tease testify text thunder title tout
    tweet type underline underscore urge vent voice vow warn whisper wonder yell
"""
_IRREGULAR = """
    said says? saying told tells? telling wrote writes? writing written spoke speaks? speaking spoken began begins?
    beginning went goes thinks? thought thinking believes? believed believing feels? felt feeling reads? sang sings?
    singing puts? saw sees? finds? found
"""

_BEFORE_INFINITIVE = "to not did do will would can could may might"
_NOUNS = """
    address advice answer appeal attack blame blast boast brand call caption chant claim comment counsel counter count
    cry demand echo estimate forecast highlight joke label lament laugh mention mumble murmur note offer pledge point
    post pound praise press project promise question quip quote rant reason rebuke reference remark reply report rule
    scream shout sigh sneer state stress talk tease text thunder title tweet type vent voice vow whisper wonder yell
"""
"""Base forms of verbs of saying that are mostly nouns."""
_FIRST_WORDS = """
    Police Officials Authorities Witnesses Eyewitnesses Residents Sources Experts Prosecutors Investigators Doctors
    Firefighters Rescuers Protesters Analysts Researchers Scientists Lawyers Lawmakers Organizers Organisers Activists
    Campaigners Critics Diplomats Soldiers Villagers Survivors Relatives Detectives Rebels Economists Neighbours
    Neighbors Locals Onlookers Insiders
"""
"""Groups that begin a sentence, without an article."""
_PLURAL = (
    r"(?!(?:was|is|as|this|his|its|has|does|across|yes|always|perhaps|[\w-]*ss)(?![\w-]))"
    rf"(?:[a-z][\w-]*s|(?:[a-z][\w-]*)?(?:people|police|men)|{'|'.join(_FIRST_WORDS.split())})"
)
_BEFORE_BASE = (
    r"(?<![\w'’-])(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Ww]ho|to|not|can|could|may|might|must|shall|should|will|would|do|does|did"
    rf"|\w+n['’]t|(?<!\ba )(?<!\ban )(?!news|sports|sales)(?:{_PLURAL}|[A-Z][a-z]+s|[A-Z](?:olice|eople)))"
    r"\s+(?:(?:also|now|still|often|all|both|even|then|\w{3,}ly)\s+)?$"
)
_IRREGULAR_PLURAL = "have are were do say tell write speak begin go think believe feel sing find"


def _forms(verb: str) -> str:
    """Return the forms of a regular verb as a pattern; `+` says that its last letter is doubled."""
    if verb.endswith("+"):
        return f"{verb[:-1]}(?:s|{verb[-2]}ed|{verb[-2]}ing)?"
    if verb.endswith("e"):
        return f"{verb[:-1]}(?:es?|ed|ing)"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}(?:y|ies|ied|ying)"
    return f"{verb}(?:{'es' if verb.endswith(('s', 'sh', 'ch', 'x')) else 's'}|ed|ing)?"


SUBJECTS = SubjectWords(
    pronouns="he|she|they|we|it|I",
    auxiliaries=(
        "s|d|ve|re|m|ll|had|has|have|was|were|is|are|am|been|being|did|does|do|not|never|would|will|could|may|might"
        "|should|can|also|then|later|once|again|further|just|still|even|already|too|often|first|now|all|both|only|so"
        "|himself|herself|themselves|once more|went on to|goes on to|continued to|continues to|began|tried to|used to"
    ),
    determiners=(
        "the|an?|his|her|their|its|our|my|one|another|some|many|several|two|three|four|five|six|most|other|this|that"
        r"|these|those|no|\d[\d,.]*"
    ),
    outside=(
        "said|says|was|were|is|are|had|has|have|been|that|which|who|whom|when|where|because|if|as|and|but|or|to|while"
        "|after|before|not|than|then|will|would|can|could|him|them|me|us|though|although|whereas|unless|since|until"
    ),
    prepositions="in|at|of|through|for|from|with|on|by|to|about|against|under|over|during|near|outside|inside|behind",
    joining="of|for|from|at|in|with",
    relative="who|whom|whose|which|that",
    participles=r"\w{2,}(?:ing|ed)",
    plural=_PLURAL,
    after_subject=(
        "in|on|during|at|when|after|before|while|who|whose|which|as|to|about|with|speaking|following|from|Monday|Tuesday"
        "|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today"
    ),
    never_names=(
        "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|here|there|however|what|how|why|also|once"
        "|still|yet|instead|meanwhile|later|earlier|so|now|perhaps|sometimes|although|though|since|until|it|he|she|they"
    ),
    adverbs=r"\w{3,}ly",
    plural_verbs=(
        "".join(rf"(?<!\b{word} )" for word in _BEFORE_INFINITIVE.split())
        + f"(?:{'|'.join([*_IRREGULAR_PLURAL.split(), *_REGULAR.replace('+', '').split()])})"
    ),
    gerunds=r"\w+ing",
    before_no_plural="that",
    possessive="['’]s?",
)
_SAY = r"(?:sa(?:y|id)|call(?:ed)?|use[d]?|utter(?:ed)?|write|wrote|written|described?|tell|told)"
_WORDS = SayingWords(
    verbs="|".join([*map(_forms, _REGULAR.split()), *_IRREGULAR.split()]),
    nouns=(
        r"(?<=['’]s )(?:\w+ )?"
        "(?:claim|statement|assertion|tweet|comment|remark|call|word|argument|response|description|speech|letter|view"
        "|suggestion|question|memo|e-?mail|post|warning|promise|pledge|vow|mantra|slogan|accusation|allegation)s?"
    ),
    noun_forms="|".join(_NOUNS.split()),
    before_verb_form=_BEFORE_BASE,
    according="according to|in the words of|as told by|(?:was|were|been) (?:told|asked|reminded|informed) by|per",
    before_noun="the|an?|his|her|their|its|our|my|this|that|these|those|of|in|no|some|many|several|recent|first|last",
    new_clause="but|while|and|though|although|whereas",
    subordinate="when|while|as|after|before|if|although|though|since|because|whereas|once|until",
    small="the|an?|and|or|nor|but|is",
    addressing=r"(?:told|tells|telling)(?: the)?(?: [A-Z][\w.]*)*",
    several="they|we",
    unsaid=(
        rf"(?:never|not|\w+n['’]t|neither|nor) (?:\w+ )?{_SAY}(?: \w+){{0,3}}"
        r"|den(?:ied|ies|y|ying)(?: that)?(?: [\w.'’-]+){0,4} "
        rf"(?:saying|calling|having|telling|{_SAY})(?: \w+){{0,3}}"
        r"|(?:whether|if) (?:[\w.'’-]+ ){1,4}(?:had|has|have|ever|did|would|will|might|could)(?: \w+)? "
        rf"{_SAY}(?: \w+){{0,3}}"
        r"|(?:was|were|been|is|are|being) (?:told|asked|informed|reminded)"
    ),
    unsaid_after=(
        r"(?:[A-Z][\w.'’-]*|he|she|they|the \w+)(?: [A-Z][\w.'’-]*){0,3}"
        r" (?:was|were|is|are) (?:told|asked)(?! by)"
    ),
    object_relative="whom|who|which",
    inner=(
        r"(?:(?:told|tells|telling) (?:(?!that )[\w.’'-]+ ){1,6}|(?:said|says) )that (?:[\w.’'-]+ ){1,4}"
        r"(?:had|has|have)(?: \w+ly| also| once)?"
    ),
    before_actor=r"(?:the )?(?:[A-Z][\w.]* )*",
    subjects=SUBJECTS,
)

SPEAKER_MENTIONS = SpeakerMentionFinder(_WORDS, find_sentences, find_quotations, find_names, PAGE_WORDS.notes)
"""English: who says each quotation of a news text."""
