"""The entries of the search: each page with the words it is found by.

A page is found by its own record's words and passages, not by those of other records that it lists.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import chain
from typing import Any
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
from dossier.model.terms import kind_title
from dossier.render.assets import js_list_file
from dossier.text.interface import gettext as _

PATH = "search/entries.js"
RECORD_BOOST, SOURCE_BOOST, TEXT_BOOST = 4, 1.5, 0.25
"""Records rank before their sources, and sources before texts."""
TAG = re.compile(r"<[^>]+>")
SPACE = r"[^\S\xa0\u2007\u2009\u202f]"
"""White space but that within figures, such as `10 000`."""
RUN = re.compile(rf"[^\S \xa0\u2007\u2009\u202f]{SPACE}*| {SPACE}+")
"""A run of it that is not already one space."""


def search_entry(graph: Graph, record: Record) -> SearchEntry:
    """Return a record's entry: its date, its prose as plain text, the words of a quote and its passages."""
    texts = [f"{format_edtf(record.main_date)}:"] if record.main_date else []
    texts.extend(graph.plain_text(text) for _, _, text in record.prose_fields)
    if isinstance(record, Quote):
        texts.extend(record.words)
    texts.extend(citation.passage.exact for citation in graph.citations_of(record))
    names = tuple(dict.fromkeys(name for name in _other_names(record) if name != record.label))
    boost = SOURCE_BOOST if isinstance(record, Source) else RECORD_BOOST
    return SearchEntry(kind_title(record), record.label, " ".join(dict.fromkeys(texts)), names, boost)


def withdrawn_entry(graph: Graph, record: Record) -> SearchEntry:
    """Return the entry of a withdrawn record: its label and the reason, but none of its words."""
    why = graph.plain_text(record.withdrawn.why) if record.withdrawn else ""
    return SearchEntry(_("Withdrawn"), record.label, why, boost=TEXT_BOOST)


def text_entry(source: Source, text: str, part: int = 1, parts: int = 1) -> SearchEntry:
    """Return the entry of a part of a source's text, of which `text` is what its rights allow to show."""
    return SearchEntry(_("Text"), text_page_title(source, part, parts), text, boost=TEXT_BOOST)


def text_page_title(source: Source, part: int = 1, parts: int = 1) -> str:
    """Return the title of the page of a source's text, or of one of its parts."""
    if parts == 1:
        return _("The text of “%(title)s”", title=source.label)
    return _("The text of “%(title)s”, part %(part)s of %(parts)s", title=source.label, part=part, parts=parts)


def search_index(outputs: Iterable[OutputFile], pages: Iterable[Mapping[str, str]]) -> OutputFile:
    """Return the script with every entry: its address, then the fields of `SearchEntry`.

    The entries of the outputs come first, then `pages`, the sections of hand-written pages as Material indexes them:
    `location`, and `title` and `text` as HTML.
    """
    return OutputFile(PATH, lambda: js_list_file("entries", _rows(outputs, pages)))


def _rows(outputs: Iterable[OutputFile], pages: Iterable[Mapping[str, str]]) -> Iterator[tuple[Any, ...]]:
    generated = ((page_url(output.path), output.search_entry()) for output in outputs if output.search_entry)
    written = (
        (page["location"], SearchEntry(_("Page"), _as_text(page["title"]), _as_text(page["text"]))) for page in pages
    )
    for url, entry in chain(generated, written):
        yield (url, *entry._replace(text=_normalize(entry.text)))


def _other_names(record: Record) -> Iterator[str]:
    """Yield what a record is called besides its label: aliases, a short title, a figure in words and in digits."""
    if isinstance(record, Actor | Place):
        yield from record.aliases
    elif isinstance(record, Source):
        yield record.short_label
    elif isinstance(record, Number):
        if record.words:
            yield record.words
        if record.value is not None:
            yield format(record.value, "f")
        yield record.figure


def _normalize(text: str) -> str:
    """Return a text on one line with composed accents (Unicode's form NFC)."""
    composed = normalize("NFC", text)
    is_one_line = composed.isprintable() and "  " not in composed  # Of all white space, only the space is printable.
    return (composed if is_one_line else RUN.sub(" ", composed)).strip()


def _as_text(html: str) -> str:
    return unescape(TAG.sub(" ", html))
