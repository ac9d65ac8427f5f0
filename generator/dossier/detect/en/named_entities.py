"""Find the names of an English news text: capitalised words that name a person, a body, an outlet or a place.

A name is a run of capitalised words on one line, including particles such as "of" or "de la" inside it; "and" joins
only what a body is for ("Food and Drug Administration") and names known to have one. Rank, office and party before a
name are its title, and no names by themselves. A nationality before a name is left out ("Venezuelan National Guard"),
unless it belongs to a body ("European Space Agency"), and is not a name by itself. Nor are calendar expressions.

At the start of a sentence a capital proves nothing. A word there counts if the run continues, or if the word is
capitalised elsewhere, has capitals inside (CNN, WhatsApp), is possessive ("Venezuela's") or begins a list ("Reuters
and CNN"), provided that the text never has it in lower case. In a headline, only words count that are names elsewhere
or have capitals inside. In doubt a name is reported: a false one costs an editor an exemption, a missed one hides
somebody.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise, takewhile
from typing import NamedTuple

from dossier.detect.en.actor_nouns import kinds_of_noun
from dossier.detect.en.countries import STATES, country_of
from dossier.detect.en.lexicon import (
    ARTICLES,
    COLOURS,
    CONTINENTAL,
    NAMED_WITH_NATIONALITY,
    NATIONAL_BODIES,
    NO_NAMES,
    NUMBERED,
    ORDINALS,
    PARTICLES,
    REGION_PREFIXES,
    ROLE_WORDS,
    SAID,
)
from dossier.detect.en.line_words import TextWord, TextWords, is_common_word, is_nationality, split_lines
from dossier.detect.en.name_joins import BODIES, joined_runs
from dossier.detect.en.name_titles import TITLE_WORDS, name_parts
from dossier.detect.en.subject_words import SUBJECTS
from dossier.detect.name_mentions import NameMention

_RUN = re.compile("[Bb](?:(?:pa?o?)?b)*d?")
"""A name in the codes that `_codes` gives the words of a line."""
_ADVERB = re.compile(r"[A-Z][a-z]*(?:ally|tely|edly|ingly|sly|ntly|fully|arly|ngly|dly|ably|ibly)")
"""Adverbs that begin a sentence before a name: "Privately Trump says"."""
_FIVE_IN_A_ROW = re.compile("[Bb]b{4}")
_VERB_AFTER_NAME = re.compile(
    rf"{SAID}|says|denied|declined|insisted|beat|won|lost|drew|signed|scored|apologi[sz]ed|agreed|refused|acquired|bought"
    "|sued"
)
_VERB_OF_GAMES = re.compile("beat|drew|won|scored")
"""What a plural at the start of a sentence did that is a team: "Rangers won"."""
_BEFORE_ON_TEXT = """
    Committee Subcommittee Commission Council Conference Convention Institute Covenant Panel
"""
_BEFORE_ON = frozenset(_BEFORE_ON_TEXT.split())
"""Words of names that "on" may follow: the Committee on Foreign Relations."""
_WITH_PURPOSE_TEXT = """
    Campaign Prize Prizes Award Awards Day Plan Citizens Coalition Movement Network Hospital Appeals Appeal People
    Friends Teach Code Habitat Action Vote Grants Programme Program Initiative Project Partnership Medal Order Students
    Women
"""
_WITH_PURPOSE = frozenset(_WITH_PURPOSE_TEXT.split())
"""Words of names that "for" may follow, beside nouns of bodies."""
_BEFORE_NUMBER = (
    "Radio",
    "FTSE",
    "Channel",
    "Formula",
    "Apollo",
    "Nasdaq",
    "CAC",
    "Fortune",
    "S&P",
    "Interstate",
    "Route",
    "Highway",
)
"""Words of names that a number ends: FTSE 100."""
_MAX_NUMBER = 4
_MASS_TEXT = """
    Rain Snow Traffic Money Life Love Food Time Fire Music Art Demand Supply Growth Turnout Debate Parliament Congress
    Heat Ice Blood Oil Gold Gas Coal Steel Bread Milk Beer Wine Coffee Tea Sugar Rice Wheat Sleep Death Birth Peace War
    Hope Fear Anger Joy Faith Trust Help Talk Play Power Progress Momentum Pressure Interest Support Mum Dad Mother
    Father Nature Science History Inflation Unemployment Evidence Violence Silence Weather Business Everyone Staff Cash
"""
_MASS = frozenset(_MASS_TEXT.split())
"""Nouns without an article and without an end that shows it."""
_ALONE_TEXT = """
    Overall Overnight Abroad Downtown Nearby Upstairs Downstairs Afterwards Afterward Together Alone Worse Better True
    Sure Granted Online Nationwide Worldwide Outdoors Indoors Sadly Luckily Strangely Usually Normally Typically Still
    Tuesday
