"""What a search finds a page by: a record's own words and those it rests on, not what else its page lists."""

from generator.link import Graph
from generator.link.prose import as_read
from generator.model.base import Evidence, Prose
from generator.model.output import SearchEntry
from generator.model.quote import Quote
from generator.model.record import Record
from generator.model.source import Source

RECORD_BOOST, SOURCE_BOOST, TEXT_BOOST = 4, 1.5, 0.25
"""A search leads to the record first, then to its sources, to their texts last."""
TOLD = (Prose, Evidence)


def record_entry(graph: Graph, record: Record) -> SearchEntry:
    """A record: its prose without marks, its spellings, the words of a quote, the passages of its source."""
    told = ((mark, text) for _, mark, text in record.leaves if isinstance(mark, TOLD))
    found = [as_read(text, graph.labels) if isinstance(mark, Prose) else text for mark, text in told]
    if isinstance(record, Quote):
        found.extend(record.words)
    found.extend(one.passage.exact for one in graph.citations_of(record))
    boost = SOURCE_BOOST if isinstance(record, Source) else RECORD_BOOST
    return SearchEntry(record.label, " ".join(dict.fromkeys(found)), boost)


def text_entry(source: Source, text: str) -> SearchEntry:
    """A source's text."""
    return SearchEntry(f"The text of “{source.label}”", text, TEXT_BOOST)
