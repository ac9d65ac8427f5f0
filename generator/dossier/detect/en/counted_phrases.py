"""What an English figure counts, in the words of its text: "residents stranded in homes" of "7,000 residents …".

The noun after a figure is followed by what limits it, or its sentence says it: "people confirmed dead" of "seven people
were confirmed dead". Where it is the object of a verb, that is its participle: "people rescued" of "rescued 50 people".
"""

import re
from collections.abc import Sequence

from dossier.detect.draft_words import Counted
from dossier.detect.en.counted_nouns import counted_noun
from dossier.detect.en.noun_forms import is_adjective
from dossier.detect.en.noun_limits import (
    AUXILIARIES,
    COPULAS,
    DETERMINERS,
    ENDS,
    STATES,
    TRANSITIVE,
    NounLimits,
    PhraseWord,
    group_end,
    is_past,
    join_words,
    read_words,
)
from dossier.detect.en.word_forms import FUNCTION_WORDS
from dossier.detect.quantity_mentions import QuantityMention
from dossier.detect.word_sets import split_words
from dossier.model.units import TIME_UNITS
from dossier.text.spans import Bounds
from dossier.text.whitespace import collapse_whitespace

_MAX_HEAD = 8
_ASIDE = re.compile(r"\s*\([^()]*\)")
_HARMED = split_words("killed killing injured injuring wounded wounding arrested arresting")
_HARM = re.compile(r"(?<!\w)(?:dead|died|killed|injured|wounded|missing|arrested)(?!\w)")
_HUMAN_TEXT = """
    hunker took march protest gather flee fled demonstrat rall evacuat shelter attend queue turned wait camp sle voted
"""
_HUMAN_VERBS = tuple(_HUMAN_TEXT.split())
"""Beginnings of verbs that, after "thousands" without a noun, are said of people."""
_NEAR = 60


def read_counted(text: str, mention: QuantityMention, sentence: Bounds, mentions: Sequence[QuantityMention]) -> Counted:
    """Return what a figure counts, as its sentence has it; `mentions` are all figures of the text."""
    unit = mention.quantity.unit
    is_compound = text[mention.end : mention.end + 1] == "-" or (text[mention.start : mention.end].endswith("-year"))
    noun = None if unit else counted_noun(text, mention)
    if unit in TIME_UNITS or is_compound:
        return Counted(noun)
    aside = _ASIDE.match(text, mention.end, sentence.end)
    words = read_words(text, aside.end() if aside else mention.end, sentence.end)
    words = words[int(bool(words) and words[0].text == ")") :]
    before = read_words(text, sentence.start, mention.start)
    if not unit and not noun:
        return _people(text, mention, mentions, words, before) or Counted()
    head = _measured(words) if unit else _head(words, noun or "")
    if not head:
        return Counted(noun)
    start, end = head
    if noun and (joined := _joined_end(words, end)):
        noun, end = f"{noun} {join_words(words[end:joined])}", joined
    limit = NounLimits(words, end, before, unit).find()
    if limit is None and unit in (None, "percent"):
        return Counted(noun)
    head_words = join_words(words[start:end])
    return Counted(noun, f"{head_words} {limit}" if limit else head_words)


def _people(
    text: str,
    mention: QuantityMention,
    mentions: Sequence[QuantityMention],
    words: Sequence[PhraseWord],
    before: Sequence[PhraseWord],
) -> Counted | None:
    """Return that a figure without a noun counts people, if what its sentence says of them is only said of people."""
    people = [PhraseWord(mention.end, mention.end, "people"), *words]
    limits = NounLimits(people, 1, before, None)
    after, verb = (words[0].lower if words else ""), (before[-1].lower if before else "")
    is_vague = mention.quantity.qualifier == "vague"
    if is_vague and limits.is_subject() and any(word.lower.startswith(_HUMAN_VERBS) for word in words[:3]):
        limit = limits.find()
        return _people_who(limit) if limit else None
    is_state = after in STATES and limits.ends_at(2)
    is_passive = after in TRANSITIVE and limits.is_subject()
    is_object = verb in _HARMED and not (after.isalpha() and after not in FUNCTION_WORDS | ENDS)
    if not is_state and not is_object and not is_passive:
        return None
    limit = limits.find() if is_passive else after if is_state else verb
    if not limit:
        return None
    what = f"people {limit}"
    counted = [(other, counted_noun(text, other)) for other in mentions if other != mention and not other.ordinal]
    beside = [
        other
        for other, noun in counted
        if noun == "people" and 0 < mention.start - other.end < _NEAR and "." not in text[other.end : mention.start]
    ]
    if beside:
        words_beside = collapse_whitespace(text[beside[-1].start : beside[-1].end])
        return Counted("people", what, f"Counted beside “{words_beside}” people.")
    known = re.compile(rf"(?<!\w){after}(?!\w)") if is_passive else _HARM
    if any(noun == "people" and known.search(text, other.end, other.end + _NEAR) for other, noun in counted):
        return Counted("people", what, "The text says elsewhere that they are people.")
    return None


def _people_who(limit: str) -> Counted:
    return Counted("people", f"people {limit}", f"Those “{limit.removeprefix('who ')}” are people.")


def _joined_end(words: Sequence[PhraseWord], end: int) -> int | None:
    """Return where a second noun ends that is counted with the first: "homes and business were"; None without one."""
    joint, noun, verb = (*(word.lower for word in words[end : end + 3]), "", "", "")[:3]
    is_noun = noun.isalpha() and noun not in FUNCTION_WORDS | ENDS and not is_past(noun) and not is_adjective(noun)
    return end + 2 if joint == "and" and is_noun and verb in COPULAS | AUXILIARIES else None


def _head(words: Sequence[PhraseWord], noun: str) -> tuple[int, int] | None:
    """Return the words of a noun after a figure, with the adjectives and names before it."""
    last = noun.split()[-1]
    for index, word in enumerate(words[:_MAX_HEAD]):
        if word.lower == last:
            start = 0
            while start < index and (words[start].lower in DETERMINERS or words[start].lower == "of"):
                start += 1
            if any(w.text.endswith(("’s", "'s")) for w in words[start:index]):
                return None
            is_whole = all(w.is_word and w.lower not in FUNCTION_WORDS for w in words[start : index + 1])
            return (start, index + 1) if is_whole else None
    return None


def _measured(words: Sequence[PhraseWord]) -> tuple[int, int] | None:
    """Return the words of what is measured: "rain" of "6 inches of rain", "aid" of "$20 million in aid"."""
    if not words or words[0].lower not in ("of", "in"):
        return None
    start = 1
    while words[0].lower == "of" and start < len(words) and words[start].lower in DETERMINERS:
        start += 1
    end = group_end(words, start)
    if any(word.text.endswith(("’s", "'s")) for word in words[start:end]):
        return None
    is_noun = end > start and not words[end - 1].text[0].isupper() and not words[end - 1].text[0].isdigit()
    return (start, end) if is_noun and (words[0].lower == "of" or not words[start].text[0].isdigit()) else None
