"""A name in a statement or a title must be in its passages, its links or its attribution.

Passes: `Eva Holm leads the dockers`, where a passage of the statement has `Holm, who leads the dockers`, and `Holm` is
    an alias of Eva Holm; or `Mayor Brandt, according to the Ledger`, where the passage's source is the Ledger.
Fails:  `Nils Aker leads the dockers` for the same passage.
"""

from collections.abc import Iterator

from dossier.check.name_support import unsupported_names
from dossier.check.prose import iter_prose
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "prose-name-unsupported"


def check(graph: Graph) -> Iterator[Finding]:
    for prose in iter_prose(graph):
        for name in unsupported_names(graph, prose):
            message = (
                f"`{name}` is not in this statement's passages, links or attribution; cite a passage that names it"
            )
            yield Finding(prose.location(name), ID, message)
