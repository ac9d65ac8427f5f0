"""Records as schema.org data: a record's page, the person, event or other thing it is about, and each statement on it.

Only what schema.org has terms for is included. An uncertain date, an approximate figure or the stance of one actor
towards another has none. A page is identified by its address; the thing it is about by that address with the record's
kind as the fragment, such as `actors/cnn.html#actor`; a statement is a claim, identified by its own address.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, singledispatch
from typing import Any

from dossier.claims.reviewed import confirmed_review
from dossier.edtf.format import iso_date
from dossier.export.credits import doi_url, rights_statement
from dossier.export.statement_entries import statement_entry
from dossier.graph.graph import Graph
from dossier.graph.statements import Statement
from dossier.graph.urls import item_page_path, page_path, page_url, statement_url, text_page_path
from dossier.model.content_item import ContentItem
from dossier.model.identifiers import identifiers_of
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.marks import find_marks
from dossier.model.record import Correction, Record, RevisionNote, iter_revisions

Data = dict[str, Any]

_SPECIFIC_TYPES = {
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
"""The types of some kinds of actor and source and of some places that are more specific than `schema_org_type`."""
_BOUNDS = {
    "exactly": "value",
    "more than": "minValue",
    "at least": "minValue",
    "less than": "maxValue",
    "at most": "maxValue",
}
"""The property for the figure of a number, by qualifier; an approximate figure has none."""


@dataclass(frozen=True)
class SchemaOrg:
    """Builds schema.org nodes for the records of a graph. `root` precedes each address: `../`, `https://…/`.

    Addresses in `folder`, such as `actors/`, are relative to it instead. Without `statement_texts`, a claim has only
    its address and its sources.
    """

    graph: Graph
    root: str = ""
    statement_texts: bool = True
    folder: str = ""

    def url(self, address: str) -> str:
        """Return the address of a page or a part of it, given relative to the root of the site."""
        if self.folder and address.startswith(self.folder):
            return address[len(self.folder) :]
        return self.root + address

    def address(self, record: Record) -> str:
        """Return the address of a record's page."""
        address = self._addresses.get(record.key)
        if address is None:
            address = self._addresses[record.key] = self.url(page_url(page_path(record)))
        return address

    @cached_property
    def _addresses(self) -> dict[str, str]:
        """The addresses so far, by the keys of their records: most references are to the same ones."""
        return {}

    def id(self, record: Record) -> str:
        """Return the identifier of the thing that a record is about."""
        return f"{self.address(record)}#{record.singular}"

    def site(self) -> Data:
        """Return the node of the whole dossier."""
        settings = self.graph.dossier.settings
        return {
            "@id": f"{self.root}index.html",
            "@type": "WebSite",
            "name": settings.title,
            "description": self.plain_text(settings.description),
            "inLanguage": settings.language,
            "publisher": self._publisher,
        } | self._corrections(settings)

    def terms(self) -> Data:
        """Return who wrote the dossier, its licence, its keywords and its DOI, as far as the settings have them."""
        settings = self.graph.dossier.settings
        authors = [
            {"@type": author.kind.capitalize(), "name": author.name, "sameAs": author.orcid_url}
            for author in settings.authors
        ]
        return _drop_empty(
            {
                "creator": [_drop_empty(author) for author in authors],
                "license": settings.licence_terms.url if settings.licence_terms else None,
                "copyrightNotice": rights_statement(settings),
                "keywords": settings.keywords,
                "identifier": doi_url(settings),
            }
        )

    def home_page(self) -> Data:
        """Return the node of the whole dossier with the statements of its home page."""
        return self.site() | self.terms() | _drop_empty({"hasPart": self.claims(self.graph.dossier.settings)})

    def claims(self, item: ContentItem) -> list[Data]:
        """Return each statement of a record or of the settings, in their order, as a claim with its sources."""
        return [self._claim(statement) for statement in self.graph.statements_of(item)]

    def _claim(self, statement: Statement) -> Data:
        claim: Data = {"@id": self.statement_id(statement), "@type": "Claim"}
        if self.statement_texts:
            claim["text"] = statement_entry(self.graph, statement).text
            claim["isPartOf"] = {"@id": self.url(page_url(item_page_path(statement.item)))}
        return claim | _drop_empty(
            {
                "author": self._publisher if statement.by == "editor" else None,
                "appearance": self.refs(f"source:{citation.passage.source}" for citation in statement.citations),
            }
        )

    def statement_id(self, statement: Statement) -> str:
        """Return the identifier of a statement, which is its address."""
        return self.url(statement_url(statement))

    @property
    def _publisher(self) -> Data:
        return {"@type": "Organization", "name": self.graph.dossier.settings.organization}

    def page(self, record: Record) -> Data:
        """Return a record's page, with the thing that it is about. `temporalCoverage` is its date in EDTF."""
        review = confirmed_review(self.graph, record)
        fields = {
            "creativeWorkStatus": record.review,
            "lastReviewed": str(review.date) if review else None,
            "reviewedBy": {"@type": "Person", "name": review.by} if review else None,
            "temporalCoverage": record.main_date.text if record.main_date else None,
            "mentions": self.refs(record.about),
            "mainEntity": self.entity(record),
            "hasPart": self.claims(record),
        }
        return self._page_fields(record) | _drop_empty(fields)

    def withdrawal_page(self, record: Record) -> Data:
        """Return the page of a withdrawn record: its name and its revisions, none of its claims."""
        return self._page_fields(record) | {"creativeWorkStatus": "withdrawn"}

    def _page_fields(self, record: Record) -> Data:
        """Return the fields of every page; `identifier` includes the former keys of the record."""
        return {
            "@id": self.address(record),
            "@type": "WebPage",
            "identifier": [record.key, *(f"{record.singular}:{former_id}" for former_id in record.formerly)],
            "name": self.graph.labels.get(record.key) or record.label,
            "isPartOf": {"@id": f"{self.root}index.html"},
        } | self._corrections(record)

    def _corrections(self, item: ContentItem) -> Data:
        return _drop_empty({"correction": [self._correction(revision) for _, revision in iter_revisions(item)]})

    def _correction(self, revision: RevisionNote) -> Data:
        fields: Data = {
            "@type": "CorrectionComment",
            "datePublished": revision.date.text,
            "text": self.plain_text(revision.why),
        }
        if isinstance(revision, Correction):
            fields |= {"name": revision.what, "description": revision.was}
        return _drop_empty(fields)

    def entity(self, record: Record) -> Data:
        """Return the thing that a record is about."""
        head = {
            "@id": self.id(record),
            "name": self.graph.labels[record.key],
            "description": self.plain_text(record.summary),
            "@type": record.schema_org_type,
            "sameAs": [identifier.url for identifier in identifiers_of(record)],
        }
        return _drop_empty(head | _kind_fields(record, self))

    def plain_text(self, prose: str) -> str:
        """Return an editor's prose without markup."""
        return self.graph.plain_text(prose)

    def ref(self, key: str | None) -> Data | None:
        """Return a reference to the thing of the record with this key, or None if no such record is published."""
        return {"@id": self.id(self.graph.dossier.by_key[key])} if key in self.graph.visible_keys else None

    def refs(self, keys: Iterable[str]) -> list[Data]:
        """Return references for these keys, each once, in their order."""
        return [ref for key in dict.fromkeys(keys) if (ref := self.ref(key))]

    def cited_sources(self, record: Record) -> list[Data]:
        """Return references to the sources of a record's own passages."""
        return self.refs(f"source:{citation.passage.source}" for citation in self.graph.citations_of(record))


