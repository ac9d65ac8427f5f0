"""Run every detector over a source's text."""

from collections.abc import Sequence
from typing import NamedTuple

from dossier.detect.date_mentions import DateMention
from dossier.detect.detectors import Detectors
from dossier.detect.languages import find_quotations_in
from dossier.detect.name_mentions import NameMention
from dossier.detect.quantity_mentions import QuantityMention
from dossier.detect.quotations import QuotationMention
from dossier.model.coverage import Mention, MentionKind
from dossier.model.dossier import SourceText
from dossier.text.spans import Bounds


class Detections(NamedTuple):
    """The mentions that each detector found in a text, in the order of the text, and digits that none understands."""

    quotations: list[QuotationMention]
    quantities: list[QuantityMention]
    dates: list[DateMention]
    names: list[NameMention]
    unread_digits: Sequence[Bounds] = ()
    detectors: Detectors | None = None
    """Those of the text's language."""


def detect_all(text: str, detectors: Detectors | None, *, is_recording: bool = False) -> Detections:
    """Run every detector of a language over a text; in a language that is not read, only that of quotations."""
    quotations = find_quotations_in(text, detectors, is_recording=is_recording)
    if detectors is None:
        return Detections(quotations, [], [], [])
    names = detectors.find_names(text) if detectors.find_names else []
    quantities, dates = detectors.find_quantities(text), detectors.find_dates(text)
    return Detections(quotations, quantities, dates, names, detectors.find_unread_digits(text), detectors)


def collect_mentions(source_text: SourceText, detections: Detections) -> tuple[Mention, ...]:
    """Return all mentions of a text, sorted by position, then kind; a quotation's is without its quote marks."""

    def mention(kind: MentionKind, start: int, end: int) -> Mention:
        return Mention(source_text.file, start, end, kind, source_text.text[start:end])

    mentions = [
        *(mention("quotation", quotation.inner_start, quotation.inner_end) for quotation in detections.quotations),
        *(mention("quantity", quantity.start, quantity.end) for quantity in detections.quantities),
        *(mention("quantity", unread.start, unread.end) for unread in detections.unread_digits),
        *(mention("date", date.start, date.end) for date in detections.dates),
        *(mention("name", name.start, name.end) for name in detections.names),
    ]
    return tuple(sorted(mentions))
