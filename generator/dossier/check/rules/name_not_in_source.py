"""The name of an actor or a place must be one of its written spellings, unless `name_basis` explains the name.

Passes: `name: Juan Guaidó`, where a passage of the record has that name, or it is one of the `aliases`.
Fails:  `name: Juan Gaidó`; or `name: European Union`, where the texts only have `EU` and there is no `name_basis`.
    An actor that the sources do not name (`unnamed: true`) has a description instead.
"""

from collections.abc import Iterator

from dossier.check.names import has_exact_name
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place
from dossier.model.record import TODO_PREFIX

ID = "name-not-in-source"


def check(graph: Graph) -> Iterator[Finding]:
    for record in graph.dossier.records:
        if not isinstance(record, Actor | Place) or (isinstance(record, Actor) and record.unnamed):
            continue
        if record.name.startswith(TODO_PREFIX):
            continue
        if not any(has_exact_name(record.name, text) for text in _written_names(graph, record)):
            message = f"`{record.name}` is no alias and in no passage here; correct it, or explain it in `name_basis`"
            yield Finding(record.location("name"), ID, message)


def _written_names(graph: Graph, record: Actor | Place) -> Iterator[str]:
    """Yield what a record's name is compared with: its aliases, which texts have, and the words of its passages."""
    yield from record.aliases
    yield from (graph.passage_text(citation) for citation in graph.citations_of(record) if citation.is_found)
    yield graph.plain_text(record.name_basis or "")
