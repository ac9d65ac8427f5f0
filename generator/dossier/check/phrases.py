"""The language of a date's phrase, which is that of the text it is from, and what its detectors read in it."""

import re
from functools import lru_cache

from dossier.check.dated_values import DatedValue
from dossier.check.passages import readable_evidence, unread_languages
from dossier.detect.date_mentions import DateMention
from dossier.detect.detectors import Detectors
from dossier.detect.languages import prose_detectors
from dossier.graph import Graph
from dossier.match import SearchableText, occurs
from dossier.text.whitespace import collapse_whitespace

_YEAR = re.compile(r"(?<![0-9])(?:1[0-9]|20)[0-9]{2}(?![0-9])")


def foreign_languages(graph: Graph, dated: DatedValue) -> tuple[str, ...]:
    """Return the languages that a phrase may be in, if it is not in a text whose dates are read."""
    languages = unread_languages(graph, dated.record)
    if not languages or dated.phrase is None:
        return ()
    phrase = collapse_whitespace(dated.phrase)
    texts = readable_evidence(graph, dated.record)
    return () if any(occurs(phrase, SearchableText("", text.text)) for text in texts) else languages


def phrase_detectors(graph: Graph, dated: DatedValue) -> Detectors | None:
    """Return the detectors for the language of a date's phrase; None if that is not read."""
    known = _known_detectors(graph)
    place = (dated.record.key, dated.path)
    if place not in known:
        known[place] = _phrase_detectors(graph, dated)
    return known[place]


@lru_cache(maxsize=4)  # Several rules ask for each date, again and again.
def _known_detectors(graph: Graph) -> dict[object, Detectors | None]:
    return {}


def _phrase_detectors(graph: Graph, dated: DatedValue) -> Detectors | None:
    if dated.phrase is None or foreign_languages(graph, dated):
        return None
    texts = list(readable_evidence(graph, dated.record))
    if len({text.detectors for text in texts}) == 1:
        return texts[0].detectors
    phrase = collapse_whitespace(dated.phrase)
    holding = (text.detectors for text in texts if occurs(phrase, SearchableText("", text.text)))
    return next(holding, prose_detectors(graph.dossier))


def has_year(graph: Graph, dated: DatedValue) -> bool:
    """Return whether a date's phrase states its year, so that it needs no anchor."""
    phrase, detectors = dated.phrase or "", phrase_detectors(graph, dated)
    if detectors is None:
        return _YEAR.search(phrase) is not None
    return any(group.has_year for group in detectors.find_date_groups(phrase))


def only_mention(graph: Graph, dated: DatedValue) -> DateMention | None:
    """Return the calendar expression of a phrase that has no other, and no distance such as "two days later"."""
    detectors, phrase = phrase_detectors(graph, dated), dated.phrase
    groups = detectors.find_date_groups(phrase) if detectors and phrase else []
    if detectors is None or phrase is None or len(groups) != 1 or len(groups[0].mentions) != 1:
        return None
    if detectors.dates.has_distance(phrase) or detectors.dates.has_duration(phrase):
        return None
    return groups[0].mentions[0]


def counts_from_another_day(graph: Graph, dated: DatedValue) -> bool:
    """Return whether a phrase counts from a day of which its text speaks: "two days after", "the same day"."""
    detectors = phrase_detectors(graph, dated)
    return detectors is not None and detectors.dates.counts_from_another_day(dated.phrase or "")
