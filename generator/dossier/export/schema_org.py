"""A record as schema.org data: its page, and the person, event, claim or document that the page is about.

No more is said than schema.org has terms for: a date that is no plain day, month or year, a figure that is only about
right, a stance of one actor to another have none, and are left to the page. An address is that of the page; what the
page is about is named by the address with the record's kind as its anchor, as `actors/cnn.html#actor`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dossier.edtf.iso import iso_date
from dossier.graph.graph import Graph
from dossier.graph.urls import page_path, page_url, text_page_path
from dossier.model.content_item import ContentItem
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.model.revision import Correction, RevisionNote, iter_revisions

Data = dict[str, Any]

_TYPES = {
    "person": "Person",
    "government": "GovernmentOrganization",
    "outlet": "NewsMediaOrganization",
    "news": "NewsArticle",
    "aggregator": "Article",
    "opinion blog": "BlogPosting",
    "blog post": "BlogPosting",
    "report": "Report",
    "city": "City",
    "country": "Country",
}
"""What schema.org calls a kind of actor or source, or a precision of a place, where it has a word of its own for it."""
_BOUNDS = {"exactly": "value", "more than": "minValue", "at least": "minValue", "less than": "maxValue"} | {
    "at most": "maxValue"
}
"""What the value of a number is in schema.org; about right only, it is none."""


@dataclass(frozen=True)
class SchemaOrg:
    """Tells the records of a graph in schema.org's terms. `root` stands before each address: `../`, `https://…/`."""

    graph: Graph
    root: str = ""

    def address(self, record: Record) -> str:
        """The address of a record's page."""
        return self.root + page_url(page_path(record))

    def id(self, record: Record) -> str:
        """What names the thing that a record is about."""
        return f"{self.address(record)}#{record.singular}"

    def site(self) -> Data:
        """The dossier as a whole."""
        settings = self.graph.dossier.settings
        return {
            "@id": f"{self.root}index.html",
            "@type": "WebSite",
            "name": settings.title,
            "description": self.read(settings.description),
            "inLanguage": settings.language,
            "publisher": {"@type": "Organization", "name": settings.organization},
        } | self._corrections(settings)

    def page(self, record: Record) -> Data:
        """A record's page, with what it is about. `temporalCoverage` is its date in EDTF."""
        own = {
            "creativeWorkStatus": record.review,
            "temporalCoverage": record.main_date.text if record.main_date else None,
            "mentions": self.refs(record.about),
            "mainEntity": self.entity(record),
        }
        return self._page(record) | _drop_empty(own)

    def withdrawal_page(self, record: Record) -> Data:
        """The page of a withdrawn record: what it was called, and what became of it, none of its claims."""
        return self._page(record) | {"creativeWorkStatus": "withdrawn"}

    def _page(self, record: Record) -> Data:
        """What the pages of all records tell; `identifier` has the keys it had before too."""
        return {
            "@id": self.address(record),
            "@type": "WebPage",
            "identifier": [record.key, *(f"{record.singular}:{old}" for old in record.formerly)],
            "name": self.graph.labels.get(record.key) or record.label,
            "isPartOf": {"@id": f"{self.root}index.html"},
        } | self._corrections(record)

    def _corrections(self, entry: ContentItem) -> Data:
        return _drop_empty({"correction": [self._correction(one) for _, one in iter_revisions(entry)]})

    def _correction(self, revision: RevisionNote) -> Data:
        was = {"name": revision.what, "description": revision.was} if isinstance(revision, Correction) else {}
        head = {"@type": "CorrectionComment", "datePublished": revision.date.text, "text": self.read(revision.why)}
        return _drop_empty(head | was)

    def entity(self, record: Record) -> Data:
        """What a record is about."""
        head = {"@id": self.id(record), "name": self.graph.labels[record.key], "description": self.read(record.summary)}
        return _drop_empty(head | _KINDS[type(record)](self, record))

    def summary_node(self, record: Record) -> Data:
        """What a record is about by its name, its type and its page alone."""
        thing = self.entity(record)
        return {name: thing[name] for name in ("@id", "@type", "name")} | {"url": self.address(record)}

    def read(self, prose: str) -> str:
        """An editor's prose as it is read."""
        return self.graph.plain_text(prose)

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        return {record.key: self.id(record) for record in self.graph.visible}

    def ref(self, key: str | None) -> Data | None:
        """The thing of the record of this key; None where readers see no such record."""
        name = self._ids.get(key or "")
        return {"@id": name} if name else None

    def refs(self, keys: tuple[str, ...]) -> list[Data]:
        """The things of the records of these keys, each once, in their order."""
        return [ref for key in dict.fromkeys(keys) if (ref := self.ref(key))]

    def documents(self, record: Record) -> list[Data]:
        """The documents that a record's passages stand in."""
        return self.refs(tuple(f"source:{one.passage.source}" for one in self.graph.citations_of(record)))


