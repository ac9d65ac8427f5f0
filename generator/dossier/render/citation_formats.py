"""How a record's page is cited: in plain words, as BibTeX and as CSL-JSON; and how a source is named in words."""

from collections.abc import Iterator, Mapping
from json import JSONEncoder
from typing import NamedTuple

from dossier.edtf.format import format_day, format_edtf
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.render.markdown import Markdown, html
from dossier.text import bibtex
from dossier.text.bibtex import percent_encode
from dossier.text.whitespace import collapse_whitespace

_json = JSONEncoder(ensure_ascii=False).encode


class CitationFormat(NamedTuple):
    """A form in which something is cited: what it is called, and the text to copy, as HTML."""

    name: str
    text: Markdown


class CitationEntry(NamedTuple):
    """A record's page in a bibliography: its address, the link to that from the page, and the forms to copy."""

    address: str
    link: str
    forms: tuple[CitationFormat, ...]


class Bibliography:
    """Cites the pages of one publication of a dossier."""

    def __init__(self, graph: Graph, publication: PublishContext) -> None:
        settings, day = graph.dossier.settings, publication.published_on
        author, title = collapse_whitespace(settings.organization), collapse_whitespace(settings.title)
        self._graph, self._author, self._title = graph, author, title
        self._root = percent_encode(publication.site_url)
        self._whole = f"{title}, as of {format_day(day)}" if day else title
        shared = {"author": bibtex.protect(author), "howpublished": bibtex.escape_bibtex(title)}
        # What all entries share is made HTML once.
        self._shared_bibtex = html(bibtex.bibtex_fields(shared | (bibtex.date_fields(day) if day else {})) + "}")
        written = {"type": "webpage", "author": [{"literal": author}], "container-title": title}
        issued = {"issued": {"date-parts": [[day.year, day.month, day.day]]}} if day else {}
        self._shared_csl = html(_csl({**written, "language": settings.language, **issued}) + "\n}]")

    def entry(self, record: Record) -> CitationEntry:
        """How the page of a record is cited."""
        address, title = self._root + page_url(page_path(record)), collapse_whitespace(record.label)
        fields = bibtex.bibtex_fields({"title": bibtex.protect(title), "url": bibtex.verbatim(address)})
        named = _csl({"id": record.key, "title": title, "URL": address})
        forms = [
            CitationFormat(
                "In words", html(f"{self._author}: {_stopped(title)} In: {_stopped(self._whole)} {address}")
            ),
            CitationFormat("BibTeX", Markdown(html(f"@misc{{{record.key},\n{fields}") + self._shared_bibtex)),
            CitationFormat("CSL-JSON", Markdown(html(f"[{{\n{named},\n") + self._shared_csl)),
        ]
        if isinstance(record, Quote):
            forms.insert(0, CitationFormat("The quote with its source", html("\n".join(self._words(record, address)))))
        return CitationEntry(address, address if self._root else address.rpartition("/")[2], tuple(forms))

    def _words(self, quote: Quote, address: str) -> Iterator[str]:
        """The words of a quote; who said them, when; the documents they stand in; where they are recorded."""
        by_key = self._graph.dossier.by_key
        speaker = by_key.get(f"actor:{quote.speaker}")
        yield collapse_whitespace(quote.list_label)
        said = (speaker and speaker.label, quote.said and format_edtf(quote.said.date))
        if any(said):
            yield collapse_whitespace(", ".join(part for part in said if part))
        sources = dict.fromkeys(one.passage.source for one in self._graph.citations_of(quote))
        for source in (by_key[f"source:{one}"] for one in sources):
            if isinstance(source, Source):
                yield describe_source(self._graph, source)
        yield f"{self._title}: {address}"


def describe_source(graph: Graph, source: Source) -> str:
    """A source as one names it: its title, who published it, when, its own address."""
    publisher = graph.dossier.by_key.get(f"actor:{source.publisher}")
    published = format_edtf(source.published.date) if source.published else "undated"
    parts = (source.title, publisher and publisher.label, published, source.url)
    return collapse_whitespace(", ".join(part for part in parts if part))


def _csl(fields: Mapping[str, object]) -> str:
    return ",\n".join(f"  {_json(name)}: {_json(value)}" for name, value in fields.items())


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."
