"""Two records must not be about the same actor, place, quote or event, unless `distinct_from` declares them different.

Passes: two actors called `John Smith`, one of them with `distinct_from: [john-smith]`.
Fails:  the same name or alias in two actors or two places; two quotes of the same words in the same passage; two events
    with the same title, or with the same date and passages.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from dossier.check.passages import direct_citations
from dossier.graph import Graph
from dossier.match import ascii_punctuation
from dossier.model.finding import Finding, Location
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.text.whitespace import collapse_whitespace

ID = "duplicate-record"
Distinguishable = Actor | Place | Quote | Event


def check(graph: Graph) -> Iterator[Finding]:
    signs: dict[tuple[object, ...], list[tuple[Distinguishable, Location, str]]] = defaultdict(list)
    for record in graph.dossier.records:
        if isinstance(record, Distinguishable):
            for sign, location, description in _signs(graph, record):
                signs[type(record), *sign].append((record, location, description))
    reported: set[tuple[str, str]] = set()
    for bearers in signs.values():
        for (first, other, _), (second, location, description) in combinations(bearers, 2):
            pair = (first.key, second.key)
            is_declared = first.id in second.distinct_from or second.id in first.distinct_from
            if first is not second and not is_declared and pair not in reported:
                reported.add(pair)
                message = (
                    f"`{first.key}` has {description} too ({other}); merge them, or add `distinct_from: [{first.id}]`"
                )
                yield Finding(location, ID, message)


def _signs(graph: Graph, record: Distinguishable) -> Iterator[tuple[tuple[object, ...], Location, str]]:
    """Yield what no two different records should share: its key, where it is, and what it is in words."""
    if isinstance(record, Actor | Place):
        if not (isinstance(record, Actor) and record.unnamed):
            yield ("name", _simplify(record.name)), record.location("name"), "this name"
        for index, alias in enumerate(record.aliases):
            yield ("name", _simplify(alias)), record.location("aliases", index), "this name"
        return
    spans = frozenset(citation.span for citation in direct_citations(graph, record))
    if isinstance(record, Quote):
        for span in spans:
            words = _simplify(" ".join(record.words))
            yield ("words", words, span.file, span.start), record.location("words"), "these words"
    else:
        yield ("title", _simplify(record.label)), record.location("title"), "this title"
        if record.date is not None and spans:
            yield ("date", record.date.text, spans), record.location("title"), "this date and these passages"


def _simplify(text: str) -> str:
    return ascii_punctuation(collapse_whitespace(text)).casefold().removeprefix("the ")
