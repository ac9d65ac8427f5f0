"""Figures of two sources that count the same and differ: questions on which the sources may disagree."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from dossier.detect.draft_words import DraftWords
from dossier.detect.languages import prose_detectors
from dossier.editor.draft_ids import free_id, slug
from dossier.model.dossier import Dossier
from dossier.model.kinds.number import Number
from dossier.model.kinds.source import Source
from dossier.model.record import TODO_PREFIX

MAX_RATIO = 10
"""Figures that are further apart count something else."""
_NUMBER_KEY = re.compile(rf"(?<![\w-]){Number.singular}:[a-z0-9]+(?:-[a-z0-9]+)*")


class LikelyDisagreement(NamedTuple):
    """Two numbers that may answer one question, and an id for the disagreement."""

    id: str
    first: Number
    second: Number
    type: str

    @property
    def command(self) -> str:
        """The command that drafts the disagreement."""
        places = f"--from {self.first.key} --from {self.second.key}"
        return f"dossier new disagreement {self.id} {places} --type {self.type} --confidence low"


def find_likely_disagreements(dossier: Dossier, source: str) -> Iterator[LikelyDisagreement]:
    """Yield a pair for each thing that this source and another count, where the figures differ; no pair twice.

    Nothing is proposed of numbers that a disagreement is about already.
    """
    known = [frozenset(_NUMBER_KEY.findall(each.model_dump_json())) for each in dossier.disagreements]
    detectors = prose_detectors(dossier)
    words = detectors.draft_words if detectors else None
    used = {disagreement.id for disagreement in dossier.disagreements}
    pairs = [
        (first, second, frozenset({*(_counting_words(first, words) & _counting_words(second, words)), *sources}))
        for first, second in combinations(
            sorted(dossier.numbers, key=lambda each: (_published(each, dossier), each.id)), 2
        )
        if len(sources := {_source_of(first), _source_of(second)}) > 1
        and source in sources
        and _count_the_same(first, second, words)
    ]
    proposed = {question for first, second, question in pairs if any({first.key, second.key} <= keys for keys in known)}
    for first, second, question in pairs:
        if question in proposed:
            continue
        proposed.add(question)
        is_later = _published(first, dossier) != _published(second, dossier)
        name = min((first.measure.what, second.measure.what), key=len)
        yield LikelyDisagreement(free_id(slug(name, 5), used), first, second, "time" if is_later else "contradiction")


def _count_the_same(first: Number, second: Number, drafting: DraftWords | None) -> bool:
    """Return whether two numbers count the same of the same, with figures that differ, but not by far."""
    if first.unit.casefold() != second.unit.casefold() or first.status != second.status:
        return False
    one, other = first.measure, second.measure
    if one.scope != other.scope or (one.where and other.where and one.where != other.where):
        return False
    words, others = _counting_words(first, drafting), _counting_words(second, drafting)
    if not words & others or not (words <= others or others <= words):
        return False
    low, high = sorted((first.value or first.max or 0, second.value or second.max or 0))
    return 0 < low < high <= low * MAX_RATIO


def _counting_words(number: Number, drafting: DraftWords | None) -> frozenset[str]:
    """Return the words for what is counted, without those for the unit; none if it is still to be written."""
    if number.measure.what.startswith(TODO_PREFIX) or number.unit.startswith(TODO_PREFIX):
        return frozenset()
    unit = set(number.unit.casefold().split())
    words = number.measure.what.casefold().split()
    if drafting is None:
        return frozenset(words) - unit
    left_out = unit | drafting.small_words | drafting.count_hedges
    return frozenset(drafting.same_counts.get(word, word) for word in words if word not in left_out)


def _source_of(number: Number) -> str:
    return number.passages[0].source if number.passages else ""


def _published(number: Number, dossier: Dossier) -> str:
    source = dossier.by_key.get(f"{Source.singular}:{_source_of(number)}")
    return source.published.date.text if isinstance(source, Source) and source.published else ""
