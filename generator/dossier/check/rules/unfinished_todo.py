"""No field may be left as `TODO`.

Passes: `summary: A docker of Port Brenn.`
Fails:  `summary: "TODO: two to five sentences"`, which `dossier new` writes where a passage does not give the value;
    `speaker: todo`; the `note` of an exemption that `dossier coverage --exempt` could not write, also in `dossier.yml`.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.marks import TODO
from dossier.model.passage import Passage
from dossier.model.record import TODO_PREFIX

ID = "unfinished-todo"


def check(graph: Graph) -> Iterator[Finding]:
    for item in (graph.dossier.settings, *graph.dossier.records):
        for path, part in (((), item), *item.parts):
            if isinstance(part, Passage):
                continue
            for name, value in vars(part).items():
                if isinstance(value, str) and value.startswith(TODO_PREFIX):
                    hint = value.removeprefix(TODO_PREFIX).strip()
                    message = f"`{name}` is unfinished{f': {hint}' if hint else ''}"
                    yield Finding(item.location(*path, name), ID, message)
    for reference in graph.references:
        if reference.written == TODO and not reference.in_prose and reference.target not in graph.dossier.by_key:
            field = next(step for step in reversed(reference.path) if isinstance(step, str))
            hint = "the id of who said it; without one, say why in `speaker_basis`" if field == "speaker" else "an id"
            yield Finding(reference.location, ID, f"`{field}` is unfinished: {hint}")
