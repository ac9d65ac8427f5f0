"""Rank statements for reviewers: those first that are most likely to say more or something else than their passages."""

from collections.abc import Iterable, Iterator
from math import prod
from typing import NamedTuple

from dossier.claims.reasons import NOT_COMPARED, Reason
from dossier.claims.renames import find_renames
from dossier.claims.wording_differences import compare_wording
from dossier.detect.claim_words import ClaimReader
from dossier.detect.languages import claim_reader
from dossier.graph import Graph, Statement
from dossier.graph.markup import find_cross_links
from dossier.model.citation import Citation
from dossier.model.content_item import ContentItem
from dossier.model.finding import Location
from dossier.model.record import Record


class ReviewItem(NamedTuple):
    """A statement as readers see it, with its passages, and how its wording differs from theirs, gravest first."""

    statement: Statement
    text: str
    citations: tuple[Citation, ...]
    passages: tuple[str, ...]
    """The text of each citation."""
    context: tuple[str, ...]
    """The passages of the records that it links, and the names of these, of its record and of its sources."""
    claims: ClaimReader | None
    """What reads the language of the dossier; None if it is not read, or if a passage is in another one."""
    reasons: tuple[Reason, ...] = ()

    @property
    def score(self) -> float:
        """How likely it says more or something else than its passages, from 0 to 1."""
        return 1 - prod(1 - reason.weight for reason in self.reasons)

    @property
    def location(self) -> Location:
        """The location of the words that the first reason is about."""
        return self.statement.location(self.reasons[0].words if self.reasons else "")


def rank_statements(items: Iterable[ReviewItem]) -> list[ReviewItem]:
    """Return the items with their reasons, the highest scores first."""
    compared = (item._replace(reasons=_reasons(item)) for item in items)
    return sorted(compared, key=lambda item: -item.score)


def statements_to_review(graph: Graph, items: Iterable[ContentItem] | None = None) -> Iterator[ReviewItem]:
    """Yield every statement that passages support, titles and roles too, in the order of the records, not compared yet.

    With `items`, only their statements. Left out are relations, whose words are chosen from a list, and records that
    are withdrawn.
    """
    for item in (graph.dossier.settings, *graph.dossier.records) if items is None else items:
        if isinstance(item, Record) and item.withdrawn is not None:
            continue
        for statement in (*graph.statements_of(item), *graph.unmarked_titles_of(item)):
            if statement.citations and statement.path[0] != "relations":
                passages = tuple(graph.passage_text(citation) for citation in statement.citations)
                context = tuple(dict.fromkeys(_context(graph, statement)))
                text, claims = graph.statement_text(statement), _claims(graph, statement)
                yield ReviewItem(statement, text, statement.citations, passages, context, claims)


def changed_statements(base: Graph, head: Graph) -> Iterator[ReviewItem]:
    """Yield the statements of `head` whose record has no statement of the same words and passages in `base`."""
    renames = find_renames(base.dossier, head.dossier)
    known = {
        (renames.get(item.statement.item.key, item.statement.item.key), item.text, frozenset(item.passages))
        for item in statements_to_review(base)
    }
    for item in statements_to_review(head):
        if (item.statement.item.key, item.text, frozenset(item.passages)) not in known:
            yield item


def _claims(graph: Graph, statement: Statement) -> ClaimReader | None:
    dossier = graph.dossier
    claims, sources = claim_reader(dossier), {graph.source_of(citation) for citation in statement.citations}
    return claims if all(claim_reader(dossier, source) is claims for source in sources) else None


def _context(graph: Graph, statement: Statement) -> Iterator[str]:
    linked = [link.key for link in find_cross_links(statement.markup) if link.key in graph.dossier.by_key]
    for key in dict.fromkeys(linked):
        evidence = graph.evidence_of(graph.dossier.by_key[key])
        yield from (graph.passage_text(citation) for citation in evidence if citation.is_found)
    keys = [statement.item.key, *linked]
    keys += [party.key for citation in statement.citations for party in graph.parties_of(citation)]
    yield from (graph.labels[key] for key in dict.fromkeys(keys) if key in graph.labels)


def _reasons(item: ReviewItem) -> tuple[Reason, ...]:
    if item.claims is None:
        return (NOT_COMPARED,)
    reasons = compare_wording(item.text, tuple(dict.fromkeys(item.passages)), item.claims, item.context)
    return tuple(sorted(dict.fromkeys(reasons), key=lambda reason: -reason.weight))
