"""All mentions of a text, by every detector."""

from collections.abc import Iterator
from typing import NamedTuple

from dossier.detect.dates import DateMention, find_dates
from dossier.detect.named_entities import NameMention, find_names
from dossier.detect.quantities import QuantityMention, find_quantities
from dossier.detect.quotations import QuotationMention, find_quotations
from dossier.model.coverage import Mention, MentionKind
from dossier.model.dossier import SourceText


class Detections(NamedTuple):
    """What each detector found in a text, in its order."""

    quotations: list[QuotationMention]
    quantities: list[QuantityMention]
    dates: list[DateMention]
    names: list[NameMention]


def detect_all(text: str) -> Detections:
    """Run every detector over a text."""
    return Detections(find_quotations(text), find_quantities(text), find_dates(text), find_names(text))


def collect_mentions(seed: SourceText, detected: Detections) -> tuple[Mention, ...]:
    """Every mention of a text, by place and kind; a quotation without its marks."""
    return tuple(
        sorted(Mention(seed.file, *place, kind, seed.text[slice(*place)]) for kind, place in _places(detected))
    )


def _places(detected: Detections) -> Iterator[tuple[MentionKind, tuple[int, int]]]:
    yield from (("quotation", (one.inner_start, one.inner_end)) for one in detected.quotations)
    yield from (("quantity", (one.start, one.end)) for one in detected.quantities)
    yield from (("date", (one.start, one.end)) for one in detected.dates)
    yield from (("name", (one.start, one.end)) for one in detected.names)
