"""Two records must not be about the same actor, place, quote or event, unless `distinct_from` declares them different.

Passes: two actors called `John Smith`, one of them with `distinct_from: [john-smith]`.
Fails:  the same name or alias in two actors or two places; two quotes of the same words in the same passage; two events
    with the same title, with the same date and passages, or with the same date and place and a passage of each other.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from dossier.check.passages import direct_citations
from dossier.graph import Graph
from dossier.match import simplify_text
from dossier.model.base import FieldPath
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.record import TODO_PREFIX

ID = "duplicate-record"
Distinguishable = Actor | Place | Quote | Event


class Sign(NamedTuple):
    """What no two different records should share: its key, the field that has it, and what it is in words."""

    key: tuple[object, ...]
    field: FieldPath
    description: str


def check(graph: Graph) -> Iterator[Finding]:
    bearers: dict[tuple[object, ...], list[tuple[Distinguishable, Sign]]] = defaultdict(list)
    for record in graph.dossier.records:
        if isinstance(record, Distinguishable):
            for sign in _signs(graph, record):
                bearers[type(record), *sign.key].append((record, sign))
    reported: set[tuple[str, str]] = set()
    for group in bearers.values():
        for (first, other), (second, sign) in combinations(group, 2):
            pair = (first.key, second.key)
            is_declared = first.id in second.distinct_from or second.id in first.distinct_from
            if first is not second and not is_declared and pair not in reported:
                reported.add(pair)
                message = (
                    f"`{first.key}` has {sign.description} too ({first.location(*other.field)}); "
                    f"merge them, or add `distinct_from: [{first.id}]`"
                )
                yield Finding(second.location(*sign.field), ID, message)


def _signs(graph: Graph, record: Distinguishable) -> Iterator[Sign]:
    if isinstance(record, Actor | Place):
        if not (isinstance(record, Actor) and record.unnamed):
            yield Sign(("name", _simplify(record.name)), ("name",), "this name")
        for index, alias in enumerate(record.aliases):
            yield Sign(("name", _simplify(alias)), ("aliases", index), "this name")
        return
    spans = frozenset(citation.span for citation in direct_citations(graph, record))
    if isinstance(record, Quote):
        for span in spans:
            words = _simplify(" ".join(record.words))
            yield Sign(("words", words, span.file, span.start), ("words",), "these words")
    else:
        if not record.title.startswith(TODO_PREFIX):
            yield Sign(("title", _simplify(record.label)), ("title",), "this title")
        if record.date is not None and spans:
            yield Sign(("date", record.date.text, spans), ("title",), "this date and these passages")
        if record.date is not None and record.place is not None:
            for span in spans:
                yield Sign(("place", record.date.text, record.place, span), ("title",), "this date, place and passage")


def _simplify(text: str) -> str:
    return simplify_text(text).removeprefix("the ")
