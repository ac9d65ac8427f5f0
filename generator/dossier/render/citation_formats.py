"""How a record's page is cited: in plain words, as BibTeX and as CSL-JSON; and how a source is named in words."""

from collections.abc import Iterator, Mapping
from json import JSONEncoder
from typing import NamedTuple

from dossier.edtf.format import day_in_words, in_words
from dossier.graph import Graph
from dossier.graph.urls import page_of, url_of
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.publish_context import Edition
from dossier.model.record import Record
from dossier.render.markdown import Markdown, html
from dossier.text import bibtex
from dossier.text.bibtex import encoded, one_line

_json = JSONEncoder(ensure_ascii=False).encode


class Form(NamedTuple):
    """A form in which something is cited: what it is called, and the text to copy, as HTML."""

    name: str
    text: Markdown


class Entry(NamedTuple):
    """A record's page in a bibliography: its address, the link to that from the page, and the forms to copy."""

    address: str
    link: str
    forms: tuple[Form, ...]


class Bibliography:
    """Cites the pages of one edition of a dossier."""

    def __init__(self, graph: Graph, edition: Edition) -> None:
        settings, day = graph.dossier.settings, edition.day
        author, title = one_line(settings.organization), one_line(settings.title)
        self._graph, self._author, self._title = graph, author, title
        self._root = encoded(edition.address)
        self._whole = f"{title}, as of {day_in_words(day)}" if day else title
        shared = {"author": bibtex.name(author), "howpublished": bibtex.text(title)}
        # What all entries share is made HTML once.
        self._shared_bibtex = html(bibtex.fields(shared | (bibtex.on(day) if day else {})) + "}")
        written = {"type": "webpage", "author": [{"literal": author}], "container-title": title}
        issued = {"issued": {"date-parts": [[day.year, day.month, day.day]]}} if day else {}
        self._shared_csl = html(_csl({**written, "language": settings.language, **issued}) + "\n}]")

    def entry(self, record: Record) -> Entry:
        """How the page of a record is cited."""
        address, title = self._root + url_of(page_of(record)), one_line(record.label)
        fields = bibtex.fields({"title": bibtex.name(title), "url": bibtex.verbatim(address)})
        named = _csl({"id": record.key, "title": title, "URL": address})
        forms = [
            Form("In words", html(f"{self._author}: {_stopped(title)} In: {_stopped(self._whole)} {address}")),
            Form("BibTeX", Markdown(html(f"@misc{{{record.key},\n{fields}") + self._shared_bibtex)),
            Form("CSL-JSON", Markdown(html(f"[{{\n{named},\n") + self._shared_csl)),
        ]
        if isinstance(record, Quote):
            forms.insert(0, Form("The quote with its source", html("\n".join(self._words(record, address)))))
        return Entry(address, address if self._root else address.rpartition("/")[2], tuple(forms))

    def _words(self, quote: Quote, address: str) -> Iterator[str]:
        """The words of a quote; who said them, when; the documents they stand in; where they are recorded."""
        by_key = self._graph.dossier.by_key
        speaker = by_key.get(f"actor:{quote.speaker}")
        yield one_line(quote.listed)
        said = (speaker and speaker.label, quote.said and in_words(quote.said.date))
        if any(said):
            yield one_line(", ".join(part for part in said if part))
        sources = dict.fromkeys(one.passage.source for one in self._graph.citations_of(quote))
        for source in (by_key[f"source:{one}"] for one in sources):
            if isinstance(source, Source):
                yield source_in_words(self._graph, source)
        yield f"{self._title}: {address}"


def source_in_words(graph: Graph, source: Source) -> str:
    """A source as one names it: its title, who published it, when, its own address."""
    publisher = graph.dossier.by_key.get(f"actor:{source.publisher}")
    published = in_words(source.published.date) if source.published else "undated"
    parts = (source.title, publisher and publisher.label, published, source.url)
    return one_line(", ".join(part for part in parts if part))


def _csl(fields: Mapping[str, object]) -> str:
    return ",\n".join(f"  {_json(name)}: {_json(value)}" for name, value in fields.items())


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."
