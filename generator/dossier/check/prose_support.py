"""What the evidence of a statement does not support: its figures, dates, quoted words and names."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dossier.check.dated_values import iter_dates
from dossier.check.prose import ProseItem, prose_texts
from dossier.detect.dates import DateMention, find_dates
from dossier.detect.named_entities import find_names
from dossier.detect.quantities import QuantityMention, find_quantities, find_unread_digits, quantities_match
from dossier.detect.quotations import find_quotations
from dossier.detect.relative_dates import resolve_relative_date
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.match import ascii_punctuation
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.source import Source
from dossier.model.quantity import Quantity
from dossier.model.record import Record
from dossier.text.whitespace import collapse_whitespace

DIGIT = re.compile("[0-9]")
OPENING_MARKS = '"“«'
EDGE_PUNCTUATION = " .,;:!?…"


def unsupported_figures(graph: Graph, prose: ProseItem) -> Iterator[str]:
    """Yield the figures in digits that are neither in the evidence nor those of a linked number.

    Digits that are not understood, such as "10.000", must be in the evidence in the same form.
    """
    mentions = [mention for mention in find_quantities(prose.text) if DIGIT.search(mention.text)]
    supported = _supported_quantities(graph, prose) if mentions else []
    for mention in mentions:
        if not any(_figures_agree(evidence, mention) for evidence in supported):
            yield mention.text
    unread = [prose.text[bounds.start : bounds.end] for bounds in find_unread_digits(prose.text)]
    texts = prose_texts(graph, prose) if unread else []
    for words in unread:
        if not any(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) for text in texts):
            yield words


class Figure(NamedTuple):
    """A quantity in the evidence, and a second way to read it where the text leaves two."""

    quantity: Quantity
    other: Quantity | None = None


def _figures_agree(evidence: Figure, mention: QuantityMention) -> bool:
    """Return whether a statement's figure is one that the evidence gives; "30m" agrees only with "30m"."""
    if evidence.other is not None:
        return (evidence.quantity, evidence.other) == (mention.quantity, mention.other)
    return evidence.quantity == mention.quantity or quantities_match(evidence.quantity, mention)


def _supported_quantities(graph: Graph, prose: ProseItem) -> list[Figure]:
    figures = [Figure(record.quantity) for record in prose.linked if isinstance(record, Number)]
    for text in prose_texts(graph, prose):
        for mention in find_quantities(text):
            is_ambiguous = mention.other is not None and mention.of is None
            figures.append(Figure(mention.quantity, mention.other if is_ambiguous else None))
            if mention.of is not None:
                figures.append(Figure(Quantity("exactly", mention.of)))
            if mention.other is not None and not is_ambiguous:
                figures.append(Figure(mention.other))
    return figures


def unsupported_dates(graph: Graph, prose: ProseItem) -> Iterator[str]:
    """Yield the dates in figures that are neither in the evidence nor dates of the record, its sources or links."""
    mentions = [mention for mention in find_dates(prose.text) if DIGIT.search(mention.text)]
    if not mentions:
        return
    dates = _supporting_dates(graph, prose)
    written = [evidence for text in prose_texts(graph, prose) for evidence in find_dates(text)]
    for mention in mentions:
        if not _is_one_of(mention, dates) and not any(_gives_same_day(evidence, mention) for evidence in written):
            yield mention.text


def _supporting_dates(graph: Graph, prose: ProseItem) -> list[Edtf]:
    """Return the dates of the statement's record, of the records it links, and of the sources of its passages."""
    linked = (citation for record in prose.linked for citation in graph.evidence_of(record))
    keys = {prose.statement.item.key, *(record.key for record in prose.linked)}
    keys |= {f"source:{citation.passage.source}" for citation in (*prose.citations, *linked)}
    return [dated.date for dated in iter_dates(graph) if dated.record.key in keys]


def _is_one_of(mention: DateMention, dates: list[Edtf]) -> bool:
    """Return whether the mention can mean one of the dates."""
    for date in dates:
        meant = resolve_relative_date(mention.text, date)
        if meant is not None and meant.overlaps(date):
            return True
    return False


def _gives_same_day(evidence: DateMention, mention: DateMention) -> bool:
    """Return whether a passage gives the same day or month; it may leave the year to the record's `basis`."""
    has_fitting_year = evidence.year is None or evidence.year == mention.year
    return has_fitting_year and (evidence.month, evidence.day) == (mention.month, mention.day)


def unsupported_quotations(graph: Graph, prose: ProseItem) -> Iterator[str]:
    """Yield the words in quotation marks that are not in the evidence, ignoring case and kinds of quotation marks."""
    quotations = find_quotations(prose.text)
    texts = [_simplify(text) for text in prose_texts(graph, prose)] if quotations else []
    for quotation in quotations:
        words = prose.text[quotation.inner_start : quotation.inner_end]
        if not any(_simplify(words).strip(EDGE_PUNCTUATION) in text for text in texts):
            yield words


def _simplify(text: str) -> str:
    return ascii_punctuation(collapse_whitespace(text)).casefold()


def unsupported_names(graph: Graph, prose: ProseItem) -> Iterator[str]:
    """Yield the names that neither the evidence has, nor the statement's record or one that this refers to.

    The names of the sources read in full, and of their publishers, are always supported: an absence is about them.
    """
    names = [mention.text for mention in find_names(prose.text)]
    known = _known_names(graph, prose) if names else ""
    for name in names:
        if re.search(rf"(?<!\w){re.escape(_simplify(name))}(?!\w)", known) is None:
            yield name


def _known_names(graph: Graph, prose: ProseItem) -> str:
    """Return the texts and names in which a statement's names may occur, one per line, simplified."""
    item, by_key = prose.statement.item, graph.dossier.by_key
    parties = (party for citation in prose.citations for party in (citation.passage.source, *citation.passage.via))
    keys = [
        item.key,
        *graph.references_from(item),
        *(source.key for source in graph.readable_sources),
        *(graph.party_key(party) or "" for party in dict.fromkeys(parties)),
    ]
    publishers = (f"actor:{source.publisher}" for source in map(by_key.get, keys) if isinstance(source, Source))
    records = (by_key[key] for key in (*keys, *publishers) if key in by_key)
    names = (name for record in records for name in _names_of(record))
    return "\n".join(map(_simplify, (*prose_texts(graph, prose), *names)))


def _names_of(record: Record) -> Iterator[str]:
    """Yield the names of a record: its labels, and the spellings of an actor or a place."""
    yield from (record.label, record.short_label)
    if isinstance(record, Actor | Place):
        yield from record.aliases
    if isinstance(record, Source):
        yield from record.authors
