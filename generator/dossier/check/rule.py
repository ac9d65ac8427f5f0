"""What a rule is: a module whose docstring says what passes and what fails, with an `ID` and a `check`."""

from collections.abc import Iterator
from typing import Protocol

from dossier.graph import Graph
from dossier.model.finding import Finding


class Rule(Protocol):
    """A module of this room."""

    ID: str
    __doc__: str | None

    def check(self, graph: Graph) -> Iterator[Finding]:
        """Every breach of the rule, in any order."""
        ...


class RevisionRule(Protocol):
    """A rule that compares a dossier with an earlier state of it."""

    __doc__: str | None
    ID: str

    def check(self, head: Graph, base: Graph, revision: str) -> Iterator[Finding]:
        """The breaches in `head`, where `base` is the state at `revision`."""
        ...
