"""Labels of passages: short, readable words that tell a passage from the others of its record."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import count

from dossier.detect.detectors import Detectors
from dossier.editor.evidence_choice import content_words, fold
from dossier.model.marks import EDITOR, TODO

MAX_LABEL_LENGTH = 32
LENGTHS = (2, 1, 3)
"""The numbers of words in a label, the best first."""
_WORD_IN_ID = re.compile("[a-z0-9]+")


def propose_labels(passages: Sequence[str], detectors: Detectors | None, taken: Collection[str] = ()) -> list[str]:
    """Return a label for each passage, unique among themselves and not in `taken`.

    A label consists of adjacent words of the passage, of which one is in few other passages: two words if possible,
    else one or three. It ends in a number only if the passages have the same words.
    """
    counts = Counter(word for passage in passages for word in set(content_words(passage, detectors)))
    used = {*taken, EDITOR, TODO}
    labels = []
    for passage in passages:
        label = next(label for label in _proposals(passage, counts, detectors) if label not in used)
        used.add(label)
        labels.append(label)
    return labels


def _proposals(passage: str, counts: Counter[str], detectors: Detectors | None) -> Iterator[str]:
    """Yield labels for a passage, the best first; endlessly."""
    runs = list(_runs(passage, detectors))
    spans = ((run, start, length) for length in LENGTHS for run in runs for start in range(len(run) - length + 1))
    phrases = [run[start : start + length] for run, start, length in spans]
    phrases.sort(key=lambda words: min(counts[word] for word in words))
    labels = [label for label in map("-".join, phrases) if len(label) <= MAX_LABEL_LENGTH] or ["passage"]
    yield from labels
    yield from (f"{labels[0]}-{number}" for number in count(2))


def _runs(passage: str, detectors: Detectors | None) -> Iterator[list[str]]:
    """Yield the longest runs of adjacent words that say what the passage is about."""
    run: list[str] = []
    distinctive = set(content_words(passage, detectors))
    for word in _WORD_IN_ID.findall(fold(passage)):
        if word in distinctive:
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run