def _drop_empty(fields: Mapping[str, Any]) -> Data:
    """Return the fields without None and empty lists."""
    return {name: value for name, value in fields.items() if value is not None and value != [] and value != ()}


@singledispatch
def _kind_fields(record: Record, builder: SchemaOrg) -> Data:
    """Return the fields that only records of one kind have; a kind without a function of its own has none."""
    return {}


@_kind_fields.register
def _(actor: Actor, builder: SchemaOrg) -> Data:
    nationality = {"@type": "Country", "identifier": actor.country}
    is_citizen = actor.kind == "person" and actor.country is not None
    return {
        "@type": _SPECIFIC_TYPES.get(actor.kind, actor.schema_org_type),
        "alternateName": actor.aliases,
        **({"nationality": nationality} if is_citizen else {"address": _address(actor.country)}),
    }


@_kind_fields.register
def _(source: Source, builder: SchemaOrg) -> Data:
    return {
        "@type": _SPECIFIC_TYPES.get(source.kind, source.schema_org_type),
        "alternateName": source.short,
        "genre": source.kind,
        "author": source.authors,
        "publisher": builder.ref(source.publisher and f"actor:{source.publisher}"),
        "datePublished": iso_date(source.main_date),
        "url": source.url,
        "isBasedOn": builder.refs(f"source:{source_id}" for source_id in source.rests_on),
        "archivedAt": _copies(source, builder),
        "copyrightNotice": source.rights.statement if source.rights else None,
    }


