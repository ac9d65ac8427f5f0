"""A reference leads to a record that exists, of a kind its field may name.

Passes: `speaker: jose-luis-silva` with `content/actors/jose-luis-silva.yml`.
Fails:  `speaker: jose-silva`: there is no such actor; the nearest id is proposed.
"""

from collections.abc import Iterator

from dossier.graph import Graph, Reference
from dossier.graph.markup import KEY
from dossier.model.finding import Finding
from dossier.text.suggest import did_you_mean

ID = "unknown-reference"


def check(graph: Graph) -> Iterator[Finding]:
    dossier = graph.dossier
    known = {*dossier.by_key, *dossier.unreadable_keys, *dossier.withdrawn_keys}  # Of the last two, others speak.
    for link in graph.references:
        if link.in_prose and not KEY.fullmatch(link.target):
            continue  # The rule about cross-links speaks.
        if link.target not in known:
            yield Finding(link.location, ID, f"`{link.written}` is no {_wanted(link)}{_nearest(link, graph)}")


def _wanted(link: Reference) -> str:
    return " or ".join(link.kinds) or "record"


def _nearest(link: Reference, graph: Graph) -> str:
    if not link.kinds:
        return did_you_mean(link.written, graph.dossier.by_key)
    return did_you_mean(
        link.written, (key.partition(":")[2] for key in graph.dossier.by_key if key.startswith(link.kinds))
    )