"""
_ALONE = frozenset(_ALONE_TEXT.split())
"""Adverbs that a comma follows."""
_NOUN_END = re.compile(r".*(?:tion|sion|ment|ness|ity|ance|ence|ism|ship|age|ture|ology|graphy|ware|work|hood|dom)")
_AUXILIARY = re.compile("has|will|had|would|plans|wants|hopes|launched|employs|owns|makes|operates|blamed|argued")
_ORDINAL = re.compile("[0-9]{1,3}(?:st|nd|rd|th)")
_SEAT = re.compile("[DRI]")
"""A party in a lawmaker's seat: "D-Vt."."""
_MAX_NAME_WORDS = 8
"""Longer names are not looked for in headlines."""
_CURRENCIES = frozenset("$€£¥")


class _Name(NamedTuple):
    """The words of a name, and where the title before it begins, which is where the name does if it has none."""

    words: TextWords
    title_start: int


class _Vocabulary(NamedTuple):
    """The words that the text has in lower case, and those it has capitalised other than at a sentence's start."""

    lower_case: frozenset[str]
    capitalized: frozenset[str] = frozenset()

    def is_ordinary(self, word: TextWord) -> bool:
        return not word.has_inner_capitals and (is_common_word(word.text) or word.text.casefold() in self.lower_case)

    def is_certain(self, word: TextWord) -> bool:
        """Return whether a word is a name even if it is alone and begins a sentence."""
        is_marked = word.has_inner_capitals or word.is_possessive or word.in_list or word.text in self.capitalized
        is_marked = is_marked or word.text in STATES or country_of(word.text) is not None
        return is_marked and not self.is_ordinary(word)


def find_names(text: str) -> list[NameMention]:
    """Return every name of the text, in order and without overlaps, each as long as it is written."""
    lines = [line for line in split_lines(text) if not _is_in_capitals(line)]
    lower_case = frozenset(word.text.casefold() for word in chain(*lines) if word.text.islower())
    headlines: list[TextWords] = []
    body: list[TextWords] = []
    for line in lines:
        group = headlines if _is_headline(line, text, _Vocabulary(lower_case)) else body
        group.append(line)
    capitalized = (word.text for word in chain(*body) if word.is_capitalized and not word.starts_sentence)
    vocabulary = _Vocabulary(lower_case, frozenset(capitalized))
    names: list[_Name] = []
    for line in body:
        names += _names_in(line, {word.start for word in line if word.is_capitalized}, vocabulary)
    known = _known_names([name.words for name in names], vocabulary)
    vocabulary = vocabulary._replace(capitalized=frozenset(chain(*known)))
    for line in headlines:
        names += _names_in(line, _known_words(line, known), vocabulary)
    mentions = sorted(_mention(text, name) for name in names)
    mentions = [name for name in mentions if text[name.end : name.end + 1] not in _CURRENCIES]  # "NZ$900 million"
    surnames = {word for word in COLOURS if any(mention.text.endswith(f" {word}") for mention in mentions)}
    return [name for name in mentions if name.text not in COLOURS or name.title or name.text in surnames]


def _mention(text: str, name: _Name) -> NameMention:
    start, end = name.words[0].start, name.words[-1].end
    return NameMention(start, end, text[start:end], text[name.title_start : start])


def _is_in_capitals(line: TextWords) -> bool:
    """Return whether a line is all in capitals and has more than acronyms."""
    words = [word.text for word in line]
    return len(words) > 1 and "".join(words).isupper() and any(is_common_word(word) or len(word) > 5 for word in words)


def _is_headline(line: TextWords, text: str, vocabulary: _Vocabulary) -> bool:
    """Return whether a line is capitalised as a headline.

    Most of its words have capitals, and either five in a row do, or over a third of these are ordinary words. What ends
    with a full stop and has verbs or nouns in lower case is a sentence.
    """
    words = [word for word in line if word.text[0].isalpha()]
    if _ends_sentence(line, text) and any(_is_lower_case(word.text) for word in words):
        return False
    capitals = [word for word in words if word.is_capitalized]
    plain = [word for word in capitals if word.text not in ROLE_WORDS and not is_nationality(word.text)]
    ordinary = [word for word in plain if word is not words[0] and vocabulary.is_ordinary(word)]
    row = _FIVE_IN_A_ROW.search(_codes(line, {word.start for word in plain}))
    return 2 * len(capitals) > len(words) and (row is not None or len(ordinary) > max(1, len(capitals) / 3))


def _is_lower_case(word: str) -> bool:
    """Return whether a word is in lower case that would have a capital in a headline."""
    return word.islower() and word not in PARTICLES and not is_common_word(word)