def _copies(source: Source, builder: SchemaOrg) -> str | list[str] | None:
    """Return the address of its text on this site, and of a copy in an archive of the web."""
    text = [builder.url(page_url(text_page_path(source.id)))] if source.has_text else []
    copies = [*text, *filter(None, [source.archived])]
    return copies if len(copies) > 1 else next(iter(copies), None)


@_kind_fields.register
def _(event: Event, builder: SchemaOrg) -> Data:
    actors = [(participant.role, builder.ref(f"actor:{participant.actor}")) for participant in event.participants]
    date = event.date
    start, end = (date.start, date.end) if date and date.is_interval else (date, None)
    return {
        "startDate": iso_date(start),
        "endDate": iso_date(end),
        "location": builder.ref(event.place and f"place:{event.place}"),
        "about": [{"@type": "Role", "roleName": role, "about": actor} for role, actor in actors if actor],
    }


@_kind_fields.register
def _(number: Number, builder: SchemaOrg) -> Data:
    figures = {"minValue": number.min, "maxValue": number.max}
    if bound := _BOUNDS.get(number.qualifier):
        figures[bound] = number.value
    quantity = {name: format(figure, "f") for name, figure in figures.items() if figure is not None}
    head = {"@type": "QuantitativeValue", "name": number.measure.what, "description": number.figure}
    return {
        "author": builder.ref(number.counted_by and f"actor:{number.counted_by}"),
        "spatialCoverage": builder.ref(number.measure.where and f"place:{number.measure.where}"),
        "about": head | quantity | {"unitText": number.unit},
        "appearance": builder.cited_sources(number),
    }


@_kind_fields.register
def _(quote: Quote, builder: SchemaOrg) -> Data:
    return {
        "text": " … ".join(quote.words),
        "creator": builder.ref(quote.speaker and f"actor:{quote.speaker}"),
        "dateCreated": iso_date(quote.main_date),
        "isBasedOn": builder.cited_sources(quote),
    }


@_kind_fields.register
def _(disagreement: Disagreement, builder: SchemaOrg) -> Data:
    answers = []
    for index, position in enumerate(disagreement.positions):
        cited = (mark.key for mark in find_marks(position.statement) if mark.key is not None)
        sources = (f"source:{passage.source}" for passage in position.passages)
        statements = builder.graph.statements_in(disagreement, "positions", index)
        answers.append(
            {
                "@id": f"{builder.address(disagreement)}#positions.{index}",
                "@type": "Answer",
                "text": builder.plain_text(position.statement),
                "citation": builder.refs((*cited, *sources)),
                "hasPart": [{"@id": builder.statement_id(statement)} for statement in statements],
            }
        )
    return {
        "answerCount": len(answers),
        "suggestedAnswer": answers,
        "comment": {"@type": "Comment", "text": builder.plain_text(disagreement.assessment)},
    }


@_kind_fields.register
def _(place: Place, builder: SchemaOrg) -> Data:
    degrees = {"latitude": place.latitude, "longitude": place.longitude}
    point = {name: format(value, "f") for name, value in degrees.items() if value is not None}
    return {
        "@type": _SPECIFIC_TYPES.get(place.precision, place.schema_org_type),
        "alternateName": place.aliases,
        "geo": {"@type": "GeoCoordinates"} | point if point else None,
        "address": _address(place.country),
    }


def _address(country: str | None) -> Data | None:
    """Return the address of what is known to be in a country; None if the country is unknown."""
    return {"@type": "PostalAddress", "addressCountry": country} if country else None
