"""What a passage tells of a record of each kind, read off by the detectors; what it does not tell is left out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from dossier.detect.dates import DateMention, find_dates
from dossier.detect.named_entities import NameMention, find_names
from dossier.detect.quantities import QuantityMention, find_quantities
from dossier.detect.quotations import QuotationMention, find_quotations
from dossier.detect.relative_dates import resolve_relative_date
from dossier.editor.locate import plain_passage
from dossier.editor.selection import Selection
from dossier.editor.yaml.nodes import YamlValue
from dossier.edtf.parse import Edtf
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.kinds.source import Source
from dossier.model.quantity import Quantity
from dossier.model.record import READER_COMMENT
from dossier.text.whitespace import collapse_whitespace

Fields = dict[str, YamlValue]
UNKNOWN = Edtf.parse("XXXX")
Mentioned = TypeVar("Mentioned", QuotationMention, QuantityMention, DateMention, NameMention)


class SelectionMentions(NamedTuple):
    """What the detectors find in a stretch."""

    quotations: Sequence[QuotationMention]
    quantities: Sequence[QuantityMention]
    dates: Sequence[DateMention]
    names: Sequence[NameMention]


def detect_in(stretch: Selection) -> SelectionMentions:
    """Every mention that lies in the stretch, or, of quotations, around it."""
    text = stretch.text.content
    return SelectionMentions(
        [one for one in find_quotations(text) if one.start < stretch.span.end and stretch.span.start < one.end],
        _within(stretch, find_quantities(text)),
        _within(stretch, find_dates(text)),
        _within(stretch, find_names(text)),
    )


def extract_fields(singular: str, stretch: Selection, found: SelectionMentions, dossier: Dossier) -> Fields:
    """The fields of a record of this kind that the stretch tells, its passage among them.

    Raises RefusedError where the kind needs one figure or name, and the stretch has several or none.
    """
    fields = EXTRACTORS[singular](stretch, found, dossier)
    return fields if "positions" in fields else fields | {"passages": [plain_passage(stretch.located.passage)]}


def _quote(stretch: Selection, found: SelectionMentions, dossier: Dossier) -> Fields:
    """The words between the marks; those of one quotation where the editor pointed at it."""
    text, span = stretch.text.content, stretch.span
    outer = [one for one in found.quotations if one.depth == min(each.depth for each in found.quotations)]
    chosen = _at_cursor(stretch, found.quotations) or outer
    if not chosen:
        return {"words": collapse_whitespace(text[span.start : span.end])} | _commented(stretch, "form")
    words = [
        collapse_whitespace(text[max(one.inner_start, span.start) : min(one.inner_end, span.end)]) for one in chosen
    ]
    form = "nested" if chosen[0].depth else "full" if all(map(_is_sentence, words)) else "partial"
    return {"words": words[0] if len(words) == 1 else words, "form": form} | _commented(stretch, "form")


def _number(stretch: Selection, found: SelectionMentions, dossier: Dossier) -> Fields:
    one = _only(stretch, found.quantities, "figure", dossier)
    several = len(found.quantities) > 1 or one.quantity.qualifier == "vague"
    return (
        _figure(one.quantity)
        | ({"words": collapse_whitespace(one.text)} if several else {})
        | _commented(stretch, "status")
    )


def _event(stretch: Selection, found: SelectionMentions, dossier: Dossier) -> Fields:
    """The date, where the stretch has one expression for it."""
    dates = _at_cursor(stretch, found.dates) or found.dates
    return _dated(dates[0], stretch.source, dossier) if len(dates) == 1 else {}


def _named(stretch: Selection, found: SelectionMentions, dossier: Dossier) -> Fields:
    """A name, or the words given, as `Port officials`, where the detector takes nothing in them for one."""
    unnamed = not found.names and not stretch.is_line
    name = (
        stretch.located.passage.exact
        if unnamed
        else collapse_whitespace(_only(stretch, found.names, "name", dossier).text)
    )
    return {"name": name, "aliases": [name]}


def _disagreement(stretch: Selection, found: SelectionMentions, dossier: Dossier) -> Fields:
    return {"positions": [{"passages": [plain_passage(stretch.located.passage)]}]}


EXTRACTORS: Mapping[str, Callable[[Selection, SelectionMentions, Dossier], Fields]] = {
    "quote": _quote,
    "number": _number,
    "event": _event,
    "actor": _named,
    "place": _named,
    "disagreement": _disagreement,
}
"""What each kind takes from a passage. A source comes of a file, not of a passage."""


def _figure(quantity: Quantity) -> Fields:
    figures = {"value": quantity.value, "min": quantity.low, "max": quantity.high}
    told: Fields = {key: format(figure, "f") for key, figure in figures.items() if figure is not None}
    return told | {"qualifier": quantity.qualifier} | ({"unit": quantity.unit} if quantity.unit else {})


def _dated(mention: DateMention, source: str, dossier: Dossier) -> Fields:
    """A date printed whole, or one reckoned from the date of the document, which its basis says."""
    document = dossier.by_key.get(f"source:{source}")
    published = document.published.date if isinstance(document, Source) and document.published else UNKNOWN
    date = resolve_relative_date(mention.text, published)
    if date is None:
        return {}
    basis: Fields = (
        {} if mention.year else {"basis": {"phrase": collapse_whitespace(mention.text), "anchor": f"source:{source}"}}
    )
    return {"date": str(date)} | basis


def _commented(stretch: Selection, field: str) -> Fields:
    return {field: READER_COMMENT} if stretch.in_comments else {}


def _is_sentence(words: str) -> bool:
    return words[:1].isupper() and words[-1:] in ".,!?…"


def _within(stretch: Selection, mentions: Iterable[Mentioned]) -> list[Mentioned]:
    return [one for one in mentions if stretch.span.start <= one.start and one.end <= stretch.span.end]


def _at_cursor(stretch: Selection, mentions: Iterable[Mentioned]) -> list[Mentioned]:
    """The innermost mention that the editor pointed at, if there is one."""
    at = stretch.cursor
    return [one for one in mentions if at is not None and one.start <= at < one.end][-1:]


def _only(stretch: Selection, mentions: Sequence[Mentioned], what: str, dossier: Dossier) -> Mentioned:
    chosen = _at_cursor(stretch, mentions) or mentions
    if len(chosen) == 1:
        return chosen[0]
    seed = dossier.source_texts[stretch.span.file]
    places = ", ".join(
        f"`{collapse_whitespace(seed.text[one.start : one.end])}` at {seed.location(one.start)}" for one in mentions
    )
    raise UserError(
        f"this passage has {len(mentions)} {what}s: give --from the place of one: {places}"
        if places
        else f"this passage has no {what}"
    )
