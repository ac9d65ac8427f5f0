"""Drafts of the figures of a source: with what each counts, its bounds, and who counted."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from dossier.check.rules.status_mismatch import words_ahead
from dossier.detect.draft_words import Counted
from dossier.detect.languages import recorded_quantity
from dossier.detect.quantity_mentions import QuantityMention, quantities_match
from dossier.editor.draft_ids import free_id, main_words, slug
from dossier.editor.draft_links import DraftLinks
from dossier.editor.draft_prose import propose_summary
from dossier.editor.extract_fields import Fields, quantity_fields
from dossier.editor.source_reading import Draft, SourceReading
from dossier.editor.yaml.nodes import YamlValue
from dossier.model.citation import Citation
from dossier.model.kinds.number import Number
from dossier.model.record import READER_COMMENT
from dossier.model.units import TIME_UNITS
from dossier.text.spans import Bounds, spans_overlap
from dossier.text.whitespace import collapse_whitespace

_MAX_ID_WORDS = 9
_AMOUNTS = ("hundred", "thousand", "million", "billion", "trillion")


def draft_numbers(reading: SourceReading) -> Iterator[Draft]:
    """Yield a draft of each figure, with the noun that it counts.

    Not again of one that an editor has corrected.
    """
    if not reading.detectors:
        return
    content = reading.text.content
    open_figures = reading.open_mentions.get("quantity", [])
    mentions = [mention for mention in reading.detectors.find_quantities(content) if not mention.ordinal]
    corrected, links = _find_corrected_numbers(reading, mentions), DraftLinks(reading)
    for mention in mentions:
        if Bounds(mention.start, mention.end) not in open_figures:
            continue
        sentence, words = reading.sentence_of(mention), collapse_whitespace(mention.text)
        if other := next((citation for citation in corrected if _is_of(citation, sentence, words)), None):
            corrected.remove(other)
            continue
        fields = quantity_fields(mention.quantity)
        counted = _read_counted(reading, mention, sentence, mentions)
        fields |= {"unit": counted.noun} if counted.noun else {}
        fields |= {"unit_basis": counted.basis} if counted.basis else {}
        if mention.quantity.qualifier == "vague" or _has_other_figure(mentions, sentence):
            fields["words"] = words
        selection = reading.selection_of(reading.passage_of_figure(mention, mentions))
        fields["status"] = READER_COMMENT if selection.in_comments else _status(reading, mention, sentence)
        summary = None if selection.in_comments else propose_summary(reading, sentence, mention)
        fields |= {"summary": summary} if summary else {}
        id = free_id(_id_of(reading, mention, sentence, counted), reading.used[Number])
        unit = str(fields.get("unit", "unit to enter"))
        via, counter, comments = reading.attribution_of(mention, sentence)
        fields |= {"counted_by": counter} if counter else {}
        where, as_of = links.place_of(mention, sentence), links.as_of(mention, sentence)
        is_time = mention.quantity.unit in TIME_UNITS  # "Jailed for three years": of a day only in its own clause.
        event = links.event_of(mention, sentence, in_clause=is_time)
        about = [key for key in (event, links.quote_of(mention)) if key]
        if counted.phrase and reading.is_doubted(mention, sentence):
            counted, where = counted._replace(phrase=None), None  # "It is not true that 5,000 savers lost money."
        measure: Fields = {"what": counted.phrase} if counted.phrase else {}
        measure |= {"where": where} if where else {}
        fields |= {"measure": measure} if measure else {}
        fields |= {"as_of": as_of} if as_of else {}
        fields |= {"about": list[YamlValue](about)} if about else {}
        comments = [*comments, *reading.unread_status]
        day = str(as_of["date"]) if as_of else None
        found = [unit, *(value for value in (counter, day, where) if value)]
        yield reading.draft(Number, id, selection, fields, words, found, via, comments)


def _read_counted(
    reading: SourceReading, mention: QuantityMention, sentence: Bounds, mentions: Sequence[QuantityMention]
) -> Counted:
    """Return what a figure counts; only its noun where the dossier is in another language than the text."""
    words, content = reading.detectors.draft_words if reading.detectors else None, reading.text.content
    if not words:
        return Counted()
    if words.read_counted and reading.is_in_own_language:
        return words.read_counted(content, mention, sentence, mentions)
    return Counted(None if mention.quantity.unit else words.counted_noun(content, mention))


def _id_of(reading: SourceReading, mention: QuantityMention, sentence: Bounds, counted: Counted) -> str:
    """Return an id: what is counted in up to three words, and the figure in digits: `people-rescued-30000`."""
    words, content = reading.detectors.draft_words if reading.detectors else None, reading.text.content
    small = words.small_words if words else frozenset[str]()
    named = (counted.phrase or counted.noun or "").split()
    what = " ".join(takewhile(lambda word: word.casefold() not in small, named))
    quantity = mention.quantity
    if not what and not quantity.unit:
        around = content[mention.end : sentence.end].split() + content[sentence.start : mention.start].split()[::-1]
        what = next(iter(main_words(" ".join(around), small)), "")
    figures = [figure for figure in (quantity.value, quantity.low, quantity.high) if figure is not None]
    shown = " to ".join(map(_digits, figures)) or mention.text
    last = re.split(r"[\s-]", mention.text)[-1]
    is_unit = last.isalpha() and figures and last.casefold().rstrip("s") not in _AMOUNTS
    unit = (last if is_unit else quantity.unit) if quantity.unit else ""
    return slug(" ".join([*main_words(what, small)[:3], shown, unit]), _MAX_ID_WORDS)


def _digits(figure: Decimal) -> str:
    """Return a figure in digits, with "million" and "billion" in words: `7000`, `1-1-trillion`."""
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if figure >= size and figure % (size // 1000) == 0:
            return f"{format((figure / size).normalize(), 'f')} {name}"
    return format(figure.normalize(), "f")


def _find_corrected_numbers(reading: SourceReading, mentions: Sequence[QuantityMention]) -> list[Citation]:
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
    plans = reading.detectors.plans if reading.detectors else None
    if mention.quantity.unit in TIME_UNITS or not (plans or reading.reads_status):
        return "reported"
    text = reading.text.content[sentence.start : sentence.end]
    if plans:
        ahead = plans.words_ahead(text, Bounds(mention.start - sentence.start, mention.end - sentence.start))
        is_pledged = plans.pledged.match(ahead) is not None
    else:
        ahead = words_ahead(text, mention.quantity)
        words = reading.detectors.draft_words if reading.detectors else None
        is_pledged = words is not None and words.pledged.match(ahead) is not None
    return "reported" if not ahead else "pledged" if is_pledged else "forecast"


def _has_other_figure(mentions: Sequence[QuantityMention], sentence: Bounds) -> bool:
    return sum(spans_overlap(mention, sentence) for mention in mentions) > 1
