"""What English nouns say of an actor: a person, people, a state, a body, an armed force or a news outlet."""

import re
from collections.abc import Mapping
from functools import lru_cache

ANY = frozenset({"person", "organization", "government", "unit", "group", "outlet"})
"""The kinds of actors."""
PERSON_NOUNS = """
    activist actor actress adviser advisor ambassador analyst archbishop architect artist assistant athlete
    attache attorney author barrister baroness bishop blogger boxer boy brother businessman businesswoman
    campaigner candidate captain cardinal chairman chairwoman chancellor chief citizen cleric clerk climber coach
    colonel columnist comedian commander commentator commissioner composer congressman congresswoman consultant
    coroner correspondent councillor critic counsellor cyclist dancer daughter defector defendant demonstrator
    deputy designer detective dictator diplomat director doctor docker driver economist editor employee engineer
    entrepreneur envoy executive expert farmer father filmmaker firefighter fisherman footballer forward gardener
    general geologist girl goalkeeper golfer governor guardsman historian husband imam investigator journalist
    judge lawyer lawmaker leader lecturer lieutenant lobbyist magistrate man manager mayor mayoress midfielder
    midwife minister mother musician neighbour neighbor nephew niece migrant militant novelist nun nurse official
    officer painter paramedic parent passenger patient pharmacist photographer physician physicist pilot player
    poet policeman policewoman politician pope porter premier presenter president priest prime-minister prince
    princess principal prisoner producer professor prosecutor protester psychiatrist psychologist pundit rabbi
    rebel refugee reader reporter researcher resident retiree sailor scientist secretary senator sergeant
    shopkeeper singer sister skier soldier solicitor son songwriter spokesman spokesperson spokeswoman sprinter
    statistician striker student superintendent supporter surgeon survivor suspect swimmer sympathiser sympathizer
    teacher technician teenager tenant trader treasurer tycoon undersecretary veteran victim viewer virologist
    voter waiter waitress whistleblower whistle-blower widow widower wife winger witness woman worker writer
"""
PEOPLE_NOUNS = (
    "people others men women children staff police-officers clergy mps policemen guardsmen crowd public electorate"
)
STATE_NOUNS = "government regime"
PUBLIC_NOUNS = """
    ministry embassy consulate presidency state kingdom republic emirate municipality council parliament congress senate
    department authority agency commission office bureau treasury chancellery palace cabinet junta monarchy assembly
    administration secretariat directorate prefecture county inspectorate regulator watchdog court tribunal judiciary
    prosecution legislature
"""
BODY_NOUNS = """
    party union company committee university bank corporation corp institute association federation confederation
    society church hospital college trust fund inc ltd plc llc gmbh holdings board foundation organisation organization
    charity museum airline airlines airways club league syndicate conglomerate manufacturer carmaker automaker insurer
    lender retailer supermarket brewery refinery utility startup firm supplier broker brokerage bookmaker chain
    operator nonprofit ngo union's laboratory labs laboratories pharmaceuticals motors industries institution
    diocese mosque synagogue monastery theatre orchestra chamber faculty school subsidiary
"""
LOOSE_NOUNS = """
    group movement alliance coalition front network team band gang campaign cartel community opposition faction
    collective delegation consortium squad organisation's duo trio quartet jury panel side bloc tribe clan choir
    initiative caucus
"""
FAMILY_NOUNS = "family couple crew"
ARMED_NOUNS = """
    army navy guard battalion brigade brigades regiment squadron platoon police militia militias corps fleet patrol unit
    division force forces marines taskforce legion garrison troops military coastguard gendarmerie carabinieri commandos
    paramilitaries mercenaries infantry artillery cavalry paratroopers gendarmes army's command airborne constabulary
"""
MEDIA_NOUNS = """
    newspaper newspapers news outlet tabloid broadsheet gazette tribune chronicle telegraph magazine radio tv television
    broadcaster channel website site blog newsletter podcast weekly newswire journal publication press wire portal
    paper broadcasters outlets websites channels magazines media
"""
_OFTEN_BODIES_TEXT = """
    adviser advisor analyst architect author campaigner chief citizen consultant critic defendant designer
    driver employer forward investigator leader lobbyist manager neighbour neighbor opponent parent patient
    pilot player porter producer rebel researcher sister solicitor striker supporter survivor suspect tenant
    trader treasurer victim witness writer militant partner
"""
_OFTEN_BODIES = frozenset(_OFTEN_BODIES_TEXT.split())
"""Nouns that describe a person, but after or before a name a body as well."""
_MIXED: Mapping[str, frozenset[str]] = {
    "agency": frozenset({"outlet"}),
    "service": frozenset({"organization", "government", "unit", "outlet"}),
    "services": frozenset({"organization", "government", "unit", "group"}),
    "authorities": frozenset({"government", "group", "organization"}),
    "countries": frozenset({"government", "group"}),
    "nations": frozenset({"government", "group", "organization"}),
    "states": frozenset({"government", "group"}),
    "governments": frozenset({"government", "group"}),
    "allies": frozenset({"government", "group"}),
    "powers": frozenset({"government", "group"}),
    "organisation": frozenset({"group", "outlet"}),
    "organization": frozenset({"group", "outlet"}),
    "company": frozenset({"outlet", "unit"}),
    "corporation": frozenset({"outlet"}),
    "press": frozenset({"group"}),
    "media": frozenset({"group"}),
    "prosecution": frozenset({"group"}),
    "network": frozenset({"outlet"}),
    "party": frozenset({"group"}),
    "community": frozenset({"government"}),
    "council": frozenset({"group"}),
    "committee": frozenset({"group", "government"}),
    "board": frozenset({"group", "government"}),
    "cabinet": frozenset({"group"}),
    "junta": frozenset({"group"}),
    "assembly": frozenset({"group"}),
    "bank": frozenset({"government"}),
    "opposition": frozenset({"organization"}),
    "group": frozenset({"outlet", "unit"}),
    "team": frozenset({"unit"}),
    "squad": frozenset({"unit"}),
    "faction": frozenset({"unit"}),
    "gang": frozenset({"unit"}),
    "department": frozenset({"unit"}),
    "bureau": frozenset({"unit"}),
    "command": frozenset({"government"}),
    "crew": frozenset({"unit"}),
    "public": frozenset({"organization"}),
}
_ARMED_PEOPLE_TEXT = """
    soldier guardsman officer policeman commander veteran firefighter rebel militant fighter guard sailor gunman
"""
ARMED_PEOPLE = frozenset(_ARMED_PEOPLE_TEXT.split())
"""Persons who may be called a unit in the plural."""
_MASTHEADS_TEXT = """
    times post herald report observer review mail today guardian independent insider tribune gazette chronicle
    courier telegraph examiner inquirer dispatch bulletin monitor echo argus mercury journal daily weekly
    newspaper press news radio tv television magazine wire reporter advertiser enquirer sentinel
"""
MASTHEADS = frozenset(_MASTHEADS_TEXT.split())
"""The last words of newspapers' names."""
_SURNAMES_TEXT = """
    abbott baker bank bishop bond cardinal chamber chancellor chase chief church commander court deacon driver
    farmer fisher front gardener general guard guardian hall house judge king law leader major marshal mayor
    mercury painter park patient player poet pope porter post price prince principal reader school singer site
    son squire state stern street sun waiter worker young
"""
SURNAMES = frozenset(_SURNAMES_TEXT.split())
"""Nouns that are surnames too: Margaret Court, Charlotte Church."""


