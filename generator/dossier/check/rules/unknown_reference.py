"""A reference must lead to an existing record, of a kind that its field allows.

Passes: `speaker: jose-luis-silva` with `content/actors/jose-luis-silva.yml`.
Fails:  `speaker: jose-silva`, where there is no such actor; the message suggests the closest id.
"""

from collections.abc import Iterator

from dossier.graph import Graph, Reference
from dossier.graph.markup import KEY
from dossier.model.finding import Finding
from dossier.model.marks import TODO
from dossier.text.suggest import did_you_mean

ID = "unknown-reference"


def check(graph: Graph) -> Iterator[Finding]:
    dossier = graph.dossier
    existing_keys = {*dossier.by_key, *dossier.unreadable_keys, *dossier.withdrawn_keys}
    for reference in graph.references:
        is_todo = reference.written == TODO and not reference.in_prose  # `unfinished-todo` reports it.
        if reference.target not in existing_keys and not is_todo and KEY.fullmatch(reference.target):
            kind = " or ".join(reference.kinds) or "record"
            message = f"{kind} `{reference.written}` not found{_suggestion(reference, graph)}"
            yield Finding(reference.location, ID, message)


def _suggestion(reference: Reference, graph: Graph) -> str:
    keys = [key for key in graph.dossier.by_key if key.startswith(reference.kinds or "")]
    return did_you_mean(reference.written, (key.partition(":")[2] for key in keys) if reference.kinds else keys)
