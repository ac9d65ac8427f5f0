"""English nouns after figures: which words are plurals, and which words before a noun are adjectives."""

import re

from dossier.detect.en.actor_nouns import PEOPLE_NOUNS
from dossier.detect.en.word_forms import FUNCTION_WORDS
from dossier.text.noun_forms import IRREGULAR_PLURALS

_IRREGULAR_TEXT = """
    police troops cattle sheep fish geese oxen data media wives knives criteria phenomena bacteria alumni nuclei
    series species aircraft spacecraft offspring deer salmon trout dice staff personnel crew clergy poultry
    livestock crossroads headquarters corps
"""
_IRREGULAR = frozenset((*PEOPLE_NOUNS.split(), *_IRREGULAR_TEXT.split(), *IRREGULAR_PLURALS.values()))
_PERSONS = re.compile(r".{2,}(?:men|women|people|children|folk)$")
_NO_PLURAL = re.compile(r"(?:ss|us|is|['’]s|less|wards|ways|times)$")
_NO_NOUN_TEXT = """
    always besides perhaps sometimes overseas upstairs downstairs indoors outdoors abroad thus plus minus versus
    whereas towards hers ours theirs yours says does goes comes makes takes gets means seems remains wants gives
    others lots was has as yes dozens scores hundreds thousands millions billions trillions nonetheless nevertheless
"""
_NO_NOUN = frozenset(_NO_NOUN_TEXT.split())
_PLURAL_TEXT = "ways times sometimes viruses buses campuses bonuses census consensus crises bases analyses"
_PLURALS = frozenset(_PLURAL_TEXT.split()) - {"sometimes", "census", "consensus"}
_ATTRIBUTIVE_TEXT = """
    police women men troops sports arms sales news rights goods media savings systems operations veterans data
    communications drugs crew staff people aircraft fish sheep cattle corps headquarters measles mumps diabetes
"""
ATTRIBUTIVE_PLURALS = frozenset(_ATTRIBUTIVE_TEXT.split())
"""Plurals that may be before the noun that they belong to: "police officers", "arms dealers"."""
_ADJECTIVE_ENDING = re.compile(
    r".{2,}(?:al|ic|ive|ous|ful|less|able|ible|ary|ish|ern|ly|est|ed|ian|.ing|ese|esque|like)$"
)
_NOUN_TEXT = """
    animal hospital criminal capital festival rival terminal metal mineral signal trial journal deal meal goal coal
    arrival approval proposal refusal survival funeral appeal medal seal pedal canal cannibal music traffic clinic
    fabric topic epidemic plastic logic mosaic critic comic detective executive archive drive olive hive library
    diary salary secretary missionary boundary canary dictionary anniversary fish parish finish pattern lantern
    concern intern family supply assembly monopoly ally bully rally reply forest harvest interest protest contest
    arrest request guest priest test chest nest vest seed weed feed speed bed breed table cable vegetable variable
    politician musician civilian guardian librarian physician technician voting polling counting training shooting
    fishing mining engineering building housing parking advertising nursing banking manufacturing farming boarding
    sleeping swimming wedding washing drilling hunting lending trading shipping warning meeting hearing briefing
    painting drawing listening reading writing staging teaching marketing accounting filing bombing wing ring king
    string morning evening spring ceiling clothing funding gambling hiking landing recording screening spending
    testing camping cooking cleaning dining driving cycling skiing racing boxing walking waiting
"""
_NOUNS = frozenset(_NOUN_TEXT.split())
_ADJECTIVE_TEXT = """
    new old young big small large little long short high low early late good bad great top key main major minor
    senior junior chief deputy armed fresh full final first last next past recent current present different
    significant important permanent independent violent innocent ancient frequent consistent prominent urgent silent
    distant constant pregnant relevant vacant separate private corporate ultimate immediate moderate legitimate
    black white red blue green yellow brown gray grey dark light poor rich dead alive sick ill healthy heavy huge
    giant tiny vast mere total entire whole single double extra further such same certain other possible likely
    unlikely older younger larger bigger smaller higher lower newer greater longer shorter fewer better worse best
    worst least most many several strong weak hard soft hot cold warm cool dry wet wide narrow deep shallow thick
    thin fat open free safe happy angry sad busy easy quiet loud wealthy lucky dirty empty pretty ready steady funny
    lonely famous straight gay male female own adult elite expert loyal prime modern complex simple average overall
    online offline overseas downtown nearby foreign firm human royal rural urban inner outer upper lower so-called
    would-be self-described unknown unnamed known more less rival western rare brave broken frozen stolen hidden
    mass joint fake true false real raw unique additional
"""
_ADJECTIVES = frozenset(_ADJECTIVE_TEXT.split())


def is_plural(lower: str) -> bool:
    """Return whether a word in lower case is a noun in the plural, as far as its form shows."""
    if lower in FUNCTION_WORDS or lower in _NO_NOUN:
        return False
    if lower in _IRREGULAR or lower in _PLURALS or _PERSONS.fullmatch(lower):
        return True
    return len(lower) > 3 and lower.endswith("s") and not _NO_PLURAL.search(lower)


def is_adjective(lower: str) -> bool:
    """Return whether a word in lower case before a noun says what it is like, rather than being one itself."""
    if lower in _NOUNS:
        return False
    return lower in _ADJECTIVES or "-" in lower or _ADJECTIVE_ENDING.fullmatch(lower) is not None


def plural_of(noun: str) -> str:
    """Return the plural of a noun in the singular: "judges" of "a three-judge panel"."""
    if is_plural(noun):
        return noun
    if noun.endswith("man") and noun != "human":
        return f"{noun[:-3]}men"
    if noun in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[noun]
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else f"{noun}s"