def _ends_sentence(line: TextWords, text: str) -> bool:
    """Return whether a line ends with a full stop or another mark that ends a sentence."""
    if not line:
        return False
    end = text.find("\n", line[-1].start)
    return text[line[-1].start : end if end >= 0 else len(text)].rstrip("\"”’') ]").endswith((".", "!", "?"))


def _codes(line: TextWords, counted: set[int]) -> str:
    """Return one letter per word, so that `_RUN` can find names.

    `B` is a counted word that must begin a name, `b` one that may continue it, `p` a particle, `a` an article, `o` an
    ordinal and `d` a number that may end a name.
    """
    around = zip([None, *line], line, [*line[1:], None], strict=False)
    return "".join(
        _code(before, word, after) if word.start not in counted else "b" if word.is_joined else "B"
        for before, word, after in around
    )


def _code(before: TextWord | None, word: TextWord, after: TextWord | None) -> str:
    """Return the code of a word that is no part of a name by itself, given the words around it."""
    if not word.is_joined or before is None:
        return "-"
    if word.text in PARTICLES and (word.text != "for" or _may_have_purpose(before.text)):
        return "p"
    is_hyphenated = word.gap == "-" and after is not None and after.gap == "-"  # "Port-au-Prince"
    if is_hyphenated or (word.text == "on" and before.text in _BEFORE_ON):
        return "p"
    if _ORDINAL.fullmatch(word.text) and after is not None and after.text in NUMBERED:
        return "o"
    if word.text.isdigit() and before.text in _BEFORE_NUMBER and len(word.text) <= _MAX_NUMBER:
        return "d"
    return "a" if word.text in ARTICLES or (word.text == "a" and before.text == "for") else "-"


def _may_have_purpose(word: str) -> bool:
    """Return whether "for" after a word may be part of a name: "Department for", but not "Prix for Ferrari"."""
    is_known = any(word in words for words in (SUBJECTS, BODIES, TITLE_WORDS, _WITH_PURPOSE))
    return is_known or kinds_of_noun(word) is not None


def _names_in(line: TextWords, counted: set[int], vocabulary: _Vocabulary) -> Iterator[_Name]:
    """Yield the names of a line; only words that start at a counted offset can begin or end one."""
    runs = [match.span() for match in _RUN.finditer(_codes(line, counted))]
    texts = [[word.text for word in line[start:end]] for start, end in runs]
    gaps = ["", *(_text_between(line, before, after) for (_, before), (after, _) in pairwise(runs))]
    for first, last in joined_runs(texts, gaps):
        parts = list(_parts(_trim_leading_words(line[runs[first][0] : runs[last][1]], vocabulary)))
        for part in parts:
            is_titled = len(parts) > 1 and not vocabulary.is_ordinary(part.words[0]) and not _is_no_name(part.words)
            if is_titled or _is_name(part.words, vocabulary) or _is_subject(part.words, line, vocabulary):
                yield _with_ordinal(part, line)


def _with_ordinal(name: _Name, line: TextWords) -> _Name:
    """Return a name with the ordinal that begins it: "5th Airborne Brigade"."""
    index = bisect_left(line, name.words[0].start, key=lambda word: word.start)
    before = line[index - 1] if index and line[index].gap == " " else None
    is_ordinal = before is not None and (_ORDINAL.fullmatch(before.text) or before.text in ORDINALS)
    if before is None or not is_ordinal or not any(word.text in NUMBERED for word in name.words):
        return name
    return _Name((before, *name.words), before.start)


def _text_between(line: TextWords, end: int, start: int) -> str:
    """Return the text between two runs of words, given the index after the first and that of the second."""
    return "".join(f"{word.gap}{word.text}" for word in line[end:start]) + line[start].gap


def _parts(run: TextWords) -> Iterator[_Name]:
    """Yield the names in a run of words, without titles."""
    if run:
        for title, start, end in name_parts([word.text for word in run], starts_sentence=run[0].starts_sentence):
            yield _Name(run[start:end], run[title].start)


def _trim_leading_words(run: TextWords, vocabulary: _Vocabulary) -> TextWords:
    """Return the run without the leading words that are not part of the name."""
    for index, word in enumerate(run):
        if not _precedes_name(word, run[index + 1 :], vocabulary):
            return run[index:]
    return ()


