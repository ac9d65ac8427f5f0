"""The fields of a record that the detectors can extract from a passage, kind by kind."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from dossier.detect.date_mentions import DateMention
from dossier.detect.detectors import Detectors
from dossier.detect.languages import find_quotations_in, source_detectors
from dossier.detect.name_mentions import NameMention
from dossier.detect.quantity_mentions import QuantityMention
from dossier.detect.quotations import QuotationMention
from dossier.editor.selection import Selection
from dossier.editor.yaml.nodes import YamlValue
from dossier.edtf.parse import Edtf
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.kinds.source import Source
from dossier.model.passage import Span
from dossier.model.quantity import Quantity
from dossier.model.record import READER_COMMENT, TODO_PREFIX
from dossier.text.spans import span_contains, span_contains_offset, spans_overlap
from dossier.text.whitespace import collapse_whitespace

Fields = dict[str, YamlValue]
UNKNOWN = Edtf.parse("XXXX")
FIGURE_TODO = f"{TODO_PREFIX} how the figure follows from the words; enter it as `value`, which is not read here"
_MAX_DESCRIPTION = 4
"""How many words describe an actor or a place that has no name, as a rule."""
Mention = TypeVar("Mention", QuotationMention, QuantityMention, DateMention, NameMention)


class SeveralMentionsError(UserError):
    """A passage has several figures or names, of which the editor must choose one: `spans` in its source's text."""

    def __init__(self, noun: str, spans: Sequence[Span], dossier: Dossier) -> None:
        text = dossier.source_texts[spans[0].file]
        locations = ", ".join(
            f"`{collapse_whitespace(text.text[span.start : span.end])}` at {text.location(span.start)}"
            for span in spans
        )
        super().__init__(f"this passage has {len(spans)} {noun}s: point --from at one of them: {locations}")
        self.noun = noun
        self.spans = spans


class SelectionMentions(NamedTuple):
    """What the detectors find in a selection."""

    quotations: Sequence[QuotationMention]
    quantities: Sequence[QuantityMention]
    dates: Sequence[DateMention]
    names: Sequence[NameMention]


def detect_in(selection: Selection, detectors: Detectors | None) -> SelectionMentions:
    """Return every mention inside the selection, and every quotation that overlaps it.

    In a language that is not read, only quotations.
    """
    text, span = selection.text.content, selection.span
    quotations = [mention for mention in find_quotations_in(text, detectors) if spans_overlap(mention, span)]
    if detectors is None:
        return SelectionMentions(quotations, (), (), ())
    return SelectionMentions(
        quotations,
        _inside(selection, detectors.find_quantities(text)),
        _inside(selection, detectors.find_dates(text)),
        _inside(selection, detectors.find_names(text)) if detectors.find_names else (),
    )


def extract_fields(singular: str, selection: Selection, mentions: SelectionMentions, dossier: Dossier) -> Fields:
    """Return the fields of a record of this kind that can be extracted from the selection, without its passage.

    Raises SeveralMentionsError where the kind needs one figure or name and the selection has several, UserError where
    it has none.
    """
    return EXTRACTORS.get(singular, _extract_nothing)(selection, mentions, dossier)


def _extract_nothing(selection: Selection, mentions: SelectionMentions, dossier: Dossier) -> Fields:
    return {}


def _quote(selection: Selection, mentions: SelectionMentions, dossier: Dossier) -> Fields:
    """Extract the words between the quotation marks; those of one quotation if the cursor is in it."""
    text, span = selection.text.content, selection.span
    quotations = mentions.quotations
    chosen = _at_cursor(selection, quotations)
    if not chosen:
        depth = min((quotation.depth for quotation in quotations), default=0)
        chosen = [quotation for quotation in quotations if quotation.depth == depth]
    if not chosen:
        return {"words": collapse_whitespace(text[span.start : span.end])} | _reader_comment(selection, "form")
    words = [
        collapse_whitespace(text[max(quotation.inner_start, span.start) : min(quotation.inner_end, span.end)])
        for quotation in chosen
    ]
    form = "nested" if chosen[0].depth else form_of(words)
    return {"words": words[0] if len(words) == 1 else words, "form": form} | _reader_comment(selection, "form")


def _number(selection: Selection, mentions: SelectionMentions, dossier: Dossier) -> Fields:
    """Extract the only figure; nothing in a language whose figures are not read, so that the editor enters it."""
    if source_detectors(dossier, dossier.by_key.get(f"source:{selection.source}")) is None:
        return {"figure_basis": FIGURE_TODO} | _reader_comment(selection, "status")
    mention = _only(selection, mentions.quantities, "figure", dossier)
    fields = quantity_fields(mention.quantity)
    if len(mentions.quantities) > 1 or mention.quantity.qualifier == "vague":
        fields["words"] = collapse_whitespace(mention.text)
    return fields | _reader_comment(selection, "status")


