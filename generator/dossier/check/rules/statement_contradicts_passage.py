"""A statement with the words of its passage must not add or drop a "not", a hedge or a "most", or say the opposite.

Passes: `The harbour office did not order the repair` for a passage with `the office never ordered the repair`; a
    statement in other words; one that leaves out the part of the passage with the "not".
Fails:  `The harbour office ordered the repair` for the same passage; `all dockers left` where the passage has `most
    dockers left`; `prices fell` for `prices rose`; `the mayor resigned` for `the mayor will resign`.
"""

from collections.abc import Iterator

from dossier.check.prose import ProseItem, has_unread_words, iter_prose, prose_texts
from dossier.claims.wording_differences import Reason, find_contradictions
from dossier.detect.en.claim_words import is_past_form
from dossier.detect.languages import reads_words
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.event import Event

ID = "statement-contradicts-passage"
PLANS = ("announced", "planned")


def check(graph: Graph) -> Iterator[Finding]:
    if not reads_words(graph.dossier):
        return
    for prose in iter_prose(graph):
        reasons = _contradictions(graph, prose)
        if _is_title_of_plan(prose):  # The status says that it is one, so that the title may be "The council votes".
            reasons = [item for item in reasons if item.kind != "plan dropped" or is_past_form(item.words)]
        if reasons:
            message = f"{reasons[0].message}; say what the passage says"
            yield Finding(prose.location(reasons[0].words), ID, message)


def _is_title_of_plan(prose: ProseItem) -> bool:
    item = prose.statement.item
    return isinstance(item, Event) and item.status in PLANS and not prose.statement.has_markup


def _contradictions(graph: Graph, prose: ProseItem) -> list[Reason]:
    """Return what contradicts the statement's passages, unless a record that it links says it."""
    passages = [graph.passage_text(citation) for citation in prose.citations]
    reasons = find_contradictions(prose.text, passages)
    if not reasons or has_unread_words(graph, prose):
        return []
    return find_contradictions(prose.text, prose_texts(graph, prose)) if prose.linked else reasons
