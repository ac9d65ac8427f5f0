"""With `policy: {about: true}`, a record must have something in common with each record in its `about`.

Passes: an actor or a place that the record's passages or its prose name; any record that this one links to, or that
    links to or is about this one; two events with a common participant or place; a number that has a rarer word of the
    event's title, or a passage in the same paragraph of a source.
Fails:  an actor that nothing in the record names; an event that the record does not mention, with other
    actors, words and passages.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from dossier.check.names import is_named
from dossier.check.passages import cited_span, evidence_texts, surrounding_lines
from dossier.detect.languages import prose_detectors
from dossier.graph import Graph
from dossier.model.base import ProseField
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place
from dossier.model.kinds.source import Source
from dossier.model.record import Record

ID = "about-unsupported"
FIELDS_IN_COMMON = ("participants", "speaker", "addressed_to", "counted_by", "place", "measure")
"""The fields that name who takes part in what a record reports, and where it happens."""
_WORD = re.compile(r"[^\W\d_]{4,}")
STEM_LENGTH = 6
MAX_RECORDS_WITH_WORD = 20
"""A word that more records have does not distinguish what these are about."""


class _Connections(NamedTuple):
    """What each record may have in common with others, by its key."""

    links: Mapping[str, set[str]]
    """The records that it names in its prose and in all fields but `about`."""
    about: Mapping[str, set[str]]
    parties: Mapping[str, set[str]]
    """The actors who take part and the places where it happens."""
    paragraphs: Mapping[str, set[tuple[str, int]]]
    """Where the lines of its passages begin: the file and the offset."""


def check(graph: Graph) -> Iterator[Finding]:
    settings = graph.dossier.settings
    detectors = prose_detectors(graph.dossier)
    if not settings.policy.about or detectors is None or detectors.name_words is None:
        return
    for record in graph.dossier.records:
        for index, key in enumerate(record.about):
            other = graph.dossier.by_key.get(key)
            if other is not None and not _is_supported(graph, record, other):
                if isinstance(other, Actor | Place):
                    message = f"nothing here names `{key}`: cite a passage that does, link it, or remove it"
                else:
                    message = f"nothing connects `{key}` with this record: link it in a sentence, or remove it"
                yield Finding(record.location("about", index), ID, message)


def _is_supported(graph: Graph, record: Record, other: Record) -> bool:
    known = _connections(graph)
    if other.key in known.links[record.key] or record.key in known.links[other.key] | known.about[other.key]:
        return True
    if isinstance(other, Actor | Place):
        return is_named(other, "\n".join(_texts(graph, record)))
    if known.parties[record.key] & known.parties[other.key]:
        return True
    if known.paragraphs[record.key] & known.paragraphs[other.key]:
        return True
    return any(
        _is_distinctive(graph, word)
        for titled, user in ((record, other), (other, record))
        for word in _words(graph, titled.label)
        if word in _all_texts(graph)[user.key]
    )


def _words(graph: Graph, label: str) -> set[str]:
    """Return the longer words of a label, without their endings."""
    detectors = prose_detectors(graph.dossier)
    common = detectors.name_words.common if detectors and detectors.name_words else frozenset[str]()
    return {word[:STEM_LENGTH].casefold() for word in _WORD.findall(label) if word.casefold() not in common}


def _is_distinctive(graph: Graph, word: str) -> bool:
    return sum(word in text for text in _all_texts(graph).values()) <= MAX_RECORDS_WITH_WORD


@lru_cache(maxsize=4)
def _all_texts(graph: Graph) -> Mapping[str, str]:
    """Return what each record says and cites, in lower case, by its key."""
    return {record.key: "\n".join(_texts(graph, record)).casefold() for record in graph.dossier.records}


def _texts(graph: Graph, record: Record) -> Iterator[str]:
    """Yield the texts that may name what a record is about: its evidence and its prose."""
    for citation in graph.evidence_of(record):
        if citation.is_found:
            yield graph.passage_text(citation)
    if isinstance(record, Source):
        yield from evidence_texts(graph, record)
    for _, mark, text in record.marked_fields:
        if isinstance(mark, ProseField):
            yield graph.plain_text(text)


@lru_cache(maxsize=4)  # Graphs are few, and each record is compared with several others.
def _connections(graph: Graph) -> _Connections:
    known = _Connections(*(defaultdict(set) for _ in _Connections._fields))
    for reference in graph.references:
        field = "" if reference.in_prose else reference.path[0]
        targets = known.about if field == "about" else known.links
        targets[reference.record.key].add(reference.target)
        if field in FIELDS_IN_COMMON:
            known.parties[reference.record.key].add(reference.target)
    for record in graph.dossier.records:
        for citation in graph.evidence_of(record):
            if citation.is_found:
                span = cited_span(graph, citation.span)
                whole = surrounding_lines(span)
                start = whole.start
                for line in whole.words.splitlines(keepends=True):
                    known.paragraphs[record.key].add((citation.span.file, start))
                    start += len(line)
    return known
