"""Run every detector over a source's text."""

from collections.abc import Sequence
from typing import NamedTuple

from dossier.detect.en.dates import DateMention, find_dates
from dossier.detect.en.named_entities import NameMention, find_names
from dossier.detect.en.quantities import QuantityMention, find_quantities, find_unread_digits
from dossier.detect.quotations import QuotationMention, find_quotations
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


def detect_all(text: str, *, is_readable: bool = True) -> Detections:
    """Run every detector over a text; in a language without rules of its own, only that of quotations."""
    if not is_readable:
        return Detections(find_quotations(text), [], [], [])
    return Detections(
        find_quotations(text), find_quantities(text), find_dates(text), find_names(text), find_unread_digits(text)
    )


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