def _drop_empty(fields: Mapping[str, Any]) -> Data:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value is not None and value != [] and value != ()}


def _actor(told: SchemaOrg, actor: Actor) -> Data:
    return {"@type": _TYPES.get(actor.kind, "Organization"), "alternateName": actor.aliases}


def _source(told: SchemaOrg, source: Source) -> Data:
    return {
        "@type": _TYPES.get(source.kind, "CreativeWork"),
        "alternateName": source.short,
        "genre": source.kind,
        "author": source.authors,
        "publisher": told.ref(source.publisher and f"actor:{source.publisher}"),
        "datePublished": iso_date(source.main_date),
        "url": source.url,
        "isBasedOn": told.refs(tuple(f"source:{one}" for one in source.rests_on)),
        "archivedAt": told.root + page_url(text_page_path(source.id)) if source.has_text else None,
    }


def _event(told: SchemaOrg, event: Event) -> Data:
    parts = [(told.ref(f"actor:{one.actor}"), one.role) for one in event.participants]
    return {
        "@type": "Event",
        "startDate": iso_date(event.date),
        "location": told.ref(event.place and f"place:{event.place}"),
        "about": [{"@type": "Role", "roleName": role, "about": actor} for actor, role in parts if actor],
    }


def _number(told: SchemaOrg, number: Number) -> Data:
    bound = _BOUNDS.get(number.qualifier)
    figures = {"minValue": number.min, "maxValue": number.max} | ({bound: number.value} if bound else {})
    quantity = {name: format(figure, "f") for name, figure in figures.items() if figure is not None}
    head = {"@type": "QuantitativeValue", "name": number.measure.what, "description": number.figure}
    return {
        "@type": "Claim",
        "author": told.ref(number.counted_by and f"actor:{number.counted_by}"),
        "spatialCoverage": told.ref(number.measure.where and f"place:{number.measure.where}"),
        "about": head | quantity | {"unitText": number.unit},
        "appearance": told.documents(number),
    }


def _quote(told: SchemaOrg, quote: Quote) -> Data:
    return {
        "@type": "Quotation",
        "text": " … ".join(quote.words),
        "creator": told.ref(quote.speaker and f"actor:{quote.speaker}"),
        "dateCreated": iso_date(quote.main_date),
        "isBasedOn": told.documents(quote),
    }


def _disagreement(told: SchemaOrg, disagreement: Disagreement) -> Data:
    own = [tuple(f"source:{passage.source}" for passage in one.passages) for one in disagreement.positions]
    rest_on = [
        told.refs((*one.rests_on, *documents)) for one, documents in zip(disagreement.positions, own, strict=True)
    ]
    texts = [told.read(one.statement) for one in disagreement.positions]
    return {
        "@type": "Question",
        "answerCount": len(texts),
        "suggestedAnswer": [
            {"@type": ["Answer", "Claim"], "text": text, "citation": refs}
            for text, refs in zip(texts, rest_on, strict=True)
        ],
        "comment": {"@type": "Comment", "text": told.read(disagreement.assessment)},
    }


def _place(told: SchemaOrg, place: Place) -> Data:
    at = {"latitude": place.latitude, "longitude": place.longitude}
    figures = {name: format(figure, "f") for name, figure in at.items() if figure is not None}
    return {
        "@type": _TYPES.get(place.precision, "Place"),
        "alternateName": place.aliases,
        "geo": {"@type": "GeoCoordinates"} | figures if figures else None,
        "address": {"@type": "PostalAddress", "addressCountry": place.country} if place.country else None,
    }


_KINDS: Mapping[type[Record], Callable[..., Data]] = {
    Source: _source,
    Actor: _actor,
    Event: _event,
    Number: _number,
    Quote: _quote,
    Disagreement: _disagreement,
    Place: _place,
}
