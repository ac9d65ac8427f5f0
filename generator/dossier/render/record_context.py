"""The context of a record's page: everything its template shows, looked up, counted and sorted."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.graph.grouping import group_by
from dossier.graph.origins import Corroboration
from dossier.graph.urls import citation_anchor
from dossier.model.citation import Citation
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import FORMS, Quote
from dossier.model.kinds.source import Source
from dossier.model.passage import Span
from dossier.model.record import Record
from dossier.render.actor_ties import relation_groups
from dossier.render.answers import side_by_side
from dossier.render.cards import describe_counts, statement_title
from dossier.render.charts.disagreement_glyphs import DISAGREEMENT_TYPES
from dossier.render.charts.side_markers import side_markers
from dossier.render.citation_marks import number_passages
from dossier.render.evidence import compare_passages, page_evidence
from dossier.render.figures import build_figures, build_series
from dossier.render.pages.map import inset_map_of
from dossier.render.provenance_figure import own_provenance
from dossier.render.pull_quotes import Quotation, build_quotations
from dossier.render.rows import events_of_actor, main_events
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop

MAX_IN_LINE = 8
"""Links that are shown in one line; more of them become a list."""
SAID = gettext_noop("What they said")
MAX_CONTEXTS = 10
"""Passages of a page that are shown in their context: of more, each is read in it on its card or in its source."""
MAX_QUOTATIONS = 3
"""Quotations of a group that an actor's page shows at once."""
SINGLE_ROOT, COMMON_ROOT = gettext_noop("traced back to"), gettext_noop("all trace back to")
COMMON_PUBLISHER = gettext_noop("published by")
SINGLE_TEXT, COMMON_TEXT = gettext_noop("from"), gettext_noop("all from")
SEVERAL_ROOTS = gettext_noop("each named after what all its passages have in common:")


class RecordGroup(NamedTuple):
    """Records under a heading."""

    heading: str
    records: tuple[Record, ...]

    @property
    def is_long(self) -> bool:
        """Whether there are too many for one line."""
        return len(self.records) > MAX_IN_LINE


class QuotationGroup(NamedTuple):
    """Quotations under a heading, whole sentences first; `more` can be opened."""

    heading: str
    shown: Sequence[Quotation]
    more: Sequence[Quotation]
    is_own: bool
    """Whether the actor of the page said them all."""


class EvidenceItem(NamedTuple):
    """A passage on a record's page, and the page's statements that it is for: the text and anchor of each.

    `origin` is the other record that the passage was taken from, if it is not the page's own. `anchors` are those of
    the record's own passages with these words.
    """

    citation: Citation
    statements: tuple[tuple[str, str], ...]
    origin: Record | None
    anchors: tuple[str, ...]


def record_context(graph: Graph, record: Record) -> dict[str, Any]:
    """Return the context of a record's page; `EXTRAS` adds what the templates of some kinds also need."""
    evidence = page_evidence(graph, record)
    corroboration = graph.corroboration_of(record)
    extras = EXTRAS[type(record)](graph, record) if type(record) in EXTRAS else {}
    linked = _already_linked(record, extras)
    own = group_by((c for c in graph.citations_of(record) if c.is_found), lambda citation: (citation.place,))
    return {
        "record": record,
        "evidence": tuple(_evidence_item(graph, record, citation, own) for citation in evidence),
        "has_contexts": len(evidence) <= MAX_CONTEXTS,
        "numbers": number_passages(evidence),
        "counts": describe_counts(corroboration),
        "roots": _root_keys(graph, corroboration),
        "rootless": tuple(origin for origin in corroboration.origins if origin.root is None),
        "common_root_text": _(text) if (text := _common_root_text(corroboration, evidence)) else "",
        "is_basis": len(corroboration.origins) == 1 and corroboration.origins[0].is_basis,
        "comparisons": compare_passages([(citation, graph.passage_text(citation)) for citation in evidence]),
        "mentions": grouped(other for other in graph.backlinks_of(record) if other.key not in linked),
        "provenance": own_provenance(graph, record),
        "corrections": tuple(reversed(record.corrections)),
        **extras,
    }


def _evidence_item(
    graph: Graph, record: Record, citation: Citation, own: Mapping[tuple[str, Span], Sequence[Citation]]
) -> EvidenceItem:
    """Return a passage of a page; `own` are the passages of the page's record, by their place."""
    statements = tuple(
        (statement_title(graph, statement), statement.anchor)
        for statement in graph.statements_citing(citation)
        if statement.item is record
    )
    anchors = tuple(map(citation_anchor, own.get(citation.place, ())))
    return EvidenceItem(citation, statements, None if citation.record is record else citation.record, anchors)


def grouped(records: Iterable[Record]) -> tuple[RecordGroup, ...]:
    """Group records under the headings of their kinds; `records` are sorted by kind, as the graph lists them."""
    return tuple(
        RecordGroup(_(heading), tuple(group)) for heading, group in groupby(records, key=lambda record: record.heading)
    )


