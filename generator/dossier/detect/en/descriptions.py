"""The words of English that describe a speaker without a name."""

from dossier.detect.descriptions import DescribedKind, DescriptionReader, DescriptionWords
from dossier.detect.en.actor_nouns import kinds_of_noun

_PEOPLE_TEXT = """
    source aide insider member relative onlooker passer-by passerby bystander eyewitness narrator questioner medic
    rescuer attorney strategist pollster staffer diplomat organiser organizer villager local neighbor seaman
"""
_PEOPLE = frozenset(_PEOPLE_TEXT.split())
_GROUPS = frozenset(
    ("witnesses", "eyewitnesses", "passers-by", "authorities", "police", "relatives", "prosecutors", "survivors")
)
_NOBODY = frozenset(("others", "people", "majority", "public", "crowd", "electorate", "staff"))


def _kind_of(noun: str, is_single: bool) -> DescribedKind | None:
    if not noun.islower():
        return None
    if noun in _GROUPS or noun.removesuffix("s") in _PEOPLE - {noun}:
        return "group"
    kinds = kinds_of_noun(noun) or frozenset()
    if noun in _PEOPLE or kinds == {"person"}:
        return "person"
    return "group" if kinds in ({"group"}, {"group", "unit"}) and noun not in _NOBODY else None


DESCRIPTIONS = DescriptionReader(
    DescriptionWords(
        definite="the|these|those|this|that|his|her|its|their|our|my|both|all|most|other",
        indefinite="an?|one|another",
        prepositions="of|for|from|at|in|on|with|to|who|which|that|inside|near|close",
        known="police|authorities",
        collective="group|team|couple|pair|handful|number",
        vague="men|women|children|critics|supporters|users|readers|viewers|voters|members|writers",
        kind_of=_kind_of,
    )
)
