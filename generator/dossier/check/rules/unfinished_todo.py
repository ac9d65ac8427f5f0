"""What a record leaves for its editor to write is written.

Passes: `summary: A docker of Port Brenn.`
Fails:  `summary: "TODO: two to five sentences"`, which `dossier new` puts where a passage cannot tell.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.passage import Passage
from dossier.model.record import TODO_PREFIX, Record

ID = "unfinished-todo"


def check(graph: Graph) -> Iterator[Finding]:
    for record in graph.dossier.records:
        yield from _left(record)


def _left(record: Record) -> Iterator[Finding]:
    for path, part in (((), record), *record.parts):
        for name, value in vars(part).items() if not isinstance(part, Passage) else ():
            if isinstance(value, str) and value.startswith(TODO_PREFIX):
                left = value.removeprefix(TODO_PREFIX).strip()
                yield Finding(
                    record.location(*path, name), ID, f"`{name}` is still to be written: {left or 'its editor knows'}"
                )
