"""JSON-LD for the head of each page, in the terms of schema.org (JSON-LD 1.1).

A page describes itself and the thing it is about. It links to everything else by identifier, which is the address where
that is described. The texts of its statements and passages are on the page itself; `data/dossier.jsonld` has them as
data. The terms come from `export/schema_org.py`.
"""

import json
from collections.abc import Sequence

from dossier.edtf.format import format_edtf, iso_date, iso_interval
from dossier.export.schema_org import Data, SchemaOrg
from dossier.graph import Graph
from dossier.graph.text_parts import passage_url, text_part_path, text_parts
from dossier.graph.urls import page_path, page_url
from dossier.model.citation import Citation
from dossier.model.docs import ExportDoc
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place
from dossier.model.kinds.source import Source
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.model.terms import term
from dossier.render.evidence import page_evidence
from dossier.render.head import MAX_DESCRIPTION
from dossier.render.pages import PAGES
from dossier.render.search import text_page_title
from dossier.text.bibtex import percent_encode
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop
from dossier.text.wording import truncate

CONTEXT = "https://schema.org"
HOME_PATH, DATA_PATH, HANDBOOK_FOLDER = "index.md", "data.md", "handbook/"
OVERVIEW_PATHS = frozenset(page.path for page in PAGES)
GEO_DESCRIPTION = gettext_noop("A point within a place known as %(size)s; set by the editor, not by a source.")
ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}
"""Characters that could end the element that contains the data."""

_encode = json.JSONEncoder(separators=(",", ":")).encode


def hedge(record: Record, page: Data) -> Data:
    """Return a record page's data with what it leaves open: its status, and how precise its date and place are.

    schema.org's dates are plain ISO 8601, so a date that ISO 8601 cannot express exactly is in words. The rights of a
    source are left out: the page states them.
    """
    hedged = {name: value for name, value in page.items() if name != "temporalCoverage"}
    if interval := None if isinstance(record, Source) else iso_interval(record.main_date):
        hedged["temporalCoverage"] = interval
    entity = {name: value for name, value in page["mainEntity"].items() if name != "copyrightNotice"}
    if caveats := _caveats(record):
        entity["disambiguatingDescription"] = "; ".join(caveats)
    if isinstance(record, Place):
        entity["additionalProperty"] = {"@type": "PropertyValue", "name": "precision", "value": record.precision}
        if record.has_coordinates:
            entity["geo"] = entity["geo"] | {
                "description": _(GEO_DESCRIPTION, size=term(record.precision, "Place.precision"))
            }
    return hedged | {"mainEntity": entity}


def _caveats(record: Record) -> list[str]:
    """Return a record's status or form, whether an actor is unnamed, and a date that only words can express."""
    fields = ((name, getattr(record, name, None)) for name in ("status", "form"))
    caveats = [term(value, f"{type(record).__name__}.{name}") for name, value in fields if value]
    if isinstance(record, Actor) and record.unnamed:
        caveats.append(_("not named by the sources"))
    if record.main_date and not iso_date(record.main_date):
        caveats.append(_("date: %(date)s", date=format_edtf(record.main_date)))
    return caveats


class JsonLd:
    """The JSON-LD of a site's pages. Without a site URL, addresses are relative to each page."""

    def __init__(self, graph: Graph, publication: PublishContext, exports: Sequence[ExportDoc] = ()) -> None:
        """Prepare the JSON-LD of a graph; `exports` are the files that the data page offers."""
        self._graph, self._exports = graph, exports
        self._site_url = percent_encode(publication.site_url)
        self._records = {page_path(record): record for record in graph.visible}
        self._texts = {
            text_part_path(source.id, part): source
            for source in graph.readable_sources
            for part in text_parts(graph, source)
        }
        self._schemas: dict[str, SchemaOrg] = {}
        self._modified = {"dateModified": publication.published_on.isoformat()} if publication.published_on else {}

    def for_page(self, path: str) -> str:
        """Return the JSON-LD of the page at `path`; "" for a withdrawal notice and for pages that are not generated."""
        if path in self._records:
            return self._record_page(self._records[path])
        if path in self._texts:
            return self._text_page(path, self._texts[path])
        if path in OVERVIEW_PATHS or path.startswith(HANDBOOK_FOLDER):
            return self._overview_page(path)
        return ""

    def _record_page(self, record: Record) -> str:
        """Describe a record's page: the entity it is about, its statements and the passages it quotes."""
        schema = self._schema(page_path(record))
        page = hedge(record, schema.page(record))
        page["mainEntity"]["description"] = truncate(page["mainEntity"]["description"], MAX_DESCRIPTION)
        quoted = page_evidence(self._graph, record)
        return self._page_graph(schema, page | {"citation": [self._passage(schema, citation) for citation in quoted]})

    def _text_page(self, path: str, source: Source) -> str:
        """Describe the page of a text, which is about its source."""
        schema, name = self._schema(path), text_page_title(source)
        page = {"@id": schema.url(page_url(path)), "@type": "WebPage", "name": name}
        return self._page_graph(schema, page | {"about": schema.ref(source.key)})

    def _overview_page(self, path: str) -> str:
        """Describe a page about the whole dossier: the home page as the site, the data page as a data set."""
        schema = SchemaOrg(self._graph, self._site_url or "../" * path.count("/"))
        if path == HOME_PATH:
            return _serialize(schema.home_page() | self._modified)
        page: Data = {"@id": schema.url(page_url(path)), "@type": "CollectionPage"}
        if path == DATA_PATH:
            page |= {"@type": "WebPage", "mainEntity": self._dataset(schema)}
        return _serialize(page | self._modified | {"isPartOf": {"@id": schema.site()["@id"]}})

    def _schema(self, path: str) -> SchemaOrg:
        """Return what builds the nodes on a page; without a site URL, addresses are relative to its folder."""
        folder = "" if self._site_url else path[: path.rfind("/") + 1]
        if folder not in self._schemas:
            self._schemas[folder] = SchemaOrg(self._graph, self._site_url or "../", False, folder)
        return self._schemas[folder]

    def _page_graph(self, schema: SchemaOrg, page: Data) -> str:
        """Serialize the page of a record or of a text."""
        site = schema.site()
        return _serialize(page | self._modified | {"inLanguage": site["inLanguage"], "isPartOf": {"@id": site["@id"]}})

    def _passage(self, schema: SchemaOrg, citation: Citation) -> Data:
        """Link to a passage in the text of its source."""
        return {"@id": schema.url(passage_url(self._graph, *citation.place))}

    def _dataset(self, schema: SchemaOrg) -> Data:
        """Describe the data files as a Dataset."""
        site = schema.site()
        files = [
            {
                "@type": "DataDownload",
                "contentUrl": schema.root + export.path,
                "description": schema.plain_text(export.summary),
                "encodingFormat": export.media_type,
            }
            for export in self._exports
        ]
        shared = {name: site[name] for name in ("name", "description", "inLanguage")}
        edition = {"version": day, "dateModified": day} if (day := self._modified.get("dateModified")) else {}
        address = {"url": f"{self._site_url}{page_url(DATA_PATH)}"} if self._site_url else {}
        credit = {"creator": site["publisher"], "publisher": site["publisher"]}
        return {"@type": "Dataset", **shared, **credit, **schema.terms(), **edition, **address, "distribution": files}


def _serialize(page: Data) -> str:
    """Return a page's data as JSON in ASCII that cannot end the HTML element it is put into."""
    return _encode({"@context": CONTEXT, **page}).translate(ESCAPES)
