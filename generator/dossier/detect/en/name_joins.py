"""Runs of capitalised English words that are one name, although a comma, "and" or a possessive is between them.

"Department for Business, Energy and Industrial Strategy" and "Food and Drug Administration" list what a body is for;
"Sheriff's Office" is a body of somebody; "Trinidad and Tobago" is known to be one name.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from babel import Locale

from dossier.detect.en.actor_nouns import kinds_of_noun
from dossier.detect.en.countries import country_of
from dossier.detect.en.name_titles import HEADS
from dossier.detect.en.subject_words import SUBJECTS

_MORE_TEXT = """
    Marks Spencer; Brighton Hove; Tyne Wear; Kensington Chelsea; Hammersmith Fulham; Dumfries Galloway; Argyll Bute;
    Perth Kinross; Newfoundland Labrador; Smith Wesson; Black Decker; Johnson Johnson; Simon Schuster; Procter Gamble;
    Redcar Cleveland; Barking Dagenham; Windsor Maidenhead; Telford Wrekin; Bath North; Lewis Harris; Crown Anchor
"""
_BODIES_TEXT = """
    Department Ministry Committee Subcommittee Commission Commissioner Institute Office Bureau Board Council Centre
    Center Centers Centres School Faculty Agency Administration Authority Association Society Foundation Trust Service
    Services Union Group Act Bill Fund Court Tribunal Inspectorate Directorate Secretary Minister Bank Laboratory
    Museum College Academy Corporation Federation Confederation Chamber Alliance Panel Facility Programme Program
    Mechanism Scheme Plan
"""
BODIES = frozenset(_BODIES_TEXT.split())
"""Nouns of bodies whose subjects may be listed before them or after "of"; and who heads these."""
_OWNED_TEXT = """
    Questions Speech Cross Hall House Hospital College Court Cup Park Day School Cathedral
"""
_OWNED = frozenset(_OWNED_TEXT.split())
_OWNED_ALONE = ("Hospital", "College", "Cathedral", "Infirmary")
"""What nearly always has a name before it: "Addenbrooke's Hospital"."""
_JOINING = ("of", "for", "on")
_WORKERS_TEXT = """
    Workers Employees Operators Engineers Teachers Drivers Officers Nurses Professionals
"""
_WORKERS = frozenset(_WORKERS_TEXT.split())
"""Last words of the names of unions: the Association of Machinists and Aerospace Workers."""


@lru_cache(maxsize=1)
def _pairs() -> frozenset[tuple[str, str]]:
    """Return the last word before and the first word after the "and" of names that are known."""
    countries = (name.split(" & ") for name in Locale("en").territories.values() if name.count(" & ") == 1)
    more = (pair.split() for pair in _MORE_TEXT.split(";"))
    return frozenset(
        (before.split()[-1], after.split()[0]) for before, after in (*countries, *((a, b) for a, b in more))
    )


def joined_runs(runs: Sequence[Sequence[str]], gaps: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each group of runs that are one name; `gaps[i]` is the text before run `i`."""
    index = 0
    while index < len(runs):
        last = _last_of_list(runs, gaps, index)
        while last + 1 < len(runs) and _is_one(runs[last], gaps[last + 1], runs[last + 1]):
            last += 1
        yield index, last
        index = last + 1


def _is_one(before: Sequence[str], gap: str, after: Sequence[str]) -> bool:
    """Return whether two runs are one name by themselves."""
    if gap == " and ":
        return (before[-1], after[0]) in _pairs()
    if gap in ("'s ", "’s ", "' ", "’ ") and after[0] in _OWNED_ALONE and country_of(before[-1]) is None:
        return True
    if gap in ("'s ", "’s ", "' ", "’ "):
        is_owner = before[-1] in HEADS or before[0] in ("St", "St.", "Saint") or kinds_of_noun(before[-1]) is not None
        kinds = kinds_of_noun(after[-1])
        is_body = after[-1] in _OWNED or after[-1] in BODIES or (kinds is not None and "person" not in kinds)
        return is_owner and is_body
    return False


def _last_of_list(runs: Sequence[Sequence[str]], gaps: Sequence[str], first: int) -> int:
    """Return the last run of a list of subjects that begins with a run; that run if there is none."""
    if runs[first][-1] not in SUBJECTS:
        is_union = first + 1 < len(runs) and gaps[first + 1] == " and " and runs[first + 1][-1] in _WORKERS
        return first + 1 if is_union and _has_head(runs[first]) else first
    last = first
    while last + 1 < len(runs) and gaps[last + 1] == ", " and _is_subject(runs[last + 1]):
        last += 1
    if last + 1 == len(runs) or gaps[last + 1] not in (" and ", ", and ", " & ", ", & "):
        return first
    final = runs[last + 1]
    if final[0] not in SUBJECTS:
        return first
    is_body = _has_head(runs[first]) or _has_head(final) or final[-1] in BODIES
    return last + 1 if is_body else first


def _has_head(run: Sequence[str]) -> bool:
    """Return whether a run has a body and what it is for: "Department of Health"."""
    return any(word in BODIES and after in _JOINING for word, after in pairwise(run))


def _is_subject(run: Sequence[str]) -> bool:
    return all(word in SUBJECTS for word in run)
