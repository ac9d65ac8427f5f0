"""A passage of a claim that says according to whom must have them in its attribution.

Passes: `According to port officials, 567 had gone` with `via: [port-officials]`, or with a source that they publish.
Fails:  the same without `via`, where `port officials` is a name of an actor: the claim would be the paper's own.
"""

import re
from collections.abc import Iterator
from functools import cache

from dossier.check.names import is_named, records_by_spelling, simplify_name
from dossier.detect.languages import speakers_of
from dossier.detect.speech import SpeechWords
from dossier.graph import Graph
from dossier.match.normalize import strip_diacritics
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.text.whitespace import collapse_whitespace

ID = "missing-attribution"
CLAIMS = (Number, Event, Quote, Disagreement)
"""The kinds whose passages are what somebody says; those of others may only show a name."""
END_OF_CLAUSE = re.compile(r"[.;:!?)]")


def check(graph: Graph) -> Iterator[Finding]:
    for citation in graph.citations:
        speakers = speakers_of(graph.dossier, graph.source_of(citation)) if citation.is_found else None
        if speakers and citation.passage.via_basis is None and isinstance(citation.record, CLAIMS):
            text = simplify_name(collapse_whitespace(graph.passage_text(citation)))
            for match in _according_to(speakers.words).finditer(text):
                name, actor = _named_at(graph, text[match.end() :])
                if actor is not None and not _is_attributed(graph, citation, actor, text[match.start() :]):
                    words = f"{match[0]}{name}"
                    message = f"the passage says “{words}”; add `{actor.id}` to its `via`"
                    yield Finding(citation.location("exact", words=words), ID, message)
                    break


@cache
def _according_to(words: SpeechWords) -> re.Pattern[str]:
    return re.compile(rf"\b{strip_diacritics(words.according_to)}")


def _named_at(graph: Graph, text: str) -> tuple[str, Actor | None]:
    """Return the longest name of an actor with which a text begins, and the actor."""
    for name, records in sorted(records_by_spelling(graph).items(), key=lambda item: -len(item[0])):
        actor = next((record for record in records if isinstance(record, Actor)), None)
        if actor is not None and text.startswith(name) and not text[len(name) : len(name) + 1].isalnum():
            return name, actor
    return "", None


def _is_attributed(graph: Graph, citation: Citation, actor: Actor, words: str) -> bool:
    """Return whether the actor is a party of the attribution or its paper, or the clause names another party."""
    end = END_OF_CLAUSE.search(words)
    clause = words[: end.start()] if end else words
    return any(party is actor or is_named(party, clause) for party in graph.parties_of(citation))
