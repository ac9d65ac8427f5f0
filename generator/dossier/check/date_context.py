"""What the words around a phrase say about its date: "before March 9", "around March 9", "will vote on Monday"."""

import re
from collections.abc import Iterator
from typing import Literal

from dossier.check.dated_values import DatedValue
from dossier.check.passages import evidence_texts
from dossier.detect.en.date_limits import Limit, is_about, limit_before
from dossier.detect.en.date_patterns import DISTANCE, DURATION
from dossier.detect.en.dates import DateMention, find_date_groups
from dossier.detect.en.lexicon import SAID
from dossier.graph import Graph
from dossier.model.kinds.source import Source

LOOKING_AHEAD = ("planned", "announced", "forecast", "pledged")
"""The statuses of what is still to come, or is known from its announcement."""
_AHEAD = re.compile(
    r"(?:\b(?:(?-i:will)|shall|won['’]t|would(?! have)|plans? to|plann(?:ed|ing) to|intend(?:s|ed)? to|hop(?:es?|ed) to"
    r"|(?:vow|promis|pledg|agre|threaten)e?(?:s|d|ed)? to|(?:is|are|was|were|be) (?:about |going |due |set |likely )?to"
    r"|(?:is|are|was|were|be) (?:due|scheduled|expected|set|planned|slated)"
    r"|(?:due|scheduled|expected|slated) (?:to|for|on)|upcoming)\b|['’]ll\b)",
    re.IGNORECASE,
)
"""Words that look ahead to what follows."""
_PAST = re.compile(
    rf"\b(?:{SAID}|was|were|had|has|have|did|(?<!be )(?<!been )(?<!get )[a-z]{{3,}}ed"
    r"|fell|rose|left|met|went|won|lost|died|fled|began|broke|made|took|gave|came|struck|hit|sold|bought)\b",
    re.IGNORECASE,
)
_SAID_HERE = re.compile(rf"\b{SAID}\b(?: \w+)?(?: (?:on|late|early|in))?$", re.IGNORECASE)
_SENTENCE_EDGE = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])[.!?;][”\"’')]*\s|\n\s*\n")
_SHORT = 2
"""The number of words before a date that begins its sentence: "And on Monday"."""

Direction = Literal["ahead", "past", ""]


def only_mention(phrase: str) -> DateMention | None:
    """Return the calendar expression of a phrase that has no other, and no distance such as "two days later"."""
    groups = find_date_groups(phrase)
    if len(groups) != 1 or len(groups[0].mentions) != 1 or DISTANCE.search(phrase) or DURATION.search(phrase):
        return None
    return groups[0].mentions[0]


def limit_of(graph: Graph, dated: DatedValue) -> Limit | None:
    """Return the limit that the words before a date make of it, in its phrase or everywhere in the passages."""
    mention = only_mention(dated.phrase or "")
    if mention is None or mention.days or mention.is_span or mention.part:
        return None
    before = (dated.phrase or "")[: mention.start]
    if limit := limit_before(before, mention):
        return limit
    if before.strip():
        return None
    limits = {limit_before(text, mention) for text, _ in _surroundings(graph, dated)}
    return limits.pop() if len(limits) == 1 else None


def is_approximate(graph: Graph, dated: DatedValue) -> bool:
    """Return whether the words before a date make it approximate, in its phrase or everywhere in the passages."""
    mention = only_mention(dated.phrase or "")
    if mention is None:
        return False
    before = (dated.phrase or "")[: mention.start]
    if before.strip():
        return is_about(before, in_phrase=True)
    surroundings = [is_about(text) for text, _ in _surroundings(graph, dated)]
    return bool(surroundings) and all(surroundings)


def looks_ahead(graph: Graph, dated: DatedValue) -> bool:
    """Return whether a weekday without "last" or "next" is the coming one: of what "will" happen, or is planned."""
    directions = {_direction(before, after) for before, after in _surroundings(graph, dated)}
    status = getattr(dated.record, "status", "")
    if status == "planned":
        return not directions or directions != {"past"} or not _is_said_then(graph, dated)
    if status in LOOKING_AHEAD:
        return "past" not in directions
    return directions == {"ahead"}


def may_look_either_way(graph: Graph, dated: DatedValue) -> bool:
    """Return whether a reasoning may decide if the last or the coming weekday is meant."""
    return getattr(dated.record, "status", "") in LOOKING_AHEAD or looks_ahead(graph, dated)


def _is_said_then(graph: Graph, dated: DatedValue) -> bool:
    """Return whether a date is that of a statement: "he said on Monday", "On Monday, he announced"."""
    return all(
        _SAID_HERE.search(_sentence_before(before).rstrip())
        or (len(_sentence_before(before).split()) <= _SHORT and _PAST.search(_sentence_after(after)))
        for before, after in _surroundings(graph, dated)
    )


def _direction(before: str, after: str) -> Direction:
    """Return what the words of its sentence say about a date: that it is to come, that it is past, or nothing."""
    start = _sentence_before(before)
    cues = [("ahead", match.end()) for match in _AHEAD.finditer(start)]
    cues += [("past", match.end()) for match in _PAST.finditer(start) if not _is_in_cue(start, match)]
    if cues:
        return "ahead" if max(cues, key=lambda cue: cue[1])[0] == "ahead" else "past"
    if len(start.split()) > _SHORT:
        return ""
    rest = _sentence_after(after)
    ahead, past = _AHEAD.search(rest), _PAST.search(rest)
    if ahead and (past is None or ahead.start() <= past.start()):
        return "ahead"
    return "past" if past else ""


def _is_in_cue(text: str, past: re.Match[str]) -> bool:
    """Return whether a verb is part of words that look ahead: "was" in "was to resign"."""
    return any(match.start() <= past.start() < match.end() for match in _AHEAD.finditer(text))


def _sentence_before(text: str) -> str:
    return " ".join(_SENTENCE_EDGE.split(text)[-1].split())


def _sentence_after(text: str) -> str:
    return " ".join(_SENTENCE_EDGE.split(text)[0].split())


def _surroundings(graph: Graph, dated: DatedValue) -> Iterator[tuple[str, str]]:
    """Yield the text before and after the calendar expression of a phrase, at each place in the record's passages."""
    phrase, record = dated.phrase or "", dated.record
    groups = find_date_groups(phrase)
    if not groups or isinstance(record, Source):
        return
    first, last = groups[0].mentions[0], groups[-1].mentions[-1]
    words = [r"\s+".join(map(re.escape, part.split())) for part in (phrase[: first.start], phrase[first.start :])]
    gap = r"\s+" if words[0] and words[1] else ""
    place = re.compile(rf"(?<!\w){words[0]}{gap}(?P<date>{words[1]})(?!\w)", re.IGNORECASE)
    for text in evidence_texts(graph, record, readable=True):
        for match in place.finditer(text):
            yield text[: match.start("date")], text[match.end("date") - (len(phrase) - last.end) :]
