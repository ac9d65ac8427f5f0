"""All mentions of a text, by every detector."""

from collections.abc import Callable, Iterable, Iterator

from generator.detect.dates import find_dates
from generator.detect.names import find_names
from generator.detect.quantities import find_quantities
from generator.detect.quotations import find_quotations
from generator.model.dossier import Seed
from generator.model.mention import Mention, MentionKind

Stretch = tuple[int, int]
Detector = Callable[[str], Iterator[Stretch]]


def _quotations(text: str) -> Iterator[Stretch]:
    return ((one.inner_start, one.inner_end) for one in find_quotations(text))


def _quantities(text: str) -> Iterator[Stretch]:
    return ((one.start, one.end) for one in find_quantities(text))


def _dates(text: str) -> Iterator[Stretch]:
    return ((one.start, one.end) for one in find_dates(text))


def _names(text: str) -> Iterator[Stretch]:
    return ((one.start, one.end) for one in find_names(text))


DETECTORS: tuple[tuple[MentionKind, Detector], ...] = (
    ("quotation", _quotations),
    ("quantity", _quantities),
    ("date", _dates),
    ("name", _names),
)


def find_mentions(seeds: Iterable[Seed]) -> tuple[Mention, ...]:
    """Every mention of every text, by file, place and kind."""
    found = (
        Mention(seed.file, start, end, kind, seed.text[start:end])
        for seed in seeds
        for kind, detect in DETECTORS
        for start, end in detect(seed.text)
    )
    return tuple(sorted(found))
