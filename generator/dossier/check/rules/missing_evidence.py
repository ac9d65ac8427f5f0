"""Every record, role and relation must cite at least one passage.

Passes: a record with a passage; a disagreement whose positions are based on records; a source with a text.
Fails:  an event without `passages`, or a role with an empty list of them.
"""

from collections.abc import Iterator

from dossier.check.passages import lacks_passages
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Relation, Role

ID = "missing-evidence"


def check(graph: Graph) -> Iterator[Finding]:
    for record in graph.dossier.records:
        if lacks_passages(record):
            yield Finding(record.location("passages"), ID, "no passage; cite the words this record is based on")
        for path, part in record.parts:
            if isinstance(part, Role | Relation) and not part.passages:
                message = f"no passage; cite the words that state this {type(part).__name__.lower()}"
                yield Finding(record.location(*path), ID, message)
