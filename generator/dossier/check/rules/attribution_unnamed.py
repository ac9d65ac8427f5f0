"""Every party of an attribution must be named in or near its passage, unless `via_basis` says who it is.

If somebody is named with a verb of saying, a person, government or organization must be so named. So must anybody
but an outlet who relays what others say.

Passes: `via: [eva-holm]` for `“We left on Monday,” Holm said`, or where the line of the passage, or the one
    before, has her name; an outlet that a credit names; the only source that the passage's source is based on.
Fails:  `via: [nils-aker]` for the same passage.
"""

from collections.abc import Iterator

from dossier.check.names import find_spellings, is_named, records_by_spelling, simplify_name
from dossier.check.passages import cited_span, first_and_last_lines, surrounding_lines
from dossier.detect.languages import speakers_of
from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.source import Source
from dossier.model.passage import UNIDENTIFIED
from dossier.model.record import Record

ID = "attribution-unnamed"
LINES_BEFORE = 1
NAMED_KINDS = ("person", "government", "organization")
"""The actors who speak by their names; outlets are credited, and groups described."""


def check(graph: Graph) -> Iterator[Finding]:
    for citation in graph.citations:
        if citation.is_found:
            for index in find_unnamed(graph, citation):
                party = citation.passage.via[index]
                message = f"`{party}` is not named in or near the passage; correct it, or say in `via_basis` who it is"
                yield Finding(citation.location("via", index), ID, message)


def find_unnamed(graph: Graph, citation: Citation) -> Iterator[int]:
    """Yield the indexes of the parties of a passage's attribution that neither the text nor `via_basis` shows."""
    relayed_by = citation.passage.source
    for index, party in enumerate(citation.passage.via):
        record = graph.dossier.by_key.get(graph.party_key(party) or "")
        if (
            party != UNIDENTIFIED
            and record is not None
            and not _is_identified(graph, citation, index, record, relayed_by)
        ):
            yield index
        if isinstance(record, Source):
            relayed_by = party


def _is_identified(graph: Graph, citation: Citation, index: int, party: Record, relayed_by: str) -> bool:
    """Return whether the text or `via_basis` shows that the passage is from the party at an index of `via`.

    `relayed_by` is the source that passed the words on, directly after the party.
    """
    if isinstance(party, Source):
        declared = graph.upstream_sources.get(citation.passage.source, ())
        if party.id not in declared or _is_only_upstream(graph, party, relayed_by):
            return True  # `undeclared-attribution` reports one that is not declared.
    basis = graph.plain_text(citation.passage.via_basis or "")
    if isinstance(party, Actor) and not is_named(party, basis):
        is_relaying = party.kind != "outlet" and any(link != party.id for link in citation.passage.via[index + 1 :])
        if is_relaying or (party.kind in NAMED_KINDS and not party.unnamed):
            return _is_speaking(graph, citation, party, or_near=not is_relaying) or _is_author(graph, citation, party)
    texts = [*_texts_near(graph, citation, party), basis]
    if any(is_named(record, text) for record in (party, *_publishers(graph, party)) for text in texts):
        return True
    return isinstance(party, Actor) and _is_author(graph, citation, party)


def _is_author(graph: Graph, citation: Citation, party: Actor) -> bool:
    """Return whether a party without a name is described as the author of the text, or of a comment."""
    may_be_author = party.unnamed and (party.status is None or _is_in_comments(graph, citation))
    return may_be_author and _describes_author(graph, party, citation.passage.source)


def _is_speaking(graph: Graph, citation: Citation, party: Actor, *, or_near: bool) -> bool:
    """Return whether a party is named with a verb of saying, or near the passage if no other actor is so named."""
    span = cited_span(graph, citation.span)
    speakers = speakers_of(graph.dossier, graph.source_of(citation))
    texts = speakers.find_attributing_texts(span.text, span.start, span.end) if speakers else []
    clauses = "\n".join(texts)
    if is_named(party, clauses):
        return True
    if not (or_near or speakers is None) or not any(
        is_named(party, text) for text in _texts_near(graph, citation, party)
    ):
        return False
    named = set(find_spellings(graph, simplify_name(clauses)))
    others = {record for spelling in named for record in records_by_spelling(graph)[spelling]}
    return not any(isinstance(other, Actor) and other.kind in NAMED_KINDS for other in others)


def _is_only_upstream(graph: Graph, party: Source, relayed_by: str) -> bool:
    """Return whether a source is based on the party, and on no other source."""
    source = graph.dossier.by_key.get(f"source:{relayed_by}")
    if not isinstance(source, Source) or party.id not in source.rests_on:
        return False
    upstream = (graph.dossier.by_key.get(f"source:{other}") for other in source.rests_on if other != relayed_by)
    return len({other.publisher or other.id for other in upstream if isinstance(other, Source)}) == 1


def _texts_near(graph: Graph, citation: Citation, party: Record) -> Iterator[str]:
    """Yield the lines of a passage and before it; for an outlet or a source also those with the text's credits."""
    span = cited_span(graph, citation.span)
    yield surrounding_lines(span, LINES_BEFORE).words
    if isinstance(party, Source) or (isinstance(party, Actor) and party.kind == "outlet"):
        yield first_and_last_lines(span.text)


def _publishers(graph: Graph, party: Record) -> Iterator[Record]:
    publisher = graph.dossier.by_key.get(f"actor:{party.publisher}") if isinstance(party, Source) else None
    if publisher is not None:
        yield publisher


def _is_in_comments(graph: Graph, citation: Citation) -> bool:
    span, regions = citation.span, graph.excluded_regions(citation.passage.source)
    comments = (region for region in regions if region.kind == "reader comments")
    return any(region.start <= span.start and span.end <= region.end for region in comments)


def _describes_author(graph: Graph, actor: Actor, source_id: str) -> bool:
    """Return whether an actor without a name is described by the text, as `The author of the Ledger's post` is."""
    source = graph.dossier.by_key[f"source:{source_id}"]
    return any(is_named(record, actor.name) for record in (source, *_publishers(graph, source)))
