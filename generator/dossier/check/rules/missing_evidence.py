"""Every record rests on a passage; so does every role and relation.

Passes: a record with one passage at least; a disagreement whose positions rest on records.
Fails:  an event without `passages`, or a role with an empty list of them.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Relation, Role
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.source import Source
from dossier.model.record import Record

ID = "missing-evidence"


def check(graph: Graph) -> Iterator[Finding]:
    for record in graph.dossier.records:
        if not record.passages and not _rests_otherwise(record):
            yield Finding(record.location("passages"), ID, "no passage: cite the words this record rests on")
        for path, part in record.parts:
            if isinstance(part, Role | Relation) and not part.passages:
                yield Finding(record.location(*path), ID, "no passage: cite the words that tell this")


def _rests_otherwise(record: Record) -> bool:
    return isinstance(record, Disagreement) or (isinstance(record, Source) and record.has_text)
