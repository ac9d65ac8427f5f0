"""What the editor says of how a date is known, read in the language of the dossier."""

import re
from typing import NamedTuple

from dossier.check.dated_values import DatedValue
from dossier.detect.date_mentions import DateGroup
from dossier.detect.date_resolver import DateResolver
from dossier.detect.detectors import Detectors
from dossier.detect.languages import prose_detectors
from dossier.graph import Graph

ORDINAL = re.compile(r"\bthe (?P<day>[12]?[0-9]|3[01])(?:st|nd|rd|th)\b(?! (?:century|day|week))")


class Reasoning(NamedTuple):
    """What the editor says of how a date is known, and the detectors for the language of the dossier."""

    text: str
    detectors: Detectors | None

    @property
    def groups(self) -> list[DateGroup]:
        """The calendar expressions."""
        return self.detectors.find_date_groups(self.text) if self.detectors else []

    @property
    def names_days(self) -> bool:
        """Whether it has an expression for days: dates, weekdays, distances."""
        if self.detectors is None:
            return False
        resolver = self.detectors.dates
        groups = [group for group in self.groups if not _counts_from_elsewhere(group, resolver)]
        return bool(groups or resolver.has_duration(self.text) or ORDINAL.search(self.text))


def reasoning_of(graph: Graph, dated: DatedValue) -> Reasoning:
    """Return what the editor says of a date."""
    text = graph.plain_text((dated.basis and dated.basis.reasoning) or "")
    return Reasoning(text, prose_detectors(graph.dossier))


def _counts_from_elsewhere(group: DateGroup, resolver: DateResolver) -> bool:
    """Return whether an expression names no day by itself: "that day"."""
    texts = (mention.text for mention in group.mentions)
    return all(not resolver.has_distance(text) and resolver.counts_from_another_day(text) for text in texts)
