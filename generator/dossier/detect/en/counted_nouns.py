"""The noun of what an English figure counts: "police officers" of "567 Venezuelan police officers defected".

There is no parser here. The noun after a figure is read word by word up to the first plural; adjectives and names
before it are left out, nouns before it belong to it. A figure without a noun after it counts what is before it, if that
is the subject of "rose to", "numbered" and the like, or follows "the number of".
"""

import re

from dossier.detect.en.actor_nouns import kinds_of_noun
from dossier.detect.en.noun_forms import ATTRIBUTIVE_PLURALS, is_adjective, is_plural, plural_of
from dossier.detect.en.word_forms import FUNCTION_WORDS
from dossier.detect.quantity_mentions import QuantityMention

_WORD = re.compile(r"(?P<gap>[ \xa0]+|\n(?!\n)|-)[“\"‘(]?(?P<word>[^\W\d_][\w’'.,&-]*|\d+(?= [a-z]))")
_END = re.compile(r"[.,’'”\"]+$")
_MAX_WORDS = 8
"""How many words after the figure its noun may be."""
_LOOK_BACK = 300
_SKIPPED = frozenset(["of", "the", "other", "more", "additional", "different", "or", "so", "a", "an", "own"])
_ARTICLES = frozenset(["of", "the", "a", "an"])
_OWNERS = frozenset(["his", "her", "its", "their", "our", "your", "my", "these", "those", "all"])
_VERB_TEXT = """
    said says told went came left took had got made gave saw came held won met lost paid sent kept found fled led spent
    began became rose fell grew ran sat stood wrote spoke knew thought felt put did wasn't weren't isn't aren't didn't
    hadn't hasn't haven't soon ago apart alone later earlier now then today yesterday
    say tell another each
"""
_ENDINGS = frozenset(_VERB_TEXT.split())
"""Words at which no noun goes on: common verbs in the past, and adverbs of time."""
_CASUALTIES = frozenset(["dead", "wounded", "injured"])
_NO_COUNT = frozenset(["way", "fold", "odd", "plus", "strong", "something"])
_RANKS = frozenset(["former", "senior", "junior"])
"""Words that say which people, and belong to the noun."""
_SECOND = re.compile(r" and (?P<word>[a-z]+)(?![\w-])")
_POSSESSIVE = re.compile("[’']s?$")
_GROUPS = re.compile(r" (?:unions|groups|associations|clubs|homes|guilds|federations|organi[sz]ations)\b")
_ELLIPSIS = re.compile(r"\s+of (?:them|us|you|whom|which)\b", re.IGNORECASE)
_VOTES_AFTER = re.compile(r"(?:[- ]to[- ]\d+|[-–]\d+)?[\s-](?:vote|decision|ruling|majority)\b")
_VOTES_BEFORE = re.compile(r"\bvot(?:es?|ed|ing)(?: of| by)? (?:\d+(?:[-–]| to |-to-))?$")
_CLAUSE_START = re.compile(r"(?:[.!?][”\"’)]*\s+(?=[A-Z“\"])|\n|[;:—]|, (?:and|but|while|as|which|who)\b|\bthat\b)")
_NUMBER_OF = re.compile(r"\b(?:number|total|tally|count|toll|amount|proportion|share|list)s? of\b", re.IGNORECASE)
_ADVERBS = r"(?:\s+(?:has|have|had|already|also|now|since|then|further|again|\w+ly))*"
_VERBS = (
    "rose|rises?|risen|fell|falls?|fallen|climb(?:ed|s)?|grew|grows?|grown|increase[ds]?|decrease[ds]?|drop(?:ped|s)?"
    "|jump(?:ed|s)?|surge[ds]?|soar(?:ed|s)?|doubled?|tripled?|reach(?:ed|es)?|hits?|stood|stands?|totall?(?:ed|s)?"
    "|totals?|number(?:ed|s)?|exceed(?:ed|s)?|top(?:ped|s)?|surpass(?:ed|es)?|pass(?:ed|es)?|dip(?:ped|s)?"
    "|decline[ds]?|shrank|shrunk|swell(?:ed|s)?|swollen|slid|slip(?:ped|s)?|edged|average[ds]?|plunge[ds]?|tumble[ds]?"
    "|rebound(?:ed|s)?|expand(?:ed|s)?|went|gone|come|was|were|is|are|been"
)
_CHANGED = re.compile(rf"{_ADVERBS}\s+(?:{_VERBS})\b(?P<rest>[^.;\n]*)$")
_LEADS_UP = re.compile(r"(?:\s+\w+ly)*\s*$|.{0,60}\b(?:to|at|from|by|between|and|with|of|into|past)\s+$")
"""What is between a verb such as "rose" and its figure."""
_NUMBER_LEADS_UP = re.compile(rf".{{0,80}}\b(?:{_VERBS}|to|at|from|by|between|and|with|of|into|past)(?:\s+\w+ly)?\s+$")
"""What is between "the number of" and its figure."""
_TOLL = re.compile(r"\bdeath toll\b", re.IGNORECASE)
_LABEL = re.compile(r"(?:^|\n)[ \t]*(?P<words>[A-Za-z][A-Za-z ]{2,40}):[ \t]*$")


def counted_noun(text: str, mention: QuantityMention) -> str | None:
    """Return the noun that a figure counts, in the plural as a rule; None where no word next to the figure says it."""
    if _VOTES_AFTER.match(text, mention.end):
        return "votes"
    if _ELLIPSIS.match(text, mention.end):
        return None
    before = text[max(0, mention.start - _LOOK_BACK) : mention.start]
    return _noun_after(text, mention) or _noun_before(before)


