"""What a search finds a page by: a record's own words and those it rests on, not what else its page lists."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from unicodedata import normalize

from dossier.edtf.format import format_edtf
from dossier.graph import Graph
from dossier.graph.urls import page_url
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile, SearchEntry
from dossier.model.record import Record
from dossier.render.assets import js_data_file

RECORD_BOOST, SOURCE_BOOST, TEXT_BOOST = 4, 1.5, 0.25
"""A search leads to the record first, then to its sources, to their texts last."""
TAG = re.compile(r"<[^>]+>")


def search_entry(graph: Graph, record: Record) -> SearchEntry:
    """A record: its date, its prose without marks, the words of a quote, the passages of its source."""
    found = [f"{format_edtf(record.main_date)}:"] if record.main_date else []
    found.extend(graph.plain_text(text) for _, _, text in record.prose_fields)
    if isinstance(record, Quote):
        found.extend(record.words)
    found.extend(one.passage.exact for one in graph.citations_of(record))
    names = tuple(dict.fromkeys(name for name in _names(record) if name != record.label))
    boost = SOURCE_BOOST if isinstance(record, Source) else RECORD_BOOST
    return SearchEntry(record.heading.removesuffix("s"), record.label, " ".join(dict.fromkeys(found)), names, boost)


def withdrawn_entry(graph: Graph, record: Record) -> SearchEntry:
    """A record that was withdrawn: whoever looks for what it was called finds that, and why, but none of its words."""
    why = graph.plain_text(record.withdrawn.why) if record.withdrawn else ""
    return SearchEntry("Withdrawn", record.label, why, boost=TEXT_BOOST)


def text_entry(source: Source, text: str) -> SearchEntry:
    """A source's text, as much of it as its rights allow to show."""
    return SearchEntry("Text", title_of_text(source), text, boost=TEXT_BOOST)


def title_of_text(source: Source) -> str:
    """What the page of a source's text is called."""
    return f"The text of “{source.label}”"


def search_index_js(outputs: Iterable[OutputFile], pages: Iterable[Mapping[str, str]]) -> str:
    """The script that hands the search every entry: its address, then what `SearchEntry` holds.

    Those of the outputs that have one come first, then `pages`, sections of hand-written pages as Material reads them.
    """
    found = [(page_url(output.path), output.search_entry()) for output in outputs if output.search_entry]
    found.extend((page["location"], SearchEntry("Page", _shown(page["title"]), _shown(page["text"]))) for page in pages)
    rows = [(url, *entry._replace(text=_whole(entry.text))) for url, entry in found]
    return js_data_file("entries", rows)


def _names(record: Record) -> Iterator[str]:
    """What a record is called beside its label: spellings as written, a figure in digits and in words."""
    if isinstance(record, Actor | Place):
        yield from record.aliases
    elif isinstance(record, Source):
        yield record.short_label
    elif isinstance(record, Number):
        yield from (record.words,) if record.words else ()
        yield from (format(record.value, "f"),) if record.value is not None else ()
        yield record.figure


def _whole(text: str) -> str:
    """A text on one line, its accents single characters (Unicode's form NFC)."""
    return " ".join(normalize("NFC", text).split())


def _shown(html: str) -> str:
    """The text that HTML shows."""
    return unescape(TAG.sub(" ", html))
