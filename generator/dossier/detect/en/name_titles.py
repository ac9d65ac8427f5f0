"""What of a run of capitalised English words is the name, and what is the rank, office or party before or after it.

"Republican Sen. Ada Collins of Maine" is a title, a name and another name; "Bank of England Governor Ada Finch" is a
name, a title and a name; "Secretary of State" is none.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier.detect.en.actor_nouns import SURNAMES, is_person_noun, kinds_of_noun
from dossier.detect.en.countries import STATES, country_of
from dossier.detect.en.given_names import GIVEN_NAMES
from dossier.detect.en.lexicon import ARTICLES, NATIONALITIES, PARTICLES, SHORT_TITLES
from dossier.detect.en.subject_words import SUBJECTS

HONORIFICS = frozenset(SHORT_TITLES.split("|")) - {"Jr", "Sr", "St"} | {"Sir", "Dame", "Lieut", "Supt", "Insp"}
"""Titles after which only a person's name comes; without the full stop of an abbreviation."""
_HEADS_TEXT = """
    President Minister Secretary General Deputy Chief Chairman Chairwoman Chair Chancellor Ambassador Envoy Senator
    Congressman Congresswoman Representative Governor Mayor Judge Justice Bishop Archbishop Cardinal Admiral Brigadier
    Colonel Major Captain Commander Lieutenant Sergeant Corporal Private Officer Director Editor Professor Doctor
    Adviser Advisor Attorney Speaker Leader Spokesman Spokeswoman Spokesperson Commissioner Coach Detective Inspector
    Superintendent Constable Sheriff Marshal Trooper Councillor Councilman Councilwoman Alderman Assemblyman Premier
    Treasurer Solicitor Whip CEO CFO COO CTO MP MEP MSP Taoiseach Tánaiste Rabbi Imam Father Sister Brother Pastor
    Reverend Madam Mister Manager Undersecretary Ombudsman Comptroller Rector Provost Principal Headteacher Miss King
    Queen Prince Princess Pope Lord Lady Baron Baroness Mullah Ayatollah
"""
HEADS = frozenset(_HEADS_TEXT.split())
"""Nouns of rank and office that a name follows."""
_MODIFIERS_TEXT = """
    Former Retired Acting Interim Ex Late Then Ousted Deposed Outgoing Incoming Onetime Caretaker
    Vice Deputy Assistant Associate Senior Junior Shadow First Second Third
    Prime Foreign Home Opposition Majority Minority Parliamentary Permanent Executive Managing Operating Editorial
    Police Fire Lord Lady State District Press Presidential Staff Under Chief General Attorney Solicitor Surgeon
    Squadron Wing Rear Lance Village Borough Town Fellow Cabinet High Adjutant
"""
_MODIFIERS = frozenset(_MODIFIERS_TEXT.split())
_FORCES_TEXT = """
    State National Federal Metropolitan Military Transport Highway Provincial Capitol
"""
_FORCES = frozenset(_FORCES_TEXT.split())
"""Words before "Police" in the name of a force, after which "Police" begins no title."""
_PARTIES_TEXT = """
    Democrat Democratic Republican Labour Conservative Tory Liberal Socialist Libertarian
"""
PARTIES = frozenset(_PARTIES_TEXT.split())
"""Words for a party, or what belongs to one, before a name."""
TITLE_WORDS = HEADS | HONORIFICS | _MODIFIERS
"""All words of titles; those that only lead up to one too."""
_LEADING_PARTIES = frozenset((*PARTIES, "Green", "Lib", "Dem", "Unionist", "Nationalist", "Reform"))
_POST_NOMINALS_TEXT = """
    MP MPs MEP MEPs MSP MSPs MS TD KC QC OBE CBE MBE KBE DBE PhD MD FRS FBA Esq Esq.
"""
POST_NOMINALS = frozenset(_POST_NOMINALS_TEXT.split())
_TEMPORARY_TEXT = """
    Former Retired Acting Interim Ex Late Then Ousted Deposed Outgoing Incoming Onetime Caretaker
"""
_TEMPORARY = frozenset(_TEMPORARY_TEXT.split())
_OFFICES_TEXT = """
    State House Commons Lords Exchequer Treasury Cabinet Staff Opposition Duchy Court
"""
_OFFICES = frozenset(_OFFICES_TEXT.split())
"""What an office may be of: "Secretary of State", "Leader of the House of Commons"."""
_NO_PERSON_TEXT = """
    Convention Conference Forum Street Act Order Award Awards Prize Cup Stakes Airport Square Road Avenue Palace Place
    County Island Islands Bay Station Center Centre Arms Electric Dynamics Affairs Video Crimes Executive Eye Election
    Elections Synod Medical Practice Studies Debate Debates Plan Bill Day Week Summit Festival Museum Stadium Park
    Bridge River Lake Valley Hills Heights Building Tower Towers Hotel Theater Theatre Room Questions Office Ombudsman
    Rugby Football Cricket Athletics Games Open Championship Championships Trophy Series Division Library Gallery
    Archive Archives Museum Hospital Infirmary Clinic Deal Report Review Inquiry Commission Reaction Primary Caucus
    Rally Records Services Service Systems Standards Statistics Assembly Incident Book Books Magazine Universe World
    America USA Duchy Coast Gulf Kingdom Embassy Isle Port
"""
_NO_PERSON = frozenset(_NO_PERSON_TEXT.split())
"""Words that no person's name has."""
_SURNAMES_TEXT = """
    Major Judge Bishop Marshal Coach Cardinal Captain Justice Chancellor Father Sister Brother Private Rector Provost
    Editor Principal Doctor Rabbi Imam King Queen Prince Princess Pope Lord Lady Baron Baroness Constable Archbishop
    Sheriff
"""
_ALSO_SURNAMES = frozenset(_SURNAMES_TEXT.split())
"""Titles that may also end a name, and are titles only where nothing but other titles is before them."""
_ONLY_AFTER = {"General": ("Secretary", "Attorney", "Director", "Solicitor", "Surgeon", "Comptroller")}
_MAX_PERSON = 5


