"""A statement with the words of its passage must not add or drop a "not", a hedge or a "most", or say the opposite.

Passes: `The harbour office did not order the repair` for a passage with `the office never ordered the repair`; a
    statement in other words; one that leaves out the part of the passage with the "not".
Fails:  `The harbour office ordered the repair` for the same passage; `all dockers left` where the passage has `most
    dockers left`; `prices fell` for `prices rose`; `the mayor resigned` for `the mayor will resign`.
"""

from collections.abc import Iterator

from dossier.check.prose import ProseItem, iter_prose, prose_texts
from dossier.claims.reasons import Reason
from dossier.claims.wording_differences import find_contradictions
from dossier.detect.claim_words import ClaimReader
from dossier.detect.languages import claim_reader
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.event import Event

ID = "statement-contradicts-passage"
PLANS = ("announced", "planned")


def check(graph: Graph) -> Iterator[Finding]:
    claims = claim_reader(graph.dossier)
    if claims is None:
        return
    for prose in iter_prose(graph):
        reasons = _contradictions(graph, prose, claims)
        if _is_title_of_plan(prose):  # The status says that it is one, so that the title may be "The council votes".
            reasons = [item for item in reasons if item.kind != "plan dropped" or claims.tables.is_past(item.words)]
        if reasons:
            message = f"{reasons[0].message}; say what the passage says"
            yield Finding(prose.location(reasons[0].words), ID, message)


def _is_title_of_plan(prose: ProseItem) -> bool:
    item = prose.statement.item
    return isinstance(item, Event) and item.status in PLANS and not prose.statement.has_markup


def _contradictions(graph: Graph, prose: ProseItem, claims: ClaimReader) -> list[Reason]:
    """Return what contradicts the statement's passages, unless a record that it links says it."""
    passages = [graph.passage_text(citation) for citation in prose.citations]
    reasons = find_contradictions(prose.text, passages, claims)
    if not reasons or _has_passage_of_other_language(graph, prose, claims):
        return []
    return find_contradictions(prose.text, prose_texts(graph, prose), claims) if prose.linked else reasons


def _has_passage_of_other_language(graph: Graph, prose: ProseItem, claims: ClaimReader) -> bool:
    return any(claim_reader(graph.dossier, graph.source_of(citation)) is not claims for citation in prose.citations)
