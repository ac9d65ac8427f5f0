"""Drafts of the figures of a source: with what each counts, its bounds, and who counted."""

from collections.abc import Iterator

from dossier.editor.draft_names import free_id, slug
from dossier.editor.extract_fields import quantity_fields
from dossier.editor.source_reading import Draft, SourceReading
from dossier.model.kinds.number import Number
from dossier.model.record import READER_COMMENT
from dossier.text.spans import Bounds
from dossier.text.whitespace import collapse_whitespace


def draft_numbers(reading: SourceReading) -> Iterator[Draft]:
    """Yield a draft of each figure, with its unit and the noun that it counts."""
    if not reading.detectors:
        return
    content, nouns = reading.text.content, reading.detectors.draft_words
    open_figures = reading.open_mentions.get("quantity", [])
    for mention in reading.detectors.find_quantities(content):
        if Bounds(mention.start, mention.end) not in open_figures or mention.ordinal:
            continue
        sentence = reading.sentence_of(mention)
        fields = quantity_fields(mention.quantity)
        noun = nouns.counted_noun(content, mention) if nouns and not mention.quantity.unit else None
        if noun:
            fields["unit"] = noun
        if mention.quantity.qualifier == "vague" or _has_other_figure(reading, sentence):
            fields["words"] = collapse_whitespace(mention.text)
        selection = reading.selection_of(sentence)
        fields["status"] = READER_COMMENT if selection.in_comments else "reported"
        id = free_id(slug(f"{fields.get('unit', 'figure')} {mention.text}"), reading.used[Number])
        words, unit = collapse_whitespace(mention.text), str(fields.get("unit", "unit to enter"))
        via, counter, comments = reading.attribution_of(mention, sentence)
        fields |= {"counted_by": counter} if counter else {}
        yield reading.draft(Number, id, selection, fields, words, [unit], via, comments)


def _has_other_figure(reading: SourceReading, sentence: Bounds) -> bool:
    assert reading.detectors
    text = reading.text.content[sentence.start : sentence.end]
    return len([other for other in reading.detectors.find_quantities(text) if not other.ordinal]) > 1