def _event(selection: Selection, mentions: SelectionMentions, dossier: Dossier) -> Fields:
    """Extract the date, if the selection has just one."""
    dates = _at_cursor(selection, mentions.dates) or mentions.dates
    return event_date_fields(dates[0], selection.source, dossier) if len(dates) == 1 else {}


def _name(selection: Selection, mentions: SelectionMentions, dossier: Dossier) -> Fields:
    """Extract the only name, or all selected words, as `Port officials`, if the detector finds no name in them.

    Nothing if these are part of a sentence, as `police said late Monday`, so that the editor enters the name.
    """
    if mentions.names or selection.is_line:
        name = collapse_whitespace(_only(selection, mentions.names, "name", dossier).text)
    elif _is_clause(selection, mentions, dossier):
        return {}
    else:
        name = selection.hit.passage.exact
    return {"name": name, "aliases": [name]}


def _is_clause(selection: Selection, mentions: SelectionMentions, dossier: Dossier) -> bool:
    """Return whether words without a name are no description: in lower case, many, or with a date, a figure or a verb.

    Never in a language whose names are not read.
    """
    detectors = source_detectors(dossier, dossier.by_key.get(f"source:{selection.source}"))
    if detectors is None or detectors.find_names is None:
        return False
    words, speakers = selection.text.content[selection.span.start : selection.span.end], detectors.speaker_mentions
    has_verb = speakers is not None and speakers.verb.search(words) is not None
    is_long = len(words.split()) > _MAX_DESCRIPTION
    return words[:1].islower() or is_long or has_verb or bool(mentions.dates or mentions.quantities)


EXTRACTORS: Mapping[str, Callable[[Selection, SelectionMentions, Dossier], Fields]] = {
    "quote": _quote,
    "number": _number,
    "event": _event,
    "actor": _name,
    "place": _name,
}
"""What to extract for a kind of record; nothing for a kind without an entry."""


def quantity_fields(quantity: Quantity) -> Fields:
    figures = {"value": quantity.value, "min": quantity.low, "max": quantity.high}
    fields: Fields = {key: format(figure, "f") for key, figure in figures.items() if figure is not None}
    fields["qualifier"] = quantity.qualifier
    if quantity.unit:
        fields["unit"] = quantity.unit
    return fields


def event_date_fields(mention: DateMention, source: str, dossier: Dossier) -> Fields:
    """Return a date; with its basis if it was resolved from the publication date of the source.

    None for a phrase that counts from another day, such as "two days after the ruling": the editor knows that day.
    """
    record = dossier.by_key.get(f"source:{source}")
    published = record.published.date if isinstance(record, Source) and record.published else UNKNOWN
    detectors = source_detectors(dossier, record)
    if detectors is None or detectors.dates.counts_from_another_day(mention.text):
        return {}
    date = detectors.dates.resolve(mention.text, published)
    if date is None:
        return {}
    fields: Fields = {"date": str(date)}
    if not mention.year:
        fields["basis"] = {"phrase": collapse_whitespace(mention.text), "anchor": f"source:{source}"}
    return fields


def _reader_comment(selection: Selection, field: str) -> Fields:
    return {field: READER_COMMENT} if selection.in_comments else {}


def form_of(words: Iterable[str]) -> str:
    """Return the form of a quotation that is in no other, given the words between its marks."""
    return "full" if all(quoted[:1].isupper() and quoted[-1:] in ".,!?…" for quoted in words) else "partial"


def _inside(selection: Selection, mentions: Iterable[Mention]) -> list[Mention]:
    return [mention for mention in mentions if span_contains(selection.span, mention)]


def _at_cursor(selection: Selection, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the innermost mention at the cursor, in a list; an empty list if there is none."""
    cursor = selection.cursor
    if cursor is None:
        return []
    return [mention for mention in mentions if span_contains_offset(mention, cursor)][-1:]


def _only(selection: Selection, mentions: Sequence[Mention], noun: str, dossier: Dossier) -> Mention:
    """Return the mention at the cursor, or the only one. Raises SeveralMentionsError, UserError where there is none."""
    chosen = _at_cursor(selection, mentions) or mentions
    if len(chosen) == 1:
        return chosen[0]
    if not mentions:
        raise UserError(f"this passage has no {noun}")
    file = selection.span.file
    raise SeveralMentionsError(noun, [Span(file, mention.start, mention.end) for mention in mentions], dossier)