@lru_cache(maxsize=1)
def _kinds_of_nouns() -> dict[str, frozenset[str]]:
    kinds: dict[str, frozenset[str]] = {}
    for nouns, fitting in (
        (PERSON_NOUNS, {"person"}),
        (PEOPLE_NOUNS, {"group"}),
        (STATE_NOUNS, {"government"}),
        (PUBLIC_NOUNS, {"government", "organization"}),
        (BODY_NOUNS, {"organization"}),
        (LOOSE_NOUNS, {"organization", "group"}),
        (FAMILY_NOUNS, {"group"}),
        (ARMED_NOUNS, {"unit", "organization", "group"}),
        (MEDIA_NOUNS, {"outlet", "organization"}),
    ):
        for noun in nouns.split():
            kinds[noun] = kinds.get(noun, frozenset()) | fitting
    for noun, others in _MIXED.items():
        kinds[noun] = kinds.get(noun, frozenset()) | others
    return kinds


def kinds_of_noun(noun: str) -> frozenset[str] | None:
    """Return the kinds of actors that a singular or plural noun may describe; None if it is not known.

    Several persons are a group, or the body or the unit that they are.
    """
    word = noun.casefold()
    kinds = _kinds_of_nouns().get(word)
    if kinds is not None:
        return kinds
    if re.search(r"(?:[a-z]man|[a-z]woman|person)$", word) and word not in ("human", "german", "roman", "ottoman"):
        return frozenset({"person"})
    singular = _singular(word)
    one = _kinds_of_nouns().get(singular) if singular != word else None
    if one is None:
        return None
    if one == {"person"}:
        return frozenset({"group", "unit"} if singular in ARMED_PEOPLE else {"group"})
    return one - {"person"} | {"group"}


def is_person_noun(noun: str) -> bool:
    """Return whether a noun describes one person, and no body either: not `leader`, as in `the market leader, Acme`."""
    return kinds_of_noun(noun) == frozenset({"person"}) and noun.casefold() not in _OFTEN_BODIES


def _singular(word: str) -> str:
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return re.sub("ies$", "y", word) if word.endswith("ies") else word.removesuffix("s")
