"""Citation formats: how to cite a record's page in plain words, BibTeX and CSL-JSON, and the HTML that shows it."""

from collections.abc import Iterator
from typing import NamedTuple

from dossier.edtf.format import format_day, format_edtf
from dossier.export.bibliography_bib import bibtex_entry
from dossier.export.bibliography_csl import csl_item
from dossier.export.credits import author_names, doi_url
from dossier.graph import Graph
from dossier.graph.urls import data_path, page_path, page_url, relative_url
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.locator import bibtex_place, csl_locator, describe_locators
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.render.diagrams import record_diagrams
from dossier.render.frames import embed_snippet, record_frame
from dossier.render.markdown import Markdown, escape_lines
from dossier.render.source_reference import describe_source
from dossier.text import bibtex
from dossier.text.bibtex import percent_encode
from dossier.text.interface import format_list
from dossier.text.interface import gettext as _
from dossier.text.serialize import json_line
from dossier.text.whitespace import collapse_whitespace


class CitationFormat(NamedTuple):
    """A format to cite in: its name, and the text to copy, as HTML."""

    name: str
    text: Markdown
    is_for_programs: bool = False


class CitationEntry(NamedTuple):
    """How to cite a record's page: its address, links to it and to its data from the page, and the formats to copy."""

    address: str
    link: str
    data: str
    formats: tuple[CitationFormat, ...]


class Bibliography:
    """The citations of the pages of one publication of a dossier."""

    def __init__(self, graph: Graph, publication: PublishContext) -> None:
        settings, day = graph.dossier.settings, publication.published_on
        names, title = author_names(settings), collapse_whitespace(settings.title)
        self._graph, self._author, self._title = graph, format_list(names), title
        self._root = percent_encode(publication.site_url)
        self._container = _("%(title)s, as of %(day)s", title=title, day=format_day(day)) if day else title
        author = " and ".join(map(bibtex.protect, names))
        self._bibtex = {"author": f"{{{author}}}" if len(names) > 1 else author}
        self._bibtex["howpublished"] = bibtex.escape_bibtex(title)
        self._csl: dict[str, object] = {
            "type": "webpage",
            "author": [{"literal": name} for name in names],
            "container-title": title,
            "language": settings.language,
        }
        if settings.authors:
            organization = collapse_whitespace(settings.organization)
            self._bibtex["organization"] = bibtex.protect(organization)
            self._csl["publisher"] = organization
        licence = settings.licence_terms.name if settings.licence_terms else None
        if note := ". ".join(filter(None, (doi_url(settings), licence))):
            self._bibtex["note"] = bibtex.protect(note)
            self._csl["note"] = note
            self._container = f"{self._container}. {note}"
        if day:
            self._bibtex |= bibtex.date_fields(day)
            self._csl["issued"] = {"date-parts": [[day.year, day.month, day.day]]}

    def entry(self, record: Record) -> CitationEntry:
        """Return how to cite the page of a record; a quote can also be cited with its sources."""
        address = self._root + page_url(page_path(record))
        title = collapse_whitespace(record.label)
        formats = [
            CitationFormat(_("Plain text"), escape_lines(self._plain_text(title, address))),
            CitationFormat("BibTeX", escape_lines(self._bibtex_entry(record.key, title, address)), True),
            CitationFormat("CSL-JSON", escape_lines(self._csl_entry(record.key, title, address)), True),
        ]
        if isinstance(record, Quote):
            lines = "\n".join(self._quote_lines(record, address))
            formats.insert(0, CitationFormat(_("Quote with its source"), escape_lines(lines)))
            formats += self._places(record)
        if self._root:
            snippet = escape_lines(embed_snippet(self._root, record_frame(record)))
            formats.append(CitationFormat(_("HTML to show this on another site"), snippet, True))
            formats += self._diagrams(record)
        link = address if self._root else address.rpartition("/")[2]
        return CitationEntry(address, link, relative_url(data_path(record), page_path(record)), tuple(formats))

    def _diagrams(self, record: Record) -> Iterator[CitationFormat]:
        """Yield the HTML to show each diagram of the page on another site."""
        for diagram in record_diagrams(self._graph, record):
            frame = diagram.frame(self._graph, record)
            name = _("HTML to show this diagram on another site: %(diagram)s", diagram=_(diagram.label))
            yield CitationFormat(name, escape_lines(embed_snippet(self._root, frame)), True)

    def _places(self, quote: Quote) -> Iterator[CitationFormat]:
        """Yield how to cite the sources of a quote at the pages or times where its words are, if they are known."""
        items, entries = [], []
        for citation in self._graph.citations_of(quote):
            source = self._graph.dossier.by_key[f"source:{citation.passage.source}"]
            locators = self._graph.locators_of(citation)
            if locators and isinstance(source, Source):
                data = csl_item(self._graph, source)
                items.append({"id": source.id, "itemData": data, **csl_locator(locators)})
                entries.append(bibtex_entry(self._graph, source, bibtex_place(locators)))
        if items:
            lines = ",\n".join(f"  {json_line(item)}" for item in items)
            csl = f'{{"citationID": {json_line(quote.key)}, "citationItems": [\n{lines}\n]}}'
            yield CitationFormat(_("BibTeX of the source"), escape_lines("\n".join(entries).rstrip()), True)
            yield CitationFormat(_("CSL citation of the source"), escape_lines(csl), True)

    def _plain_text(self, title: str, address: str) -> str:
        return _(
            "%(author)s: %(title)s In: %(container)s %(address)s",
            author=self._author,
            title=_with_full_stop(title),
            container=_with_full_stop(self._container),
            address=address,
        )

    def _bibtex_entry(self, key: str, title: str, address: str) -> str:
        fields = {"title": bibtex.protect(title), "url": bibtex.verbatim(address), **self._bibtex}
        return f"@misc{{{key},\n{bibtex.bibtex_fields(fields)}}}"

    def _csl_entry(self, key: str, title: str, address: str) -> str:
        fields = {"id": key, "title": title, "URL": address, **self._csl}
        lines = ",\n".join(f"  {json_line(name)}: {json_line(value)}" for name, value in fields.items())
        return f"[{{\n{lines}\n}}]"

    def _quote_lines(self, quote: Quote, address: str) -> Iterator[str]:
        """Yield the words of a quote, its speaker and date, its sources, and its page in this dossier."""
        by_key = self._graph.dossier.by_key
        yield collapse_whitespace(quote.list_label)
        speaker = by_key.get(f"actor:{quote.speaker}")
        said = [speaker.label if speaker else "", format_edtf(quote.said.date) if quote.said else ""]
        if any(said):
            yield collapse_whitespace(", ".join(filter(None, said)))
        places: dict[str, list[str]] = {}
        for citation in self._graph.citations_of(quote):
            place = describe_locators(self._graph.locators_of(citation))
            places.setdefault(citation.passage.source, []).append(place)
        for source_id, found in places.items():
            source = by_key[f"source:{source_id}"]
            if isinstance(source, Source):
                yield ", ".join(filter(None, (describe_source(self._graph, source), *dict.fromkeys(found))))
        yield f"{self._title}: {address}"


def _with_full_stop(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."