class NamePart(NamedTuple):
    """A name as `words[start:end]`, and where the title directly before it begins, which is `start` if it has none."""

    title_start: int
    start: int
    end: int


def name_parts(words: Sequence[str], *, starts_sentence: bool) -> Iterator[NamePart]:
    """Yield the names in a run of words."""
    words = [_in_lower_case(word) for word in words]
    end = len(words)
    while end > 1 and words[end - 1] in POST_NOMINALS:
        end -= 1
    yield from _parts(words, 0, end, starts_sentence=starts_sentence)


def _in_lower_case(word: str) -> str:
    """Return a title in capitals, as in the labels of transcripts, as it is written elsewhere: "SEN."."""
    usual = word.capitalize()
    return (
        usual
        if word.isupper() and len(word) > 1 and (usual in TITLE_WORDS or usual.rstrip(".") in HONORIFICS)
        else word
    )


def _parts(words: Sequence[str], start: int, end: int, *, starts_sentence: bool) -> Iterator[NamePart]:
    for head in range(start, end):
        if not _is_head(words, start, head):
            continue
        after = _end_of_title(words, head, end)
        if after < end and _is_person(words, head, after, end):
            title = _start_of_title(words, start, head)
            while start < title and (words[start] in _TEMPORARY or words[start] in PARTIES):
                start += 1
            if title > start:
                yield from _parts(words, start, title, starts_sentence=starts_sentence)
            yield from _person_parts(words, title, after, end)
            return
        if head + 1 < end and words[head + 1] in ("of", "for"):  # "Governor of the Bank of England"
            title = _start_of_title(words, start, head)
            if title > start:
                yield NamePart(start, start, title)
            rest = head + 3 if head + 2 < end and words[head + 2] in ARTICLES else head + 2
            named = [word for word in words[rest:end] if word[0].isupper()]
            if not all(word in SUBJECTS or word in _OFFICES for word in named):
                yield NamePart(rest, rest, end)
            return
    of = _end_of_person(words, start, end)
    if of < end and _is_person_of(words, start, of):
        yield from _person_parts(words, start, start, end)
        return
    if starts_sentence and start == 0 and of == 1 < end and _are_people_of(words):
        yield NamePart(of + 1, of + 1, end)
        return
    if all(word in PARTIES for word in words[of + 2 if of + 1 < end and words[of + 1] in ARTICLES else of + 1 : end]):
        end = of  # "the Holm of the Republican primaries"
    while end - start > 1 and words[end - 1] in PARTIES - {"Labour"}:
        end -= 1  # "the Kent County Republican headquarters"
    if start >= end:
        return
    leading = _leading_title(words, start, end, starts_sentence=starts_sentence)
    end = _without_trailing_title(words, start, end)
    if leading < end:
        yield NamePart(start, leading, end)


def _is_head(words: Sequence[str], start: int, index: int) -> bool:
    word = words[index]
    if word.rstrip(".") in HONORIFICS:
        return True
    if word not in HEADS or (index > start and words[index - 1] in (*PARTICLES, *ARTICLES)):
        return False
    return word not in _ALSO_SURNAMES or index == start or words[start] not in GIVEN_NAMES


def _is_modifier(word: str) -> bool:
    is_known = any(word in words for words in (TITLE_WORDS, SUBJECTS, _LEADING_PARTIES, NATIONALITIES))
    return is_known or word.rstrip(".") in HONORIFICS


def _start_of_title(words: Sequence[str], start: int, head: int) -> int:
    """Return where the title begins that has this head: "Shadow Home Secretary"."""
    first = head
    while first > start and _is_modifier(words[first - 1]):
        first -= 1
    is_inside = first > start and not words[first - 1][0].isupper()  # "Bank of England Governor"
    if "Police" in words[first:head] and _is_force(words[start : words.index("Police", first)]):
        return words.index("Police", first) + 1
    return head if is_inside else first


def _is_force(before: Sequence[str]) -> bool:
    """Return whether "Police" ends a name with the words before it: "Marra State Police", but "Marra Police Chief"."""
    return bool(before) and before[-1] in _FORCES and (len(before) > 1 or before[-1] != "State")


