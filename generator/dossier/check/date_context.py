"""What the words around a phrase say about its date: "before March 9", "around March 9", "will vote on Monday"."""

import re
from collections.abc import Iterator
from typing import Literal

from dossier.check.dated_values import DatedValue
from dossier.check.passages import readable_evidence
from dossier.check.phrases import only_mention, phrase_detectors
from dossier.detect.limits import Limit
from dossier.detect.tense_words import TenseWords
from dossier.graph import Graph
from dossier.model.kinds.source import Source

LOOKING_AHEAD = ("planned", "announced", "forecast", "pledged")
"""The statuses of what is still to come, or is known from its announcement."""
_SENTENCE_EDGE = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])[.!?;][”\"’')]*\s|\n\s*\n")
_SHORT = 2
"""The number of words before a date that begins its sentence: "And on Monday"."""

Direction = Literal["ahead", "past", ""]


def limit_of(graph: Graph, dated: DatedValue) -> Limit | None:
    """Return the limit that the words before a date make of it, in its phrase or everywhere in the passages."""
    mention, detectors = only_mention(graph, dated), phrase_detectors(graph, dated)
    if mention is None or detectors is None or mention.days or mention.is_span or mention.part:
        return None
    before = (dated.phrase or "")[: mention.start]
    if limit := detectors.limit_before(before, mention):
        return limit
    if before.strip():
        return None
    limits = {detectors.limit_before(text, mention) for text, _ in _surroundings(graph, dated)}
    return limits.pop() if len(limits) == 1 else None


def is_approximate(graph: Graph, dated: DatedValue) -> bool:
    """Return whether the words before a date make it approximate, in its phrase or everywhere in the passages."""
    mention, detectors = only_mention(graph, dated), phrase_detectors(graph, dated)
    if mention is None or detectors is None:
        return False
    before = (dated.phrase or "")[: mention.start]
    if before.strip():
        return detectors.is_about(before, True)
    surroundings = [detectors.is_about(text, False) for text, _ in _surroundings(graph, dated)]
    return bool(surroundings) and all(surroundings)


def looks_ahead(graph: Graph, dated: DatedValue) -> bool:
    """Return whether a weekday without "last" or "next" is the coming one: of what "will" happen, or is planned."""
    tenses = _tenses(graph, dated)
    if tenses is None:
        return False
    directions = {direction_of(before, after, tenses) for before, after in _surroundings(graph, dated)}
    status = getattr(dated.record, "status", "")
    if status == "planned":
        return not directions or directions != {"past"} or not _is_said_then(graph, dated, tenses)
    if status in LOOKING_AHEAD:
        return "past" not in directions
    return directions == {"ahead"}


def may_look_either_way(graph: Graph, dated: DatedValue) -> bool:
    """Return whether a reasoning may decide if the last or the coming weekday is meant."""
    return getattr(dated.record, "status", "") in LOOKING_AHEAD or looks_ahead(graph, dated)


def _tenses(graph: Graph, dated: DatedValue) -> TenseWords | None:
    detectors = phrase_detectors(graph, dated)
    return detectors.tenses if detectors else None


def knows_tenses(graph: Graph, dated: DatedValue) -> bool:
    """Return whether verbs in the language of a phrase are known to look ahead or back."""
    return _tenses(graph, dated) is not None


def _is_said_then(graph: Graph, dated: DatedValue, tenses: TenseWords) -> bool:
    """Return whether a date is that of a statement: "he said on Monday", "On Monday, he announced"."""
    return all(
        tenses.said_here.search(_sentence_before(before).rstrip())
        or (len(_sentence_before(before).split()) <= _SHORT and tenses.past.search(_sentence_after(after)))
        for before, after in _surroundings(graph, dated)
    )


def direction_of(before: str, after: str, tenses: TenseWords) -> Direction:
    """Return what the words around a date say about it in its sentence: that it is to come or past, or nothing."""
    start = _sentence_before(before)
    cues = [("ahead", match.end()) for match in tenses.ahead.finditer(start)]
    cues += [("past", match.end()) for match in tenses.past.finditer(start) if not _is_in_cue(start, match, tenses)]
    if cues:
        return "ahead" if max(cues, key=lambda cue: cue[1])[0] == "ahead" else "past"
    if len(start.split()) > _SHORT:
        return ""
    rest = _sentence_after(after)
    ahead, past = tenses.ahead.search(rest), tenses.past.search(rest)
    if ahead and (past is None or ahead.start() <= past.start()):
        return "ahead"
    return "past" if past else ""


def _is_in_cue(text: str, past: re.Match[str], tenses: TenseWords) -> bool:
    """Return whether a verb is part of words that look ahead: "was" in "was to resign"."""
    return any(match.start() <= past.start() < match.end() for match in tenses.ahead.finditer(text))


def _sentence_before(text: str) -> str:
    return " ".join(_SENTENCE_EDGE.split(text)[-1].split())


def _sentence_after(text: str) -> str:
    return " ".join(_SENTENCE_EDGE.split(text)[0].split())


def _surroundings(graph: Graph, dated: DatedValue) -> Iterator[tuple[str, str]]:
    """Yield the text before and after the calendar expression of a phrase, at each place in the record's passages."""
    phrase, record, detectors = dated.phrase or "", dated.record, phrase_detectors(graph, dated)
    groups = detectors.find_date_groups(phrase) if detectors else []
    if not groups or isinstance(record, Source):
        return
    first, last = groups[0].mentions[0], groups[-1].mentions[-1]
    words = [r"\s+".join(map(re.escape, part.split())) for part in (phrase[: first.start], phrase[first.start :])]
    gap = r"\s+" if words[0] and words[1] else ""
    place = re.compile(rf"(?<!\w){words[0]}{gap}(?P<date>{words[1]})(?!\w)", re.IGNORECASE)
    for text in (text.text for text in readable_evidence(graph, record) if text.detectors is detectors):
        for match in place.finditer(text):
            yield text[: match.start("date")], text[match.end("date") - (len(phrase) - last.end) :]
