"""Drafts of the figures of a source: with what each counts, its bounds, and who counted."""

from collections.abc import Iterator, Sequence

from dossier.check.rules.status_mismatch import words_ahead
from dossier.detect.languages import recorded_quantity
from dossier.detect.quantity_mentions import QuantityMention, quantities_match
from dossier.editor.draft_ids import free_id, slug
from dossier.editor.draft_links import DraftLinks
from dossier.editor.extract_fields import quantity_fields
from dossier.editor.source_reading import Draft, SourceReading
from dossier.editor.yaml.nodes import YamlValue
from dossier.model.citation import Citation
from dossier.model.kinds.number import Number
from dossier.model.record import READER_COMMENT
from dossier.model.units import TIME_UNITS
from dossier.text.spans import Bounds, spans_overlap
from dossier.text.whitespace import collapse_whitespace

_PLEDGES = ("pledg", "promis", "vow")


def draft_numbers(reading: SourceReading) -> Iterator[Draft]:
    """Yield a draft of each figure, with the noun that it counts.

    Not again of one that an editor has corrected.
    """
    if not reading.detectors:
        return
    content, nouns = reading.text.content, reading.detectors.draft_words
    open_figures = reading.open_mentions.get("quantity", [])
    mentions = [mention for mention in reading.detectors.find_quantities(content) if not mention.ordinal]
    corrected, links = _corrected(reading, mentions), DraftLinks(reading)
    for mention in mentions:
        if Bounds(mention.start, mention.end) not in open_figures:
            continue
        sentence, words = reading.sentence_of(mention), collapse_whitespace(mention.text)
        if other := next((citation for citation in corrected if _is_of(citation, sentence, words)), None):
            corrected.remove(other)
            continue
        fields = quantity_fields(mention.quantity)
        noun = nouns.counted_noun(content, mention) if nouns and not mention.quantity.unit else None
        if noun:
            fields["unit"] = noun
        if mention.quantity.qualifier == "vague" or _has_other_figure(mentions, sentence):
            fields["words"] = words
        selection = reading.selection_of(sentence)
        fields["status"] = READER_COMMENT if selection.in_comments else _status(reading, mention, sentence)
        id = free_id(slug(f"{fields.get('unit', 'figure')} {mention.text}"), reading.used[Number])
        unit = str(fields.get("unit", "unit to enter"))
        via, counter, comments = reading.attribution_of(mention, sentence)
        fields |= {"counted_by": counter} if counter else {}
        where, as_of = links.place_of(mention, sentence), links.as_of(mention, sentence)
        is_time = mention.quantity.unit in TIME_UNITS  # "Jailed for three years": of a day only in its own clause.
        event = links.event_of(mention, sentence, in_clause=is_time)
        about = [key for key in (event, links.quote_of(mention)) if key]
        fields |= {"measure": {"where": where}} if where else {}
        fields |= {"as_of": as_of} if as_of else {}
        fields |= {"about": list[YamlValue](about)} if about else {}
        comments = [*comments, *reading.unread_status]
        day = str(as_of["date"]) if as_of else None
        found = [unit, *(value for value in (counter, day, where) if value)]
        yield reading.draft(Number, id, selection, fields, words, found, via, comments)


def _corrected(reading: SourceReading, mentions: Sequence[QuantityMention]) -> list[Citation]:
    """Return the citations of numbers in which no figure is that of the number: an editor has changed it."""
    found = []
    for citation in reading.citations_of(Number):
        assert isinstance(citation.record, Number)
        recorded = recorded_quantity(reading.dossier, citation.record)
        cited = [mention for mention in mentions if spans_overlap(mention, citation.span)]
        if not any(quantities_match(recorded, mention) for mention in cited):
            found.append(citation)
    return found


def _is_of(citation: Citation, sentence: Bounds, words: str) -> bool:
    """Return whether a number that an editor has corrected may be that of these words of a sentence."""
    assert isinstance(citation.record, Number)
    recorded = collapse_whitespace(citation.record.words or words).casefold()
    is_same = recorded in words.casefold() or words.casefold() in recorded
    return is_same and spans_overlap(citation.span, sentence)


def _status(reading: SourceReading, mention: QuantityMention, sentence: Bounds) -> str:
    """Return whether a sentence reports a figure, forecasts or pledges it."""
    if not reading.reads_english or mention.quantity.unit in TIME_UNITS:
        return "reported"
    ahead = words_ahead(reading.text.content[sentence.start : sentence.end], mention.quantity).casefold()
    return "reported" if not ahead else "pledged" if ahead.startswith(_PLEDGES) else "forecast"


def _has_other_figure(mentions: Sequence[QuantityMention], sentence: Bounds) -> bool:
    return sum(spans_overlap(mention, sentence) for mention in mentions) > 1