def _end_of_title(words: Sequence[str], head: int, end: int) -> int:
    """Return where the title ends that has this head: "Secretary of State for Health"."""
    after = head + 1
    if words[head] == "Miss" and after < end and words[after] in _NO_PERSON:
        after += 1
    while after < end and (words[after].rstrip(".") in HONORIFICS or _leads_to_head(words, after, end)):
        after += 1
    while after + 1 < end and words[after] in ("of", "for", "to"):
        after += 3 if words[after + 1] in ARTICLES and after + 2 < end else 2
        while after < end and (words[after] in SUBJECTS or words[after] in _OFFICES or words[after] in HEADS):
            after += 1
        is_known = words[after - 1] in SUBJECTS or words[after - 1] in _OFFICES
        given = (index for index in range(after, end - 1) if words[index] in GIVEN_NAMES)
        after = after if is_known else next(given, after)
    return after


def _leads_to_head(words: Sequence[str], index: int, end: int) -> bool:
    """Return whether a word is a rank or office, or leads up to one: the "Prime" of "Deputy Prime Minister"."""
    return words[index] in HEADS or (words[index] in _MODIFIERS and index + 1 < end and words[index + 1] in HEADS)


def _is_person(words: Sequence[str], head: int, start: int, end: int) -> bool:
    """Return whether words after a title may be the name of a person."""
    name = [*words[start : _end_of_person(words, start, end)]]
    if not name or not name[0][0].isupper() or len(name) > _MAX_PERSON:
        return False
    if name[0] in ("Jr.", "Sr.", "Jr", "Sr"):
        return False
    if words[start - 1].rstrip(".") in HONORIFICS or words[head].rstrip(".") in HONORIFICS:
        return True
    is_of = head + 1 < start and words[head + 1] in ("of", "for", "to")
    if is_of and not (words[start - 1] in SUBJECTS or words[start - 1] in _OFFICES or name[0] in GIVEN_NAMES):
        return False
    if name[-1] in _NO_PERSON or (len(name) == 1 and name[0] in SUBJECTS):
        return False
    kinds = kinds_of_noun(name[-1])
    return kinds is None or name[-1].casefold() in SURNAMES or (kinds == {"person"} and len(name) > 1)


def _end_of_person(words: Sequence[str], start: int, end: int) -> int:
    return next((index for index in range(start + 1, end) if words[index] in ("of", "for")), end)


def _person_parts(words: Sequence[str], title: int, start: int, end: int) -> Iterator[NamePart]:
    """Yield a person's name and the place that it is of: "Sen. John Holm of Arizona"."""
    of = _end_of_person(words, start, end)
    yield NamePart(title, start, of)
    after = of + 2 if of + 1 < end and words[of + 1] in ARTICLES else of + 1
    if after < end:
        yield NamePart(after, after, end)


def _is_person_of(words: Sequence[str], start: int, of: int) -> bool:
    """Return whether a person's name is before "of": "Ada Holm of Maine"."""
    after = words[of + 2 :] if of + 1 < len(words) and words[of + 1] in ARTICLES else words[of + 1 :]
    place = " ".join(after)
    may_be_person = words[start] in GIVEN_NAMES or place in STATES or country_of(place) is not None
    name = words[start:of]
    has_noun = any(kinds_of_noun(word) or word in SUBJECTS or word in _NO_PERSON or word.islower() for word in name)
    return may_be_person and 2 <= len(name) <= _MAX_PERSON and kinds_of_noun(name[-1]) is None and not has_noun


def _are_people_of(words: Sequence[str]) -> bool:
    """Return whether a sentence begins with a noun for several people before a name: "Critics of Ada Holm"."""
    is_people = words[0].endswith("s") and (kinds_of_noun(words[0]) or {"person"}) <= {"group", "unit"}
    return is_people and len(words) > 2 and (words[1] == "of" or words[2] in GIVEN_NAMES)


def _leading_title(words: Sequence[str], start: int, end: int, *, starts_sentence: bool) -> int:
    """Return where the name begins after a party, or a noun that has its capital from the start of the sentence."""
    rest = words[start + 1 : end]
    is_title = words[start] in PARTIES or (starts_sentence and start == 0 and is_person_noun(words[start]))
    is_person = 1 < len(rest) <= _MAX_PERSON and rest[0][0].isupper() and rest[-1] not in _NO_PERSON
    is_body = bool(rest) and kinds_of_noun(rest[-1]) is not None and rest[-1].casefold() not in SURNAMES
    has_of = any(word in ("of", "for") for word in rest)
    return start + 1 if is_title and is_person and not is_body and not has_of else start


def _without_trailing_title(words: Sequence[str], start: int, end: int) -> int:
    """Return the end of a name without the office after it: "Wells Fargo CEO"."""
    last = words[end - 1]
    before = words[end - 2] if end - start > 1 else ""
    is_title = last in HEADS - _ALSO_SURNAMES and (last not in _ONLY_AFTER or before in _ONLY_AFTER[last])
    if not is_title or before.islower():
        return end
    return _start_of_title(words, start, end - 1)
