"""A source's publisher must be the outlet that its address or its text credits, unless `credit_basis` names it.

Passes: `publisher: herald` with `https://www.herald.example/news`, or for a text with `By Mara Voss, Herald`; a text
    that also credits an outlet which the source is based on.
Fails:  `publisher: gazette` with the same address or byline, if the Herald is an actor of the dossier.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from dossier.check.names import is_named, names_of, simplify_name
from dossier.check.passages import first_and_last_lines
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.source import Source

ID = "publisher-mismatch"
BYLINE = re.compile(
    r"^\W*(?:(?-i:[Bb]y [^\W\d_a-z])|©|\(c\)|copyright|(?:first )?published (?:by|in))|contributed to this"
    r"|staff (?:writer|reporter)|all rights reserved",
    re.IGNORECASE | re.MULTILINE,
)
MAX_BYLINE = 120
"""The characters of the longest line that may be a byline."""
MIN_LETTERS = 3


def check(graph: Graph) -> Iterator[Finding]:
    outlets = [actor for actor in graph.dossier.actors if actor.kind == "outlet"]
    for source in graph.dossier.sources:
        publisher = graph.dossier.by_key.get(f"actor:{source.publisher}")
        if not isinstance(publisher, Actor) or is_named(publisher, graph.plain_text(source.credit_basis or "")):
            continue
        others = [outlet for outlet in outlets if outlet is not publisher]
        host = (urlsplit(source.url).hostname or "").split(".") if source.url else []
        if _has_part(host, publisher):
            continue
        other = next((outlet for outlet in others if _has_part(host, outlet)), None)
        place = "address is that"
        if other is None:
            other, place = _owner_of_byline(graph, source, publisher, others), "byline in the text is that"
        if other is None:
            other, place = _find_credited_outlet(graph, source, publisher, others), "credit in the text is that"
        if other is not None:
            message = f"the {place} of `{other.id}`, not of `{publisher.id}`; correct it, or name it in `credit_basis`"
            yield Finding(source.location("publisher"), ID, message)


def _has_part(parts: list[str], actor: Actor) -> bool:
    """Return whether a part of a host is a name of the actor, written as one word."""
    names = ("".join(re.findall(r"\w", simplify_name(name).casefold())) for name in names_of(actor))
    plain = [name.removeprefix("the") for name in names if len(name) >= MIN_LETTERS]
    return any(name == part.replace("-", "").removeprefix("the") for name in plain for part in parts)


def _owner_of_byline(graph: Graph, source: Source, publisher: Actor, others: list[Actor]) -> Actor | None:
    """Return the outlet that a byline names, if none names the publisher and the source is not based on the outlet."""
    text = graph.dossier.source_texts.get(source.text or "")
    lines = [line for line in first_and_last_lines(text.text).splitlines() if len(line) <= MAX_BYLINE] if text else []
    bylines = "\n".join(line for line in lines if BYLINE.search(line))
    if not bylines or is_named(publisher, bylines):
        return None
    upstream = (graph.dossier.by_key.get(f"source:{other}") for other in graph.upstream_sources.get(source.id, ()))
    relayed = {other.publisher for other in upstream if isinstance(other, Source)}
    return next((outlet for outlet in others if outlet.id not in relayed and is_named(outlet, bylines)), None)


def _find_credited_outlet(graph: Graph, source: Source, publisher: Actor, others: list[Actor]) -> Actor | None:
    """Return the outlet that the first or the last lines name, if the text does not name the publisher."""
    text = graph.dossier.source_texts.get(source.text or "")
    if text is None or is_named(publisher, text.text):
        return None
    return next((outlet for outlet in others if is_named(outlet, first_and_last_lines(text.text))), None)
