"""What a record's data says in words or leaves out on its page, whose readers know schema.org and ISO 8601 alone."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from dossier.edtf.format import format_edtf
from dossier.edtf.iso import iso_date, iso_interval
from dossier.export.schema_org import Data, SchemaOrg
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url, passage_anchor, text_page_path
from dossier.model.citation import Citation
from dossier.model.docs import ExportDoc
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place
from dossier.model.kinds.source import Source
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.render.pages import PAGES
from dossier.render.record_context import distinct
from dossier.render.search import title_of_text
from dossier.text.bibtex import percent_encode

POINT = "A point within a place known as {}; set by the editor, not by a source."


def hedge(record: Record, page: Data) -> Data:
    """The data of a record's page with its status, its date and its place no more exact than they are told."""
    told = {name: value for name, value in page.items() if name != "temporalCoverage"}
    if days := _days(record):
        told["temporalCoverage"] = days
    thing = dict(page["mainEntity"])
    if how := _how(record):
        thing["disambiguatingDescription"] = how
    if isinstance(record, Place):
        thing["additionalProperty"] = {"@type": "PropertyValue", "name": "precision", "value": record.precision}
        if record.located:
            thing["geo"] = thing["geo"] | {"description": POINT.format(record.precision)}
    return told | {"mainEntity": thing}


def _days(record: Record) -> str | None:
    """The days that what a record tells may belong to; when a source appeared is no such thing."""
    return None if isinstance(record, Source) else iso_interval(record.main_date)


def _how(record: Record) -> str:
    """The status or form of what is told; that nobody names an actor; a date that only words can give."""
    told = [getattr(record, "status", None), getattr(record, "form", None)]
    if isinstance(record, Actor) and record.unnamed:
        told.append("not named by the sources")
    if record.main_date and not iso_date(record.main_date):
        told.append(f"date: {format_edtf(record.main_date)}")
    return "; ".join(filter(None, told))


CONTEXT = "https://schema.org"
HOME, DATA, HANDBOOK = "index.md", "data.md", "handbook/"
WHOLE = frozenset(page.path for page in PAGES)
ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&"}
"""What could end the element that the data stands in."""

_encode = json.JSONEncoder(separators=(",", ":")).encode


class JsonLd:
    """The linked data of one edition's pages. Without an address of the site, addresses start from the page."""

    def __init__(self, graph: Graph, publication: PublishContext, exports: Sequence[ExportDoc] = ()) -> None:
        """`exports` are the data files that the page of the data tells of."""
        self._graph, self._whole, self._exports = graph, SchemaOrg(graph, percent_encode(publication.site_url)), exports
        self._records = {page_path(record): record for record in graph.visible}
        self._texts = {text_page_path(source.id): source for source in graph.readable_sources}
        self._told = SchemaOrg(graph, percent_encode(publication.site_url) or "../")
        self._day = {"dateModified": publication.published_on.isoformat()} if publication.published_on else {}
        self._by_id = {self._told.id(record): record for record in graph.visible}
        self._named = cache(lambda id: self._told.summary_node(self._by_id[id]))

    def for_page(self, path: str) -> str:
        """What the page at `path` tells of itself; nothing for one that is not made, and for a notice."""
        if path in self._records:
            return self._of_record(self._records[path])
        if path in self._texts:
            return self._of_text(path, self._texts[path])
        return self._of_whole(path) if path in WHOLE or path.startswith(HANDBOOK) else ""

    def _of_record(self, record: Record) -> str:
        """A record's page: what it is about, and the passages on it."""
        evidence = distinct(one for one in self._graph.evidence_of(record) if one.is_found)
        page = hedge(record, self._told.page(record))
        return self._page(page | {"citation": [self._passage(one) for one in evidence]})

    def _of_text(self, path: str, source: Source) -> str:
        """A text's page, which is about its source."""
        page = {"@id": self._told.root + page_url(path), "@type": "WebPage", "name": title_of_text(source)}
        return self._page(page | {"about": self._told.ref(source.key)})

    def _of_whole(self, path: str) -> str:
        """A page of the whole dossier: the site for the first, the data as a set for that of the data."""
        told = SchemaOrg(self._graph, self._whole.root or "../" * path.count("/"))
        page: Data = {"@id": told.root + page_url(path), "@type": "CollectionPage"}
        if path == HOME:
            return _script([told.site() | self._day])
        if path == DATA:
            page |= {"@type": "WebPage", "mainEntity": self._data(told)}
        return _script([page | self._day | {"isPartOf": {"@id": told.site()["@id"]}}, told.site()])

    def _page(self, page: Data) -> str:
        """A page of a record or a text with the site and, by name, the records that it refers to."""
        site = self._told.site()
        page = page | self._day | {"inLanguage": site["inLanguage"], "isPartOf": {"@id": site["@id"]}}
        known = {page.get("mainEntity", {}).get("@id")}
        named = [self._named(id) for id in dict.fromkeys(_refs(page)) if id in self._by_id and id not in known]
        return _script([page, site, *named])

    def _passage(self, citation: Citation) -> Data:
        """A passage as a quotation: its words, where they stand, in which document."""
        source = citation.passage.source
        return {
            "@type": "Quotation",
            "text": self._graph.passage_text(citation),
            "url": f"{self._told.root}{page_url(text_page_path(source))}#{passage_anchor(citation.span)}",
            "isPartOf": self._told.ref(f"source:{source}"),
        }

    def _data(self, told: SchemaOrg) -> Data:
        """The data of the dossier as a set of files."""
        site = told.site()
        files = [
            {
                "@type": "DataDownload",
                "contentUrl": told.root + one.path,
                "description": told.plain_text(one.summary),
                "encodingFormat": one.media_type,
            }
            for one in self._exports
        ]
        shared = {name: site[name] for name in ("name", "description", "inLanguage")}
        return {"@type": "Dataset", **shared, "creator": site["publisher"], "distribution": files}


def _refs(value: Any) -> Iterator[str]:
    """The ids that the data refers to without saying more of them."""
    if isinstance(value, dict):
        if value.keys() == {"@id"}:
            yield value["@id"]
        value = tuple(value.values())
    if isinstance(value, list | tuple):
        for inner in value:
            yield from _refs(inner)


def _script(nodes: list[Data]) -> str:
    """The nodes as text that can stand in any HTML element: all ASCII, nothing in it ends one."""
    return _encode({"@context": CONTEXT, "@graph": nodes}).translate(ESCAPES)
