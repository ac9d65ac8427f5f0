"""What a rule is: a module whose docstring says what passes and what fails, with an `ID` and a `check`."""

from collections.abc import Iterator
from typing import Protocol

from dossier.link import Graph
from dossier.model.finding import Finding


class Rule(Protocol):
    """A module of this room."""

    ID: str
    __doc__: str | None

    def check(self, graph: Graph) -> Iterator[Finding]:
        """Every breach of the rule, in any order."""
        ...