def _noun_after(text: str, mention: QuantityMention) -> str | None:
    value = mention.quantity.value
    return _read_noun(text, mention.end, is_singular=value is not None and 0 < value <= 1)


def _read_noun(text: str, end: int, *, is_singular: bool = False) -> str | None:
    """Return the noun that the words from an offset on lead to: the first plural, or with `is_singular` any noun."""
    nouns: list[str] = []
    """Those that belong to the noun: "police" of "police officers"."""
    name, found, former, last = None, None, "", ""
    found_end = end
    for count in range(_MAX_WORDS):
        match = _WORD.match(text, end)
        if not match:
            break
        word = _END.sub("", match["word"])
        lower = word.casefold()
        is_last = len(word) < len(match["word"])
        if count == 0 and match["gap"] == "-":
            return plural_of(word) if word.islower() and lower not in _NO_COUNT else None
        if count == 0 and lower in _CASUALTIES and (is_last or not _goes_on(text, match.end())):
            return lower
        if lower in ("and", "or") and (name or (is_singular and nouns)):
            break
        if _ends_noun(lower, last) or (found and not (word.islower() and is_plural(lower))):
            break
        if lower in _RANKS:
            former, nouns = f"{lower} ", []
        elif word.islower() and is_plural(lower) and not ("-" in word and _goes_on(text, match.end())):
            if is_singular and nouns:  # "one person lives": a verb.
                break
            found, found_end = " ".join([*nouns, word]), match.start("word") + len(word)
            if lower not in ATTRIBUTIVE_PLURALS and not (not is_last and _GROUPS.match(text, match.end())):
                break
            nouns.append(word)
        elif lower in _SKIPPED or word[0].isdigit() or _POSSESSIVE.search(word) or lower in FUNCTION_WORDS:
            nouns = []
        elif word.islower():
            if nouns and lower.endswith("ed"):
                break
            nouns = [] if is_adjective(lower) else [*nouns, word]
            former = former if nouns or former == "former " else ""  # "Junior high students".
        elif is_singular and nouns:
            break
        else:
            name, nouns = (word if is_plural(lower) and not is_singular else None), []
        last, end = lower, match.end()
        if is_last and not (is_adjective(lower) and match["word"].endswith(",")):
            break
    if found is None and is_singular and nouns:
        found = " ".join(nouns)
    if found and (second := _second_noun(text, found_end, found)):
        found = f"{found} and {second}"
    return f"{former}{found}" if found else name


def _second_noun(text: str, end: int, found: str) -> str | None:
    """Return the noun of people that is counted together with one: "soldiers" of "1,000 officers and soldiers"."""
    match = _SECOND.match(text, end)
    if not match or not is_plural(match["word"]) or match["word"] in ATTRIBUTIVE_PLURALS - {"men", "women", "people"}:
        return None
    are_people = all("group" in (kinds_of_noun(noun.split()[-1]) or ()) for noun in (found, match["word"]))
    following = _WORD.match(text, match.end())
    word = _END.sub("", following["word"]) if following else ""
    is_end = word in _ENDINGS or word.endswith("ed")
    return match["word"] if are_people and (is_end or not _goes_on(text, match.end())) else None


def _goes_on(text: str, end: int) -> bool:
    """Return whether a word follows that may be a noun."""
    match = _WORD.match(text, end)
    return match is not None and _END.sub("", match["word"]).casefold() not in FUNCTION_WORDS


def _ends_noun(word: str, last: str) -> bool:
    """Return whether a word after another cannot be part of a noun that is counted, or lead to one."""
    if word in _ENDINGS or word.endswith(("n’t", "n't")):
        return True
    if word in _ARTICLES and last not in ("", *_SKIPPED):
        return True
    is_function = re.split("['’]", word)[0] in FUNCTION_WORDS
    return is_function and word not in _SKIPPED and not _joins(last, word)


def _joins(last: str, word: str) -> bool:
    """Return whether a function word is part of what leads to a noun: "two of his friends", "rank and file men"."""
    return (last == "of" and word in _OWNERS) or (word in ("and", "or") and last not in ("", *_SKIPPED))


def _noun_before(before: str) -> str | None:
    """Return the noun that the words before a figure give, if any does."""
    if _VOTES_BEFORE.search(before):
        return "votes"
    if label := _LABEL.search(before):
        return _read_noun(f" {label['words'].lower()}", 0)
    starts = [0, *(start.end() for start in _CLAUSE_START.finditer(before))]
    clause = before[starts[-1] :]
    for counted in reversed([*_NUMBER_OF.finditer(clause)]):
        noun = _read_noun(clause, counted.end())
        if noun and _NUMBER_LEADS_UP.fullmatch(clause, counted.end()):
            return noun
    changed = _CHANGED.search(clause)
    if not changed or not _LEADS_UP.fullmatch(changed["rest"]):
        return None
    subject = clause[: changed.start()].strip()
    if _TOLL.search(subject):
        return "deaths"
    return _subject_noun(subject.rpartition(", ")[2])


def _subject_noun(subject: str) -> str | None:
    """Return the noun of a subject: "arrests" of "Arrests of migrants at the border"."""
    words = subject.split()
    for index, word in enumerate(words):
        lower = word.casefold()
        following = words[index + 1] if index + 1 < len(words) else ""
        is_part = lower in ATTRIBUTIVE_PLURALS and is_plural(following)
        if (word.islower() or index == 0) and is_plural(lower) and not is_part:
            start = index
            while start > 0 and words[start - 1].islower() and _is_noun(words[start - 1]):
                start -= 1
            return " ".join([*words[start:index], lower])
    return None


def _is_noun(word: str) -> bool:
    return word not in FUNCTION_WORDS and word not in _SKIPPED and not is_adjective(word) and word.isalpha()
