"""What a record's template is given beside the record: everything looked up, counted and sorted."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.graph.origins import Corroboration
from dossier.model.citation import Citation
from dossier.model.kinds import KINDS
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.render.number_rows import number_rows
from dossier.render.quote_comparison import compare_quotes
from dossier.render.timeline_rows import events_of_actor

MAX_IN_LINE = 8
"""So many links are read in one line."""
ENDS, MEET = "the chain ends with", "all chains meet at"
GO_BACK = "all chains, or the documents they are read in, go back to"
HEADINGS = {kind.plural: kind.heading for kind in KINDS}


class RecordGroup(NamedTuple):
    """Records under a heading."""

    heading: str
    records: tuple[Record, ...]

    @property
    def long(self) -> bool:
        """Whether they are too many to be read in one line."""
        return len(self.records) > MAX_IN_LINE


class CitedPart(NamedTuple):
    """A part of a record with the passages that tell it."""

    part: Any
    citations: tuple[Citation, ...]


def record_context(graph: Graph, record: Record) -> dict[str, Any]:
    """The context of a record's page."""
    corroboration = graph.corroboration_of(record)
    evidence = distinct(one for one in graph.evidence_of(record) if one.is_found)
    special = CONTEXTS[type(record)](graph, record) if type(record) in CONTEXTS else {}
    told = {one.key for group in special.get("groups", ()) for one in group.records}
    told |= {one.event.key for one in special.get("happened", ())} | {one.key for one, _ in special.get("related", ())}
    told |= {*record.about, *(one.key for one in special.get("compared", ()))}
    rest = [one for one in graph.backlinks_of(record) if one.key not in told]
    return {
        "record": record,
        "evidence": evidence,
        "numbers": {(one.passage.source, one.span): at for at, one in enumerate(evidence, start=1)},
        "roots": roots(graph, corroboration),
        "rootless": tuple(one for one in corroboration.origins if one.root is None),
        "meeting": _common_root_text(corroboration, evidence),
        "wordings": compare_quotes([(one, graph.passage_text(one)) for one in evidence]),
        "mentions": grouped(rest),
        "corrections": tuple(reversed(record.corrections)),
        **special,
    }


def distinct(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Each cited stretch once, the first citation of it, in order."""
    first: dict[object, Citation] = {}
    for citation in citations:
        first.setdefault((citation.passage.source, citation.span), citation)
    return tuple(first.values())


def roots(graph: Graph, corroboration: Corroboration) -> tuple[str, ...]:
    """The keys of the origins' roots."""
    named = (one.root for one in corroboration.origins if one.root is not None)
    return tuple(key for root in named if (key := graph.party_key(root)))


def _common_root_text(corroboration: Corroboration, evidence: Sequence[Citation]) -> str:
    """How the chains of a record come to its one root; nothing where it has another number of origins, or none."""
    [only, *others] = corroboration.origins or (None,)
    if others or only is None or only.root is None:
        return ""
    chains = {(one.passage.source, one.passage.via) for one in evidence}
    return (ENDS if len(chains) == 1 else MEET) if only.is_named else GO_BACK


def grouped(records: Iterable[Record]) -> tuple[RecordGroup, ...]:
    """Records under the headings of their kinds; given kind by kind, as every listing of the graph is."""
    return tuple(
        RecordGroup(HEADINGS[plural], tuple(some)) for plural, some in groupby(records, key=lambda one: one.plural)
    )


def with_citations(graph: Graph, record: Record, name: str) -> tuple[CitedPart, ...]:
    """The parts of the list `name` of a record, each with its own passages."""
    found = [one for one in graph.citations_of(record) if one.is_found and one.path[:1] == (name,)]
    return tuple(
        CitedPart(part, tuple(one for one in found if one.path[1] == at))
        for at, part in enumerate(getattr(record, name))
    )


def _actor(graph: Graph, actor: Actor) -> Mapping[str, Any]:
    said, heard = graph.referring_records(actor, "speaker"), graph.referring_records(actor, "addressed_to")
    others = (one for one in graph.referring_records(actor, "about") if isinstance(one, Quote))
    told = {one.key for one in (*said, *heard)}
    groups = (
        RecordGroup("What they said", said),
        RecordGroup("What was said to them", heard),
        RecordGroup("What was said of them", tuple(one for one in others if one.key not in told)),
        RecordGroup("What they counted", graph.referring_records(actor, "counted_by")),
    )
    sides = {side.id: side.name for side in graph.dossier.settings.sides}
    return {
        "roles": with_citations(graph, actor, "roles"),
        "relations": with_citations(graph, actor, "relations"),
        "related": _related(graph, actor),
        "happened": events_of_actor(graph, actor),
        "groups": tuple(group for group in groups if group.records),
        "side": sides.get(actor.side or ""),
    }


def _related(graph: Graph, actor: Actor) -> tuple[tuple[Record, CitedPart], ...]:
    """How others stand to an actor, as their records tell it."""
    others = graph.referring_records(actor, "relations")
    return tuple(
        (one, it) for one in others for it in with_citations(graph, one, "relations") if it.part.to == actor.id
    )


def _number(graph: Graph, number: Number) -> Mapping[str, Any]:
    others = tuple(one for one in graph.number_series[number.measure_key] if one is not number)
    return {"counted": number_rows(graph, [number])[0], "compared": others}


def _disagreement(graph: Graph, disagreement: Disagreement) -> Mapping[str, Any]:
    positions = with_citations(graph, disagreement, "positions")
    by_key = graph.dossier.by_key
    resting = [tuple(by_key[key] for key in one.part.rests_on if key in graph.visible_keys) for one in positions]
    return {"positions": tuple(zip(positions, resting, strict=True))}


def _source(graph: Graph, source: Source) -> Mapping[str, Any]:
    by_key = graph.dossier.by_key
    citing = {one.record.key: one.record for one in graph.citations_from(source.id) if one.record is not source}
    shown = (record for key, record in citing.items() if key in graph.visible_keys)
    told = (RecordGroup(f"{group.heading} told by it", group.records) for group in grouped(shown))
    groups = (*told, RecordGroup("Documents that rest on it", graph.referring_records(source, "rests_on")))
    return {
        "groups": tuple(group for group in groups if group.records),
        "upstream": tuple(by_key[f"source:{name}"] for name in source.rests_on if f"source:{name}" in by_key),
    }


CONTEXTS: dict[type[Record], Callable[[Graph, Any], Mapping[str, Any]]] = {
    Actor: _actor,
    Number: _number,
    Disagreement: _disagreement,
    Source: _source,
}