def _already_linked(record: Record, extras: Mapping[str, Any]) -> set[str]:
    """Return the keys of the records that a page links to before it lists where the record is mentioned."""
    keys = {*record.about}
    groups = (*extras.get("groups", ()), *extras.get("resting", ()))
    keys |= {other.key for group in groups for other in group.records}
    keys |= {other.key for name in ("relayed_by", "upstream") for other in extras.get(name, ())}
    keys |= {found.quote.key for group in extras.get("quotations", ()) for found in (*group.shown, *group.more)}
    keys |= {row.event.key for row in extras.get("events", ())}
    keys |= {figure.number.key for figure in extras["series"].figures} if extras.get("series") else set()
    keys |= {related.actor.key for group in extras.get("relation_groups", ()) for related in group.actors}
    return keys


def _root_keys(graph: Graph, corroboration: Corroboration) -> tuple[str, ...]:
    """Return the keys of the origins' roots, of those that are records."""
    keys = [graph.party_key(origin.root) for origin in corroboration.origins if origin.root is not None]
    return tuple(key for key in keys if key)


def _common_root_text(corroboration: Corroboration, evidence: Sequence[Citation]) -> str:
    """Return how the evidence leads to its origins; "" if its only one has no single root."""
    if len(corroboration.origins) != 1:
        return SEVERAL_ROOTS if any(origin.root for origin in corroboration.origins) else ""
    origin = corroboration.origins[0]
    if origin.root is None:
        return ""
    if origin.is_publisher:
        return COMMON_PUBLISHER
    is_single = len({(citation.passage.source, citation.passage.via) for citation in evidence}) == 1
    if origin.is_basis or origin.root in origin.sources:
        return SINGLE_TEXT if is_single else COMMON_TEXT
    return SINGLE_ROOT if is_single else COMMON_ROOT


def _actor(graph: Graph, actor: Actor) -> Mapping[str, Any]:
    said, heard = graph.referring_records(actor, "speaker"), graph.referring_records(actor, "addressed_to")
    listed = {quote.key for quote in (*said, *heard)}
    about = tuple(
        record
        for record in graph.referring_records(actor, "about")
        if isinstance(record, Quote) and record.key not in listed
    )
    quotes = (
        (SAID, said),
        (gettext_noop("What was said to them"), heard),
        (gettext_noop("What was said about them"), about),
    )
    counted = graph.referring_records(actor, "counted_by")
    markers = {marker.side.id: marker for marker in side_markers(graph.dossier.settings.sides)}
    events = events_of_actor(graph, actor)
    return {
        "relation_groups": relation_groups(graph, actor),
        "events": main_events(graph, events),
        "event_count": len(events),
        "quotations": tuple(_quotation_group(graph, heading, found) for heading, found in quotes if found),
        "groups": (RecordGroup(_("Counts attributed to them"), counted),) if counted else (),
        "marker": markers.get(actor.side or ""),
    }


def _quotation_group(graph: Graph, heading: str, records: Iterable[Record]) -> QuotationGroup:
    quotations = build_quotations(graph, (record for record in records if isinstance(record, Quote)))
    whole_first = sorted(quotations, key=lambda quotation: list(FORMS).index(quotation.quote.form))
    return QuotationGroup(_(heading), whole_first[:MAX_QUOTATIONS], whole_first[MAX_QUOTATIONS:], heading == SAID)


def _number(graph: Graph, number: Number) -> Mapping[str, Any]:
    return {"figure": build_figures(graph, [number])[0], "series": build_series(graph, number)}


def _quote(graph: Graph, quote: Quote) -> Mapping[str, Any]:
    return {"quotation": build_quotations(graph, [quote])[0]}


def _disagreement(graph: Graph, disagreement: Disagreement) -> Mapping[str, Any]:
    compared = side_by_side(graph, disagreement)
    together = compared.together
    return {
        "type": DISAGREEMENT_TYPES[disagreement.type],
        "compared": compared,
        "together": describe_counts(together) if together else "",
        "together_roots": _root_keys(graph, together) if together else (),
    }


def _source(graph: Graph, source: Source) -> Mapping[str, Any]:
    by_key = graph.dossier.by_key
    citing = {citation.record.key: citation.record for citation in graph.citations_from(source.id)}
    published = [record for key, record in citing.items() if record is not source and key in graph.visible_keys]
    resting = tuple(grouped(published))
    return {
        "resting": resting,
        "resting_count": sum(len(group.records) for group in resting),
        "resting_alone": sum(graph.corroboration_of(record).sources == (source.id,) for record in published),
        "relayed_by": graph.referring_records(source, "rests_on"),
        "upstream": tuple(by_key[f"source:{name}"] for name in source.rests_on if f"source:{name}" in by_key),
    }


def _place(graph: Graph, place: Place) -> Mapping[str, Any]:
    return {"locator": inset_map_of(graph, place)}


EXTRAS: Mapping[type[Record], Callable[[Graph, Any], Mapping[str, Any]]] = {
    Actor: _actor,
    Number: _number,
    Quote: _quote,
    Disagreement: _disagreement,
    Place: _place,
    Source: _source,
}
