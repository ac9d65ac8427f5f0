"""The publisher and the authors of a source must be those that its text credits, or `credit_basis` says who they are.

Passes: `authors: [Ada Lind]` for `By Ada Lind, the Gazette`; a publisher or an author where the text credits nobody.
Fails:  `authors: [Ada Lund]`, or a `publisher` whom the text does not name, for the same text.
"""

import re
from collections.abc import Iterator

from dossier.check.names import has_exact_name, is_named
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.source import Source
from dossier.text.suggest import did_you_mean

ID = "source-credit-not-in-text"
CREDIT_LINES = 3
"""The lines at the beginning and the end of a text in which it may credit somebody."""
BYLINE = re.compile(
    r"^\W*(?i:(?:(?:written|posted|published|reporting|reported|story|text|words) )?by|author:)\s+"
    r"(?P<name>[^\W\d_][^,|·•;()\n]{2,60})",
    re.MULTILINE,
)
CAPITALISED = re.compile(r"[A-ZÀ-Þ]")


def check(graph: Graph) -> Iterator[Finding]:
    for source in graph.dossier.sources:
        text = graph.dossier.source_texts.get(source.text or "") if source.sha256 else None
        if text is None or not graph.dossier.can_read(source):
            continue
        basis = graph.plain_text(source.credit_basis or "")
        yield from _check_publisher(graph, source, text.text, basis)
        yield from _check_authors(source, text.text, basis)


def _check_publisher(graph: Graph, source: Source, text: str, basis: str) -> Iterator[Finding]:
    publisher = graph.dossier.by_key.get(f"actor:{source.publisher}")
    if not isinstance(publisher, Actor) or any(is_named(publisher, words) for words in (text, basis, source.url or "")):
        return
    outlets = (actor for actor in graph.dossier.actors if actor.kind == "outlet" and is_named(actor, _credits(text)))
    credited = next(outlets, None)
    if credited is not None:
        message = f"the text credits `{credited.id}`, not `{publisher.id}`; correct it, or name it in `credit_basis`"
        yield Finding(source.location("publisher"), ID, message)


def _check_authors(source: Source, text: str, basis: str) -> Iterator[Finding]:
    bylines = [match["name"].strip() for match in BYLINE.finditer(_credits(text)) if CAPITALISED.match(match["name"])]
    for index, author in enumerate(source.authors):
        if bylines and not has_exact_name(author, text) and not has_exact_name(author, basis):
            suggestion = did_you_mean(author, bylines) or f"; it has “by {bylines[0]}”"
            message = f"the text does not print `{author}`{suggestion}; correct it, or name them in `credit_basis`"
            yield Finding(source.location("authors", index), ID, message)


def _credits(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return "\n".join((*lines[:CREDIT_LINES], *lines[-CREDIT_LINES:]))
