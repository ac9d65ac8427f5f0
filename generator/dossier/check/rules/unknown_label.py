"""A mark must lead to a passage.

Passes: `[^officials]` where a passage of the record has `label: officials`; `[^number:gone-567#officials]` where one of
    that record has it.
Fails:  `[^oficials]`; the message suggests the closest label. `[^todo]`, which marks a statement whose evidence is
    still to be chosen.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.marks import EDITOR, TODO
from dossier.text.suggest import did_you_mean

ID = "unknown-label"


def check(graph: Graph) -> Iterator[Finding]:
    for item in (graph.dossier.settings, *graph.dossier.records):
        for statement in graph.statements_of(item):
            for mark in statement.marks:
                is_known_record = mark.key is None or mark.key in graph.dossier.by_key
                if mark.label is None or not is_known_record or graph.mark_evidence(item, mark):
                    continue
                owner = f"`{mark.key}`" if mark.key else "this record"
                suggestion = did_you_mean(mark.label, graph.passage_labels(mark.key or item.key))
                message = f"no passage of {owner} has the label `{mark.label}`{suggestion}"
                if mark.target == TODO:
                    message = f"`[^{TODO}]`: choose the evidence of this statement, or `[^{EDITOR}]`"
                yield Finding(statement.location(f"[^{mark.target}]"), ID, message)
