"""No field may be left as `TODO`.

Passes: `summary: A docker of Port Brenn.`
Fails:  `summary: "TODO: two to five sentences"`, which `dossier new` writes where a passage does not give the value.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.passage import Passage
from dossier.model.record import TODO_PREFIX

ID = "unfinished-todo"


def check(graph: Graph) -> Iterator[Finding]:
    for record in graph.dossier.records:
        for path, part in (((), record), *record.parts):
            if isinstance(part, Passage):
                continue
            for name, value in vars(part).items():
                if isinstance(value, str) and value.startswith(TODO_PREFIX):
                    hint = value.removeprefix(TODO_PREFIX).strip()
                    message = f"`{name}` is unfinished{f': {hint}' if hint else ''}"
                    yield Finding(record.location(*path, name), ID, message)