def _precedes_name(word: TextWord, rest: TextWords, vocabulary: _Vocabulary) -> bool:
    """Return whether a word at the start of a run only leads up to the name: "Venezuelan", "Citing"."""
    following = rest[0].text if rest else ""
    if not word.is_capitalized or is_common_word(word.text) or (word.text == "A." and word.starts_sentence):
        return True
    if is_nationality(word.text) or (word.text in REGION_PREFIXES and is_nationality(following)):
        return not _belongs_to_body(word, rest)
    if not (word.starts_sentence and following) or word.text in ROLE_WORDS or word.text in vocabulary.capitalized:
        return False
    is_gerund = len(word.text) > 5 and word.text.endswith("ing")  # "Citing CNN", but "King"
    return is_gerund or _ADVERB.fullmatch(word.text) is not None or vocabulary.is_ordinary(word)


def _belongs_to_body(word: TextWord, rest: TextWords) -> bool:
    """Return whether a nationality is part of the name of a body or place: "European Space Agency", "French Open"."""
    words = [other.text for other in rest]
    if not words or words[0] in NAMED_WITH_NATIONALITY:
        return bool(words)
    head = words[: next((index for index, other in enumerate(words) if other.islower()), len(words))]
    kinds = kinds_of_noun(head[-1])
    is_body = kinds is not None and bool(kinds & {"organization", "outlet"}) and "unit" not in kinds
    is_continental = word.text in CONTINENTAL or head[0] in CONTINENTAL
    is_movement = words[0] in ("National", "Communist", "People") and head[-1] in ("Party", "Congress", "Movement")
    return head[-1] in NATIONAL_BODIES or (is_continental and is_body) or is_movement


def _is_name(name: TextWords, vocabulary: _Vocabulary) -> bool:
    """Return whether words are a name; one that begins a sentence only if nothing else explains its capital."""
    if _is_no_name(name):
        return False
    return len(name) > 1 or not name[0].starts_sentence or vocabulary.is_certain(name[0])


def _is_no_name(name: TextWords) -> bool:
    """Return whether words are titles, a single letter or other words that name nothing by themselves."""
    is_seat = len(name) > 1 and name[1].gap == "-" and _SEAT.fullmatch(name[0].text) is not None
    is_letter = len(name[0].text.strip(".")) + len(name) < 3
    capitalized = [word.text for word in name if word.is_capitalized]
    return is_seat or is_letter or all(word in ROLE_WORDS or word in NO_NAMES for word in capitalized)


def _is_subject(name: TextWords, line: TextWords, vocabulary: _Vocabulary) -> bool:
    """Return whether what follows the first word of a sentence shows that it is a name: "Acme chief Ada Holm said".

    A common noun would have an article, or be a plural, before a verb of saying or the noun of an office.
    """
    word, after = name[0], line[bisect_right(line, name[-1].start, key=lambda other: other.start) :][:4]
    is_noun = kinds_of_noun(word.text) is not None or word.text.endswith("ing")
    is_noun |= word.text.endswith("s") and not (after and _VERB_OF_GAMES.fullmatch(after[0].text))
    is_noun |= word.text in SUBJECTS or word.text in TITLE_WORDS
    if len(name) > 1 or is_noun or vocabulary.is_ordinary(word) or not after:
        return False
    if after[0].gap == ", " and after[0].text in ("the", "a", "an"):  # "Frontex, the border agency,"
        return not _ADVERB.fullmatch(word.text) and word.text not in _ALONE and len(after) > 1 and after[1].gap == " "
    if after[0].gap != " ":
        return False
    if _VERB_AFTER_NAME.fullmatch(after[0].text):
        return True
    if _AUXILIARY.fullmatch(after[0].text):
        return word.text not in _MASS and len(word.text) > 3 and not _NOUN_END.fullmatch(word.text)
    if [other.text for other in after[:2]] == ["and", "the"] and after[2:] and after[2].is_capitalized:
        return not is_common_word(after[2].text)
    offices = list(takewhile(lambda other: other.text.islower() and other.gap == " ", after))
    follows = after[len(offices)] if len(offices) < len(after) else None
    is_office = bool(offices) and "person" in (kinds_of_noun(offices[-1].text) or ())
    return is_office and follows is not None and follows.is_capitalized and follows.gap == " "


def _known_names(names: Iterable[TextWords], vocabulary: _Vocabulary) -> set[tuple[str, ...]]:
    """Return the words of each name, and each of its words that may be used for it alone."""
    known = {tuple(word.text for word in name) for name in names}
    return known | {(word.text,) for word in chain(*names) if word.is_capitalized and not vocabulary.is_ordinary(word)}


def _known_words(line: TextWords, known: set[tuple[str, ...]]) -> set[int]:
    """Return the offsets of the words of a headline that are names elsewhere or have capitals inside."""
    words = [word.text for word in line]
    offsets = {word.start for word in line if word.has_inner_capitals}
    for index in range(len(line)):
        for length in range(1, _MAX_NAME_WORDS + 1):
            if tuple(words[index : index + length]) in known:
                offsets |= {word.start for word in line[index : index + length] if word.is_capitalized}
    return offsets
